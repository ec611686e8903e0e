//! What is doubtful: looked for once in what was found, and after each decision only in what it
//! speaks of.

use std::collections::{BTreeMap, BTreeSet};

use super::likeness::may_be_one;
use super::settled::Settled;
use crate::ask::Engine;
use crate::corpus::Corpus;
use crate::entity::{DocumentId, Entity, EntityId, LinkRule, hashed};
use crate::index::words;
use crate::mention::{Certainty, Finder, Kind, Mention};
use crate::text::Span;

/// Entities that share a word and are still held against each other.
const MOST_ALIKE: usize = 24;

/// Mentions of something that is surely guessed.
const FEW: usize = 3;

/// A doubt, still without its passages.
#[derive(Clone, Copy)]
pub(super) enum Doubt {
    /// Two may be one.
    Duplicate(EntityId, EntityId),
    /// Two names of one entity may be two's: the place of the link between them.
    Split(EntityId, usize),
    /// It may be nothing.
    Junk(EntityId),
    /// It may be no mention: the document and its place in it.
    Mention(DocumentId, u32),
}

/// The words of the names of entities: cut once, for an entity is held against others for each of them.
type Names = BTreeMap<EntityId, Vec<String>>;

/// What is doubtful in what was found, before any decision.
#[derive(Debug, Default)]
pub(in crate::ask) struct Doubts {
    /// Words of names, each with who has it: a hash of word and kind, and in the lower half a
    /// place; sorted.
    words: Vec<u64>,
    /// Pairs that may be one.
    pairs: Vec<(EntityId, EntityId)>,
    /// Links that may be wrong.
    links: Vec<(EntityId, usize)>,
    /// What may be nothing.
    junk: Vec<EntityId>,
    /// Mentions that may be none, of something that is there.
    mentions: Vec<(DocumentId, Span)>,
}

impl Doubts {
    pub(in crate::ask) fn of(found: &Corpus) -> Self {
        let mut doubts = Self::default();
        let mut names = Names::new();
        for (id, entity) in found.known() {
            let name = words(&entity.name);
            let telling = name.iter().filter(|word| tells(word));
            let entries = telling.map(|word| entry(word, entity.kind, id.0));
            doubts.words.extend(entries);
            names.insert(id, name);
            let links = weak_links(entity).map(|(at, _)| (id, at));
            doubts.links.extend(links);
            if is_junk(found, entity) {
                doubts.junk.push(id);
            } else {
                doubts.look_at_mentions(found, entity);
            }
        }
        doubts.words.sort_unstable();
        doubts.look_for_pairs(found, &names);
        doubts
    }

    fn look_at_mentions(&mut self, found: &Corpus, entity: &Entity) {
        for id in &entity.mentions {
            let mention = &found.mentions[id.document.0 as usize][id.ordinal as usize];
            if is_doubtful(mention) {
                self.mentions.push((id.document, mention.span));
            }
        }
    }

