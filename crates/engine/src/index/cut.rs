//! Cuts texts into folded words; search, index and query all read words so.

use crate::document::{Document, Role};
use crate::text::Span;
use crate::text::fold::put_folded;

/// Bytes of a word, folded. What goes on without a break for longer is cut into several words, so
/// that a word is never more than a word.
pub const LONGEST_WORD: usize = 64;

/// Positions that are left free between two parts, so that no phrase reaches from one into the
/// next. More than [`crate::query::FARTHEST`].
pub(super) const BETWEEN_PARTS: u32 = 40;

/// Gives the words of a text, folded, with their places in the text itself: runs of letters and
/// digits of the folded text. Apostrophes and hyphens part words, so that all their forms are
/// found alike. Linear in the text; nothing is kept.
///
/// The words are those of [`crate::text::fold::Folded`]; plain ASCII is taken in strides.
pub fn each_word(text: &str, mut take: impl FnMut(&str, Span)) {
    let mut word = Word::default();
    let mut piece = String::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        at += plain_stride(&text.as_bytes()[at..]);
        if at > start {
            let letters = &text[start..at];
            let place = Span::new(start, at);
            if word.is_empty() && is_lower(letters) && is_plain_end(text.as_bytes().get(at)) {
                take(letters, place);
                at += 1;
            } else {
                word.put(letters, place, &mut take);
            }
            continue;
        }
        let Some(ch) = text[at..].chars().next() else {
            break;
        };
        let place = Span::new(at, at + ch.len_utf8());
        at += ch.len_utf8();
        if ch.is_whitespace() {
            word.end(&mut take);
            continue;
        }
        piece.clear();
        put_folded(ch, &mut piece);
        if piece.is_empty() {
            word.reach(place);
        }
        for (start, letter) in piece.char_indices() {
            match letter.is_alphanumeric() {
                true => word.put(&piece[start..start + letter.len_utf8()], place, &mut take),
                false => word.end(&mut take),
            }
        }
    }
    word.end(&mut take);
}

/// Whether letters and digits of ASCII are folded as they are.
fn is_lower(letters: &str) -> bool {
    !letters.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// Whether nothing that comes next could belong to the word: not even an accent.
fn is_plain_end(next: Option<&u8>) -> bool {
    next.is_none_or(
        |byte| matches!(byte, b' '..=b'/' | b':'..=b'@' | b'['..=b'_' | b'{'..=b'~' | b'\n'),
    )
}

/// How many letters and digits of ASCII come first.
fn plain_stride(bytes: &[u8]) -> usize {
    let is_plain = |byte: &&u8| byte.is_ascii_alphanumeric();
    let stride = bytes.iter().take(LONGEST_WORD).take_while(is_plain);
    stride.count()
}

/// A word while it is read.
#[derive(Default)]
struct Word {
    folded: String,
    place: Span,
}

impl Word {
    fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// Takes letters and digits in: ASCII, or folded ones.
    fn put(&mut self, letters: &str, place: Span, take: &mut impl FnMut(&str, Span)) {
        if self.folded.len() + letters.len() > LONGEST_WORD {
            self.end(take);
        }
        if self.is_empty() {
            self.place.start = place.start;
        }
        self.folded.push_str(letters);
        self.place.end = place.end;
    }

    /// Takes in a character that leaves nothing: an accent, a soft hyphen.
    fn reach(&mut self, place: Span) {
        if !self.is_empty() {
            self.place.end = place.end;
        }
    }

    fn end(&mut self, take: &mut impl FnMut(&str, Span)) {
        if !self.is_empty() {
            self.folded.make_ascii_lowercase();
            take(&self.folded, self.place);
            self.folded.clear();
        }
    }
}

/// A word of a document.
pub(super) struct Place<'a> {
    /// The word, folded.
    pub word: &'a str,
    /// Its number among the document's words: one more than that of the word before in its part,
    /// and far from those of other parts.
    pub position: u32,
    /// Its part, by its place in the document.
    pub part: usize,
    /// What its part is to the document.
    pub role: Role,
}

/// Gives the words of a document's parts, in reading order.
pub(super) fn each_place(document: &Document, mut take: impl FnMut(Place<'_>)) {
    let text = document.text.once();
    let mut position = 0;
    for (place, part) in document.parts.iter().enumerate() {
        each_word(part.span.of(&text), |word, _| {
            take(Place {
                word,
                position,
                part: place,
                role: part.role,
            });
            position += 1;
        });
        position += BETWEEN_PARTS;
    }
}

/// The words of a short text, folded.
pub fn words(text: &str) -> Vec<String> {
    let mut words = vec![];
    each_word(text, |word, _| words.push(word.to_owned()));
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fold::{Folded, fold};

    /// The same by way of the whole folded text.
    fn words_of_folded(text: &str) -> Vec<(String, Span)> {
        let folded = Folded::of(text);
        let mut words = vec![];
        let mut start = 0;
        for run in folded
            .text()
            .split_inclusive(|c: char| !c.is_alphanumeric())
        {
            let word = run.trim_end_matches(|c: char| !c.is_alphanumeric());
            if !word.is_empty() {
                let span = folded.source_of(Span::new(start, start + word.len()));
                words.push((word.to_owned(), span));
            }
            start += run.len();
        }
        words
    }

    /// The same but for characters that leave nothing behind half of one that leaves two words.
    fn is_alike(
        text: &str,
        (word, span): &(String, Span),
        (other, wider): &(String, Span),
    ) -> bool {
        let unseen = text.get(span.end as usize..wider.end as usize);
        word == other
            && span.start == wider.start
            && unseen.is_some_and(|text| fold(text).is_empty())
    }

    fn words_with_places(text: &str) -> Vec<(String, Span)> {
        let mut words = vec![];
        each_word(text, |word, span| words.push((word.to_owned(), span)));
        words
    }

    #[test]
    fn words_end_where_letters_and_digits_do() {
        assert_eq!(
            words("The state’s high-tech\nsector, APT29."),
            ["the", "state", "s", "high", "tech", "sector", "apt29"]
        );
        assert_eq!(
            words("E\u{301}MILIE soft\u{ad}ly ½"),
            ["emilie", "softly", "1", "2"]
        );
        assert_eq!(words(" —…\u{0} "), [""; 0]);
    }

    #[test]
    fn a_run_without_end_is_many_words() {
        let pieces = words(&"x".repeat(10 * LONGEST_WORD + 1));
        assert_eq!((pieces.len(), pieces[10].as_str()), (11, "x"));
        let pieces = words(&"é".repeat(LONGEST_WORD + 1));
        assert_eq!(
            (pieces.len(), pieces[0].len(), pieces[1].as_str()),
            (2, LONGEST_WORD, "e")
        );
    }

    proptest! {
        #[test]
        fn words_are_those_of_the_folded_text(
            text in "[ \\n\u{ad}\u{300}-\u{305}A-Zßa-z’½\u{1}-]{0,60}|\\PC{0,40}",
        ) {
            let (words, expected) = (words_with_places(&text), words_of_folded(&text));
            prop_assert_eq!(words.len(), expected.len());
            for (word, expected) in words.iter().zip(&expected) {
                prop_assert!(is_alike(&text, word, expected), "{:?} {:?}", word, expected);
            }
        }
    }
}
