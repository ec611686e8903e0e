//! Applying decisions to what rules alone have found.

use std::collections::BTreeMap;

use super::aim::{Sights, written};
use super::finish::finish;
use super::print::said;
use super::register::{Aspect, Register, Slot};
use super::{Act, Changes, Decision, EntityRef, Ledger, MentionRef, Misfit, Outcome, Share};
use crate::document::Document;
use crate::entity::{DocumentId, Entity, EntityId, Link, LinkRule, MentionId, Roll};
use crate::mention::{Kind, Mention};
use crate::text::Span;

/// What was recognised and resolved, by rules alone.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// All documents.
    pub documents: &'a [Document],
    /// For each its mentions, in the order of its text.
    pub mentions: &'a [Vec<Mention>],
    /// All entities.
    pub entities: &'a [Entity],
    /// The entity each mention belongs to.
    pub entity_of: &'a [Vec<Option<EntityId>>],
    /// Where the names of these entities lead.
    pub roll: &'a Roll,
}

/// Who is who by rules and decisions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decided {
    /// What is to be put in the place of what was found.
    pub changes: Changes,
    /// What became of the decisions.
    pub ledger: Ledger,
}

/// Applies decisions to what was found. Nothing else is asked and nothing is remembered: the same
/// decisions give the same result, and leaving one out undoes it.
pub fn decide(found: Found<'_>, decisions: Vec<Decision>) -> Decided {
    let mut register = Register::new(found, decisions.len());
    let mut sights = Sights::new(&register, &decisions);
    say_once(&decisions, &mut register.outcomes);
    for (number, decision) in decisions.iter().enumerate() {
        if register.outcomes[number] == Outcome::Holds {
            let mut hand = Hand {
                register: &mut register,
                sights: &mut sights,
                number,
            };
            if let Err(misfit) = hand.apply(&decision.act) {
                register.outcomes[number] = Outcome::Unfit(misfit);
            }
        }
    }
    finish(register, decisions)
}

/// Of decisions that say the same the last one counts.
fn say_once(decisions: &[Decision], outcomes: &mut [Outcome]) {
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    for (number, decision) in decisions.iter().enumerate() {
        if let Some(before) = last.insert(said(decision), number) {
            outcomes[before] = Outcome::Repeated(number);
        }
    }
}

/// One decision at work.
pub(super) struct Hand<'r, 'a> {
    pub(super) register: &'r mut Register<'a>,
    pub(super) sights: &'r mut Sights<'a>,
    number: usize,
}

type Done = Result<(), Misfit>;

impl Hand<'_, '_> {
    fn apply(&mut self, act: &Act) -> Done {
        match act {
            Act::Merge(of) => self.merge(of),
            Act::Apart(of) => self.part(of),
            Act::Unsure(of) => self.leave_open(of),
            Act::Split { from, part, to } => self.split(from, part, to.as_ref()),
            Act::Rename { entity, to } => {
                let slot = self.seen(entity)?;
                self.register.draft(slot, self.number).name.clone_from(to);
                self.register.settle(slot, Aspect::Name, self.number);
                self.sights.call(to, slot);
                Ok(())
            }
            Act::Retype { entity, to } => {
                let slot = self.seen(entity)?;
                self.register.draft(slot, self.number).kind = Some(*to);
                self.register.settle(slot, Aspect::Kind, self.number);
                Ok(())
            }
            Act::Hide(entity) => {
                let slot = self.whole(entity)?;
                self.register.unsettle(slot, Aspect::Checked, self.number);
                self.register.settle(slot, Aspect::Hidden, self.number);
                Ok(())
            }
            Act::HideMention(place) => {
                let mention = self.sights.mention(self.register, place)?;
                self.register.take(mention, self.number);
                Ok(())
            }
            Act::AddName { name, to } => self.add_name(name, to),
            Act::AddMention { mention, to } => self.add_mention(mention, to),
            Act::Confirm(entity) => {
                let slot = self.seen(entity)?;
                self.register.settle(slot, Aspect::Checked, self.number);
                Ok(())
            }
            Act::Remark(entity) => {
                let slot = self.whole(entity)?;
                self.register.draft(slot, self.number);
                Ok(())
            }
        }
    }

