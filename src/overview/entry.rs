//! A document in the list of contents.

use dossier_engine::ask::DocumentCard;
use yew::prelude::*;

use crate::state::Move;
use crate::widgets::{Ways, element, names, text};

/// A document's place in the contents.
pub(super) fn entry(ways: &Ways, document: &DocumentCard) -> Html {
    let to = Move::Read(Some(document.slug.clone()));
    let title = ways.link(to, "entry-link", text(&*document.title));
    let inside = vec![
        element("h3", "entry-title", title),
        element("p", "entry-facts", document.facts()),
        element("p", "entry-opening", &*document.opening),
        names(ways, &document.about, "Mentioned most"),
    ];
    element("li", "entry", inside)
}
