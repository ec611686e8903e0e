//! Who says it: from words to a name, a description or a pronoun.

use std::ops::Range;

use super::cues::is_among;
use super::scene::Scene;
use super::subject::LONGEST;
use crate::mention::Kind;
use crate::mention::lexicon::Is;
use crate::text::Class;

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Who {
    /// The words that tell, in tokens.
    pub(super) words: Range<usize>,
    /// The mentions that name them, by their numbers.
    pub(super) named: Vec<usize>,
    /// Whom a pronoun or the like stands for.
    pub(super) stands_for: Option<StandsFor>,
}

/// Whom words without a name stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StandsFor {
    /// `he`, `she`: a person.
    Person,
    /// `it`, `the agency`: a body.
    Body,
    /// `the departments`: several bodies.
    Bodies,
}

/// Prepositions that tell where somebody belongs.
pub(super) const INSIDE: &str = "of for from by at in";

/// Other prepositions: whom they stand before says nothing.
pub(super) const OUTSIDE: &str = "with to against about than on over after before between into \
    under during through around among near";

/// Words before a description that are no part of it.
const LEFT_OUT: &str = "and but or however meanwhile also so yet then while that as";

/// Words that begin what is told of whom a description is about.
const RELATIVE: &str = "who whom whose which that speaking";

/// Words that tell of nobody who could say something, at the beginning or the end of a description.
const NOBODY: &str = "i you we there what this these nobody everybody anybody none who evidence \
    data information facts results figures numbers";

/// Words that no description ends in.
const NO_NOUN: &str = "the a an any such his her its their our no every each";

/// Those who speak for the body they belong to.
const VOICES: &str = "spokesman spokeswoman spokesperson spokesmen representative representatives \
    official officials journalist journalists reporter reporters lawyer lawyers attorney attorneys \
    director directors head heads chief chairman chairwoman chair president secretary";

/// What a state's name stands before when it means the state as such.
const RULERS: &str = "government governments authorities administration leadership regime";

/// What speaks for whoever made it.
const REPORTS: &str = "report reports story stories article statement statements release \
    investigation broadcast letter filing documents study paper review survey analysis interview \
    editorial post indictment complaint memo poll";

