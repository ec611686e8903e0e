//! Web pages. What the tags say becomes parts and facts; no tag, script or style is ever text, and
//! what a page puts around its article is kept as boilerplate.
//!
//! Only the tokenizer of html5ever is used: it follows the standard in what is text and what is
//! not, and takes time in proportion to the page, however deep the page is nested.

mod facts;
mod places;
mod scan;
mod writer;

use dossier_engine::document::Manuscript;

use crate::flow;

pub(crate) use scan::{declared_encoding, pieces as visible};

/// Takes a page apart.
pub(crate) fn manuscript(page: String) -> Manuscript {
    let written = writer::write(&page);
    let (text, parts) = written.flow.finish();
    let facts = written.head.facts(&text, &parts);
    Manuscript {
        markup: flow::beside(&page, &text, visible(&page)),
        original: page,
        parts,
        facts,
        ..Manuscript::default()
    }
}

#[cfg(test)]
mod tests;
