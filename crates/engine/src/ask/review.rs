//! The editor's desk: what rules alone could not settle, one question after the other, each with
//! the decision that every answer stands for.

mod doubts;
mod likeness;
mod questions;
mod settled;

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use self::doubts::Doubt;
pub(super) use self::doubts::Doubts;
use super::{ContextLine, Engine, Told};
use crate::mention::Kind;

/// Questions that are handed out at once.
const MOST_DOUBTS: usize = 60;

/// Passages shown for each side of a question.
const PASSAGES: usize = 3;

/// What is to be looked at, and what was decided.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// What is open, weightiest first; the first [`MOST_DOUBTS`] of it.
    pub doubts: Vec<Doubtful>,
    /// How much is open in all.
    pub open: u32,
    /// What was decided, in order.
    pub decided: Vec<Told>,
}

/// Something that an editor should look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doubtful {
    /// What sort of doubt.
    pub sort: Sort,
    /// The question, to be answered with yes or no.
    pub asks: String,
    /// Why it is asked.
    pub because: String,
    /// Passages to judge by, of each side.
    pub sides: Vec<Side>,
    /// The decision that "yes" stands for, as text, without who and when.
    pub yes: String,
    /// The decision that "no" stands for.
    pub no: String,
    /// The decision that leaves it open.
    pub unsure: String,
}

/// What sort of doubt there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sort {
    /// Two may be one.
    Duplicate,
    /// One may be two.
    Split,
    /// It may be no name at all.
    Junk,
    /// It may name nothing there.
    Mention,
}

/// One of those a question is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// How often it is mentioned.
    pub count: u32,
    /// Some of the passages.
    pub lines: Vec<ContextLine>,
}

impl Engine {
    /// What is open of what was doubtful before any decision, and of what decisions speak of.
    pub(super) fn review(&self, found: &Doubts) -> Review {
        let mut doubts = self.open_doubts(found);
        doubts.sort_by_key(|(weight, _)| Reverse(*weight));
        let open = doubts.len() as u32;
        let first = doubts.into_iter().take(MOST_DOUBTS);
        let doubts = first.filter_map(|(_, doubt)| self.asked(doubt)).collect();
        let decided = (0..self.ledger.decisions.len()).filter_map(|place| self.told(place));
        Review {
            doubts,
            open,
            decided: decided.collect(),
        }
    }
}