    /// The entity as it stands now.
    fn whole(&self, of: &EntityRef) -> Result<Slot, Misfit> {
        let slot = self.sights.entity(self.register, of)?;
        Ok(self.register.whole(slot))
    }

    /// The entity as it stands now, shown again if it was hidden: what is spoken of as something
    /// is not nothing.
    fn seen(&mut self, of: &EntityRef) -> Result<Slot, Misfit> {
        let slot = self.whole(of)?;
        self.register.unsettle(slot, Aspect::Hidden, self.number);
        Ok(slot)
    }

    /// Each entity itself, even if it is part of another by now; at least two are named.
    fn all(&self, of: &[EntityRef]) -> Result<Vec<Slot>, Misfit> {
        if of.len() < 2 {
            return Err(Misfit::Alone);
        }
        let slots = of.iter().map(|of| self.sights.entity(self.register, of));
        slots.collect()
    }

    fn leave_open(&mut self, of: &[EntityRef]) -> Done {
        let slots = of.iter().map(|of| self.sights.entity(self.register, of));
        let slots = slots.collect::<Result<Vec<Slot>, Misfit>>()?;
        for (at, &one) in slots.iter().enumerate() {
            self.register.draft(self.register.whole(one), self.number);
            let pairs = slots[..at].iter().map(|&other| (one, other));
            self.register.compared.extend(pairs);
        }
        Ok(())
    }

    fn merge(&mut self, of: &[EntityRef]) -> Done {
        let slots = self.all(of)?;
        let into = self.register.whole(slots[0]);
        self.register.unsettle(into, Aspect::Hidden, self.number);
        self.register.draft(into, self.number);
        for (&slot, of) in slots.iter().zip(of).skip(1) {
            let slot = self.register.whole(slot);
            if slot != into {
                self.merge_two(slot, into, of);
            }
        }
        Ok(())
    }

    fn merge_two(&mut self, slot: Slot, into: Slot, of: &EntityRef) {
        self.reunite(slot, into);
        self.register.unsettle(slot, Aspect::Hidden, self.number);
        let link = Link {
            name: self.register.name(into).to_owned(),
            other: of.name.clone(),
            rule: LinkRule::Decided,
            evidence: None,
        };
        self.register.give(slot, into, self.number, |_| true);
        let links = std::mem::take(&mut self.register.draft(slot, self.number).links);
        let draft = self.register.draft(into, self.number);
        draft.links.extend(links);
        draft.links.push(link);
        self.register.merged.insert(slot, (into, self.number));
    }

    /// Overrules the decisions by which two that are to be one were apart.
    fn reunite(&mut self, one: Slot, other: Slot) {
        let register = &mut *self.register;
        let mut overruled = Vec::new();
        let parted = std::mem::take(&mut register.parted);
        let (gone, kept): (Vec<_>, Vec<_>) = parted.into_iter().partition(|&(a, b, _)| {
            let pair = (register.whole(a), register.whole(b));
            pair == (one, other) || pair == (other, one)
        });
        overruled.extend(gone.into_iter().map(|(.., by)| by));
        register.parted = kept;
        for by in overruled {
            register.overrule(Some(by), self.number);
        }
    }

    fn part(&mut self, of: &[EntityRef]) -> Done {
        let slots = self.all(of)?;
        for (at, &other) in slots.iter().enumerate() {
            for &one in &slots[..at] {
                self.part_two(one, other)?;
            }
        }
        Ok(())
    }

    fn part_two(&mut self, one: Slot, other: Slot) -> Done {
        if one == other {
            let name = self.register.name(one).to_owned();
            return Err(Misfit::OneByRule(name));
        }
        if self.register.whole(one) == self.register.whole(other) {
            let leaving = if self.register.merged.contains_key(&other) {
                other
            } else {
                one
            };
            self.take_out(leaving);
        }
        self.register.draft(self.register.whole(one), self.number);
        self.register.draft(self.register.whole(other), self.number);
        self.register.parted.push((one, other, self.number));
        self.register.compared.push((one, other));
        Ok(())
    }

