//! Listed names, where they stand in a document.

use std::ops::Range;

use super::{Casing, Sentence, Words};
use crate::mention::lexicon::{Entry, Form, Is, Lexicon, List, is_skipped};
use crate::text::{Class, Shape};

/// A listed name where it stands: a range of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) entry: Entry,
}

/// For each of so many tokens and the end, how many of the names, which are in the order of their
/// first words, begin before it.
pub(super) fn counts_before(phrases: &[Phrase], tokens: usize) -> Vec<u32> {
    let mut counts = vec![0; tokens + 1];
    for phrase in phrases {
        counts[phrase.start + 1] += 1;
    }
    let mut sum = 0;
    for count in &mut counts {
        sum += *count;
        *count = sum;
    }
    counts
}

impl Words<'_> {
    pub(super) fn find_phrases(&self, lexicon: &Lexicon) -> Vec<Phrase> {
        let mut phrases = Vec::new();
        let mut key = String::new();
        for sentence in &self.sentences {
            for start in sentence.tokens.clone() {
                let longest = self.entry(start).longest;
                if longest > 0 {
                    self.find_phrases_at(start, sentence, longest, lexicon, &mut key, &mut phrases);
                }
            }
        }
        phrases
    }

    fn find_phrases_at(
        &self,
        start: usize,
        sentence: &Sentence,
        longest: usize,
        lexicon: &Lexicon,
        key: &mut String,
        phrases: &mut Vec<Phrase>,
    ) {
        key.clear();
        let mut count = 0;
        for at in start..sentence.tokens.end {
            let skipped = is_skipped(self.text, &self.tokens[at]);
            if at > start && (skipped || self.tokens[at].class == Class::Clitic && count == longest)
            {
                continue;
            }
            if count == longest {
                return;
            }
            if count > 0 {
                key.push(' ');
            }
            key.push_str(self.word(at));
            count += 1;
            for &entry in lexicon.phrase(key) {
                if self.is_cased_as(start..at + 1, entry) {
                    phrases.push(Phrase {
                        start,
                        end: at + 1,
                        entry,
                    });
                }
            }
        }
    }

    /// Whether a listed name is cased as its list and its sentence let expect.
    fn is_cased_as(&self, tokens: Range<usize>, entry: Entry) -> bool {
        if entry.list == List::Roles {
            return true;
        }
        let (first, last) = (tokens.start, tokens.end - 1);
        let single = tokens.len() == 1;
        let plain_word = single && (self.is(first, Is::Ordinary) || self.word(first).len() < 2);
        let dotted = self.tokens[first].class == Class::Dotted;
        let capital =
            |at: usize| self.shape(at).is_capitalised() || self.shape(at) == Shape::Caseless;
        match (self.casing(first), entry.form) {
            (_, Form::Acronym) if dotted => true,
            (Casing::Mixed | Casing::Title, Form::Acronym) => self.shape(first) == Shape::Upper,
            (Casing::Capitals, Form::Acronym) => !plain_word || entry.list == List::Countries,
            (Casing::Mixed, Form::Name) => {
                let due_to_place = single && self.is_initial(first) && plain_word;
                capital(first) && (capital(last) || !single) && !due_to_place
            }
            (Casing::Mixed, Form::Plain) => {
                self.shape(last).is_capitalised()
                    || self.shape(first) != Shape::Lower
                    || !plain_word
            }
            (Casing::Title, _) => capital(first) && !plain_word,
            (Casing::Capitals | Casing::Lower, _) => !plain_word,
        }
    }
}
