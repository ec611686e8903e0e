//! What was found and is there no longer, because an editor says so.

use serde::{Deserialize, Serialize};

use super::{Engine, Told};
use crate::decision::Outcome;
use crate::entity::EntityId;
use crate::mention::Kind;

/// Something that an editor hid, or gave away mention by mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// Its name.
    pub name: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// What editors decided about it, in order, as far as it holds.
    pub decisions: Vec<Told>,
    /// How a decision names it, as text.
    pub named: String,
}

impl Engine {
    /// Who had this address and is there no longer.
    pub(super) fn gone(&self, slug: &str) -> Option<Gone> {
        let is_there_no_longer = |id: &EntityId| {
            let has_slug = self.entity(*id).slug == slug;
            has_slug && self.ledger.gone.contains_key(id)
        };
        let id = self.roll().called(slug).find(is_there_no_longer)?;
        if self.ledger.former.get(slug).copied().flatten().is_some() {
            return None;
        }
        let entity = self.entity(id);
        let places = self.ledger.gone.get(&id).into_iter().flatten();
        let holding = places.filter(|&&at| self.ledger.outcomes.get(at) == Some(&Outcome::Holds));
        Some(Gone {
            name: entity.name.clone(),
            kind: entity.kind,
            decisions: holding.filter_map(|&place| self.told(place)).collect(),
            named: self.reference(id).to_string(),
        })
    }
}