    /// Undoes that an entity is part of another.
    fn take_out(&mut self, slot: Slot) {
        let whole = self.register.whole(slot);
        let by = self.register.merged.remove(&slot).map(|(_, by)| by);
        self.register.overrule(by, self.number);
        let own: Vec<MentionId> = self
            .register
            .machine(slot)
            .map_or_else(Vec::new, |entity| entity.mentions.clone());
        let is_own = |mention: MentionId| own.binary_search(&mention).is_ok();
        self.register.give(whole, slot, self.number, is_own);
        let machine = self.register.machine(slot);
        let links = machine.map_or_else(Vec::new, |entity| entity.links.clone());
        let draft = self.register.draft(whole, self.number);
        draft
            .links
            .retain(|link| !links.contains(link) && link.rule != LinkRule::Decided);
        self.register.draft(slot, self.number).links = links;
    }

    fn split(&mut self, from: &EntityRef, part: &Share, to: Option<&EntityRef>) -> Done {
        let whole = self.seen(from)?;
        let given = self.share(whole, part)?;
        let to = match to {
            Some(to) => self.known_or_new(to)?,
            None => {
                let kind = self.register.kind(whole).unwrap_or(from.kind);
                let name = self.usual_name(&given);
                self.create(&name, kind)
            }
        };
        if to == whole {
            return Ok(());
        }
        let is_given = |mention: MentionId| given.binary_search(&mention).is_ok();
        self.register.give(whole, to, self.number, is_given);
        self.register.parted.push((whole, to, self.number));
        self.register.compared.push((whole, to));
        Ok(())
    }

    fn create(&mut self, name: &str, kind: Kind) -> Slot {
        let slot = self.register.create(name, kind, self.number);
        self.sights.call(name, slot);
        slot
    }

    fn known_or_new(&mut self, of: &EntityRef) -> Result<Slot, Misfit> {
        match self.seen(of) {
            Err(Misfit::Nobody(..)) => Ok(self.create(&of.name, of.kind)),
            found => found,
        }
    }

    fn add_mention(&mut self, place: &MentionRef, to: &EntityRef) -> Done {
        let (document, span) = self.sights.place(self.register, place)?;
        let there = self.register.mention_at(document, span);
        let fits = |mention: &Mention| mention.span == span;
        match there.and_then(|id| Some((id, self.register.mention(id)?))) {
            Some((_, other)) if !fits(other) => {
                let text = &self.register.found.documents[document.0 as usize].text;
                Err(Misfit::Overlaps(other.span.of(text).to_owned()))
            }
            Some((id, _)) => {
                let to = self.known_or_new(to)?;
                self.register.take(id, self.number);
                self.register.certain.insert(id);
                self.hand_over(id, to);
                Ok(())
            }
            None => {
                let to = self.known_or_new(to)?;
                self.add(document, span, to);
                Ok(())
            }
        }
    }

    fn hand_over(&mut self, id: MentionId, to: Slot) {
        self.register.moved.insert(id, Some(to));
        self.register.draft(to, self.number).mentions.push(id);
    }

    fn add(&mut self, document: DocumentId, span: Span, to: Slot) {
        let Some(kind) = self.register.kind(to) else {
            return;
        };
        let id = self.register.add(document, Mention::certain(span, kind));
        self.hand_over(id, to);
    }

    fn add_name(&mut self, name: &str, to: &EntityRef) -> Done {
        let to = self.seen(to)?;
        let mut is_written = false;
        for (document, number) in self.register.found.documents.iter().zip(0..) {
            for span in written(&document.text, name) {
                is_written = true;
                let document = DocumentId(number);
                if self.register.mention_at(document, span).is_none() {
                    self.add(document, span, to);
                }
            }
        }
        self.register.draft(to, self.number);
        self.sights.call(name, to);
        is_written
            .then_some(())
            .ok_or_else(|| Misfit::NotWritten(name.to_owned()))
    }
}
