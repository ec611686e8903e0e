//! Searching: the box, and the Results view.

mod result;
mod search_box;

use std::rc::Rc;

use dossier_engine::address::Address;
use dossier_engine::ask::Survey;
use yew::prelude::*;

use self::result::Result;
use crate::state::{Move, Shared};
use crate::widgets::{Link, Skeleton};
use crate::wording::counted;

pub use search_box::{SEARCH_BOX, SearchBox};

/// Properties of [`Results`].
#[derive(Properties, PartialEq)]
pub struct ResultsProps {
    /// What passes the filter; none while it is on its way.
    pub survey: Option<Shared<Survey>>,
    /// Where the reader is.
    pub address: Rc<Address>,
}

/// What was found, document by document, with the places where it stands.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let Some(survey) = &props.survey else {
        return html! { <Skeleton lines={6} label="Searching." /> };
    };
    let query = props.address.filter.query.trim();
    html! {
        <div class="results">
            <h1 class="results-head">{ heading(survey, query) }</h1>
            if survey.found.is_empty() {
                <NoResults address={props.address.clone()} />
            }
            <ol class="result-list">
                { for survey.found.iter().map(|found| html! {
                    <Result key={found.document.slug.clone()} found={found.clone()} />
                }) }
            </ol>
        </div>
    }
}

fn heading(survey: &Survey, query: &str) -> String {
    let documents = counted(
        u32::try_from(survey.found.len()).unwrap_or(u32::MAX),
        "document",
    );
    if query.is_empty() {
        documents
    } else {
        format!(
            "{} for “{query}” in {documents}",
            counted(survey.hits, "hit")
        )
    }
}

#[derive(Properties, PartialEq)]
struct NoResultsProps {
    address: Rc<Address>,
}

/// What to do when nothing was found.
#[component]
fn NoResults(props: &NoResultsProps) -> Html {
    let filter = &props.address.filter;
    html! {
        <div class="nothing">
            <p>{ "Nothing was found." }</p>
            <ul>
                if !filter.conditions.is_empty() && !filter.query.trim().is_empty() {
                    <li>
                        <Link to={Move::ClearFacets}>{ "Search everywhere, without the filters" }</Link>
                    </li>
                }
                if !filter.query.trim().is_empty() {
                    <li><Link to={Move::Search(String::new())}>{ "Clear the search" }</Link></li>
                    <li>{ "Every word must occur. Try fewer words, or the beginning of one." }</li>
                } else {
                    <li><Link to={Move::ClearFilter}>{ "Clear the filters" }</Link></li>
                }
            </ul>
        </div>
    }
}
