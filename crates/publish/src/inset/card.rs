//! What stands in an inset.

use anyhow::Result;
use dossier_engine::ask::{self, Block, ContextLine, DocumentText, Value};
use maud::{Markup, html};

use crate::edition::Edition;
use crate::pages::{Page, Sort, known_as};

/// Lines that show an entity in its sentences.
const LINES: usize = 3;

/// What an inset shows of its page.
pub(super) struct Card {
    /// The kind of an entity.
    pub(super) kind: Option<&'static str>,
    /// What stands above the title.
    pub(super) kicker: String,
    /// What stands below it.
    pub(super) inside: Markup,
    /// The link to the whole.
    pub(super) whole: &'static str,
}

impl Card {
    /// Of a document's page, or an entity's.
    pub(super) fn of(edition: &Edition, page: &Page) -> Result<Self> {
        match page.sort {
            Sort::Entity => Ok(Self::of_entity(&edition.card(&page.slug)?)),
            _ => Ok(Self::of_document(page, &edition.text(&page.slug)?)),
        }
    }

    /// The script puts the passage that a link names in place of the beginning. It shows nothing
    /// that is not in the text, which therefore stands in the page.
    fn of_document(page: &Page, text: &DocumentText) -> Self {
        let inside = html! {
            div #beginning {
                p { (page.description) }
                (names(&text.document.about))
            }
            div #passage hidden {
                blockquote {}
                p.says {}
            }
            div #text hidden { (whole_text(text)) }
        };
        Self {
            kind: None,
            kicker: page.kicker.clone(),
            inside,
            whole: "Read it",
        }
    }

    fn of_entity(card: &ask::Card) -> Self {
        let inside = html! {
            p { (known_as(card)) }
            @for line in card.context.iter().take(LINES) { (in_its_sentence(line)) }
            (names(&card.with))
        };
        Self {
            kind: Some(card.kind.slug()),
            kicker: card.kind.label().to_owned(),
            inside,
            whole: "All mentions",
        }
    }
}

fn names(values: &[Value]) -> Markup {
    html! {
        ul {
            @for value in values { li { bdi { (value.label) } } }
        }
    }
}

fn in_its_sentence(line: &ContextLine) -> Markup {
    html! { blockquote { (line.before) mark { (line.name) } (line.after) } }
}

/// The text of a document, its parts one after another.
fn whole_text(text: &DocumentText) -> String {
    let blocks = text.blocks.iter().map(Block::text);
    blocks.collect::<Vec<String>>().join("\n")
}
