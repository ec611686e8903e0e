//! What the marks mean, and their switches.

use dossier_engine::address::Version;
use dossier_engine::ask::Reading;
use dossier_engine::mention::Kind;
use yew::prelude::*;

use super::stops::Stops;
use crate::state::Move;
use crate::widgets::{Button, Ways, element, nothing, stepper, text};

/// What the marks mean, and the switch for each; and the way from hit to hit, where it is hits that
/// stepping leads to.
pub(super) fn legend(ways: &Ways, reading: &Reading, stops: &Stops) -> Html {
    let kinds = kinds_in(reading);
    let hits = stops.hits();
    if kinds.is_empty() && hits.is_none() {
        return nothing();
    }
    html! {
        <div class="legend" role="group" aria-label="Marks in the text">
            <ul>
                { for kinds.into_iter().map(|kind| switch(ways, kind)) }
                { original(ways) }
            </ul>
            { hits.map(|of| stepper(ways, ways.here.at, of, "hit")) }
        </div>
    }
}

fn switch(ways: &Ways, kind: Kind) -> Html {
    let looks = Button {
        class: "legend-switch",
        pressed: Some(!ways.here.unmarked.contains(&kind)),
        kind: Some(kind.slug()),
        ..Button::default()
    };
    let inside = Html::from_iter([element("span", "swatch", vec![]), text(kind.plural())]);
    element(
        "li",
        "",
        ways.button(Move::ToggleMarks(kind), looks, inside),
    )
}

/// The switch between the text as it was repaired and as its file has it.
fn original(ways: &Ways) -> Html {
    let looks = Button {
        class: "version-switch",
        pressed: Some(ways.here.version == Version::Original),
        key: Some("o"),
        ..Button::default()
    };
    let button = ways.button(Move::ToggleVersion, looks, text("Original text"));
    element("li", "", button)
}

/// The kinds of the marks in what is read, in their order.
fn kinds_in(reading: &Reading) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::new();
    for text in &reading.documents {
        kinds.extend(text.kinds());
    }
    let is_present = |kind: &Kind| kinds.contains(kind);
    Kind::ALL.into_iter().filter(is_present).collect()
}
