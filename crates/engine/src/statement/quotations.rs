//! What stands between quotation marks.

use std::ops::Range;

use crate::document::Role;
use crate::mention::Words;
use crate::text::{Class, Gap};

/// A quotation: its marks, and the tokens between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// The mark that opens it.
    pub(super) open: usize,
    /// The mark that closes it; the end of the part if it is not closed there.
    pub(super) close: usize,
}

impl Quotation {
    pub(super) fn inside(self) -> Range<usize> {
        self.open + 1..self.close
    }
}

/// The quotations of each part, in order; those within others are left to the others. One that is not
/// closed in its part ends with it if the next part goes on with it, as long speeches do.
pub(super) fn quotations(words: &Words, parts: &[(Range<usize>, Role)]) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    for (place, (part, _)) in parts.iter().enumerate() {
        let mut open: Option<usize> = None;
        for at in part.clone() {
            match open {
                None if opens(words, at) => open = Some(at),
                Some(opened) if closes(words, opened, at) => {
                    quotations.push(Quotation {
                        open: opened,
                        close: at,
                    });
                    open = None;
                }
                _ => {}
            }
        }
        let goes_on = |open: usize| {
            let next = parts.get(place + 1).map(|(next, _)| next.start);
            next.is_some_and(|next| next < words.len() && words.raw(next) == words.raw(open))
        };
        if let Some(open) = open.filter(|&open| goes_on(open)) {
            quotations.push(Quotation {
                open,
                close: part.end,
            });
        }
    }
    quotations.retain(|quotation| !quotation.inside().is_empty());
    quotations
}

fn opens(words: &Words, at: usize) -> bool {
    let touches_next = at + 1 < words.len() && words.tokens[at + 1].gap == Gap::None;
    match words.raw(at) {
        "“" | "\"" | "„" | "«" => true,
        "‘" => touches_next,
        _ => false,
    }
}

fn closes(words: &Words, open: usize, at: usize) -> bool {
    let mark = words.raw(at);
    match words.raw(open) {
        "‘" => mark == "’" && words.tokens[at].class == Class::Mark,
        "\"" => mark == "\"",
        "«" => mark == "»",
        _ => matches!(mark, "”" | "\""),
    }
}
