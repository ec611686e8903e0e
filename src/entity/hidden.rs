//! What is said of an entity that an editor hid.

use dossier_engine::ask::Gone;
use yew::prelude::*;

use super::subject::decide;
use crate::widgets::{Button, Inside, Ways, element, element_with, nothing, text, told};

/// That it was found and is not shown, by whose decision and why; and the way to see it.
pub(super) fn hidden(ways: &Ways, gone: &Gone) -> Html {
    let decisions: Inside = gone.decisions.iter().map(|one| told(ways, one)).collect();
    let is_own = gone.decisions.iter().all(|told| told.own.is_some());
    let shown = decide(&format!("confirm = {}", gone.named));
    let looks = Button {
        class: "card-filter",
        ..Button::default()
    };
    let show = match is_own {
        true => nothing(),
        false => ways.deed(shown, looks, text("Show it to me all the same")),
    };
    let says = "This was found in the documents. It is not shown, because an editor decided so:";
    let inside = vec![
        element("p", "card-kind", gone.kind.label()),
        element("h2", "card-name", element("bdi", "", &*gone.name)),
        element("p", "", says),
        element("ul", "decided", decisions),
        element("div", "card-filters", show),
    ];
    let values = ["card-body gone", gone.kind.slug()];
    element_with("div", &["class", "data-kind"], values, inside)
}
