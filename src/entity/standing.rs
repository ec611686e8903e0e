//! How far an entity can be relied on, and what it is said to be.

use dossier_engine::ask::{Card, Described, counted};
use yew::prelude::*;

use super::names::evidence;
use crate::widgets::{Inside, Ways, element, named_count, nothing, told};

/// Whether an editor had a hand in it, and what was found without one.
pub(super) fn standing(ways: &Ways, card: &Card) -> Html {
    let standing = &card.standing;
    if standing.decisions.is_empty() {
        return element("p", "card-note", standing.told());
    }
    let decisions: Inside = standing
        .decisions
        .iter()
        .map(|one| told(ways, one))
        .collect();
    let found: Inside = standing
        .found
        .iter()
        .map(|part| element("li", "", named_count(&part.name, part.count, "card-count")))
        .collect();
    let mut inside = vec![
        element("summary", "", standing.told()),
        element("ul", "", decisions),
    ];
    if !standing.found.is_empty() {
        inside.push(element("p", "", "What was found without editors:"));
        inside.push(element("ul", "known-as-names", found));
    }
    element("details", "reasons", inside)
}

/// What it is said to be, by whom.
pub(super) fn described(ways: &Ways, card: &Card) -> Html {
    if card.described.is_empty() {
        return nothing();
    }
    let said = |described: &Described| {
        let mut inside = vec![element("summary", "", format!("“{}”", described.says))];
        inside.extend(described.sources.iter().map(|line| evidence(ways, line)));
        if described.count > 1 {
            let often = format!("Said {}.", counted(described.count, "time"));
            inside.push(element("p", "card-note", often));
        }
        element("li", "", element("details", "reasons", inside))
    };
    let all: Inside = card.described.iter().map(said).collect();
    let inside = vec![element("h3", "", "Said to be"), element("ul", "", all)];
    element("section", "", inside)
}

/// Mentions by the year their documents were published.
pub(super) fn over_time(card: &Card) -> Html {
    if card.years.is_empty() {
        return nothing();
    }
    let year = |year: &dossier_engine::ask::Value| {
        element("li", "", named_count(&year.label, year.count, "card-count"))
    };
    let years: Inside = card.years.iter().map(year).collect();
    let inside = vec![
        element("h3", "", "By year of publication"),
        element("ul", "known-as-names", years),
    ];
    element("section", "", inside)
}
