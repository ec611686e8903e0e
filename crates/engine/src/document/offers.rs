//! Offers: what may be damaged, but may also be meant. An editor decides; nothing is changed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::Span;
use crate::text::fold::fold;

/// A change that may put something right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What would be replaced, in [`super::Document::text`].
    pub span: Span,
    /// What would stand there.
    pub after: String,
    /// Why.
    pub doubt: Doubt,
}

/// Why a change is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Doubt {
    /// A word in two pieces that stands in one piece elsewhere: `in to`.
    SplitWord,
    /// Two words in one, of which one stands alone elsewhere: `intelligenceand`.
    JoinedWords,
    /// A word spelled as no other but for one letter of a word that stands elsewhere.
    Spelling,
    /// A bracket that is closed and was not opened.
    Bracket,
    /// No space after the end of a sentence.
    MissingSpace,
}

/// Bytes of the longest text in which doubts are looked for.
const LONGEST_TEXT: usize = 2 << 20;

/// How many there may be; with more, it is the looking that is wrong.
const MOST: usize = 200;

/// Letters of the shortest word whose spelling is doubted, or that is looked for in another.
const SHORTEST_WORD: usize = 8;

/// All offers, in the order of the text.
pub(super) fn offers(text: &str) -> Vec<Offer> {
    if text.len() > LONGEST_TEXT {
        return Vec::new();
    }
    let words = words(text);
    let book = Vocabulary::of(text, &words);
    let mut offers = split_words(text, &words, &book);
    offers.extend(words.iter().filter_map(|&span| {
        let word = fold(span.of(text));
        joined_words(span, &word, &book).or_else(|| spelling(span, &word, &book))
    }));
    offers.extend(brackets(text));
    offers.extend(missing_spaces(text, &words));
    offers.sort_by_key(|offer| offer.span);
    offers.truncate(MOST);
    offers
}

fn words(text: &str) -> Vec<Span> {
    let pieces = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let span = |word: &str| {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(at, at + word.len())
    };
    pieces.map(span).collect()
}

/// How often each word stands in a text, folded.
struct Vocabulary {
    counts: BTreeMap<String, u32>,
    /// Words that stand more than once, by what is left of them without one inner letter.
    shortened: BTreeMap<String, String>,
}

impl Vocabulary {
    fn of(text: &str, words: &[Span]) -> Self {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for span in words {
            *counts.entry(fold(span.of(text)).into_owned()).or_default() += 1;
        }
        let often = counts.iter().filter(|&(word, &n)| n > 1 && is_long(word));
        let shortened = often
            .flat_map(|(word, _)| inner_letters(word).map(|at| (without(word, at), word.clone())));
        Self {
            shortened: shortened.collect(),
            counts,
        }
    }

    fn count(&self, word: &str) -> u32 {
        self.counts.get(word).copied().unwrap_or_default()
    }
}

fn is_long(word: &str) -> bool {
    word.is_ascii() && word.len() >= SHORTEST_WORD
}

/// The letters of a word that an ending does not change.
fn inner_letters(word: &str) -> std::ops::Range<usize> {
    1..word.len().saturating_sub(3)
}

fn without(word: &str, at: usize) -> String {
    format!("{}{}", &word[..at], &word[at + 1..])
}

/// `in to` where the text has `into` elsewhere.
fn split_words(text: &str, words: &[Span], book: &Vocabulary) -> Vec<Offer> {
    let pairs = words.windows(2).filter_map(|pair| {
        let span = Span {
            start: pair[0].start,
            end: pair[1].end,
        };
        let joined = match span.of(text) {
            "in to" => "into",
            "on to" => "onto",
            _ => return None,
        };
        (book.count(joined) > 0).then(|| Offer {
            span,
            after: joined.into(),
            doubt: Doubt::SplitWord,
        })
    });
    pairs.collect()
}

/// A word that stands once, made of one that stands elsewhere and a small word.
fn joined_words(span: Span, word: &str, book: &Vocabulary) -> Option<Offer> {
    const SMALL: [&str; 12] = [
        "and", "the", "that", "with", "from", "was", "were", "which", "have", "has", "for", "their",
    ];
    if book.count(word) > 1 || span.len() != word.len() {
        return None;
    }
    let small = SMALL.iter().find(|small| {
        let first = word.strip_suffix(**small).unwrap_or_default();
        is_long(first) && book.count(first) > 0
    })?;
    let (first, _) = word.split_at(word.len() - small.len());
    Some(Offer {
        span,
        after: format!("{first} {small}"),
        doubt: Doubt::JoinedWords,
    })
}

