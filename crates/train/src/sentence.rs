//! Annotated words become text as people write it, and the engine's tokens over it.

use std::ops::Range;

use dossier_engine::text::{Token, tokens};

use crate::labels::LabelSet;
use crate::sets::AnnotatedSentence;

/// How a sentence is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    /// As people write.
    Natural,
    /// Without capitals.
    Lower,
    /// Without capitals, words and marks set apart by spaces.
    Tokenised,
}

impl Dress {
    /// All, in the order of the tables.
    pub const ALL: [Dress; 3] = [Dress::Natural, Dress::Lower, Dress::Tokenised];
}

/// Annotated words written as text.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Where each annotated word begins in it; bytes, rising.
    pub starts: Vec<usize>,
}

impl Written {
    /// Writes one more sentence, as a paragraph of its own.
    pub fn write(&mut self, sentence: &AnnotatedSentence, dress: Dress) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let begin = self.text.len();
        let mut quotes_open = false;
        for annotated in sentence {
            let word = match dress {
                Dress::Natural => annotated.word.clone(),
                Dress::Lower => annotated.word.to_lowercase(),
                Dress::Tokenised => set_apart(&annotated.word.to_lowercase()),
            };
            let closes = word == "\"" && quotes_open;
            quotes_open ^= word == "\"";
            let touches = dress != Dress::Tokenised
                && (closes || touches_left(&word) || touches_right(&self.text[begin..]));
            if self.text.len() > begin && !touches {
                self.text.push(' ');
            }
            self.starts.push(self.text.len());
            self.text.push_str(&word);
        }
    }

    /// The annotated word that the byte at `at` belongs to.
    pub fn word_at(&self, at: usize) -> usize {
        self.starts
            .partition_point(|&start| start <= at)
            .saturating_sub(1)
    }

    /// The annotated words that a range of bytes covers.
    pub fn words_at(&self, bytes: Range<usize>) -> Range<usize> {
        self.word_at(bytes.start)..self.word_at(bytes.end.saturating_sub(1)) + 1
    }
}

fn touches_left(word: &str) -> bool {
    matches!(
        word,
        "." | ","
            | ":"
            | ";"
            | "!"
            | "?"
            | ")"
            | "]"
            | "}"
            | "%"
            | "”"
            | "…"
            | "..."
            | "'s"
            | "’s"
            | "n't"
            | "'re"
            | "'ve"
            | "'ll"
            | "'d"
            | "'m"
            | "'"
    )
}

fn touches_right(text: &str) -> bool {
    let mut last = text.chars().rev();
    match last.next() {
        Some('(' | '[' | '{' | '$' | '“' | '£' | '€' | '#' | '@') => true,
        Some('"') => last.next().is_none_or(char::is_whitespace),
        _ => false,
    }
}

/// Runs of letters and digits, and every mark by itself.
fn set_apart(word: &str) -> String {
    let mut out = String::with_capacity(word.len() * 2);
    let mut in_word = false;
    for c in word.chars().filter(|c| !c.is_whitespace()) {
        let letter = c.is_alphanumeric() || c == '_';
        if !out.is_empty() && !(letter && in_word) {
            out.push(' ');
        }
        out.push(c);
        in_word = letter;
    }
    out
}

/// A sentence to learn from: the engine's tokens and the labels possible for each.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// The sentence.
    pub text: String,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// For each token.
    pub possible: Vec<LabelSet>,
}

impl Lesson {
    /// The lesson that an annotated sentence is.
    pub fn of(sentence: &AnnotatedSentence, dress: Dress) -> Lesson {
        let mut written = Written::default();
        written.write(sentence, dress);
        let tokens = tokens(&written.text);
        let mut word_before = None;
        let possible = tokens
            .iter()
            .map(|token| {
                let word = written.word_at(token.span.start as usize);
                let possible = sentence[word].possible;
                let further = word_before.replace(word) == Some(word);
                if further {
                    possible.continued()
                } else {
                    possible
                }
            })
            .collect();
        Lesson {
            text: written.text,
            tokens,
            possible,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labels::{OUTSIDE, label_of};
    use crate::sets::Annotated;

    fn sentence(words: &str) -> AnnotatedSentence {
        words
            .split(' ')
            .map(|word| {
                let (word, tag) = word.split_once('/').unwrap_or((word, "O"));
                let label = label_of(tag).unwrap_or(OUTSIDE);
                Annotated {
                    word: word.to_owned(),
                    label,
                    possible: LabelSet::only(label),
                }
            })
            .collect()
    }

    fn written(words: &str, dress: Dress) -> String {
        let mut written = Written::default();
        written.write(&sentence(words), dress);
        written.text
    }

    #[test]
    fn words_are_written_as_people_write() {
        let words = "\" No , \" said Ann 's boss ( 40 ) .";
        assert_eq!(
            written(words, Dress::Natural),
            "\"No,\" said Ann's boss (40)."
        );
        assert_eq!(
            written("Ann 's 1.5 U.S. jobs", Dress::Tokenised),
            "ann ' s 1 . 5 u . s . jobs"
        );
    }

    #[test]
    fn a_word_in_two_pieces_is_one_name() {
        let lesson = Lesson::of(&sentence("Al-Hayat/B-ORG said"), Dress::Natural);
        let first = LabelSet::only(label_of("B-ORG").unwrap());
        let expected = [first, first.continued(), first.continued()];
        assert_eq!(lesson.possible[..3], expected);
        assert_eq!(lesson.possible[3], LabelSet::only(OUTSIDE));
    }
}
