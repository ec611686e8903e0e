//! Who is who while decisions are being applied.

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, Outcome};
use crate::entity::{DocumentId, Entity, EntityId, Link, MentionId};
use crate::mention::{Kind, Mention};
use crate::text::Span;

/// An entity while decisions are applied: its place among the entities that were found, or a
/// place after these for what an editor adds.
pub(super) type Slot = u32;

/// Who is who while decisions are applied. What no decision speaks of is left where it was found.
pub(super) struct Register<'a> {
    pub(super) found: Found<'a>,
    /// The entities that decisions speak of.
    pub(super) drafts: BTreeMap<Slot, Draft>,
    /// For each entity that is part of another, which, and by which decision.
    pub(super) merged: BTreeMap<Slot, (Slot, usize)>,
    /// Mentions that are no longer whose they were found to be; none if they are no mentions.
    pub(super) moved: BTreeMap<MentionId, Option<Slot>>,
    /// Mentions that were found and that an editor says are right.
    pub(super) certain: BTreeSet<MentionId>,
    /// Mentions that an editor adds, by document; their ordinals follow those that were found.
    pub(super) added: BTreeMap<u32, Vec<Mention>>,
    /// Where these are: by document and first byte, their ordinals.
    places: BTreeMap<(u32, u32), u32>,
    /// Pairs that are not one, each by a decision.
    pub(super) parted: Vec<(Slot, Slot, usize)>,
    /// Pairs that were held against each other, whatever came of it.
    pub(super) compared: Vec<(Slot, Slot)>,
    pub(super) outcomes: Vec<Outcome>,
    next: Slot,
}

/// An entity that decisions speak of.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) name: String,
    pub(super) kind: Option<Kind>,
    pub(super) mentions: Vec<MentionId>,
    pub(super) links: Vec<Link>,
    /// The decisions that speak of it.
    pub(super) decisions: Vec<usize>,
    /// The decisions that settled its name and its kind, hid it or confirmed it.
    pub(super) settled: BTreeMap<Aspect, usize>,
}

/// What a decision can settle about an entity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aspect {
    Name,
    Kind,
    Hidden,
    Checked,
}

impl<'a> Register<'a> {
    pub(super) fn new(found: Found<'a>, decisions: usize) -> Self {
        Self {
            found,
            drafts: BTreeMap::new(),
            merged: BTreeMap::new(),
            moved: BTreeMap::new(),
            certain: BTreeSet::new(),
            added: BTreeMap::new(),
            places: BTreeMap::new(),
            parted: Vec::new(),
            compared: Vec::new(),
            outcomes: vec![Outcome::Holds; decisions],
            next: found.entities.len() as Slot,
        }
    }

