//! The Overview: what this dossier is, like a contents page.

mod cast;
mod entry;

use std::rc::Rc;

use dossier_engine::address::{Address, Facet, View};
use dossier_engine::ask::{Contents, Survey, Value};
use yew::prelude::*;

use self::cast::Cast;
use self::entry::Entry;
use crate::state::{Move, Shared};
use crate::widgets::{Link, Skeleton, Years};
use crate::wording::counted;

/// Properties of [`Overview`].
#[derive(Properties, PartialEq)]
pub struct OverviewProps {
    /// What the dossier is; none while it is on its way.
    pub contents: Option<Shared<Contents>>,
    /// What passes the filter; none while it is on its way.
    pub survey: Option<Shared<Survey>>,
    /// Where the reader is.
    pub address: Rc<Address>,
}

/// The Overview.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let (Some(contents), Some(survey)) = (&props.contents, &props.survey) else {
        return html! { <Skeleton lines={8} label="The dossier is on its way." /> };
    };
    let years = values(survey, Facet::Year);
    html! {
        <div class="overview">
            <header class="overview-head">
                <h1>{ &contents.title }</h1>
                if !contents.description.is_empty() {
                    <p class="overview-description">{ &contents.description }</p>
                }
                <p class="overview-extent">{ extent(contents) }</p>
            </header>
            <section aria-labelledby="overview-documents">
                <h2 id="overview-documents">{ heading(contents, survey) }</h2>
                if survey.found.is_empty() {
                    <p class="nothing">
                        { "No document passes these filters. " }
                        <Link to={Move::ClearFilter}>{ "Clear the filters" }</Link>
                    </p>
                }
                <ol class="entries">
                    { for survey.found.iter().map(|found| html! {
                        <Entry key={found.document.slug.clone()} document={found.document.clone()} />
                    }) }
                </ol>
                if survey.found.len() > 1 {
                    <p><Link to={Move::Show(View::Read)}>{ "Read them all, one after the other" }</Link></p>
                }
            </section>
            if years.len() > 1 {
                <section aria-labelledby="overview-years">
                    <h2 id="overview-years">{ "When they were published" }</h2>
                    <Years values={years.to_vec()} />
                </section>
            }
            <Cast values={values(survey, Facet::Entity).to_vec()} open={props.address.entity.clone()} />
        </div>
    }
}

fn values(survey: &Survey, facet: Facet) -> &[Value] {
    survey
        .facets
        .iter()
        .find(|counts| counts.facet == facet)
        .map_or(&[], |counts| &counts.values)
}

fn extent(contents: &Contents) -> String {
    let words = contents
        .documents
        .iter()
        .map(|document| document.words)
        .sum();
    let documents = u32::try_from(contents.documents.len()).unwrap_or(u32::MAX);
    [
        counted(documents, "document"),
        counted(words, "word"),
        counted(contents.mentions, "mention"),
        format!("{} named", counted(contents.entities, "thing")),
    ]
    .join(" · ")
}

fn heading(contents: &Contents, survey: &Survey) -> String {
    let (found, all) = (survey.found.len(), contents.documents.len());
    if found == all {
        "Documents".to_owned()
    } else {
        format!("Documents: {found} of {all}")
    }
}
