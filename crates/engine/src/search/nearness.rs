//! Rewards that what is asked stands together.

use std::ops::Range;

use super::pattern::Pattern;
use super::{DocumentSet, Ranking, Search};
use crate::index::Positions;

/// Of so many best documents it is looked at how near what is asked stands together.
const MOST_RERANKED: usize = 100;

/// Patterns that more words agree with tell little by where they stand,
const BROADEST_NEAR: usize = 16;

/// and so do those that more documents hold.
const MOST_HOLDING: usize = 5_000;

impl Search<'_> {
    /// Raises the scores of the best documents in which different things asked for stand near each
    /// other (Tao and Zhai, "An exploration of proximity measures in information retrieval", 2007).
    pub(super) fn reward_nearness(&self, ranking: &mut Ranking, holding: &[usize]) {
        let is_telling = |pattern: &Pattern, holding: usize| {
            pattern.breadth() <= BROADEST_NEAR && holding <= MOST_HOLDING
        };
        let patterns = self.patterns.iter().zip(holding);
        let telling = patterns.filter(|&(pattern, &holding)| is_telling(pattern, holding));
        let patterns: Vec<Pattern> = telling.map(|(pattern, _)| pattern.clone()).collect();
        if patterns.len() < 2 {
            return;
        }
        let mut among = DocumentSet::none(self.index.words.documents());
        for document in ranking.best(&ranking.documents, 0, MOST_RERANKED) {
            among.insert(document);
        }
        let apart = match patterns.iter().all(|pattern| pattern.slots.len() == 1) {
            true => self.words_apart(&patterns, &among),
            false => self.phrases_apart(&patterns, &among),
        };
        for (document, apart) in among.iter().zip(apart) {
            ranking.scores[document.0 as usize] += nearness(apart);
        }
    }

    /// For each of some documents, how far apart the nearest hits of different patterns stand.
    fn phrases_apart(&self, patterns: &[Pattern], among: &DocumentSet) -> Vec<u32> {
        let found = self.find(patterns, among);
        let mut rest = &found[..];
        let least = among.iter().map(|document| {
            let count = rest.partition_point(|found| found.spot.document() <= document);
            let (here, later) = rest.split_at(count);
            rest = later;
            let pairs = here
                .windows(2)
                .filter(|pair| pair[0].asked != pair[1].asked);
            let apart = pairs.map(|pair| {
                pair[1].spot.position() + 1 - (pair[0].spot.position() + pair[0].words)
            });
            apart.min().unwrap_or(u32::MAX)
        });
        least.collect()
    }

    /// The same where each pattern is one word: a document is left as soon as two are neighbours,
    /// which in long documents is soon.
    fn words_apart(&self, patterns: &[Pattern], among: &DocumentSet) -> Vec<u32> {
        let words = &self.index.words;
        let mut lists = vec![];
        for (pattern, asked) in patterns.iter().zip(0..) {
            for agreeing in &pattern.slots[0] {
                lists.push((words.postings(agreeing.word).peekable(), pattern, asked));
            }
        }
        let mut heads = vec![];
        let least = among.iter().map(|document| {
            heads.clear();
            for (postings, pattern, asked) in &mut lists {
                while postings
                    .next_if(|posting| posting.document < document)
                    .is_some()
                {}
                if let Some(posting) = postings.next_if(|posting| posting.document == document) {
                    heads.extend(Head::new(
                        *asked,
                        posting.positions(),
                        pattern.within(words, document),
                    ));
                }
            }
            least_apart(&mut heads)
        });
        least.collect()
    }
}

/// The positions of a word that are still to come.
struct Head<'a> {
    /// The next.
    at: u32,
    /// The pattern it is of.
    asked: u32,
    later: Positions<'a>,
    /// Where they may be.
    within: Range<u32>,
}

impl<'a> Head<'a> {
    /// None if there is none where they may be.
    fn new(asked: u32, positions: Positions<'a>, within: Range<u32>) -> Option<Self> {
        let mut head = Self {
            at: 0,
            asked,
            later: positions,
            within,
        };
        head.next().then_some(head)
    }

    /// Goes on; whether there is another.
    fn next(&mut self) -> bool {
        let next = self.later.find(|at| self.within.contains(at));
        self.at = next.unwrap_or_default();
        next.is_some()
    }
}

/// How far apart the nearest words of different patterns stand.
fn least_apart(heads: &mut Vec<Head>) -> u32 {
    let (mut least, mut last) = (u32::MAX, None);
    while least > 1 {
        let first = (0..heads.len()).min_by_key(|&place| (heads[place].at, heads[place].asked));
        let Some(place) = first else {
            break;
        };
        let Head { at, asked, .. } = heads[place];
        if !heads[place].next() {
            heads.swap_remove(place);
        }
        // A word that several agree with is a hit of the first.
        match last {
            Some((before, _)) if before == at => continue,
            Some((before, other)) if other != asked => least = least.min(at - before),
            _ => {}
        }
        last = Some((at, asked));
    }
    least
}

/// What it is worth that words stand so far apart: between 0 and 1, 1 for neighbours nearly.
fn nearness(apart: u32) -> f32 {
    const SLOWNESS: f32 = 0.3;
    ((SLOWNESS + (-(apart as f32)).exp()) / SLOWNESS).ln()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::drawn::corpus;
    use crate::index::Index;
    use crate::query::Query;

    proptest! {
        #[test]
        fn words_are_as_far_apart_as_phrases_of_one_word(
            texts in prop::collection::vec("(# bear rain\n\n)?((bear|bears|cozy|rain|x|\n\n) ){1,20}", 1..5),
            typed in 0..4usize,
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let corpus = corpus(&texts);
            let index = Index::of(&corpus);
            let typed = ["bear cozy ", "bear bears ", "rain OR bea*", "title:bear OR rain OR cozy "][typed];
            let query = Query::parse(typed).0;
            let search = Search::new(&corpus, &index, &query);
            let all = DocumentSet::all(texts.len());
            let apart = search.words_apart(&search.patterns, &all);
            prop_assert_eq!(apart, search.phrases_apart(&search.patterns, &all));
        }
    }
}
