//! From the register to what changes: entities with their mentions in order, their names, their
//! addresses.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::apply::Decided;
use super::register::{Aspect, Draft, Register, Slot};
use super::{Changes, Decision, Ledger, Part};
use crate::entity::{
    DocumentId, Entity, EntityId, Link, LinkRule, MentionId, aliases, free_slug, spelling,
};
use crate::mention::{Confidence, Kind, Mention};

pub(super) fn finish(register: Register<'_>, decisions: Vec<Decision>) -> Decided {
    let kept = Kept::of(&register);
    let entities = entities(&register, &kept);
    Decided {
        changes: Changes {
            mentions: mentions(&register, &kept),
            owners: owners(&register, &kept),
            places: register.places(),
            entities: entities
                .iter()
                .map(|(&id, entity)| (EntityId(id), entity.clone()))
                .collect(),
        },
        ledger: ledger(register, decisions, &entities),
    }
}

/// The mentions of documents in which some were added or taken away, in the order of the text.
struct Kept {
    documents: BTreeMap<u32, Vec<MentionId>>,
    ordinals: BTreeMap<MentionId, u32>,
}

impl Kept {
    fn of(register: &Register) -> Self {
        let mut gone: BTreeSet<MentionId> = BTreeSet::new();
        let taken = register.moved.iter().filter(|(_, owner)| owner.is_none());
        gone.extend(taken.map(|(mention, _)| *mention));
        let hidden = register.drafts.values().filter(|draft| is_hidden(draft));
        gone.extend(hidden.flat_map(|draft| draft.mentions.iter().copied()));
        let changed = gone.iter().map(|mention| mention.document.0);
        let changed: BTreeSet<u32> = changed.chain(register.added.keys().copied()).collect();
        let mut kept = Self {
            documents: BTreeMap::new(),
            ordinals: BTreeMap::new(),
        };
        for document in changed {
            let mut ids = register.all_in(document);
            ids.retain(|mention| !gone.contains(mention));
            ids.sort_by_cached_key(|&id| register.mention(id).map(|mention| mention.span));
            kept.ordinals.extend(ids.iter().copied().zip(0..));
            kept.documents.insert(document, ids);
        }
        kept
    }

    /// The mention under the number it has now; none if it is gone.
    fn renumbered(&self, id: MentionId) -> Option<MentionId> {
        if !self.documents.contains_key(&id.document.0) {
            return Some(id);
        }
        let ordinal = *self.ordinals.get(&id)?;
        Some(MentionId { ordinal, ..id })
    }
}

fn is_hidden(draft: &Draft) -> bool {
    draft.settled.contains_key(&Aspect::Hidden)
}

/// The mentions of documents where some came, went or are of another kind.
fn mentions(register: &Register, kept: &Kept) -> Vec<(DocumentId, Vec<Mention>)> {
    let mut changed: BTreeMap<u32, Vec<Mention>> = BTreeMap::new();
    for (&document, ids) in &kept.documents {
        let ids = ids.iter().filter_map(|&id| register.mention(id).cloned());
        changed.insert(document, ids.collect());
    }
    let mut change = |id: MentionId, make: &dyn Fn(&mut Mention)| {
        let Some(MentionId { document, ordinal }) = kept.renumbered(id) else {
            return;
        };
        let found = || register.found.mentions[document.0 as usize].clone();
        let mentions = changed.entry(document.0).or_insert_with(found);
        mentions
            .get_mut(ordinal as usize)
            .into_iter()
            .for_each(make);
    };
    for (id, kind) in retyped(register) {
        change(id, &|mention| mention.kind = kind);
    }
    for &id in &register.certain {
        change(id, &|mention| mention.confidence = Confidence::CERTAIN);
    }
    by_document(changed)
}

