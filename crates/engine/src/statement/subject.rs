//! Whose the verb is: from a word of saying back to its subject.

use std::ops::Range;

use super::cues::{Form, is_among};
use super::scene::Scene;
use super::speaker::{INSIDE, OUTSIDE, Who};
use crate::mention::Kind;
use crate::mention::lexicon::Is;
use crate::text::Class;

/// Words in the longest description.
pub(super) const LONGEST: usize = 24;

/// Commas in the longest description: each begins a piece that is looked at.
const PIECES: usize = 8;

/// Words that begin another clause, so that no subject reaches beyond them.
const BREAKS: &str = "that because while although though when after before if as since but whether \
    which where whom whose who than until however meanwhile so";

/// Words that stand between a subject and its verb.
const BETWEEN: &str = "also still later again now often then once already has have had did do does \
    both all just even nevertheless nonetheless further itself himself herself themselves instead";

/// Words before a verb that make it nobody's saying: what is not said, or might be.
const NOT: &str = "not never no nor cannot can could may might would should must will to n't";

/// Forms of being, which make the verb after them a passive.
const BEING: &str = "is are was were be been being 's";

impl Scene<'_> {
    /// The subject of the word of saying at `cue`; `floor` is where its clause begins at the earliest.
    /// None if nobody says it, as in `was said` or `did not say`.
    pub(super) fn subject(&self, cue: usize, floor: usize) -> Option<Who> {
        let end = self.subject_end(cue, floor)?;
        if self.form(cue) == Form::Participle {
            return self.subject_of_participle(end, floor);
        }
        if is_among(self.word(end - 1), "and but then") && end > floor + 1 {
            let that = (floor..end).rev().find(|&at| self.word(at) == "that");
            let end = end - 1 - usize::from(self.is_comma(end - 2));
            return self.main_subject(end, that.map_or(floor, |that| that + 1).min(end));
        }
        self.own_subject(cue, end, floor)
    }

    /// The subject that ends at `end`, before the word of saying.
    fn own_subject(&self, cue: usize, end: usize, floor: usize) -> Option<Who> {
        if self.is_comma(end - 1) {
            return self.described(end - 1, floor);
        }
        let start = self.clause_start(end, floor);
        if start == end {
            let relative = start > floor && is_among(self.word(start - 1), "who which");
            return relative.then(|| self.before_relative(start - 1, floor))?;
        }
        let named = self.somebody_at(end - 1).is_some();
        if start > floor && self.word(start - 1) == "who" && !named {
            return self
                .before_relative(start - 1, floor)
                .map(|who| self.widened(who, end));
        }
        let verb = is_among(self.word(cue + 1), "he she they it that");
        if self.may_be_noun(cue) && !verb && !self.is_subject(start..end) {
            return None;
        }
        self.who(start..end)
    }

    /// Where the subject ends: before what stands between it and the verb.
    fn subject_end(&self, cue: usize, floor: usize) -> Option<usize> {
        let mut end = cue;
        while end > floor {
            let word = self.word(end - 1);
            let parenthesis = self.is_comma(end - 1)
                && end >= floor + 3
                && self.is_comma(end - 3)
                && is_among(self.word(end - 2), "however meanwhile though too");
            let bracket = (self.raw(end - 1) == ")").then(|| {
                (floor + 1..end)
                    .rev()
                    .take(8)
                    .find(|&at| self.raw(at) == "(")
            });
            if parenthesis {
                end -= 3;
            } else if let Some(open) = bracket.flatten() {
                end = open;
            } else if is_among(word, BEING) || is_among(word, NOT) || word.ends_with("n't") {
                let came = is_among(self.word(end.saturating_sub(2)), "came come comes");
                match word == "to" && came && end >= floor + 2 {
                    true => end -= 2,
                    false => return None,
                }
            } else if is_among(word, BETWEEN)
                || word.ends_with("ly") && self.mention_at(end - 1).is_none() && word != "family"
            {
                end -= 1;
            } else {
                break;
            }
        }
        (end > floor).then_some(end)
    }

    /// Where the clause begins that ends at `end`.
    fn clause_start(&self, end: usize, floor: usize) -> usize {
        let mut start = end;
        while start > floor && end - start < LONGEST {
            let before = start - 1;
            let verb = self.cue(before).is_some() && !self.may_be_noun(before);
            let is_break = self.mention_at(before).is_none()
                && (verb || is_among(self.word(before), BREAKS) || self.is_boundary(before));
            let joins = is_among(self.word(before), "and or")
                && start >= floor + 2
                && (self.is_comma(before - 1)
                    || is_among(self.word(start), "the a an")
                        && self.mention_at(before - 1).is_none());
            let dated = self
                .mention_at(before)
                .is_some_and(|at| self.kind(at) == Kind::Date);
            if is_break || joins || dated {
                break;
            }
            start = before;
        }
        start
    }

    /// Whether a mark parts clauses.
    pub(super) fn is_boundary(&self, at: usize) -> bool {
        let mark = self.words.tokens[at].class == Class::Mark;
        mark && !matches!(
            self.raw(at),
            "-" | "’" | "'" | "&" | "/" | "." | "‘" | "(" | ")"
        )
    }

    /// `officials who say`: what the clause with `who` belongs to.
    fn before_relative(&self, relative: usize, floor: usize) -> Option<Who> {
        let end = relative - usize::from(relative > floor && self.is_comma(relative - 1));
        let start = self.clause_start(end, floor);
        self.who(start..end)
    }

    /// The same, told by all words up to `end`, unless a name tells it.
    fn widened(&self, who: Who, end: usize) -> Who {
        let start = who.words.start;
        match who.named.is_empty() {
            true => Who {
                words: start..end,
                ..who
            },
            false => who,
        }
    }

    /// `Ada, the head of the office, said`: `comma` stands before the verb.
    fn described(&self, comma: usize, floor: usize) -> Option<Who> {
        let pieces = self.pieces(comma, floor);
        let last = pieces.last()?.clone();
        if pieces.len() == 1 {
            return self.who(last);
        }
        let name = |piece: &Range<usize>| {
            let start = piece.start + usize::from(self.word(piece.start) == "the");
            let first = self.somebody_at(start)?;
            (self.named[first] == (start..piece.end)).then_some(first)
        };
        let mut names = pieces.iter().rev().filter_map(name);
        let person = names.find(|&ordinal| self.kind(ordinal) == Kind::Person);
        if let Some(person) = person {
            return Some(self.by_name(person));
        }
        if is_among(self.word(pieces[0].start), "the a an its his her their") {
            // `The insurer, Sunfin, said`; `The panel, led by Ada, said`.
            return match name(&pieces[1]) {
                Some(body) => Some(self.by_name(body)),
                None => self.who(pieces[0].clone()),
            };
        }
        let named = pieces.iter().find(|piece| {
            let ends = self.somebody_at(piece.end - 1);
            let first = self.word(piece.start);
            ends.is_some() && !is_among(first, INSIDE) && !is_among(first, OUTSIDE)
        });
        self.who(named.unwrap_or(&pieces[0]).clone())
    }

    /// What commas part, from the beginning of the clause up to `end`.
    fn pieces(&self, end: usize, floor: usize) -> Vec<Range<usize>> {
        let mut pieces = Vec::new();
        let mut piece_end = end;
        let mut at = end;
        while at > floor && pieces.len() < PIECES && end - at < 2 * LONGEST {
            let before = at - 1;
            let outer = self.is_boundary(before) && !self.is_comma(before)
                || is_among(self.word(before), "but although while");
            if self.is_comma(before) || outer {
                pieces.push(at..piece_end);
                piece_end = before;
            }
            if outer {
                piece_end = at;
                break;
            }
            at = before;
        }
        if at < piece_end && self.raw(at) != "," {
            pieces.push(at..piece_end);
        }
        pieces.retain(|piece| !piece.is_empty());
        pieces.reverse();
        pieces
    }

    /// `Ada declined to answer, saying`; `the paper cites two officials, saying`; `Ada denied it,
    /// saying`.
    fn subject_of_participle(&self, end: usize, floor: usize) -> Option<Who> {
        let comma = self.is_comma(end - 1);
        let cites = (floor..end).rev().take(LONGEST).find(|&at| {
            is_among(
                self.word(at),
                "cite cites cited citing quote quotes quoted quoting",
            )
        });
        if let Some(cites) = cites {
            let start = cites + 1;
            let found = self.trimmed(start..end);
            return (!found.is_empty()).then(|| self.who(found))?;
        }
        let by = is_among(self.word(end - 1), "by in while");
        if !comma && !by {
            return None;
        }
        self.main_subject(end - 1, floor)
    }

    /// The subject of a clause that goes on with another verb at `end`: `Ada got up and said`.
    fn main_subject(&self, end: usize, floor: usize) -> Option<Who> {
        let is_finite = |&at: &usize| self.cue(at).is_some() && self.form(at) == Form::Finite;
        let verbs = (floor + 1..end).rev().filter(is_finite);
        let who = verbs.take(2).find_map(|verb| {
            let end = self.subject_end(verb, floor)?;
            self.own_subject(verb, end, floor)
        });
        if who.is_some() {
            return who;
        }
        let pieces = self.pieces(end, floor);
        let leads = |piece: &&Range<usize>| {
            let first = self.word(piece.start);
            !is_among(first, INSIDE) && !is_among(first, OUTSIDE)
        };
        let mut main = pieces.iter().filter(leads);
        let first = main.next()?.clone();
        let subject = self.leading(first.clone());
        (!subject.is_empty()).then(|| self.who(subject))?
    }

    /// The subject that a piece of a sentence begins with: up to the end of its first name, if other
    /// words of the subject alone stand before it.
    fn leading(&self, piece: Range<usize>) -> Range<usize> {
        let first = piece.clone().find_map(|at| self.somebody_at(at));
        match first.map(|ordinal| &self.named[ordinal]) {
            Some(name) => {
                let possessed = self.is_possessive(name.end);
                let end = match possessed {
                    true => (name.end + 2).min(piece.end),
                    false => self.name_end(name.end, piece.end),
                };
                piece.start..end
            }
            None => {
                let verb = piece
                    .clone()
                    .skip(1)
                    .find(|&at| is_among(self.word(at), BEING) || is_among(self.word(at), BETWEEN));
                piece.start..verb.unwrap_or(piece.end).min(piece.start + 4)
            }
        }
    }

    /// Where a run of names ends that begins with the one that ends at `end`: `FireEye chief Ada`.
    fn name_end(&self, end: usize, ceiling: usize) -> usize {
        let near = (end..ceiling.min(end + 4)).find_map(|at| self.somebody_at(at));
        let staff = (end..ceiling.min(end + 3)).any(|at| self.words.is(at, Is::Staff));
        match near.map(|ordinal| self.named[ordinal].end) {
            Some(next) if staff => next,
            _ => end,
        }
    }

    /// Whether words look like a subject, where the verb after them may be a noun.
    fn is_subject(&self, words: Range<usize>) -> bool {
        let last = words.end - 1;
        let plural = self.word(last).ends_with('s') && self.words.is(last, Is::Ordinary);
        let pronoun = words.len() == 1 && is_among(self.word(last), "he she it they");
        self.somebody_at(last).is_some() || plural || pronoun
    }
}
