//! What a decision names, found in the corpus: entities, documents, places.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::register::{Register, Slot};
use super::{Act, Decision, EntityRef, MentionRef, Misfit, Share};
use crate::document::Document;
use crate::entity::{DocumentId, EntityId, MentionId};
use crate::mention::Kind;
use crate::text::Span;
use crate::text::fold::fold;

/// Where the names that decisions use lead.
pub(super) struct Sights<'a> {
    entities: BTreeMap<String, Vec<(Slot, Use)>>,
    documents: BTreeMap<&'a str, u32>,
}

/// How an entity comes by a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// It is or was called so.
    Name,
    /// It also goes by it.
    Alias,
}

impl<'a> Sights<'a> {
    pub(super) fn new(register: &Register<'a>, decisions: &[Decision]) -> Self {
        let mut sights = Self {
            entities: BTreeMap::new(),
            documents: BTreeMap::new(),
        };
        for named in decisions.iter().flat_map(Decision::entities) {
            sights.look_for(register, &named.name);
        }
        sights.look_at_documents(register.found.documents, decisions);
        sights
    }

    /// Finds out who goes by a name.
    fn look_for(&mut self, register: &Register, name: &str) {
        let folded = plain(name);
        let Entry::Vacant(vacant) = self.entities.entry(folded) else {
            return;
        };
        let mut known = Vec::new();
        for EntityId(slot) in register.found.roll.called(name) {
            let Some(entity) = register.machine(slot) else {
                continue;
            };
            if plain(&entity.name) == *vacant.key() {
                known.push((slot, Use::Name));
            }
            let mut aliases = entity.aliases.iter();
            if aliases.any(|alias| plain(&alias.name) == *vacant.key()) {
                known.push((slot, Use::Alias));
            }
        }
        vacant.insert(known);
    }

    fn look_at_documents(&mut self, documents: &'a [Document], decisions: &[Decision]) {
        let wanted: Vec<&str> = decisions.iter().flat_map(documents_of).collect();
        if wanted.is_empty() {
            return;
        }
        for (document, number) in documents.iter().zip(0..) {
            self.documents.entry(&document.slug).or_insert(number);
        }
        for (document, number) in documents.iter().zip(0..) {
            self.documents.insert(&document.file, number);
        }
    }

    /// Remembers that an entity is called so from now on.
    pub(super) fn call(&mut self, name: &str, slot: Slot) {
        let known = self.entities.entry(plain(name)).or_default();
        known.push((slot, Use::Name));
    }

    /// The entity that is meant: as it is called now, as it was called before, or by a name it
    /// also goes by, in this order. It may meanwhile be part of another.
    pub(super) fn entity(&self, register: &Register, of: &EntityRef) -> Result<Slot, Misfit> {
        let folded = plain(&of.name);
        let document = match &of.document {
            Some(file) => Some(self.document(file)?),
            None => None,
        };
        let known = self.entities.get(&folded).map_or(&[][..], Vec::as_slice);
        let fits = |slot: Slot| {
            let found = register.machine(slot).map(|entity| entity.kind);
            let is_kind = register.kind(slot) == Some(of.kind) || found == Some(of.kind);
            is_kind && document.is_none_or(|document| is_mentioned(register, slot, document))
        };
        let is_now = |slot: Slot| {
            !register.merged.contains_key(&slot)
                && register.kind(slot) == Some(of.kind)
                && plain(register.name(slot)) == folded
        };
        let fitting = || known.iter().copied().filter(|&(slot, _)| fits(slot));
        let levels: [Vec<Slot>; 3] = [
            slots(fitting().filter(|&(slot, _)| is_now(slot))),
            slots(fitting().filter(|&(_, by)| by == Use::Name)),
            slots(fitting()),
        ];
        let Some(level) = levels.iter().find(|level| !level.is_empty()) else {
            let kinds = known.iter().filter_map(|&(slot, _)| register.kind(slot));
            return Err(Misfit::Nobody(
                of.kind,
                of.name.clone(),
                others(kinds, of.kind),
            ));
        };
        let first = level[0];
        let is_first = |&slot: &Slot| register.whole(slot) == register.whole(first);
        if level.iter().all(is_first) {
            Ok(first)
        } else {
            Err(Misfit::Several(of.kind, of.name.clone()))
        }
    }