/// Mentions that are of another kind than they were found to be.
fn retyped(register: &Register) -> Vec<(MentionId, Kind)> {
    let mut retyped = Vec::new();
    for (&id, owner) in &register.moved {
        let found = register
            .found_owner(id)
            .and_then(|slot| register.machine(slot));
        let kind = owner.and_then(|slot| register.kind(slot));
        if let Some(kind) = kind.filter(|&kind| found.is_none_or(|found| found.kind != kind)) {
            retyped.push((id, kind));
        }
    }
    for draft in register.drafts.values() {
        if let (Some(kind), true) = (draft.kind, draft.settled.contains_key(&Aspect::Kind)) {
            retyped.extend(draft.mentions.iter().map(|&id| (id, kind)));
        }
    }
    retyped
}

/// Whose the mentions are in documents where some came, went or changed hands.
fn owners(register: &Register, kept: &Kept) -> Vec<(DocumentId, Vec<Option<EntityId>>)> {
    let mut changed: BTreeMap<u32, Vec<Option<EntityId>>> = BTreeMap::new();
    for (&document, ids) in &kept.documents {
        let owners = ids.iter().map(|&id| register.owner(id).map(EntityId));
        changed.insert(document, owners.collect());
    }
    for (id, owner) in &register.moved {
        let document = id.document.0;
        if !kept.documents.contains_key(&document) {
            let found = || register.found.entity_of[document as usize].clone();
            let owners = changed.entry(document).or_insert_with(found);
            owners[id.ordinal as usize] = owner.map(EntityId);
        }
    }
    by_document(changed)
}

fn by_document<T>(changed: BTreeMap<u32, T>) -> Vec<(DocumentId, T)> {
    let changed = changed.into_iter();
    changed
        .map(|(document, what)| (DocumentId(document), what))
        .collect()
}

/// The entities that decisions speak of, and those whose mentions or evidence stand where
/// mentions came or went and are numbered anew.
fn entities(register: &Register, kept: &Kept) -> BTreeMap<Slot, Entity> {
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut changed: BTreeMap<Slot, Entity> = BTreeMap::new();
    for (&slot, draft) in &register.drafts {
        let machine = register.machine(slot);
        let entity = match draft.mentions.is_empty() || is_hidden(draft) {
            true => gone(draft, machine),
            false => drafted(register, kept, draft, machine, &mut used),
        };
        changed.insert(slot, entity);
    }
    for &document in kept.documents.keys() {
        for EntityId(slot) in register.found.entity_of[document as usize].iter().flatten() {
            let machine = register.machine(*slot);
            if let (Some(machine), false) = (machine, changed.contains_key(slot)) {
                let mut entity = machine.clone();
                renumber(kept, &mut entity);
                changed.insert(*slot, entity);
            }
        }
    }
    changed
}

/// An entity whose mentions are all taken away, under the address it was found with.
fn gone(draft: &Draft, machine: Option<&Entity>) -> Entity {
    Entity {
        slug: machine.map_or_else(String::new, |machine| machine.slug.clone()),
        name: draft.name.clone(),
        kind: draft.kind.unwrap_or(Kind::Person),
        aliases: Vec::new(),
        mentions: Vec::new(),
        links: Vec::new(),
    }
}

fn drafted(
    register: &Register,
    kept: &Kept,
    draft: &Draft,
    machine: Option<&Entity>,
    used: &mut BTreeSet<String>,
) -> Entity {
    let kind = draft.kind.unwrap_or(Kind::Person);
    let own = machine.filter(|machine| machine.name == draft.name);
    let mut mentions = draft.mentions.clone();
    mentions.sort_unstable();
    let written = mentions.iter().filter_map(|&id| {
        let text = &register.found.documents[id.document.0 as usize].text;
        let mention = register.mention(id)?;
        Some((spelling(mention.span.of(text)), 1))
    });
    let aliases = aliases(written);
    let is_known = |name: &str| {
        let name = name.to_lowercase();
        aliases
            .iter()
            .any(|alias| alias.name.to_lowercase() == name)
    };
    let holds = |link: &&Link| {
        link.rule == LinkRule::Decided || is_known(&link.name) && is_known(&link.other)
    };
    let mut entity = Entity {
        slug: match own {
            Some(own) => own.slug.clone(),
            None => new_slug(register, &draft.name, kind, used),
        },
        name: draft.name.clone(),
        kind,
        links: draft.links.iter().filter(holds).cloned().collect(),
        mentions,
        aliases: Vec::new(),
    };
    entity.aliases = aliases;
    renumber(kept, &mut entity);
    entity.mentions.sort_unstable();
    entity
}

