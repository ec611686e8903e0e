//! What editors have settled, so that it is not asked again.

use std::collections::BTreeSet;

use crate::ask::Engine;
use crate::decision::{Act, Outcome};
use crate::entity::EntityId;

/// Pairs that were held against each other, and entities that were looked at.
#[derive(Default)]
pub(super) struct Settled {
    pairs: BTreeSet<(EntityId, EntityId)>,
    pub(super) alone: BTreeSet<EntityId>,
}

impl Settled {
    pub(super) fn of(engine: &Engine) -> Self {
        let mut settled = Self::default();
        for (&entity, touched) in &engine.ledger.touched {
            let acts = touched.decisions.iter().filter_map(|&place| {
                let holds = engine.ledger.outcomes.get(place) == Some(&Outcome::Holds);
                engine.ledger.decisions.get(place).filter(|_| holds)
            });
            for decision in acts {
                match &decision.act {
                    Act::Apart(_) | Act::Merge(_) | Act::Remark(_) => {}
                    Act::HideMention(_) | Act::AddMention { .. } | Act::AddName { .. } => {}
                    Act::Unsure(of) if of.len() > 1 => {}
                    _ => {
                        settled.alone.insert(entity);
                    }
                }
            }
        }
        settled.pairs = engine.ledger.compared.iter().copied().collect();
        settled
    }

    pub(super) fn is_settled(&self, one: EntityId, other: EntityId) -> bool {
        self.pairs.contains(&(one.min(other), one.max(other)))
    }
}
