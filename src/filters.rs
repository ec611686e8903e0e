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

/// Properties of [`Facets`].
#[derive(Properties)]
pub struct FacetsProps {
    /// What passes the filter, and how it divides; none while that is on its way.
    pub survey: Option<Shared<Survey>>,
    /// The values that the reader looked for in one of the facets.
    pub found: Option<Shared<FacetCounts>>,
    /// Where the reader is and how to go elsewhere.
    pub ways: Ways,
}

/// All that is drawn follows from the filter and what passes it. So whoever opens a document does not
/// wait until the facets are drawn anew.
impl PartialEq for FacetsProps {
    fn eq(&self, other: &Self) -> bool {
        let (ways, others) = (&self.ways, &other.ways);
        self.survey == other.survey
            && self.found == other.found
            && ways.here.filter == others.here.filter
            && ways.go == others.go
            && ways.act == others.act
    }
}

/// Every facet with its counts; a skeleton while they are on their way.
#[component]
pub fn Facets(props: &FacetsProps) -> Html {
    match &props.survey {
        Some(survey) => {
            let drawn = |counts| facet(&props.ways, counts, props.found.as_ref());
            Html::from_iter(survey.facets.iter().filter_map(drawn))
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
