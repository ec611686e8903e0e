//! The editor's desk: what rules alone could not settle, one question after the other, each with
//! the decision that every answer stands for.

mod likeness;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use self::likeness::may_be_one;
use super::{ContextLine, Engine, Told};
use crate::complaint::quoted;
use crate::decision::{Act, By, Decision, EntityRef, Outcome, Share, print};
use crate::entity::{Entity, EntityId, LinkRule};
use crate::index::words;
use crate::mention::{Finder, Kind};

/// Questions that are handed out at once.
const MOST_DOUBTS: usize = 60;

/// Passages shown for each side of a question.
const PASSAGES: usize = 3;

/// Entities that share a word and are still held against each other.
const MOST_ALIKE: usize = 24;

/// What is to be looked at, and what was decided.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// What is open, weightiest first; the first [`MOST_DOUBTS`] of it.
    pub doubts: Vec<Doubtful>,
    /// How much is open in all.
    pub open: u32,
    /// What was decided, in order.
    pub decided: Vec<Told>,
}

/// Something that an editor should look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doubtful {
    /// What sort of doubt.
    pub sort: Sort,
    /// The question, to be answered with yes or no.
    pub asks: String,
    /// Why it is asked.
    pub because: String,
    /// Passages to judge by, of each side.
    pub sides: Vec<Side>,
    /// The decision that "yes" stands for, as text, without who and when.
    pub yes: String,
    /// The decision that "no" stands for.
    pub no: String,
    /// The decision that leaves it open.
    pub unsure: String,
}

/// What sort of doubt there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sort {
    /// Two may be one.
    Duplicate,
    /// One may be two.
    Split,
    /// It may be no name at all.
    Junk,
}

/// One of those a question is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// How often it is mentioned.
    pub count: u32,
    /// Some of the passages.
    pub lines: Vec<ContextLine>,
}

impl Engine {
    pub(super) fn review(&self) -> Review {
        let settled = Settled::of(self);
        let mut doubts: Vec<(u64, Doubt)> = Vec::new();
        doubts.extend(self.duplicates(&settled));
        doubts.extend(self.splits(&settled));
        doubts.extend(self.junk(&settled));
        doubts.sort_by_key(|(weight, _)| Reverse(*weight));
        let open = doubts.len() as u32;
        let first = doubts.into_iter().take(MOST_DOUBTS);
        let doubts = first.filter_map(|(_, doubt)| self.asked(doubt)).collect();
        let decided = (0..self.ledger.decisions.len()).filter_map(|place| self.told(place));
        Review {
            doubts,
            open,
            decided: decided.collect(),
        }
    }

    /// Entities of one kind that share a word, where one name is in the other, or nearly is it.
    fn duplicates(&self, settled: &Settled) -> Vec<(u64, Doubt)> {
        let names: Vec<Vec<String>> = self
            .corpus
            .entities
            .iter()
            .map(|e| words(&e.name))
            .collect();
        let mut by_word: BTreeMap<(&str, Kind), Vec<u32>> = BTreeMap::new();
        for ((entity, name), number) in self.corpus.entities.iter().zip(&names).zip(0..) {
            let is_there = !entity.mentions.is_empty();
            for word in name.iter().filter(|word| is_there && word.len() > 2) {
                by_word.entry((word, entity.kind)).or_default().push(number);
            }
        }
        let mut pairs: BTreeSet<(u32, u32)> = BTreeSet::new();
        for alike in by_word.values().filter(|alike| alike.len() <= MOST_ALIKE) {
            for (at, &one) in alike.iter().enumerate() {
                let near =
                    |other: &&u32| may_be_one(&names[one as usize], &names[**other as usize]);
                let others = alike[at + 1..].iter().filter(near);
                pairs.extend(others.map(|&other| (one, other)));
            }
        }
        let open = pairs.into_iter().filter(|&(one, other)| {
            one != other && !settled.is_settled(EntityId(one), EntityId(other))
        });
        open.map(|(one, other)| {
            let count = |at: u32| self.corpus.entities[at as usize].mentions.len() as u64;
            let doubt = Doubt::Duplicate(EntityId(one), EntityId(other));
            (count(one) * count(other) * 4, doubt)
        })
        .collect()
    }

