//! The statistical recogniser: a linear-chain conditional random field over hashed features.
//!
//! What it knows stands in a [`Model`], which `crates/train` makes and which is handed in as bytes.
//! It looks at each word, its parts, its neighbours, what the lexicon says of them, and takes the
//! best labels of a whole sentence. All arithmetic is on integers: the same text has the same names
//! on every machine. Takes time linear in the length of the text.

mod features;
mod lexicon;
mod model;
mod path;
#[cfg(test)]
mod tests;
mod weights;
mod word;

use std::ops::Range;

pub use features::{Casing, KEY_BITS, Seat, Seen, features, see, window_features, word_features};
pub use lexicon::{Entry, Lexicon, NAME_BITS, name_of};
pub use model::{Damaged, FORBIDDEN, MAGIC, Model, SURE, checksum};
pub use path::{FINE, Label};
pub use weights::LANES;
pub use word::{Look, Word, joined};

use crate::mention::{Confidence, Kind};
use crate::text::{Shape, Token};
use features::EDGE;
use path::Paths;
use weights::Scores;

/// Tokens that are labelled together, at most; a longer sentence is cut.
const LONGEST_SENTENCE: usize = 256;

/// Words whose scores are kept; a power of two.
const WORDS_KEPT: usize = 8192;

/// A name that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The tokens it consists of, by their place in the text.
    pub tokens: Range<usize>,
    /// What sort of thing it names.
    pub kind: Kind,
    /// How much better its labels fit than any others, in the steps of the model.
    pub margin: i32,
    /// How likely it is right, by its margin.
    pub confidence: Confidence,
}

/// Finds names by a [`Model`]; keeps room to work in, so that one is used for many texts.
#[derive(Clone, Debug)]
pub struct Tagger<'a> {
    model: &'a Model,
    kept: Vec<Kept>,
    edge: [Scores; 5],
    seen: Vec<Seen>,
    scores: Vec<Scores>,
    labels: Vec<Label>,
    margins: Vec<i32>,
    paths: Paths,
}

/// What a word says by itself, to itself and to its neighbours.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    /// [`Word::exact`] and the view; 0 if nothing is kept.
    of: u64,
    /// By [`Seat`].
    scores: [Scores; 5],
}

impl<'a> Tagger<'a> {
    /// A tagger that knows what the model knows.
    pub fn new(model: &'a Model) -> Self {
        Self {
            model,
            kept: vec![Kept::default(); WORDS_KEPT],
            edge: word_scores(model, &EDGE),
            seen: Vec::new(),
            scores: Vec::new(),
            labels: Vec::new(),
            margins: Vec::new(),
            paths: Paths::default(),
        }
    }

    /// The names in a text, in its order, without overlaps; `sentences` are ranges of `tokens`.
    pub fn names(&mut self, text: &str, tokens: &[Token], sentences: &[Range<usize>]) -> Vec<Name> {
        let lower = lower_case(tokens);
        let mut names = Vec::new();
        for sentence in sentences {
            for start in sentence.clone().step_by(LONGEST_SENTENCE) {
                let range = start..sentence.end.min(start + LONGEST_SENTENCE);
                let Some(tokens) = tokens.get(range.clone()) else {
                    continue;
                };
                let words = tokens
                    .iter()
                    .map(|token| Word::of(token.span.of(text), token));
                see(words, lower, &self.model.lexicon, &mut self.seen);
                self.score();
                self.label();
                self.collect(range.start, &mut names);
            }
        }
        names
    }

    /// What all features say about each word seen.
    fn score(&mut self) {
        let count = self.seen.len();
        self.scores.clear();
        self.scores.resize(count, Scores::default());
        for at in 0..count {
            let own = kept_scores(self.model, &mut self.kept, &self.seen[at]);
            for (seat, scores) in Seat::ALL.into_iter().zip(own) {
                if let Some(to) = seat.seen_from(at).and_then(|to| self.scores.get_mut(to)) {
                    add(to, scores);
                }
            }
        }
        for (at, scores) in self.scores.iter_mut().enumerate() {
            for (seat, edge) in Seat::ALL.into_iter().zip(&self.edge) {
                if seat.place(at).is_none_or(|place| place >= count) {
                    add(scores, edge);
                }
            }
            let weights = &self.model.weights;
            window_features(&self.seen, at, |key| weights.add(key, scores));
        }
    }

    /// The best labels, and by how much.
    fn label(&mut self) {
        let Self {
            paths,
            scores,
            labels,
            margins,
            ..
        } = self;
        let steps = &self.model.steps;
        paths.best(scores, steps, labels);
        if labels.iter().any(|&label| label != 0) {
            paths.margins(scores, steps, labels, margins);
        }
    }

    fn collect(&self, start: usize, names: &mut Vec<Name>) {
        let first = names.len();
        for (at, &label) in self.labels.iter().enumerate() {
            let Some(kind) = self.model.kind_of(label) else {
                continue;
            };
            let (place, margin) = (start + at, self.margins[at]);
            let goes_on = label % 2 == 0;
            match names[first..].last_mut() {
                Some(name) if goes_on && name.tokens.end == place => {
                    name.tokens.end = place + 1;
                    name.margin = name.margin.min(margin);
                }
                _ => names.push(Name {
                    tokens: place..place + 1,
                    kind,
                    margin,
                    confidence: Confidence::CERTAIN,
                }),
            }
        }
        for name in &mut names[first..] {
            name.confidence = self.model.confidence(name.margin);
        }
    }
}

/// [`Casing::Lower`] if the text hardly has a capital.
pub fn lower_case(tokens: &[Token]) -> Option<Casing> {
    let cased = |token: &&Token| token.shape != Shape::Caseless;
    let words = tokens.iter().filter(cased).count();
    let capitals = tokens
        .iter()
        .filter(|token| token.shape.is_capitalised())
        .count();
    (capitals * 100 <= words).then_some(Casing::Lower)
}

fn kept_scores<'k>(model: &Model, kept: &'k mut [Kept], seen: &Seen) -> &'k [Scores; 5] {
    let of = (seen.word.exact ^ u64::from(seen.view).wrapping_mul(0x9e37_79b9_7f4a_7c15)).max(1);
    let kept = &mut kept[(of ^ of >> 32) as usize % WORDS_KEPT];
    if kept.of != of {
        *kept = Kept {
            of,
            scores: word_scores(model, seen),
        };
    }
    &kept.scores
}

fn word_scores(model: &Model, seen: &Seen) -> [Scores; 5] {
    Seat::ALL.map(|seat| {
        let mut scores = Scores::default();
        word_features(seen, seat, |key| model.weights.add(key, &mut scores));
        scores
    })
}

fn add(to: &mut Scores, scores: &Scores) {
    for (to, score) in to.iter_mut().zip(scores) {
        *to += score;
    }
}
