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
pub const COUNTED: [Kind; 3] = [Kind::Person, Kind::Organisation, Kind::Place];

/// A name in a set: its first word, the word after its last, its kind.
pub type Name = (usize, usize, Kind);

/// Names found in a set, and those there to be found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    /// What was found.
    pub found: BTreeSet<Name>,
    /// What was annotated.
    pub there: BTreeSet<Name>,
}

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

/// Judges the tagger alone on a set, written in a dress as one document.
pub fn judge_tagger(model: &Model, set: &[AnnotatedSentence], dress: Dress) -> Judged {
    let words: Vec<&Annotated> = set.iter().flatten().collect();
    let found = find(model, set, dress, &words);
    Judged {
        found: found.into_iter().map(|(name, _)| name).collect(),
        there: there(&words),
    }
}

/// Judges all recognisers together, likewise, with a model or without.
pub fn judge_all(model: Option<&Model>, set: &[AnnotatedSentence], dress: Dress) -> Judged {
    let words: Vec<&Annotated> = set.iter().flatten().collect();
    let found = mentioned(model, set, dress);
    Judged {
        found: found.into_iter().map(|(name, _)| name).collect(),
        there: there(&words),
    }
}

/// Judges findings: bytes of the set written in the dress as one document, and their kinds.
pub fn judge(
    set: &[AnnotatedSentence],
    dress: Dress,
    findings: impl Iterator<Item = (Range<usize>, Kind)>,
) -> Judged {
    let words: Vec<&Annotated> = set.iter().flatten().collect();
    let written = written(set, dress);
    Judged {
        found: findings
            .map(|(place, kind)| trimmed(written.words_at(place), kind, &words))
            .collect(),
        there: there(&words),
    }
}

/// What all recognisers together find of the kinds that count, and how surely in per cent.
pub fn mentioned(
    model: Option<&Model>,
    set: &[AnnotatedSentence],
    dress: Dress,
) -> Vec<(Name, u8)> {
    let words: Vec<&Annotated> = set.iter().flatten().collect();
    let written = written(set, dress);
    let Ok(document) = document::read("set.txt", written.text.as_bytes()) else {
        return Vec::new();
    };
    let offsets = document.offsets();
    mention::recognise(&document, model)
        .into_iter()
        .filter(|mention| COUNTED.contains(&mention.kind))
        .map(|mention| {
            let place = written.words_at(offsets.original_of(mention.span).range());
            let percent = mention.confidence.as_percent();
            (trimmed(place, mention.kind, &words), percent)
        })
        .collect()
}

impl Judged {
    /// The figures that this comes to.
    pub fn figures(&self) -> Figures {
        let spans = |names: &BTreeSet<Name>| names.iter().map(|name| (name.0, name.1)).collect();
        let of_kind = |names: &BTreeSet<Name>, kind| -> BTreeSet<Name> {
            let of_kind = names.iter().filter(|name| name.2 == kind);
            of_kind.copied().collect()
        };
        Figures {
            strict: Tally::of(&self.found, &self.there),
            span: Tally::of::<(usize, usize)>(&spans(&self.found), &spans(&self.there)),
            kinds: COUNTED
                .map(|kind| Tally::of(&of_kind(&self.found, kind), &of_kind(&self.there, kind))),
        }
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
) -> Vec<(Name, i32)> {
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

/// A set in a dress, as one document: a sentence is a paragraph.
pub fn written(set: &[AnnotatedSentence], dress: Dress) -> Written {
    let mut written = Written::default();
    for sentence in set {
        written.write(sentence, dress);
    }
    written
}

fn there(words: &[&Annotated]) -> BTreeSet<Name> {
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
fn trimmed(mut name: Range<usize>, kind: Kind, words: &[&Annotated]) -> Name {
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
