//! Names as links to their cards.

use dossier_engine::ask::{Value, grouped};
use yew::prelude::*;

use super::{Inside, Ways, element, element_with, text};
use crate::state::Move;

/// A list of entities, each a link that opens its card; `label` says what they have in common to
/// those who hear the page.
pub fn names(ways: &Ways, values: &[Value], label: &'static str) -> Html {
    let name = |value: &Value| {
        let inside = named_count(&value.label, value.count, "name-count");
        let to = Move::Open(value.slug.clone(), None);
        let kind = value.kind.map(|kind| kind.slug());
        html! { <li data-kind={kind}>{ ways.link(to, "name", inside) }</li> }
    };
    let names: Inside = values.iter().map(name).collect();
    element_with("ul", &["class", "aria-label"], ["names", label], names)
}

/// A name and how often it stands: the number's class says where.
pub fn named_count(name: &str, count: u32, class: &'static str) -> Html {
    let parts = vec![
        element("bdi", "", name),
        text(" "),
        element("span", class, grouped(count)),
    ];
    Html::from_iter(parts)
}
