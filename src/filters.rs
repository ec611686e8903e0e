//! Filters: the facets on the left, the active ones as chips on top.

mod chips;
mod facet;

use std::rc::Rc;

use dossier_engine::address::{Address, Facet};
use dossier_engine::ask::{FacetCounts, Survey};
use yew::prelude::*;

use self::facet::FacetList;
use crate::state::Shared;
use crate::widgets::{Skeleton, Years};
use crate::wording;

pub use chips::Chips;

/// Properties of [`Facets`].
#[derive(Properties, PartialEq)]
pub struct FacetsProps {
    /// What passes the filter; none while it is on its way.
    pub survey: Option<Shared<Survey>>,
    /// Where the reader is.
    pub address: Rc<Address>,
}

/// Every facet with its counts.
#[component]
pub fn Facets(props: &FacetsProps) -> Html {
    let Some(survey) = &props.survey else {
        return html! { <Skeleton lines={7} label="Filters are on their way." /> };
    };
    html! { { for survey.facets.iter().filter(|counts| is_worth_showing(counts)).map(|counts| html! {
        <section class="facet" key={wording::facet(counts.facet)}>
            if counts.facet == Facet::Year {
                <h2>{ wording::facet(counts.facet) }</h2>
                <Years values={counts.values.clone()} />
            } else {
                <FacetList counts={counts.clone()} conditions={conditions_on(&props.address, counts.facet)} />
            }
        </section>
    }) } }
}

fn is_worth_showing(counts: &FacetCounts) -> bool {
    !counts.values.is_empty()
}

fn conditions_on(address: &Address, facet: Facet) -> Vec<dossier_engine::address::Condition> {
    address
        .filter
        .conditions
        .iter()
        .filter(|condition| condition.facet == facet)
        .cloned()
        .collect()
}