/// A word that stands once and lacks an inner letter of one that stands more often.
fn spelling(span: Span, word: &str, book: &Vocabulary) -> Option<Offer> {
    if !is_long(word) || book.count(word) > 1 || span.len() != word.len() {
        return None;
    }
    let right = book.shortened.get(word)?;
    Some(Offer {
        span,
        after: right.clone(),
        doubt: Doubt::Spelling,
    })
}

/// A closing bracket without an opening one in its sentence.
fn brackets(text: &str) -> Vec<Offer> {
    let mut offers = Vec::new();
    let (mut open, mut sentence) = (0_usize, 0);
    let mut before = '\n';
    for (at, ch) in text.char_indices() {
        match ch {
            '\n' => (open, sentence) = (0, at + 1),
            '(' => open += 1,
            ')' if open == 0 && is_lone(text, sentence, at) => offers.push(Offer {
                span: Span::new(sentence, at + 1),
                after: format!("( {}", &text[sentence..=at]),
                doubt: Doubt::Bracket,
            }),
            ')' => {
                open = open.saturating_sub(1);
                sentence = at + 1;
            }
            ' ' if sentence == at || matches!(before, '.' | '!' | '?') && open == 0 => {
                sentence = at + 1;
            }
            _ => {}
        }
        before = ch;
    }
    offers
}

/// Whether a bracket ends a few words, and not a number of a list or a face.
fn is_lone(text: &str, sentence: usize, at: usize) -> bool {
    const LONGEST: usize = 80;
    let words = text[sentence..at].trim();
    let last = words.rsplit(' ').next().unwrap_or_default();
    words.len() <= LONGEST && words.contains(' ') && last.len() > 2
}

/// `ended.The`, which is no host, file or abbreviation.
fn missing_spaces(text: &str, words: &[Span]) -> Vec<Offer> {
    let pairs = words.windows(2).filter_map(|pair| {
        let (first, second) = (pair[0].of(text), pair[1].of(text));
        let dot = Span {
            start: pair[0].end,
            end: pair[1].start,
        };
        let small = first.len() > 2 && first.chars().all(char::is_lowercase);
        let rest = second.strip_prefix(char::is_uppercase)?;
        let sentence = rest.len() > 1 && rest.chars().all(char::is_lowercase);
        (dot.of(text) == "." && small && sentence).then(|| Offer {
            span: dot,
            after: ". ".into(),
            doubt: Doubt::MissingSpace,
        })
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is offered, as `before → after`.
    fn check(text: &str, expected: &[&str]) {
        let offers = offers(text);
        let shown: Vec<String> = offers
            .iter()
            .map(|offer| format!("{} → {}", offer.span.of(text), offer.after))
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_word_in_pieces_is_offered_whole_if_it_stands_so_elsewhere() {
        check(
            "They broke into one and hacked in to another.",
            &["in to → into"],
        );
        check("They came in to rest.", &[]);
    }

    #[test]
    fn two_words_in_one_are_offered_apart() {
        check(
            "The harbourmaster, the harbourmasterand her cat.",
            &["harbourmasterand → harbourmaster and"],
        );
        check("An island, and a mainland.", &[]);
    }

    #[test]
    fn a_word_that_lacks_a_letter_is_offered_with_it() {
        check(
            "Harlingen is far. In Harlingen it rains. See Harligen.",
            &["Harligen → harlingen"],
        );
        check("A statement, two statements, two statements.", &[]);
    }

    #[test]
    fn a_bracket_that_was_not_opened_is_offered() {
        check(
            "You are here. Log out / Change )",
            &["Log out / Change ) → ( Log out / Change )"],
        );
        check("(It rained. It stopped.) 1) one, a) two :)", &[]);
    }

    #[test]
    fn a_sentence_without_a_space_before_it_is_offered_one() {
        check("It rained.Then it stopped. See example.com.", &[". → . "]);
    }
}
