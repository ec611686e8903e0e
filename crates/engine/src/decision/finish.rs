//! From the register to entities: their mentions in order, their names, their addresses.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::apply::Decided;
use super::register::{Aspect, Draft, Register, Slot};
use super::{Decision, Ledger, Part};
use crate::entity::{
    Entities, Entity, EntityId, Link, LinkRule, MentionId, aliases, slug, spelling,
};
use crate::mention::{Kind, Mention};

pub(super) fn finish(register: Register<'_>, decisions: Vec<Decision>) -> Decided {
    let kept = Kept::of(&register);
    let mentions = mentions(&register, &kept);
    let slots = in_order(&register);
    let entities = entities(&register, &kept, &slots);
    let entity_of = entity_of(&entities, &mentions);
    let ledger = ledger(register, decisions, &entities, &slots);
    let entities = Entities {
        entities,
        entity_of,
    };
    Decided {
        mentions,
        entities,
        ledger,
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

fn mentions(register: &Register, kept: &Kept) -> Vec<Vec<Mention>> {
    let mut mentions = register.found.mentions.to_vec();
    for (document, ids) in &kept.documents {
        let ids = ids.iter().filter_map(|&id| register.mention(id).cloned());
        mentions[*document as usize] = ids.collect();
    }
    let mut retype = |id: MentionId, kind: Kind| {
        let place = kept.renumbered(id);
        let mention = place.and_then(|id| {
            let document = mentions.get_mut(id.document.0 as usize)?;
            document.get_mut(id.ordinal as usize)
        });
        if let Some(mention) = mention {
            mention.kind = kind;
        }
    };
    for (&id, owner) in &register.moved {
        let found = register
            .found_owner(id)
            .and_then(|slot| register.kind(slot));
        let kind = owner.and_then(|slot| register.kind(slot));
        if let Some(kind) = kind.filter(|_| kind != found) {
            retype(id, kind);
        }
    }
    for draft in register.drafts.values() {
        if let (Some(kind), true) = (draft.kind, draft.settled.contains_key(&Aspect::Kind)) {
            draft.mentions.iter().for_each(|&id| retype(id, kind));
        }
    }
    mentions
}

/// The entities there are now: most mentions first, and of equals by name. Those that no decision
/// speaks of are in this order already.
fn in_order(register: &Register) -> Vec<Slot> {
    let rank = |slot: Slot| (Reverse(register.mentions(slot).len()), register.name(slot));
    let live = |draft: &Draft| !draft.mentions.is_empty() && !is_hidden(draft);
    let drafts = register.drafts.iter().filter(|(_, draft)| live(draft));
    let drafts: BTreeSet<_> = drafts.map(|(&slot, _)| (rank(slot), slot)).collect();
    let mut drafts = drafts.into_iter().peekable();
    let mut slots = Vec::with_capacity(register.found.entities.len());
    let untouched = (0..register.found.entities.len() as Slot)
        .filter(|slot| !register.drafts.contains_key(slot));
    for slot in untouched {
        while let Some((_, draft)) = drafts.next_if(|(own, _)| *own < rank(slot)) {
            slots.push(draft);
        }
        slots.push(slot);
    }
    slots.extend(drafts.map(|(_, draft)| draft));
    slots
}

fn entities(register: &Register, kept: &Kept, slots: &[Slot]) -> Vec<Entity> {
    let mut used = Used::default();
    let entity = |&slot: &Slot| match (register.drafts.get(&slot), register.machine(slot)) {
        (Some(draft), machine) => drafted(register, kept, draft, machine, &mut used),
        (None, Some(machine)) if kept.documents.is_empty() => machine.clone(),
        (None, machine) => {
            let mut entity = machine.cloned().unwrap_or_else(nobody);
            renumber(kept, &mut entity);
            entity
        }
    };
    slots.iter().map(entity).collect()
}

fn drafted(
    register: &Register,
    kept: &Kept,
    draft: &Draft,
    machine: Option<&Entity>,
    used: &mut Used,
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
            None => used.slug(register, &draft.name, kind),
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

fn nobody() -> Entity {
    Entity {
        slug: String::new(),
        name: String::new(),
        kind: Kind::Person,
        aliases: Vec::new(),
        mentions: Vec::new(),
        links: Vec::new(),
    }
}

/// Addresses that are taken. What was found keeps its address for good, so that no old link leads
/// to somebody else.
#[derive(Default)]
struct Used(Option<BTreeSet<String>>);

impl Used {
    fn slug(&mut self, register: &Register, name: &str, kind: Kind) -> String {
        let found = || {
            let entities = register.found.entities.iter();
            entities.map(|entity| entity.slug.clone()).collect()
        };
        slug(name, kind, self.0.get_or_insert_with(found))
    }
}

fn entity_of(entities: &[Entity], mentions: &[Vec<Mention>]) -> Vec<Vec<Option<EntityId>>> {
    let empty = mentions.iter().map(|mentions| vec![None; mentions.len()]);
    let mut entity_of: Vec<Vec<Option<EntityId>>> = empty.collect();
    for (entity, number) in entities.iter().zip(0..) {
        for id in &entity.mentions {
            entity_of[id.document.0 as usize][id.ordinal as usize] = Some(EntityId(number));
        }
    }
    entity_of
}

fn ledger(
    register: Register<'_>,
    decisions: Vec<Decision>,
    entities: &[Entity],
    slots: &[Slot],
) -> Ledger {
    let live = slots.iter().zip((0..).map(EntityId));
    let live = live.filter(|(slot, _)| register.drafts.contains_key(slot));
    let numbers: BTreeMap<Slot, EntityId> = live.map(|(&slot, number)| (slot, number)).collect();
    let mut ledger = Ledger {
        decisions,
        ..Ledger::default()
    };
    for (&slot, draft) in &register.drafts {
        let now = numbers.get(&register.whole(slot)).copied();
        if let Some(machine) = register.machine(slot) {
            let moved = now.is_none_or(|now| entities[now.0 as usize].slug != machine.slug);
            if moved {
                ledger.former.insert(machine.slug.clone(), now);
            }
        }
        if is_hidden(draft) && !draft.mentions.is_empty() {
            ledger.hidden.extend(found(&register, draft));
        }
        let Some(now) = now else { continue };
        let touched = ledger.touched.entry(now).or_default();
        touched.decisions.extend(&draft.decisions);
        touched.decisions.sort_unstable();
        touched.decisions.dedup();
        if numbers.contains_key(&slot) {
            touched.found = found(&register, draft);
            touched.checked = draft.settled.contains_key(&Aspect::Checked);
        }
    }
    ledger.compared = compared(&register, &numbers);
    ledger.outcomes = register.outcomes;
    ledger
}

fn compared(register: &Register, numbers: &BTreeMap<Slot, EntityId>) -> Vec<(EntityId, EntityId)> {
    let number = |slot: Slot| numbers.get(&register.whole(slot)).copied();
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
