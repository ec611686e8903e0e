//! A document in the list of contents.

use dossier_engine::ask::DocumentCard;
use yew::prelude::*;

use crate::state::Move;
use crate::widgets::{Ways, element, names, text};
use crate::wording::minutes;

/// A document's place in the contents.
pub(super) fn entry(ways: &Ways, document: &DocumentCard) -> Html {
    let to = Move::Read(Some(document.slug.clone()));
    let title = ways.link(to, "entry-link", text(&*document.title));
    let inside = vec![
        element("h3", "entry-title", title),
        element("p", "entry-facts", facts(document)),
        element("p", "entry-opening", &*document.opening),
        names(ways, &document.about, "Mentioned most"),
    ];
    element("li", "entry", inside)
}

fn facts(document: &DocumentCard) -> String {
    let published = document.published.as_ref().map_or_else(
        || "date unknown".to_owned(),
        |published| match published.inferred {
            Some(_) => format!("{} (inferred)", published.label),
            None => published.label.clone(),
        },
    );
    let minutes = format!("{} min", minutes(document.words));
    [
        document.outlet.clone(),
        document.author.clone(),
        Some(published),
        Some(minutes),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ")
}
