//! Filters: the facets on the left, the active ones as chips on top.

mod chips;
mod facet;

use dossier_engine::ask::{FacetCounts, Survey};
use yew::prelude::*;

use self::facet::FacetList;
use crate::state::Shared;
use crate::widgets::{Ways, element, skeleton, years};
use crate::wording;

pub use chips::chips;

/// Every facet with its counts; a skeleton while they are on their way. `found` are the values that
/// the reader looked for in one of them.
pub fn facets(
    ways: &Ways,
    survey: Option<Shared<Survey>>,
    found: Option<Shared<FacetCounts>>,
) -> Html {
    match survey {
        Some(survey) => {
            let all = survey.facets.iter();
            html! { { for all.filter_map(|counts| facet(ways, counts, found.as_ref())) } }
        }
        None => skeleton(7, "Filters are on their way."),
    }
}

/// A facet, if it has anything to choose.
fn facet(ways: &Ways, counts: &FacetCounts, found: Option<&Shared<FacetCounts>>) -> Option<Html> {
    let inside = match counts.facet {
        _ if counts.values.is_empty() => return None,
        facet if facet.is_of_years() => Html::from_iter([
            element("h2", "", wording::facet(facet)),
            years(ways, facet, &counts.values),
        ]),
        facet => {
            let found = found.filter(|found| found.facet == facet);
            html! { <FacetList counts={counts.clone()} found={found.cloned()} ways={ways.clone()} /> }
        }
    };
    Some(html! { <section class="facet" key={wording::facet(counts.facet)}>{ inside }</section> })
}
