//! The Overview: what this dossier is, like a contents page.

mod cast;
mod entry;

use dossier_engine::address::{Facet, View};
use dossier_engine::ask::{Contents, Found, Survey, Value};
use yew::prelude::*;

use self::cast::cast;
use self::entry::entry;
use crate::state::{Move, Shared};
use crate::widgets::{Inside, Ways, element, element_with, more, nothing, skeleton, text, years};
use crate::wording::amount;

/// The Overview; a skeleton while what it shows is on its way. `others` are the documents after the
/// first ones, as far as they are asked for.
pub fn overview(
    ways: &Ways,
    contents: Option<Shared<Contents>>,
    survey: Option<Shared<Survey>>,
    others: Option<Shared<Vec<Found>>>,
) -> Html {
    let (Some(contents), Some(survey)) = (contents, survey) else {
        return skeleton(8, "The dossier is on its way.");
    };
    let inside = vec![
        head(&contents),
        section(
            "overview-documents",
            heading(&contents, &survey),
            documents(
                ways,
                &survey,
                others.as_ref().map_or(&[][..], |others| others),
            ),
        ),
        when_published(ways, survey.values(Facet::Year)),
        cast(ways, survey.values(Facet::Entity)),
    ];
    element("div", "overview", inside)
}

fn head(contents: &Contents) -> Html {
    let inside = vec![
        element("h1", "", &*contents.title),
        element("p", "overview-description", &*contents.description),
        element("p", "overview-extent", contents.extent()),
    ];
    element("header", "overview-head", inside)
}

/// A section with a heading that names it. `id` is the heading's.
fn section(id: &'static str, heading: String, inside: Html) -> Html {
    let inside = vec![element_with("h2", &["id"], [id], heading), inside];
    element_with("section", &["aria-labelledby"], [id], inside)
}

fn documents(ways: &Ways, survey: &Survey, others: &[Found]) -> Html {
    if survey.found.is_empty() {
        let clear = ways.link(Move::ClearFilter, "", text("Clear the filters"));
        let says = vec![text("No document passes these filters. "), clear];
        return element("p", "nothing", says);
    }
    let found = survey.found.iter().chain(others);
    let shown = amount(&survey.found) + amount(others);
    let entries: Inside = found.map(|found| entry(ways, &found.document)).collect();
    let all = text("Read them all, one after the other");
    let inside = [
        element("ol", "entries", entries),
        more(ways, shown, survey.documents),
        element(
            "p",
            "overview-all",
            ways.link(Move::Show(View::Read), "", all),
        ),
    ];
    Html::from_iter(inside)
}

fn when_published(ways: &Ways, published: &[Value]) -> Html {
    if published.len() < 2 {
        return nothing();
    }
    let heading = "When they were published".to_owned();
    section(
        "overview-years",
        heading,
        years(ways, Facet::Year, published),
    )
}

fn heading(contents: &Contents, survey: &Survey) -> String {
    let (found, all) = (survey.documents, contents.documents);
    if found == all {
        "Documents".to_owned()
    } else {
        format!("Documents: {found} of {all}")
    }
}
