//! A token as the tagger sees it.

use crate::text::{Class, Shape, Token, is_apostrophe};

/// Letters of a word that its parts are taken from; the rest counts for the whole word alone.
const PARTS_OF: usize = 16;

/// A token as the features see it: hashes of its letters and parts, and its look. No string is
/// built. Letters are compared without case, digits count as one digit, a token set apart by a
/// tokeniser (`u . s .`) equals the one that is not.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// The token as it stands, with case; enough to know a word again.
    pub exact: u64,
    /// All its letters.
    pub fold: u32,
    /// Its first one to four letters; 0 where the word is not longer.
    pub starts: [u32; 4],
    /// Its last one to four letters; 0 where the word is not longer.
    pub ends: [u32; 4],
    /// Every three letters in a row, the edges of the word counting as letters; 0 after the last.
    pub grams: [u32; PARTS_OF],
    /// The run of capitals, small letters, digits and marks.
    pub shape: u32,
    /// How it is cased, or what it is if not a word.
    pub look: Look,
}

/// How a token looks at a glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// No capital.
    #[default]
    Lower,
    /// The first letter alone is a capital.
    Capitalised,
    /// Capitals only, two or more.
    Upper,
    /// Capitals within.
    Camel,
    /// A single capital.
    Initial,
    /// A number.
    Number,
    /// Letters with points.
    Dotted,
    /// Anything else.
    Mark,
}

impl Word {
    /// The word that `text` is, `token` being what the tokeniser says of it. Takes time linear in
    /// the length of the text.
    pub fn of(text: &str, token: &Token) -> Word {
        let mut word = Word {
            look: look(text, token),
            ..Word::default()
        };
        let mut exact: u64 = 0xcbf2_9ce4_8422_2325;
        let mut fold = START;
        let mut shape = START;
        let mut kind_before = ' ';
        let mut letters = ['\0'; PARTS_OF];
        let mut length = 0;
        let mut tail = ['\0'; 4];
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            exact = (exact ^ u64::from(u32::from(c))).wrapping_mul(0x0000_0100_0000_01b3);
            let kind = kind_of(c);
            if kind != kind_before {
                shape = step(shape, kind);
                kind_before = kind;
            }
            for small in folded(c) {
                fold = step(fold, small);
                if length < PARTS_OF {
                    letters[length] = small;
                }
                length += 1;
                tail.rotate_left(1);
                tail[3] = small;
            }
        }
        word.exact = exact ^ (exact >> 29);
        word.fold = settle(fold);
        word.shape = settle(shape);
        word.cut(&letters[..length.min(PARTS_OF)], length, tail);
        word
    }

    fn cut(&mut self, letters: &[char], length: usize, tail: [char; 4]) {
        for size in 1..=4.min(length.saturating_sub(1)) {
            self.starts[size - 1] = settle(letters[..size].iter().fold(START, |h, &c| step(h, c)));
            self.ends[size - 1] = settle(tail[4 - size..].iter().fold(START, |h, &c| step(h, c)));
        }
        if length < 3 {
            return;
        }
        let at = |place: usize| match place.checked_sub(1) {
            None => '^',
            Some(place) => letters.get(place).copied().unwrap_or('$'),
        };
        for (place, gram) in self.grams.iter_mut().enumerate().take(length.min(PARTS_OF)) {
            *gram = settle((place..place + 3).fold(START, |h, place| step(h, at(place))));
        }
    }
}

/// The hash of a name's words in a row, [`Word::fold`] of the first being the hash of one.
pub fn joined(before: u32, word: u32) -> u32 {
    settle(before.rotate_left(13).wrapping_mul(0x9e37_79b1) ^ word)
}

const START: u32 = 0x811c_9dc5;

/// FNV-1a, a character at a time.
fn step(hash: u32, c: char) -> u32 {
    (hash ^ u32::from(c)).wrapping_mul(0x0100_0193)
}

/// Spreads a hash over all bits; never 0, which stands for nothing. (The finaliser is "lowbias32"
/// of Chris Wellons.)
pub(super) fn settle(mut hash: u32) -> u32 {
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x7feb_352d);
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x846c_a68b);
    hash ^= hash >> 16;
    hash.max(1)
}

fn folded(c: char) -> impl Iterator<Item = char> {
    let plain = match c {
        c if c.is_ascii_digit() => '0',
        c if is_apostrophe(c) => '\'',
        '–' | '‑' => '-',
        c => c,
    };
    plain.to_lowercase()
}

fn kind_of(c: char) -> char {
    match c {
        c if c.is_uppercase() => 'X',
        c if c.is_alphabetic() => 'x',
        c if c.is_numeric() => '0',
        c => c,
    }
}

fn look(text: &str, token: &Token) -> Look {
    match (token.class, token.shape) {
        (Class::Mark | Class::Clitic, _) => Look::Mark,
        (Class::Number, _) => Look::Number,
        (Class::Dotted, Shape::Lower) => Look::Lower,
        (Class::Dotted, _) => Look::Dotted,
        (_, Shape::Capitalised) if text.chars().nth(1).is_none() => Look::Initial,
        (_, Shape::Capitalised) => Look::Capitalised,
        (_, Shape::Upper) => Look::Upper,
        (_, Shape::Camel | Shape::Humped) => Look::Camel,
        (_, Shape::Lower | Shape::Caseless) => Look::Lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn word(text: &str) -> Word {
        let tokens = tokens(text);
        assert_eq!(tokens.len(), 1, "{text} is one token");
        Word::of(text, &tokens[0])
    }

    #[test]
    fn case_and_digits_make_no_other_word_but_another_look() {
        assert_eq!(word("NATO").fold, word("nato").fold);
        assert_eq!(word("1999").fold, word("2016").fold);
        assert_ne!(word("NATO").exact, word("nato").exact);
        assert_eq!(word("NATO").look, Look::Upper);
        assert_eq!(word("nato").look, Look::Lower);
    }

    #[test]
    fn a_word_set_apart_by_a_tokeniser_is_the_same_word() {
        assert_eq!(word("u . s .").fold, word("U.S.").fold);
    }

    #[test]
    fn parts_are_shared_by_words_that_share_letters() {
        assert_eq!(word("Moscow").starts, word("Moscovite").starts);
        assert_eq!(word("Kislyak").ends[2], word("Novyak").ends[2]);
        assert_eq!(word("it").starts[1], 0, "a part is shorter than the word");
    }

    #[test]
    fn a_long_word_is_read_to_its_end() {
        let long = "a".repeat(100_000);
        assert_ne!(word(&long).fold, word(&format!("{long}b")).fold);
        assert_ne!(word(&long).ends, word(&format!("{long}b")).ends);
    }
}
