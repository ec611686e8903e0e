//! Searching: the box, and the Results view.

mod result;
mod search_box;

use dossier_engine::address::Filter;
use dossier_engine::ask::Survey;
use yew::prelude::*;

use self::result::result;
use crate::state::{Move, Shared};
use crate::widgets::{Inside, Ways, element, left_out, skeleton, text};
use crate::wording::{amount, counted};

pub use search_box::{SEARCH_BOX, search_box};

/// What was found, document by document, with the places where it stands; a skeleton while it is
/// on its way.
pub fn results(ways: &Ways, survey: Option<Shared<Survey>>) -> Html {
    let Some(survey) = survey else {
        return skeleton(6, "Searching.");
    };
    let filter = &ways.here.filter;
    let list: Inside = survey
        .found
        .iter()
        .map(|found| result(ways, found))
        .collect();
    let inside = vec![
        element("h1", "results-head", heading(&survey, filter.query.trim())),
        if survey.found.is_empty() {
            no_results(ways, filter)
        } else {
            element("ol", "result-list", list)
        },
        left_out(survey.documents.saturating_sub(amount(&survey.found))),
    ];
    element("div", "results", inside)
}

fn heading(survey: &Survey, query: &str) -> String {
    let documents = counted(survey.documents, "document");
    if query.is_empty() {
        documents
    } else {
        format!(
            "{} for “{query}” in {documents}",
            counted(survey.hits, "hit")
        )
    }
}

/// What to do when nothing was found.
fn no_results(ways: &Ways, filter: &Filter) -> Html {
    let way = |to, label| element("li", "", ways.link(to, "", text(label)));
    let (searching, filtering) = (
        !filter.query.trim().is_empty(),
        !filter.conditions.is_empty(),
    );
    let mut remedies = Vec::new();
    if searching && filtering {
        remedies.push(way(
            Move::ClearFacets,
            "Search everywhere, without the filters",
        ));
    }
    if searching {
        remedies.push(way(Move::Search(String::new()), "Clear the search"));
        remedies.push(element(
            "li",
            "",
            "Every word must occur. Try fewer words, or the beginning of one.",
        ));
    } else {
        remedies.push(way(Move::ClearFilter, "Clear the filters"));
    }
    let inside = vec![
        element("p", "", "Nothing was found."),
        element("ul", "", remedies),
    ];
    element("div", "nothing", inside)
}