    /// The entity as it was found, if it was.
    pub(super) fn machine(&self, slot: Slot) -> Option<&'a Entity> {
        self.found.entities.get(slot as usize)
    }

    /// How many entities there are or were.
    pub(super) fn places(&self) -> usize {
        self.next as usize
    }

    /// The entity that this one is part of; itself if it is part of none.
    pub(super) fn whole(&self, slot: Slot) -> Slot {
        let mut at = slot;
        while let Some(&(into, _)) = self.merged.get(&at) {
            at = into;
        }
        at
    }

    pub(super) fn name(&self, slot: Slot) -> &str {
        let drafted = self.drafts.get(&slot).map(|draft| draft.name.as_str());
        let found = || self.machine(slot).map(|entity| entity.name.as_str());
        drafted.or_else(found).unwrap_or_default()
    }

    pub(super) fn kind(&self, slot: Slot) -> Option<Kind> {
        let drafted = self.drafts.get(&slot).and_then(|draft| draft.kind);
        drafted.or_else(|| self.machine(slot).map(|entity| entity.kind))
    }

    pub(super) fn mentions(&self, slot: Slot) -> &[MentionId] {
        match (self.drafts.get(&slot), self.machine(slot)) {
            (Some(draft), _) => &draft.mentions,
            (None, Some(entity)) => &entity.mentions,
            (None, None) => &[],
        }
    }

    /// The entity, to be changed by a decision.
    pub(super) fn draft(&mut self, slot: Slot, decision: usize) -> &mut Draft {
        let machine = self.machine(slot);
        let draft = self.drafts.entry(slot).or_insert_with(|| {
            machine.map_or_else(Draft::default, |entity| Draft {
                name: entity.name.clone(),
                kind: Some(entity.kind),
                mentions: entity.mentions.clone(),
                links: entity.links.clone(),
                ..Draft::default()
            })
        });
        if draft.decisions.last() != Some(&decision) {
            draft.decisions.push(decision);
        }
        draft
    }

    /// A new entity, without mentions.
    pub(super) fn create(&mut self, name: &str, kind: Kind, decision: usize) -> Slot {
        let slot = self.next;
        self.next += 1;
        let draft = self.draft(slot, decision);
        draft.name = name.to_owned();
        draft.kind = Some(kind);
        slot
    }

    /// Says that a decision settles something; one that settled it before is overruled.
    pub(super) fn settle(&mut self, slot: Slot, aspect: Aspect, decision: usize) {
        let before = self.draft(slot, decision).settled.insert(aspect, decision);
        self.overrule(before, decision);
    }

    /// Takes back what was settled; the decision that settled it is overruled.
    pub(super) fn unsettle(&mut self, slot: Slot, aspect: Aspect, decision: usize) {
        let before = self.drafts.get_mut(&slot);
        let before = before.and_then(|draft| draft.settled.remove(&aspect));
        self.overrule(before, decision);
    }

    pub(super) fn overrule(&mut self, before: Option<usize>, by: usize) {
        if let Some(outcome) = before.and_then(|before| self.outcomes.get_mut(before)) {
            *outcome = Outcome::Overruled(by);
        }
    }

    /// The mention, whether it was found or added.
    pub(super) fn mention(&self, id: MentionId) -> Option<&Mention> {
        let found = self.found.mentions.get(id.document.0 as usize)?;
        let at = id.ordinal as usize;
        let added = || self.added.get(&id.document.0)?.get(at - found.len());
        found.get(at).or_else(added)
    }

    /// The first mention that has something of the place.
    pub(super) fn mention_at(&self, document: DocumentId, span: Span) -> Option<MentionId> {
        let found = &self.found.mentions[document.0 as usize];
        let near = found.partition_point(|mention| mention.span.end <= span.start);
        let is_there = |mention: &&Mention| mention.span.overlaps(span);
        let ordinal = match found.get(near).filter(is_there) {
            Some(_) => near as u32,
            None => {
                let until = (document.0, span.end);
                let mut before = self.places.range((document.0, 0)..until);
                let (_, &ordinal) = before.next_back()?;
                let id = MentionId { document, ordinal };
                self.mention(id).filter(is_there)?;
                ordinal
            }
        };
        Some(MentionId { document, ordinal })
    }

    /// All mentions in a document, found and added, in no particular order.
    pub(super) fn all_in(&self, document: u32) -> Vec<MentionId> {
        let found = self.found.mentions[document as usize].len();
        let added = self.added.get(&document).map_or(0, Vec::len);
        let id = |ordinal| MentionId {
            document: DocumentId(document),
            ordinal,
        };
        (0..(found + added) as u32).map(id).collect()
    }

    /// Adds a mention where there is none.
    pub(super) fn add(&mut self, document: DocumentId, mention: Mention) -> MentionId {
        let found = self.found.mentions[document.0 as usize].len();
        let added = self.added.entry(document.0).or_default();
        let ordinal = (found + added.len()) as u32;
        self.places
            .insert((document.0, mention.span.start), ordinal);
        added.push(mention);
        MentionId { document, ordinal }
    }

    /// Whose mention it is; none if it is nobody's.
    pub(super) fn owner(&self, id: MentionId) -> Option<Slot> {
        match self.moved.get(&id) {
            Some(moved) => *moved,
            None => self.found_owner(id),
        }
    }

    /// Whose mention it was found to be.
    pub(super) fn found_owner(&self, id: MentionId) -> Option<Slot> {
        let entities = self.found.entity_of.get(id.document.0 as usize)?;
        let EntityId(slot) = (*entities.get(id.ordinal as usize)?)?;
        Some(slot)
    }

    /// Gives some mentions of one entity to another.
    pub(super) fn give(
        &mut self,
        from: Slot,
        to: Slot,
        decision: usize,
        is_given: impl Fn(MentionId) -> bool,
    ) {
        let draft = self.draft(from, decision);
        let (given, kept): (Vec<_>, Vec<_>) = draft
            .mentions
            .drain(..)
            .partition(|&mention| is_given(mention));
        draft.mentions = kept;
        for &mention in &given {
            self.moved.insert(mention, Some(to));
        }
        self.draft(to, decision).mentions.extend(given);
    }

    /// Takes a mention from whoever has it.
    pub(super) fn take(&mut self, mention: MentionId, decision: usize) {
        if let Some(owner) = self.owner(mention) {
            let draft = self.draft(owner, decision);
            draft.mentions.retain(|&other| other != mention);
        }
        self.moved.insert(mention, None);
    }
}