    pub(super) fn document(&self, file: &str) -> Result<DocumentId, Misfit> {
        let found = self.documents.get(file).copied().map(DocumentId);
        found.ok_or_else(|| Misfit::NoDocument(file.to_owned()))
    }

    /// The place that is meant.
    pub(super) fn place(
        &self,
        register: &Register,
        of: &MentionRef,
    ) -> Result<(DocumentId, Span), Misfit> {
        let document = self.document(&of.document)?;
        let text = &register.found.documents[document.0 as usize].text;
        let all = written(text, &of.quote);
        let after: Vec<Span> = all
            .iter()
            .copied()
            .filter(|span| follows(text, *span, &of.before))
            .collect();
        let span = match (after.as_slice(), all.as_slice(), of.nth) {
            (_, [], _) => return Err(Misfit::NotWritten(of.quote.clone())),
            ([only], _, 0) | ([], [only], _) => *only,
            (several, _, nth) if nth > 0 && nth as usize <= several.len() => {
                several[nth as usize - 1]
            }
            ([], ..) => return Err(Misfit::NotWritten(of.before.clone() + &of.quote)),
            _ => return Err(Misfit::WrittenOften(of.quote.clone())),
        };
        Ok((document, span))
    }

    /// The mention at the place that is meant.
    pub(super) fn mention(
        &self,
        register: &Register,
        of: &MentionRef,
    ) -> Result<MentionId, Misfit> {
        let (document, span) = self.place(register, of)?;
        let there = register.mention_at(document, span);
        there.ok_or_else(|| Misfit::NotMentioned(of.quote.clone()))
    }
}

/// Where in a text these words are written, as words of their own; white space is all one. In
/// order, without overlaps.
pub(super) fn written(text: &str, words: &str) -> Vec<Span> {
    let mut words = words.split_whitespace();
    let Some(first) = words.next() else {
        return Vec::new();
    };
    let mut spans: Vec<Span> = Vec::new();
    for (start, _) in text.match_indices(first) {
        let is_free = spans.last().is_none_or(|span| span.end as usize <= start);
        let end = words.clone().try_fold(start + first.len(), |end, word| {
            let rest = &text[end..];
            let next = rest.trim_start();
            let is_next = next.len() < rest.len() && next.starts_with(word);
            is_next.then(|| text.len() - next.len() + word.len())
        });
        if let Some(end) = end.filter(|&end| is_free && stands_alone(text, start, end)) {
            spans.push(Span::new(start, end));
        }
    }
    spans
}

/// Whether no word goes on beyond the place's ends.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let runs_on = |before: Option<char>, after: Option<char>| {
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    };
    let inside = &text[start..end];
    !runs_on(text[..start].chars().next_back(), inside.chars().next())
        && !runs_on(inside.chars().next_back(), text[end..].chars().next())
}

/// Whether these words are written right before the place.
fn follows(text: &str, span: Span, before: &str) -> bool {
    let mut rest = text[..span.start as usize].trim_end();
    before.split_whitespace().rev().all(|word| {
        let cut = rest.strip_suffix(word);
        rest = cut.unwrap_or_default().trim_end();
        cut.is_some()
    })
}

fn slots(known: impl Iterator<Item = (Slot, Use)>) -> Vec<Slot> {
    known.map(|(slot, _)| slot).collect()
}

fn is_mentioned(register: &Register, slot: Slot, document: DocumentId) -> bool {
    let machine = register
        .machine(slot)
        .map_or(&[][..], |entity| &entity.mentions);
    let mut mentions = register.mentions(slot).iter().chain(machine);
    mentions.any(|mention| mention.document == document)
}

fn others(kinds: impl Iterator<Item = Kind>, but_for: Kind) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = kinds.filter(|&kind| kind != but_for).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

fn documents_of(decision: &Decision) -> Vec<&str> {
    let entities = decision.entities().into_iter();
    let mut files: Vec<&str> = entities.filter_map(|of| of.document.as_deref()).collect();
    match &decision.act {
        Act::HideMention(place) | Act::AddMention { mention: place, .. } => {
            files.push(&place.document);
        }
        Act::Split {
            part: Share::Mentions(places),
            ..
        } => files.extend(places.iter().map(|place| place.document.as_str())),
        Act::Split {
            part: Share::Documents(all),
            ..
        } => files.extend(all.iter().map(String::as_str)),
        _ => {}
    }
    files
}

/// A name as names are compared.
fn plain(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}