impl Scene<'_> {
    /// Who stands after `at`, up to a comma or the end of the clause: `said Ada, who`.
    pub(super) fn who_after(&self, at: usize, ceiling: usize) -> Option<Who> {
        let is_end = |at: &usize| {
            self.is_boundary(*at) || self.raw(*at) == "." && self.mention_at(*at).is_none()
        };
        let ceiling = ceiling.min(at + 2 * LONGEST);
        let end = (at..ceiling).find(is_end).unwrap_or(ceiling);
        let who = self.who(at..end)?;
        // `said its head, Ada`
        let apposed = self.somebody_at(end + 1).filter(|&ordinal| {
            let name = &self.named[ordinal];
            self.is_comma(end) && name.start == end + 1 && name.end <= ceiling
        });
        let person = apposed.filter(|&ordinal| self.kind(ordinal) == Kind::Person);
        match person {
            Some(ordinal) if who.named.is_empty() => Some(self.by_name(ordinal)),
            _ => Some(who),
        }
    }

    /// Who these words tell of; none if they tell of nobody who could say something.
    pub(super) fn who(&self, words: Range<usize>) -> Option<Who> {
        let mut words = self.trimmed(words);
        while words.len() > 1 && self.is_left_out(words.start) {
            words.start += 1;
        }
        if words.is_empty() || self.is_nobody(&words) {
            return None;
        }
        let relative = words
            .clone()
            .skip(1)
            .find(|&at| is_among(self.word(at), RELATIVE) && self.mention_at(at).is_none());
        let head = words.start..relative.unwrap_or(words.end);
        let head = self.trimmed(head);
        let placed = is_among(self.word(words.start), OUTSIDE)
            || is_among(self.word(words.start), "until in at");
        if head.is_empty() || placed && self.somebody_in(head.clone()).next().is_none() {
            return None;
        }
        let (named, whole) = self.named_in(&head);
        if whole {
            let first = named.first().map_or(head.start, |&at| self.named[at].start);
            let last = named.last().map_or(head.end, |&at| self.named[at].end);
            words = first.min(last)..last.max(first);
        }
        let stands_for = match named.is_empty() {
            true => self.stands_for(&head),
            false => None,
        };
        Some(Who {
            words,
            named,
            stands_for,
        })
    }

    /// Whether words tell of nobody who could say something.
    fn is_nobody(&self, words: &Range<usize>) -> bool {
        let last = words.end - 1;
        let begins = self.somebody_at(last).is_none() && is_among(self.word(words.start), NOBODY);
        begins || is_among(self.word(last), NOBODY) || is_among(self.word(last), NO_NOUN)
    }

    fn is_left_out(&self, at: usize) -> bool {
        self.mention_at(at).is_none() && is_among(self.word(at), LEFT_OUT)
    }

    pub(super) fn by_name(&self, ordinal: usize) -> Who {
        Who {
            words: self.named[ordinal].clone(),
            named: vec![ordinal],
            stands_for: None,
        }
    }

    /// The mentions that name whom these words tell of, and whether they are all there is to it.
    fn named_in(&self, head: &Range<usize>) -> (Vec<usize>, bool) {
        let inside: Vec<usize> = self.somebody_in(head.clone()).collect();
        let Some(&last) = inside.last() else {
            return (Vec::new(), false);
        };
        if let Some(person) = self.led_by(head, inside[0]) {
            return (vec![person], true);
        }
        let name = &self.named[last];
        let tail = name.end..head.end;
        if tail.is_empty() {
            return match self.preposition_before(name.start, head.start) {
                None => (self.joined(last, head.start), true),
                Some(word) if is_among(word, INSIDE) && self.speaks_for(last, head) => {
                    (self.joined(last, head.start), false)
                }
                Some(_) => (self.reporting(head, &inside), false),
            };
        }
        let possessed = self.is_possessive(tail.start);
        let means_itself = match self.kind(last) {
            Kind::Place | Kind::Nationality => {
                tail.len() == 1 && is_among(self.word(tail.start), RULERS)
            }
            Kind::Organisation | Kind::Group => {
                let ends = head.end - 1;
                tail.len() <= 3 + usize::from(possessed)
                    && (self.words.is(ends, Is::Staff) || is_among(self.word(ends), REPORTS))
            }
            _ => possessed && tail.len() == 2 && is_among(self.word(tail.end - 1), REPORTS),
        };
        match means_itself {
            true => (vec![last], false),
            false => (self.reporting(head, &inside), false),
        }
    }

    /// `Ada of the Daily News`, `Councillor Ada in a letter`: the person a description begins with.
    fn led_by(&self, head: &Range<usize>, first: usize) -> Option<usize> {
        let name = &self.named[first];
        let is_person = self.kind(first) == Kind::Person;
        let before = self.preposition_before(name.start, head.start);
        let after = self.word(name.end);
        let follows = name.end < head.end && (is_among(after, INSIDE) || is_among(after, OUTSIDE));
        let leads = before.is_none() && name.start - head.start < 5;
        (is_person && leads && follows).then_some(first)
    }

    /// `a report by X and Y`: those it is from.
    fn reporting(&self, head: &Range<usize>, inside: &[usize]) -> Vec<usize> {
        let report = head
            .clone()
            .find(|&at| self.mention_at(at).is_none() && is_among(self.word(at), REPORTS));
        let Some(report) = report else {
            return Vec::new();
        };
        let is_maker = |&&ordinal: &&usize| {
            let name = &self.named[ordinal];
            let from = self.preposition_before(name.start, report);
            let speaks = matches!(self.kind(ordinal), Kind::Organisation | Kind::Group);
            let before = name.end <= report && report - name.end < 3;
            speaks && (before || from.is_some_and(|word| is_among(word, "from by of in")))
        };
        inside.iter().filter(is_maker).copied().take(2).collect()
    }

    /// Whether what is described by where it belongs speaks for it: `head of the office`, `report by
    /// the office`.
    fn speaks_for(&self, ordinal: usize, head: &Range<usize>) -> bool {
        let is_body = matches!(self.kind(ordinal), Kind::Organisation | Kind::Group);
        let before = head.start..self.named[ordinal].start;
        let has = |words| before.clone().any(|at| is_among(self.word(at), words));
        let voice = is_body && has(VOICES) && !has("former ex");
        voice || has(REPORTS) || !is_body && has(RULERS)
    }

    /// The preposition that a name depends on, looking past what describes it.
    fn preposition_before(&self, name: usize, floor: usize) -> Option<&str> {
        // What begins with one tells when or where: `On Friday Ada`.
        let near = (floor + 1..name).rev().take(5);
        let words = near.map(|at| self.word(at));
        let mut found = words.filter(|word| is_among(word, INSIDE) || is_among(word, OUTSIDE));
        found.next()
    }

    /// A name with the one that stands before it and `and`.
    fn joined(&self, last: usize, floor: usize) -> Vec<usize> {
        let before = last.checked_sub(1).filter(|&before| {
            let (one, other) = (&self.named[before], &self.named[last]);
            one.start >= floor
                && is_among(self.word(one.end), "and")
                && other.start - one.end < 6
                && self.somebody_at(one.start).is_some()
        });
        before.into_iter().chain([last]).collect()
    }

    pub(super) fn is_possessive(&self, at: usize) -> bool {
        at < self.words.len()
            && (self.words.tokens[at].class == Class::Clitic || matches!(self.raw(at), "’" | "'"))
    }

    fn stands_for(&self, head: &Range<usize>) -> Option<StandsFor> {
        let last = head.end - 1;
        if head.len() == 1 {
            return match self.word(last) {
                "he" | "she" => Some(StandsFor::Person),
                "it" => Some(StandsFor::Body),
                _ => None,
            };
        }
        if head.len() != 2 || self.word(head.start) != "the" {
            return None;
        }
        let noun = self.word(last);
        let several = "departments agencies ministries companies firms newspapers papers unions groups \
            outlets broadcasters institutes universities";
        let body = self.words.is(last, Is::Body)
            || self.words.is(last, Is::SaidBody)
            || is_among(
                noun,
                "company firm publication newspaper paper outlet broadcaster",
            );
        match is_among(noun, several) {
            true => Some(StandsFor::Bodies),
            false => body.then_some(StandsFor::Body),
        }
    }
}
