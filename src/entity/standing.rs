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
    html! {
        <details class="reasons">
            <summary>{ standing.told() }</summary>
            { element("ul", "", decisions) }
            if !standing.found.is_empty() {
                <p>{ "What was found without editors:" }</p>
                { element("ul", "known-as-names", found) }
            }
        </details>
    }
}

/// What it is said to be, by whom.
pub(super) fn described(ways: &Ways, card: &Card) -> Html {
    if card.described.is_empty() {
        return nothing();
    }
    let said = |described: &Described| {
        let sources = described.sources.iter().map(|line| evidence(ways, line));
        html! {
            <li>
                <details class="reasons">
                    <summary>{ format!("“{}”", described.says) }</summary>
                    { for sources }
                    if described.count > 1 {
                        { element("p", "card-note", format!("Said {}.", counted(described.count, "time"))) }
                    }
                </details>
            </li>
        }
    };
    html! {
        <section>
            <h3>{ "Said to be" }</h3>
            <ul>{ for card.described.iter().map(said) }</ul>
        </section>
    }
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
