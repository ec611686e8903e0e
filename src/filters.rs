//! Filters: the facets on the left, the active ones as chips on top.

mod chips;
mod facet;

use dossier_engine::address::Facet;
use dossier_engine::ask::{FacetCounts, Survey};
use yew::prelude::*;

use self::facet::FacetList;
use crate::state::Shared;
use crate::widgets::{Ways, element, skeleton, years};
use crate::wording;

pub use chips::chips;

/// Every facet with its counts; a skeleton while they are on their way.
pub fn facets(ways: &Ways, survey: Option<Shared<Survey>>) -> Html {
    match survey {
        Some(survey) => {
            html! { { for survey.facets.iter().filter_map(|counts| facet(ways, counts)) } }
        }
        None => skeleton(7, "Filters are on their way."),
    }
}

/// A facet, if it has anything to choose.
fn facet(ways: &Ways, counts: &FacetCounts) -> Option<Html> {
    let inside = match counts.facet {
        _ if counts.values.is_empty() => return None,
        Facet::Year => Html::from_iter([
            element("h2", "", wording::facet(counts.facet)),
            years(ways, &counts.values),
        ]),
        _ => html! { <FacetList counts={counts.clone()} ways={ways.clone()} /> },
    };
    Some(html! { <section class="facet" key={wording::facet(counts.facet)}>{ inside }</section> })
}
