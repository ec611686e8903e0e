//! How a decision names an entity.

use super::Engine;
use crate::decision::EntityRef;
use crate::entity::{Entity, EntityId};

impl Engine {
    pub(super) fn entity(&self, id: EntityId) -> &Entity {
        &self.corpus.entities[id.0 as usize]
    }

    /// How a decision names an entity.
    pub(super) fn reference(&self, id: EntityId) -> EntityRef {
        let own = self.entity(id);
        let is_alone = self.namesakes(own) < 2;
        let first = own.mentions.first();
        let document = first.map(|id| self.corpus.documents[id.document.0 as usize].file.clone());
        EntityRef {
            kind: own.kind,
            name: own.name.clone(),
            document: document.filter(|_| !is_alone),
        }
    }

    /// How many things of one kind have an entity's name, itself among them.
    fn namesakes(&self, own: &Entity) -> usize {
        let is_namesake = |id: &EntityId| {
            let other = self.entity(*id);
            let is_there = !other.mentions.is_empty();
            is_there && other.kind == own.kind && other.name == own.name
        };
        let touched = &self.ledger.touched;
        let found = self.roll().called(&own.name);
        let found = found.filter(|id| !touched.contains_key(id));
        let all = found.chain(touched.keys().copied());
        all.filter(is_namesake).count()
    }
}
