//! The whole dossier in one page.

use anyhow::Result;
use maud::{Markup, html};

use super::document::article;
use super::frame::frame;
use super::front::overview;
use crate::edition::Edition;
use crate::links::{Links, place};

/// Everything in one page: the overview, then each document from top to bottom.
pub(crate) fn book(edition: &Edition) -> Result<Markup> {
    let links = &Links::Places;
    let mut articles = Vec::new();
    for document in &edition.documents {
        let text = edition.text(&document.slug)?;
        articles.push((place(&document.slug), article(edition, links, &text)));
    }
    let view = html! {
        (overview(edition, links))
        div.reader {
            div.stack {
                @for (place, article) in &articles { div #(place) { (article) } }
            }
        }
    };
    Ok(frame(edition, links, view))
}
