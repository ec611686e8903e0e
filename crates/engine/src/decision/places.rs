//! How a decision names the place of a mention, so that it is found there again.

use std::collections::BTreeMap;

use super::MentionRef;
use super::aim::written;
use crate::document::Document;
use crate::text::Span;

/// Names places by what is written there; remembers where it is written, so that many mentions of
/// one name take one look at the text.
#[derive(Debug, Default)]
pub struct Places(BTreeMap<(String, String), Vec<Span>>);

impl Places {
    /// How a decision names the place; none if nobody could find it again, for the mention is a
    /// part of a word.
    pub fn reference(&mut self, document: &Document, span: Span) -> Option<MentionRef> {
        let words = span.of(&document.text).split_whitespace();
        let quote = words.collect::<Vec<_>>().join(" ");
        let places = self.0.entry((document.file.clone(), quote.clone()));
        let places = places.or_insert_with(|| written(&document.text, &quote));
        let nth = places.iter().position(|place| *place == span)? as u32 + 1;
        Some(MentionRef {
            document: document.file.clone(),
            quote,
            before: String::new(),
            nth: if places.len() > 1 { nth } else { 0 },
        })
    }
}