    fn look_for_pairs(&mut self, found: &Corpus, names: &Names) {
        let mut pairs = Vec::new();
        let groups = self.words.chunk_by(|one, other| one >> 32 == other >> 32);
        for group in groups.filter(|group| (2..=MOST_ALIKE).contains(&group.len())) {
            let places = group.iter().map(|&entry| EntityId(entry as u32));
            let named = |id: EntityId| Some((id, names.get(&id)?));
            let alike: Vec<_> = places.filter_map(named).collect();
            for (at, (one, name)) in alike.iter().enumerate() {
                let others = alike[at + 1..].iter();
                let near = others.filter(|(other, of_other)| {
                    one != other && is_of_kind(found, *one, *other) && may_be_one(name, of_other)
                });
                pairs.extend(near.map(|(other, _)| (*one, *other)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        self.pairs = pairs;
    }

    /// Who of this kind had a word in its name, before any decision, and maybe some others.
    fn with_word(&self, word: &str, kind: Kind) -> impl Iterator<Item = EntityId> {
        let (first, last) = (entry(word, kind, 0), entry(word, kind, u32::MAX));
        let from = self.words.partition_point(|&entry| entry < first);
        let same = self.words[from..].iter();
        let same = same.take_while(move |&&entry| entry <= last);
        same.map(|&entry| EntityId(entry as u32))
    }
}

impl Engine {
    /// All that is doubtful and that no editor has settled, each with its weight.
    pub(super) fn open_doubts(&self, found: &Doubts) -> Vec<(u64, Doubt)> {
        let settled = Settled::of(self);
        let pairs = self.open_pairs(found, &settled).into_iter();
        let mut open: Vec<(u64, Doubt)> = pairs.map(|pair| self.weighed(pair)).collect();
        open.extend(self.open_links(found, &settled));
        open.extend(self.open_junk(found, &settled));
        open.extend(self.open_mentions(found, &settled));
        open
    }

    fn weighed(&self, (one, other): (EntityId, EntityId)) -> (u64, Doubt) {
        let count = |id: EntityId| self.entity(id).mentions.len() as u64;
        (count(one) * count(other) * 4, Doubt::Duplicate(one, other))
    }

    /// Whether an entity is as it was found.
    fn is_untouched(&self, id: EntityId) -> bool {
        !self.ledger.touched.contains_key(&id) && !self.ledger.gone.contains_key(&id)
    }

    /// Pairs where one name is in the other, or nearly is it.
    fn open_pairs(&self, found: &Doubts, settled: &Settled) -> BTreeSet<(EntityId, EntityId)> {
        let mut pairs: BTreeSet<_> = found
            .pairs
            .iter()
            .copied()
            .filter(|&(one, other)| self.is_untouched(one) && self.is_untouched(other))
            .collect();
        let mut touched: BTreeMap<(String, Kind), Vec<EntityId>> = BTreeMap::new();
        for &id in self.ledger.touched.keys() {
            let entity = self.entity(id);
            let words = words(&entity.name).into_iter().filter(|word| tells(word));
            for word in words {
                touched.entry((word, entity.kind)).or_default().push(id);
            }
        }
        for ((word, kind), touched) in touched {
            let known = found.with_word(&word, kind);
            let known = known.filter(|&id| self.is_untouched(id));
            let alike: Vec<EntityId> = touched.iter().copied().chain(known).collect();
            if alike.len() <= MOST_ALIKE {
                for (at, &one) in touched.iter().enumerate() {
                    let near = alike[at + 1..]
                        .iter()
                        .filter(|&&other| self.is_near(one, other));
                    pairs.extend(near.map(|&other| (one.min(other), one.max(other))));
                }
            }
        }
        pairs.retain(|&(one, other)| !settled.is_settled(one, other));
        pairs
    }

    fn is_near(&self, one: EntityId, other: EntityId) -> bool {
        let name = |id: EntityId| words(&self.entity(id).name);
        one != other && is_of_kind(&self.corpus, one, other) && may_be_one(&name(one), &name(other))
    }

    fn open_links(&self, found: &Doubts, settled: &Settled) -> Vec<(u64, Doubt)> {
        let found = found.links.iter().map(|&(id, _)| id);
        let mut suspects: Vec<EntityId> = found.filter(|&id| self.is_untouched(id)).collect();
        suspects.extend(self.ledger.touched.keys());
        suspects.dedup();
        let suspects = suspects
            .into_iter()
            .filter(|id| !settled.alone.contains(id));
        let doubts = suspects.flat_map(|id| {
            weak_links(self.entity(id)).map(move |(at, weight)| (weight * 2, Doubt::Split(id, at)))
        });
        doubts.collect()
    }

    fn open_junk(&self, found: &Doubts, settled: &Settled) -> Vec<(u64, Doubt)> {
        let found = found.junk.iter().copied();
        let found = found.filter(|&id| self.is_untouched(id));
        let touched = self.ledger.touched.keys().copied();
        let touched = touched.filter(|&id| is_junk(&self.corpus, self.entity(id)));
        let open = found
            .chain(touched)
            .filter(|id| !settled.alone.contains(id));
        open.map(|id| (self.entity(id).mentions.len() as u64, Doubt::Junk(id)))
            .collect()
    }

    /// Doubtful mentions that are still there, and still as doubtful.
    fn open_mentions(&self, found: &Doubts, settled: &Settled) -> Vec<(u64, Doubt)> {
        let doubts = found.mentions.iter();
        let open = doubts.filter_map(|&(document, span)| {
            let mentions = &self.corpus.mentions[document.0 as usize];
            let at = mentions.binary_search_by_key(&span.start, |mention| mention.span.start);
            let at = at.ok().filter(|&at| is_doubtful(&mentions[at]))?;
            let owner = self.corpus.entity_of[document.0 as usize][at]?;
            let is_open = !settled.alone.contains(&owner);
            is_open.then_some((1, Doubt::Mention(document, at as u32)))
        });
        open.collect()
    }
}

/// Whether a word says enough to hold names against each other for it.
fn tells(word: &str) -> bool {
    word.len() > 2
}

fn entry(word: &str, kind: Kind, place: u32) -> u64 {
    let hash = hashed(word.bytes().chain([kind as u8]));
    u64::from(hash) << 32 | u64::from(place)
}

fn is_of_kind(corpus: &Corpus, one: EntityId, other: EntityId) -> bool {
    let kind = |id: EntityId| corpus.entities[id.0 as usize].kind;
    kind(one) == kind(other)
}

/// Names that were joined by a rule that can be wrong, and that no document says are one: the
/// places of the links, each with its weight.
fn weak_links(entity: &Entity) -> impl Iterator<Item = (usize, u64)> {
    let count = |name: &str| {
        let alias = entity.aliases.iter().find(|alias| alias.name == name);
        alias.map_or(0, |alias| u64::from(alias.count))
    };
    let links = entity.links.iter().enumerate();
    links.filter_map(move |(at, link)| {
        let is_weak = match link.rule {
            LinkRule::Acronym => link.evidence.is_none(),
            LinkRule::Transliterated => true,
            LinkRule::ShortForm => link.name.contains(' ') && link.other.contains(' '),
            _ => false,
        };
        let weight = count(&link.name) * count(&link.other);
        (is_weak && weight > 0).then_some((at, weight))
    })
}

/// Whether it is mentioned seldom, and was found by guesses alone.
fn is_junk(corpus: &Corpus, entity: &Entity) -> bool {
    let is_guess = |mention: &Mention| {
        let mut finders = mention.found_by.iter();
        is_doubtful(mention)
            || finders.all(|finder| finder == Finder::Capitals)
                && mention.confidence.as_percent() < 100
    };
    let mut mentions = entity.mentions.iter();
    entity.mentions.len() <= FEW
        && mentions
            .all(|id| is_guess(&corpus.mentions[id.document.0 as usize][id.ordinal as usize]))
}

fn is_doubtful(mention: &Mention) -> bool {
    Certainty::of(mention.confidence) == Certainty::Doubtful
}
