//! Teams that bear the name of a place: what stands around the name tells a team from the place.

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::words::Words;
use super::{Finder, Kind, Recogniser};
use crate::text::Class;

pub(super) struct Teams;

/// So sure that no reading of the words by themselves counts against it.
pub(super) const SURE: u8 = 98;

/// Tokens before a name in which a win, a draw or a defeat may be spoken of.
const NEAR: usize = 7;

impl Recogniser for Teams {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let games = Games::of(words);
        let places = [List::Cities, List::Regions, List::Countries];
        words
            .phrases
            .iter()
            .filter(|phrase| places.contains(&phrase.entry.list))
            .filter(|phrase| games.play(words, &(phrase.start..phrase.end)))
            .map(|phrase| {
                let tokens = phrase.start..phrase.end;
                Claim::new(tokens, Kind::Organisation, SURE, Finder::Organisations)
            })
            .collect()
    }
}

/// Where a document speaks of games.
pub(super) struct Games {
    /// For each sentence, whether a score stands in it.
    has_score: Vec<bool>,
    /// One score may be a result of anything; a report of games has several.
    is_report: bool,
}

impl Games {
    pub(super) fn of(words: &Words) -> Self {
        let scores = |at: usize| score_end(words, at).is_some();
        let sentences = words.sentences.iter();
        let has_score: Vec<bool> = sentences
            .map(|sentence| sentence.tokens.clone().any(scores))
            .collect();
        Self {
            is_report: has_score.iter().filter(|has| **has).count() > 1,
            has_score,
        }
    }

    /// Whether what a name has or does is what only a team has or does, in a sentence with a score.
    pub(super) fn beats(&self, words: &Words, name: &Range<usize>) -> bool {
        self.has_score[words.sentence_number(name.start)] && scores_or_beats(words, name)
    }

    /// Whether the words beside the name of a place speak of a team: it has a score, beats
    /// somebody, or is beaten.
    pub(super) fn play(&self, words: &Words, name: &Range<usize>) -> bool {
        let start = name.start;
        if !self.is_report && !self.has_score[words.sentence_number(start)] {
            return false;
        }
        let before = start
            .checked_sub(1)
            .filter(|&before| words.together(start, before));
        let is_before = |is: Is| before.is_some_and(|before| words.is(before, is));
        let from = start
            .saturating_sub(NEAR)
            .max(words.sentence(start).tokens.start);
        let spoken_of = || (from..start).any(|at| words.is(at, Is::Game));
        scores_or_beats(words, name)
            || is_before(Is::Beating)
            || is_before(Is::BeforeRival) && spoken_of()
    }
}

/// `Bologna 2-0`, `Bologna beat`, `Bologna, who beat Valencia 2-0, lead`.
fn scores_or_beats(words: &Words, name: &Range<usize>) -> bool {
    let Range { start, end } = *name;
    let together = |at: usize| words.together(start, at);
    let who = usize::from(words.after(end) == ",");
    let verb = end + who + usize::from(words.after(end + who) == "who");
    let beats = (who == 0 || verb == end + 2) && together(verb) && words.is(verb, Is::Beating);
    beats || together(end) && score_end(words, end).is_some()
}

/// Where a score ends that begins at `at`: `2-0`, `3 – 1`.
fn score_end(words: &Words, at: usize) -> Option<usize> {
    let goals = |at: usize| words.tokens[at].class == Class::Number && words.raw(at).len() <= 3;
    let end = at + 3;
    let is_score = end <= words.len()
        && words.together(at, end - 1)
        && goals(at)
        && matches!(words.raw(at + 1), "-" | "–")
        && goals(at + 2);
    is_score.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::marked::check_all;

    #[test]
    fn who_beats_and_who_is_beaten_is_a_team() {
        check_all(
            Kind::Organisation,
            &[
                "⟦Bologna⟧ stunned ⟦Valencia⟧ 2-0 in front of 20,000.",
                "⟦Bologna⟧, who beat ⟦Valencia⟧ 5-0, lead the table.",
                "Lyon is a city. A 3-1 win at ⟦Rennes⟧ was enough.",
                "⟦Wales⟧ 1 – 0 was the result after extra time in Cardiff.",
            ],
        );
    }

    #[test]
    fn without_a_score_it_is_a_place() {
        check_all(
            Kind::Organisation,
            &[
                "A win at the polls in Bologna stunned Valencia.",
                "He won 2-0 in Rome.",
            ],
        );
    }
}
