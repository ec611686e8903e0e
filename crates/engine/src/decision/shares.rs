//! Which mentions of an entity a decision means.

use std::collections::BTreeMap;

use super::apply::Hand;
use super::register::Slot;
use super::{Misfit, Share};
use crate::entity::{DocumentId, MentionId, spelling};

impl Hand<'_, '_> {
    /// The mentions of an entity that are meant; at least one, in order.
    pub(super) fn share(&self, of: Slot, part: &Share) -> Result<Vec<MentionId>, Misfit> {
        let all = self.register.mentions(of).iter().copied();
        let mut given: Vec<MentionId> = match part {
            Share::Mentions(places) => {
                let places = places.iter();
                let meant = places.map(|place| self.sights.mention(self.register, place));
                let meant = meant.collect::<Result<Vec<MentionId>, Misfit>>()?;
                all.filter(|mention| meant.contains(mention)).collect()
            }
            Share::Documents(files) => {
                let files = files.iter().map(|file| self.sights.document(file));
                let meant = files.collect::<Result<Vec<DocumentId>, Misfit>>()?;
                all.filter(|mention| meant.contains(&mention.document))
                    .collect()
            }
            Share::Name(name) => {
                let wanted = alike(name);
                all.filter(|&mention| alike(&self.written_as(mention)) == wanted)
                    .collect()
            }
        };
        given.sort_unstable();
        if given.is_empty() {
            return Err(Misfit::NotMentioned(match part {
                Share::Mentions(places) => {
                    let first = places.first();
                    first.map_or_else(String::new, |place| place.quote.clone())
                }
                Share::Documents(files) => files.first().cloned().unwrap_or_default(),
                Share::Name(name) => name.clone(),
            }));
        }
        Ok(given)
    }

    fn written_as(&self, id: MentionId) -> String {
        let text = &self.register.found.documents[id.document.0 as usize].text;
        let mention = self.register.mention(id);
        mention.map_or_else(String::new, |mention| spelling(mention.span.of(text)))
    }

    pub(super) fn usual_name(&self, mentions: &[MentionId]) -> String {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for &mention in mentions {
            *counts.entry(self.written_as(mention)).or_default() += 1;
        }
        let most = counts.values().max().copied().unwrap_or_default();
        let mut names = counts.into_iter();
        let usual = names.find(|(_, count)| *count == most);
        usual.map_or_else(String::new, |(name, _)| name)
    }
}

/// A name without what makes no difference between spellings.
fn alike(name: &str) -> String {
    name.to_lowercase().replace([' ', '.'], "")
}
