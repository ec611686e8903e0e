//! What became of each decision, for editors and for old addresses.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Decision, Misfit};
use crate::entity::EntityId;
use crate::mention::Kind;

/// What became of decisions, and what they made of the entities.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// The decisions in the order in which they were applied.
    pub decisions: Vec<Decision>,
    /// What became of each.
    pub outcomes: Vec<Outcome>,
    /// The entities that decisions speak of.
    pub touched: BTreeMap<EntityId, Touched>,
    /// Addresses that entities had before they were merged, renamed or hidden, and whose they are
    /// now; none if it was hidden.
    pub former: BTreeMap<String, Option<EntityId>>,
    /// Pairs that an editor held against each other and left two, the first before the second.
    pub compared: Vec<(EntityId, EntityId)>,
    /// What is there no longer, with the decisions that speak of it, by their places, in order.
    pub gone: BTreeMap<EntityId, Vec<usize>>,
}

/// What became of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It holds.
    Holds,
    /// The decision at this place says otherwise, and comes later.
    Overruled(usize),
    /// The same is said later, at this place.
    Repeated(usize),
    /// It does not fit the corpus and changes nothing.
    Unfit(Misfit),
}

/// What decisions made of an entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Which speak of it, by their places, in order.
    pub decisions: Vec<usize>,
    /// What was found by rules alone that its mentions belong to, most mentions first. Empty if
    /// an editor added all of it.
    pub found: Vec<Part>,
    /// Whether an editor says that it is right as it is.
    pub checked: bool,
}

/// An entity as it was found by rules alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// How many of its mentions there are here.
    pub count: u32,
}

impl Ledger {
    /// The decisions that do not fit, by their places, and why.
    pub fn misfits(&self) -> impl Iterator<Item = (usize, &Misfit)> {
        let outcomes = self.outcomes.iter().enumerate();
        outcomes.filter_map(|(place, outcome)| match outcome {
            Outcome::Unfit(misfit) => Some((place, misfit)),
            _ => None,
        })
    }
}