    /// Names that were joined by a rule that can be wrong, and that no document says are one.
    fn splits(&self, settled: &Settled) -> Vec<(u64, Doubt)> {
        let mut doubts = Vec::new();
        for (id, entity) in self.corpus.known() {
            if settled.alone.contains(&id) {
                continue;
            }
            for (at, link) in entity.links.iter().enumerate() {
                let count = |name: &str| {
                    let alias = entity.aliases.iter().find(|alias| alias.name == name);
                    alias.map_or(0, |alias| u64::from(alias.count))
                };
                let is_weak = match link.rule {
                    LinkRule::Acronym => link.evidence.is_none(),
                    LinkRule::Transliterated => true,
                    LinkRule::ShortForm => both_full(&link.name, &link.other),
                    _ => false,
                };
                let weight = count(&link.name) * count(&link.other);
                if is_weak && weight > 0 {
                    doubts.push((weight * 2, Doubt::Split(id, at)));
                }
            }
        }
        doubts
    }

    /// What is mentioned seldom, and was found by guesses alone.
    fn junk(&self, settled: &Settled) -> Vec<(u64, Doubt)> {
        let is_guess = |entity: &Entity| {
            entity.mentions.len() <= 3
                && entity.mentions.iter().all(|id| {
                    let mention =
                        &self.corpus.mentions[id.document.0 as usize][id.ordinal as usize];
                    let mut finders = mention.found_by.iter();
                    mention.confidence.as_percent() < 60
                        || finders.all(|finder| finder == Finder::Capitals)
                            && mention.confidence.as_percent() < 100
                })
        };
        let open = self
            .corpus
            .known()
            .filter(|(id, _)| !settled.alone.contains(id));
        open.filter(|(_, entity)| is_guess(entity))
            .map(|(id, entity)| (entity.mentions.len() as u64, Doubt::Junk(id)))
            .collect()
    }

    /// The doubt as a question.
    fn asked(&self, doubt: Doubt) -> Option<Doubtful> {
        match doubt {
            Doubt::Duplicate(one, other) => Some(self.asked_of_two(one, other)),
            Doubt::Split(entity, link) => self.asked_of_link(entity, link),
            Doubt::Junk(entity) => Some(self.asked_of_one(entity)),
        }
    }

    fn asked_of_two(&self, one: EntityId, other: EntityId) -> Doubtful {
        let (a, b) = (self.entity(one), self.entity(other));
        let both = || vec![self.reference(one), self.reference(other)];
        Doubtful {
            sort: Sort::Duplicate,
            asks: format!("Are {} and {} the same?", quoted(&a.name), quoted(&b.name)),
            because: "Their names are much alike, and no rule joins them.".to_owned(),
            sides: vec![self.side(a, |_| true), self.side(b, |_| true)],
            yes: text(Act::Merge(both())),
            no: text(Act::Apart(both())),
            unsure: text(Act::Unsure(both())),
        }
    }

    fn asked_of_link(&self, id: EntityId, link: usize) -> Option<Doubtful> {
        let entity = self.entity(id);
        let link = entity.links.get(link)?;
        let alias = |name: &str| entity.aliases.iter().find(|alias| alias.name == name);
        let (one, other) = (alias(&link.name)?, alias(&link.other)?);
        let (kept, doubted) = match one.count >= other.count {
            true => (one, other),
            false => (other, one),
        };
        Some(Doubtful {
            sort: Sort::Split,
            asks: format!(
                "Are {} and {} the same?",
                quoted(&kept.name),
                quoted(&doubted.name)
            ),
            because: because(link.rule).to_owned(),
            sides: vec![
                self.side(entity, |written| written == kept.name),
                self.side(entity, |written| written == doubted.name),
            ],
            yes: text(Act::Confirm(self.reference(id))),
            no: text(Act::Split {
                from: self.reference(id),
                part: Share::Name(doubted.name.clone()),
                to: None,
            }),
            unsure: text(Act::Unsure(vec![self.reference(id)])),
        })
    }

