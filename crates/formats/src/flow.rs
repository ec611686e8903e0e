//! A text put together block by block, as formats with markup yield it, and laid beside the
//! characters it was taken from.

use std::collections::VecDeque;

use dossier_engine::document::{Markup, Part, Role};
use dossier_engine::text::Span;

/// Blocks of text with an empty line between them.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub(crate) text: String,
    pub(crate) parts: Vec<Part>,
    /// Where the block begins that is being written.
    start: usize,
}

impl Flow {
    /// Adds text to the block, every run of white space as one space.
    pub(crate) fn push_flowing(&mut self, text: &str) {
        for ch in text.chars() {
            if !ch.is_ascii_whitespace() {
                self.text.push(ch);
            } else if self.text.len() > self.start && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    /// Adds text to the block as it is.
    pub(crate) fn push_verbatim(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A line of the block ends.
    pub(crate) fn end_line(&mut self) {
        if self.text.len() > self.start && !self.text.ends_with('\n') {
            self.trim_end();
            self.text.push('\n');
        }
    }

    /// Whether nothing is written in the block yet.
    pub(crate) fn is_at_start(&self) -> bool {
        self.text[self.start..].trim().is_empty()
    }

    /// Ends the block; its text is of this role. Returns whether there was any.
    pub(crate) fn end_block(&mut self, role: Role) -> bool {
        let block = &self.text[self.start..];
        let inner = block.trim();
        let from = self.start + (block.len() - block.trim_start().len());
        let end = from + inner.len();
        let any = !inner.is_empty();
        if any {
            self.parts.push(Part {
                span: Span::new(from, end),
                role,
            });
            self.text.truncate(end);
            self.text.push_str("\n\n");
        } else {
            self.text.truncate(self.start);
        }
        self.start = self.text.len();
        any
    }

    fn trim_end(&mut self) {
        let kept = self
            .text
            .trim_end_matches([' ', '\t'])
            .len()
            .max(self.start);
        self.text.truncate(kept);
    }

    /// The text without the empty line after its last block.
    pub(crate) fn finish(mut self) -> (String, Vec<Part>) {
        let kept = self.text.trim_end().len();
        self.text.truncate(kept);
        (self.text, self.parts)
    }
}

/// What stands at a place of an original and is read.
pub(crate) struct Piece {
    /// Where it stands, in bytes.
    pub(crate) span: Span,
    /// The character it is; none for a code.
    reads: Option<char>,
    /// How many characters it stands for, white space aside.
    count: u32,
}

impl Piece {
    /// A character as it is.
    pub(crate) fn of(span: Span, ch: char) -> Self {
        Self {
            span,
            reads: Some(ch),
            count: 1,
        }
    }

    /// A code that stands for a text.
    pub(crate) fn code(span: Span, text: &str) -> Self {
        let visible = text.chars().filter(|ch| !ch.is_ascii_whitespace());
        Self {
            span,
            reads: None,
            count: u32::try_from(visible.count()).unwrap_or(u32::MAX),
        }
    }

    /// The same at another place.
    pub(crate) fn at(self, span: Span) -> Self {
        Self { span, ..self }
    }

    fn may_be(&self, ch: char) -> bool {
        self.reads.is_none_or(|reads| reads == ch)
    }
}

/// How many pieces are looked through for two that fit.
const LOOK_AHEAD: usize = 256;

/// After how many characters in a row that fit nowhere the rest is not looked for.
const LOST: usize = 32;

/// Stretches of markup that are kept apart; the rest of a file that has more is one stretch.
const MOST_MARKUP: usize = 200_000;

/// Lays a text beside the pieces of the original it was taken from, both in order, white space
/// aside: what stands between two pieces that fit is markup. Of the pieces only those are held
/// that are looked through.
pub(crate) fn beside(
    original: &str,
    text: &str,
    pieces: impl IntoIterator<Item = Piece>,
) -> Vec<Markup> {
    let mut chars = text
        .char_indices()
        .filter(|(_, ch)| !ch.is_ascii_whitespace());
    let mut pieces = pieces.into_iter().fuse();
    let mut window = VecDeque::with_capacity(LOOK_AHEAD);
    let mut markup = Vec::new();
    // Both cursors stand after what fitted last.
    let (mut here, mut there) = (0, 0);
    let mut lost = 0;
    while let Some((at, ch)) = chars.next().filter(|_| markup.len() < MOST_MARKUP) {
        let follows = chars.clone().next().map(|(_, ch)| ch);
        window.extend(pieces.by_ref().take(LOOK_AHEAD - window.len()));
        let Some(found) = place_of(ch, follows, &window) else {
            lost += 1;
            if lost > LOST {
                break;
            }
            continue;
        };
        let Some(piece) = window.drain(..=found).next_back() else {
            break;
        };
        lost = 0;
        let others = (1..piece.count).map_while(|_| chars.next());
        let (last, ch) = others.last().unwrap_or((at, ch));
        let end = last + ch.len_utf8();
        let span = piece.span.range();
        push_markup(&mut markup, original, there..span.start, &text[here..at]);
        push_markup(&mut markup, original, span.clone(), &text[at..end]);
        (here, there) = (end, span.end);
    }
    push_markup(&mut markup, original, there..original.len(), &text[here..]);
    markup
}

/// The first piece that may be a character and the next piece what follows on it; at once the
/// first may be it whatever follows.
fn place_of(ch: char, follows: Option<char>, window: &VecDeque<Piece>) -> Option<usize> {
    let fits = |&at: &usize| {
        window[at].may_be(ch)
            && match (window.get(at + 1), follows) {
                (Some(piece), Some(follows)) => at == 0 || piece.may_be(follows),
                _ => true,
            }
    };
    (0..window.len()).find(fits)
}

fn push_markup(
    markup: &mut Vec<Markup>,
    original: &str,
    span: std::ops::Range<usize>,
    after: &str,
) {
    if original[span.clone()] != *after {
        markup.push(Markup {
            span: Span::new(span.start, span.end),
            after: after.to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use dossier_engine::document::Manuscript;

    use super::*;

    /// What stands between the characters that fit, as pairs of before and after; and the text.
    fn laid(original: &str, text: &str) -> (Vec<(String, String)>, String) {
        let visible = original
            .char_indices()
            .filter(|(_, ch)| !ch.is_whitespace() && *ch != '*');
        let pieces = visible.map(|(at, ch)| Piece::of(Span::new(at, at + ch.len_utf8()), ch));
        let markup = beside(original, text, pieces);
        let pairs = markup
            .iter()
            .map(|m| (m.span.of(original).to_owned(), m.after.clone()));
        let pairs = pairs.collect();
        let manuscript = Manuscript {
            original: original.to_owned(),
            markup,
            ..Manuscript::default()
        };
        (pairs, manuscript.text())
    }

    #[test]
    fn what_stands_between_is_markup() {
        let (markup, text) = laid("**It** \n rained.", "It rained.");
        let expected = [("**", ""), ("** \n ", " ")].map(|(a, b)| (a.into(), b.into()));
        assert_eq!(markup, expected);
        assert_eq!(text, "It rained.");
    }

    #[test]
    fn a_text_that_does_not_fit_is_kept_whole() {
        assert_eq!(laid("It rained.", "It snowed.").1, "It snowed.");
    }
}
