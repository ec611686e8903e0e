use std::ops::Range;

use crate::entity::DocumentId;
use crate::index::{Place, WordId, Words};
use crate::query::{End, Phrase, Query};
use crate::text::Span;

/// A place that holds what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where, in the document's text.
    pub span: Span,
    /// Which of the phrases asked for, by its place in the query.
    pub asked: u32,
}

/// A document that holds all that is asked and nothing that is refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// Which.
    pub document: DocumentId,
    /// Where; in the order of the text, without overlaps.
    pub hits: Vec<Hit>,
    /// How well; more is better. 0 if nothing is asked.
    pub score: f32,
}

/// The documents that hold what is asked: best first, equals in corpus order.
pub fn matches(words: &Words, query: &Query) -> Vec<Match> {
    let asked: Vec<_> = query
        .asked
        .iter()
        .map(|phrase| Pattern::new(words, phrase))
        .collect();
    let refused: Vec<_> = query
        .refused
        .iter()
        .map(|phrase| Pattern::new(words, phrase))
        .collect();
    let documents = (0..words.documents() as u32).map(DocumentId);
    let found = documents.filter_map(|document| {
        let places = words.places(document);
        let is_refused = refused
            .iter()
            .any(|pattern| pattern.find(places).next().is_some());
        let counts_and_hits = if is_refused {
            None
        } else {
            hits(&asked, places)
        };
        counts_and_hits.map(|counts_and_hits| (document, counts_and_hits))
    });
    let weights: Vec<f32> = asked.iter().map(|pattern| pattern.weight(words)).collect();
    let mut matches: Vec<_> = found
        .map(|(document, (counts, hits))| Match {
            score: score(words, document, &counts, &weights),
            document,
            hits,
        })
        .collect();
    matches.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then(a.document.cmp(&b.document))
    });
    matches
}

/// Where a document holds any of what is asked, whatever it lacks.
pub fn hits_in(words: &Words, query: &Query, document: DocumentId) -> Vec<Hit> {
    let places = words.places(document);
    let mut hits = vec![];
    for (phrase, asked) in query.asked.iter().zip(0..) {
        let pattern = Pattern::new(words, phrase);
        hits.extend(pattern.find(places).map(|span| Hit { span, asked }));
    }
    settle(hits)
}

/// How often each phrase stands there, and where; nothing if one is missing.
fn hits(asked: &[Pattern], places: &[Place]) -> Option<(Vec<u32>, Vec<Hit>)> {
    let mut hits = vec![];
    let mut counts = vec![];
    for (n, pattern) in asked.iter().enumerate() {
        let before = hits.len();
        hits.extend(pattern.find(places).map(|span| Hit {
            span,
            asked: n as u32,
        }));
        counts.push((hits.len() - before) as u32);
    }
    let has_all = counts.iter().all(|&count| count > 0);
    has_all.then(|| (counts, settle(hits)))
}

/// Sorts hits and leaves out those that overlap one before; of two that start together the longer
/// stays.
fn settle(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end), hit.asked));
    let mut end = 0;
    hits.retain(|hit| {
        let is_free = hit.span.start >= end;
        if is_free {
            end = hit.span.end;
        }
        is_free
    });
    hits
}

/// A phrase as numbers: for each of its words those that agree with it.
struct Pattern(Vec<Range<WordId>>);

impl Pattern {
    fn new(words: &Words, phrase: &Phrase) -> Self {
        let last = phrase.words.len() - 1;
        let ranges = phrase.words.iter().enumerate().map(|(n, word)| {
            if n == last && phrase.end == End::Open {
                words.starting(word)
            } else {
                words.whole(word)
            }
        });
        Self(ranges.collect())
    }

    /// How much it tells: the fewer documents hold its rarest word, the more.
    fn weight(&self, words: &Words) -> f32 {
        let documents = |range: &Range<WordId>| -> usize {
            range.clone().map(|word| words.postings(word).len()).sum()
        };
        let all = words.documents();
        let rarest = self.0.iter().map(documents).min().unwrap_or(0).min(all);
        let (all, rarest) = (all as f32, rarest as f32);
        (1.0 + (all - rarest + 0.5) / (rarest + 0.5)).ln()
    }

    /// Where it stands among the words of a document, one after another.
    fn find<'a>(&'a self, places: &'a [Place]) -> impl Iterator<Item = Span> + 'a {
        let length = self.0.len();
        places.windows(length).filter_map(move |places| {
            let agrees = self
                .0
                .iter()
                .zip(places)
                .all(|(range, place)| range.contains(&place.word));
            agrees.then(|| Span {
                start: places[0].span.start,
                end: places[length - 1].span.end,
            })
        })
    }
}

/// BM25 (Robertson and Zaragoza, "The probabilistic relevance framework", 2009).
fn score(words: &Words, document: DocumentId, counts: &[u32], weights: &[f32]) -> f32 {
    const SATURATION: f32 = 1.2;
    const LENGTH: f32 = 0.75;
    let mean = words.total().max(1) as f32 / words.documents().max(1) as f32;
    let length = words.places(document).len() as f32 / mean;
    let score = counts.iter().zip(weights).map(|(&count, weight)| {
        let count = count as f32;
        weight * count * (SATURATION + 1.0)
            / (count + SATURATION * (1.0 - LENGTH + LENGTH * length))
    });
    score.sum()
}