    fn asked_of_one(&self, id: EntityId) -> Doubtful {
        let entity = self.entity(id);
        let asks = format!(
            "Does {} name {}?",
            quoted(&entity.name),
            a_kind(entity.kind)
        );
        Doubtful {
            sort: Sort::Junk,
            asks,
            because: "It is mentioned seldom, and found by its capitals or by likeness alone."
                .to_owned(),
            sides: vec![self.side(entity, |_| true)],
            yes: text(Act::Confirm(self.reference(id))),
            no: text(Act::Hide(self.reference(id))),
            unsure: text(Act::Unsure(vec![self.reference(id)])),
        }
    }

    fn entity(&self, id: EntityId) -> &Entity {
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

    /// Some passages of those mentions whose names pass.
    fn side(&self, entity: &Entity, is_meant: impl Fn(&str) -> bool) -> Side {
        let written = |id: &&crate::entity::MentionId| {
            let text = &self.corpus.documents[id.document.0 as usize].text;
            let mention = &self.corpus.mentions[id.document.0 as usize][id.ordinal as usize];
            is_meant(&crate::entity::spelling(mention.span.of(text)))
        };
        let meant: Vec<_> = entity.mentions.iter().filter(written).copied().collect();
        let first = meant.first().map(|id| {
            let text = &self.corpus.documents[id.document.0 as usize].text;
            let mention = &self.corpus.mentions[id.document.0 as usize][id.ordinal as usize];
            crate::entity::spelling(mention.span.of(text))
        });
        let is_all = meant.len() == entity.mentions.len();
        Side {
            name: first
                .filter(|_| !is_all)
                .unwrap_or_else(|| entity.name.clone()),
            kind: entity.kind,
            count: meant.len() as u32,
            lines: meant
                .iter()
                .take(PASSAGES)
                .map(|&mention| self.context_line(mention))
                .collect(),
        }
    }
}

/// A doubt, still without its passages.
enum Doubt {
    Duplicate(EntityId, EntityId),
    /// With the place of the link.
    Split(EntityId, usize),
    Junk(EntityId),
}

/// What editors have settled: pairs that were held against each other, and entities that were
/// looked at.
#[derive(Default)]
struct Settled {
    pairs: BTreeSet<(EntityId, EntityId)>,
    alone: BTreeSet<EntityId>,
}

impl Settled {
    fn of(engine: &Engine) -> Self {
        let mut settled = Self::default();
        for (&entity, touched) in &engine.ledger.touched {
            let acts = touched.decisions.iter().filter_map(|&place| {
                let holds = engine.ledger.outcomes.get(place) == Some(&Outcome::Holds);
                engine.ledger.decisions.get(place).filter(|_| holds)
            });
            for decision in acts {
                match &decision.act {
                    Act::Apart(_) | Act::Merge(_) | Act::Remark(_) => {}
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

    fn is_settled(&self, one: EntityId, other: EntityId) -> bool {
        self.pairs.contains(&(one.min(other), one.max(other)))
    }
}

fn both_full(one: &str, other: &str) -> bool {
    one.contains(' ') && other.contains(' ')
}

fn because(rule: LinkRule) -> &'static str {
    match rule {
        LinkRule::Acronym => "They were joined by the initials alone; no document says so.",
        LinkRule::Transliterated => {
            "They were joined as one name put into these letters in two ways."
        }
        _ => "They were joined as a longer and a shorter form of one name.",
    }
}

fn a_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "a person",
        Kind::Organisation => "an organisation",
        Kind::Group => "a hacking group",
        Kind::Place => "a place",
        Kind::Nationality => "a people",
        Kind::Event => "an event",
        Kind::Work => "a work",
        Kind::Product => "a product",
        Kind::Date => "a date",
        Kind::Web => "an address",
    }
}

/// A reader's decision as text.
fn text(act: Act) -> String {
    print(&[Decision {
        act,
        by: By::Reader,
        when: String::new(),
        note: String::new(),
    }])
}
