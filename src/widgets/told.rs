//! A decision, told.

use dossier_engine::ask::Told;
use yew::prelude::*;

use super::{Button, Ways, element, text};
use crate::state::Deed;

/// A decision with who, when and why; the reader's own with the way to take it back.
pub fn told(ways: &Ways, told: &Told) -> Html {
    let more = [Some(&told.note), told.but.as_ref()].into_iter().flatten();
    let more = more.filter(|more| !more.is_empty());
    let mut inside = vec![text(told.sentence())];
    inside.extend(more.map(|more| element("p", "card-note", &**more)));
    inside.extend(told.own.map(|place| {
        let looks = Button {
            class: "take-back",
            label: Some(format!("Take back: {}", told.says).into()),
            ..Button::default()
        };
        ways.deed(Deed::TakeBack(place), looks, text("Take back"))
    }));
    element("li", "", inside)
}
