//! What editors decided about an entity, and what was found without them.

use serde::{Deserialize, Serialize};

use super::Engine;
use crate::decision::{By, Decision, Outcome, Part};
use crate::entity::EntityId;

/// How an entity came to be what it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Whether an editor says that it is right as it is.
    pub checked: bool,
    /// What editors decided about it, in order.
    pub decisions: Vec<Told>,
    /// What rules alone had found in its place; empty if no editor changed anything.
    pub found: Vec<Part>,
}

/// A decision as it is told to readers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What was decided, in a sentence.
    pub says: String,
    /// Who decided.
    pub by: By,
    /// When; empty if nobody says.
    pub when: String,
    /// Why; empty if nobody says.
    pub note: String,
    /// Which of the reader's own it is, from 0, if it is one.
    pub own: Option<u32>,
    /// Why it does not hold, and what can be done about it, if it does not.
    pub but: Option<String>,
}

impl Engine {
    pub(super) fn standing(&self, entity: EntityId) -> Standing {
        let Some(touched) = self.ledger.touched.get(&entity) else {
            return Standing::default();
        };
        let told = touched
            .decisions
            .iter()
            .filter_map(|&place| self.told(place));
        Standing {
            checked: touched.checked,
            decisions: told.collect(),
            found: touched.found.clone(),
        }
    }

    /// The decision at a place.
    pub(super) fn told(&self, place: usize) -> Option<Told> {
        let decision = self.ledger.decisions.get(place)?;
        Some(Told {
            says: decision.to_string(),
            by: decision.by,
            when: decision.when.clone(),
            note: decision.note.clone(),
            own: self.own_number(place),
            but: self
                .ledger
                .outcomes
                .get(place)
                .and_then(|outcome| self.but(outcome)),
        })
    }

    fn but(&self, outcome: &Outcome) -> Option<String> {
        let says = |place: &usize| self.ledger.decisions.get(*place).map(Decision::to_string);
        match outcome {
            Outcome::Holds => None,
            Outcome::Overruled(by) => says(by).map(|by| format!("Overruled later: {by}.")),
            Outcome::Repeated(_) => Some("Said again later.".to_owned()),
            Outcome::Unfit(misfit) => {
                Some(format!("It does not fit: {misfit}. {}", misfit.remedy()))
            }
        }
    }
}
