//! What decisions change of what was found, and nothing else: who decides one thing in a large
//! corpus waits for that one thing.

use crate::entity::{DocumentId, Entity, EntityId};
use crate::mention::Mention;

/// What is to be put in the place of what is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Documents whose mentions change, in order, with all that they mention then.
    pub mentions: Vec<(DocumentId, Vec<Mention>)>,
    /// Documents in which mentions change hands or places, in order, with whose each of them is
    /// then.
    pub owners: Vec<(DocumentId, Vec<Option<EntityId>>)>,
    /// Entities that change, in the order of their places. One without mentions is gone; those in
    /// places after what was found are new.
    pub entities: Vec<(EntityId, Entity)>,
    /// How many places there are for entities then.
    pub places: usize,
}
