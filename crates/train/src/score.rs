//! Measuring: names found against names annotated, strictly, by span and kind.
//!
//! A leading article and a trailing possessive are ignored on both sides. Only persons,
//! organisations and places count.

use std::collections::BTreeSet;
use std::ops::Range;

use dossier_engine::document;
use dossier_engine::mention::tagger::{Model, Tagger};
use dossier_engine::mention::{self, Kind};
use dossier_engine::text::{sentence_ranges, tokens};

use crate::labels::{KINDS, OUTSIDE};
use crate::sentence::{Dress, Written};
use crate::sets::{Annotated, AnnotatedSentence};

/// The kinds that count.
const COUNTED: [Kind; 3] = [Kind::Person, Kind::Organisation, Kind::Place];

/// A name in a set: its first word, the word after its last, its kind.
type Found = BTreeSet<(usize, usize, Kind)>;

/// How many names were right, found, and there to be found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    right: usize,
    found: usize,
    there: usize,
}

impl Tally {
    fn of<T: Ord>(found: &BTreeSet<T>, there: &BTreeSet<T>) -> Self {
        Self {
            right: found.intersection(there).count(),
            found: found.len(),
            there: there.len(),
        }
    }

    /// Harmonic mean of precision and recall, in per cent.
    pub fn f1(self) -> f64 {
        200.0 * self.right as f64 / ((self.found + self.there) as f64).max(1.0)
    }
}

/// A set's figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Span and kind.
    pub strict: Tally,
    /// Span alone.
    pub span: Tally,
    /// Span and kind, kind by kind: person, organisation, place.
    pub kinds: [Tally; 3],
}

/// Measures the tagger alone on a set, written in a dress as one document.
pub fn measure(model: &Model, set: &[AnnotatedSentence], dress: Dress) -> Figures {
    let words: Vec<&Annotated> = set.iter().flatten().collect();
    let found = find(model, set, dress, &words);
    figures(found.into_iter().map(|(name, _)| name).collect(), &words)
}

/// Measures all recognisers together, likewise, with a model or without.
pub fn measure_all(model: Option<&Model>, set: &[AnnotatedSentence], dress: Dress) -> Figures {
    let words: Vec<&Annotated> = set.iter().flatten().collect();
    let written = written(set, dress);
    let document = document::read("set.txt", written.text.as_bytes());
    let found = document.iter().flat_map(|document| {
        let offsets = document.offsets();
        mention::recognise(document, model)
            .into_iter()
            .filter(|mention| COUNTED.contains(&mention.kind))
            .map(|mention| {
                let place = written.words_at(offsets.original_of(mention.span).range());
                trimmed(place, mention.kind, &words)
            })
            .collect::<Vec<_>>()
    });
    figures(found.collect(), &words)
}

fn figures(found: Found, words: &[&Annotated]) -> Figures {
    let there = there(words);
    let spans = |names: &Found| names.iter().map(|name| (name.0, name.1)).collect();
    let of_kind = |names: &Found, kind| -> Found {
        names
            .iter()
            .filter(|name| name.2 == kind)
            .copied()
            .collect()
    };
    Figures {
        strict: Tally::of(&found, &there),
        span: Tally::of::<(usize, usize)>(&spans(&found), &spans(&there)),
        kinds: COUNTED.map(|kind| Tally::of(&of_kind(&found, kind), &of_kind(&there, kind))),
    }
}

/// For each name that a model finds in a set: how surely, as a place in its table, and whether it
/// is right.
pub fn verdicts(model: &Model, set: &[AnnotatedSentence], dress: Dress) -> Vec<(usize, bool)> {
    let words: Vec<&Annotated> = set.iter().flatten().collect();
    let there = there(&words);
    find(model, set, dress, &words)
        .into_iter()
        .map(|(name, margin)| (model.sureness(margin), there.contains(&name)))
        .collect()
}

/// The names a model finds, with their margins.
fn find(
    model: &Model,
    set: &[AnnotatedSentence],
    dress: Dress,
    words: &[&Annotated],
) -> Vec<((usize, usize, Kind), i32)> {
    let written = written(set, dress);
    let tokens = tokens(&written.text);
    let sentences = sentence_ranges(&written.text, &tokens);
    let names = Tagger::new(model).names(&written.text, &tokens, &sentences);
    let bytes = |range: Range<usize>| {
        tokens[range.start].span.start as usize..tokens[range.end - 1].span.end as usize
    };
    names
        .into_iter()
        .filter(|name| COUNTED.contains(&name.kind))
        .map(|name| {
            let place = written.words_at(bytes(name.tokens));
            (trimmed(place, name.kind, words), name.margin)
        })
        .collect()
}

fn written(set: &[AnnotatedSentence], dress: Dress) -> Written {
    let mut written = Written::default();
    for sentence in set {
        written.write(sentence, dress);
    }
    written
}

fn there(words: &[&Annotated]) -> Found {
    let mut names: Vec<(Range<usize>, Kind)> = Vec::new();
    let mut before = OUTSIDE;
    for (place, word) in words.iter().enumerate() {
        let label = word.label;
        let goes_on =
            label != OUTSIDE && label % 2 == 0 && (before == label || before + 1 == label);
        if goes_on && let Some((name, _)) = names.last_mut() {
            name.end = place + 1;
        } else if label != OUTSIDE {
            names.push((place..place + 1, KINDS[(label - 1) / 2]));
        }
        before = label;
    }
    names
        .into_iter()
        .filter(|(_, kind)| COUNTED.contains(kind))
        .map(|(name, kind)| trimmed(name, kind, words))
        .collect()
}

/// A name without leading article and trailing possessive.
fn trimmed(mut name: Range<usize>, kind: Kind, words: &[&Annotated]) -> (usize, usize, Kind) {
    let is = |place: usize, list: &[&str]| {
        list.iter()
            .any(|word| words[place].word.eq_ignore_ascii_case(word))
    };
    while name.len() > 1 && is(name.start, &["the", "a", "an"]) {
        name.start += 1;
    }
    while name.len() > 1 && is(name.end - 1, &["'s", "'", "’s", "’"]) {
        name.end -= 1;
    }
    (name.start, name.end, kind)
}