fn renumber(kept: &Kept, entity: &mut Entity) {
    if kept.documents.is_empty() {
        return;
    }
    let mentions = entity.mentions.iter();
    entity.mentions = mentions.filter_map(|&id| kept.renumbered(id)).collect();
    for link in &mut entity.links {
        link.evidence = link.evidence.and_then(|id| kept.renumbered(id));
    }
}

/// An address for something new or newly named. What was found keeps its address for good, so that
/// no old link leads to somebody else.
fn new_slug(register: &Register, name: &str, kind: Kind, used: &mut BTreeSet<String>) -> String {
    let is_found = |slug: &str| {
        let mut alike = register.found.roll.called(slug);
        alike.any(|EntityId(slot)| {
            register
                .machine(slot)
                .is_some_and(|found| found.slug == slug)
        })
    };
    let slug = free_slug(name, kind, |slug| used.contains(slug) || is_found(slug));
    used.insert(slug.clone());
    slug
}

fn ledger(
    register: Register<'_>,
    decisions: Vec<Decision>,
    entities: &BTreeMap<Slot, Entity>,
) -> Ledger {
    let is_there = |slot: &Slot| {
        let entity = entities.get(slot);
        entity.is_some_and(|entity| !entity.mentions.is_empty())
    };
    let mut ledger = Ledger {
        decisions,
        ..Ledger::default()
    };
    for (&slot, draft) in &register.drafts {
        let whole = register.whole(slot);
        let now = is_there(&whole).then_some(EntityId(whole));
        if let Some(machine) = register.machine(slot) {
            let moved = now.is_none() || entities[&whole].slug != machine.slug;
            if moved {
                ledger.former.insert(machine.slug.clone(), now);
            }
        }
        if !is_there(&slot) {
            let decisions = draft.decisions.clone();
            ledger.gone.insert(EntityId(slot), decisions);
        }
        let Some(now) = now else { continue };
        let touched = ledger.touched.entry(now).or_default();
        touched.decisions.extend(&draft.decisions);
        touched.decisions.sort_unstable();
        touched.decisions.dedup();
        if is_there(&slot) {
            touched.found = found(&register, draft);
            touched.checked = draft.settled.contains_key(&Aspect::Checked);
        }
    }
    ledger.compared = compared(&register, is_there);
    ledger.outcomes = register.outcomes;
    ledger
}

fn compared(register: &Register, is_there: impl Fn(&Slot) -> bool) -> Vec<(EntityId, EntityId)> {
    let number = |slot: Slot| {
        let whole = register.whole(slot);
        is_there(&whole).then_some(EntityId(whole))
    };
    let pair = |&(one, other): &(Slot, Slot)| {
        let (one, other) = (number(one)?, number(other)?);
        (one != other).then(|| (one.min(other), one.max(other)))
    };
    let mut pairs: Vec<_> = register.compared.iter().filter_map(pair).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// What an entity's mentions were found to be mentions of.
fn found(register: &Register, draft: &Draft) -> Vec<Part> {
    let mut counts: BTreeMap<Slot, u32> = BTreeMap::new();
    for &id in &draft.mentions {
        if let Some(slot) = register.found_owner(id) {
            *counts.entry(slot).or_default() += 1;
        }
    }
    let parts = counts.into_iter().filter_map(|(slot, count)| {
        let entity = register.machine(slot)?;
        Some(Part {
            slug: entity.slug.clone(),
            name: entity.name.clone(),
            kind: entity.kind,
            count,
        })
    });
    let mut parts: Vec<Part> = parts.collect();
    parts.sort_by_key(|part| Reverse(part.count));
    parts
}
