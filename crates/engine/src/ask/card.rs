//! The card: who an entity is, and where it is mentioned.

use serde::{Deserialize, Serialize};

use super::context::{evened, part_of, sentence_around};
use super::{Described, Engine, Standing, Value};
use crate::address::{Facet, Filter};
use crate::entity::{Alias, Entity, EntityId, Link, LinkRule, MentionId};
use crate::index::{ValueId, most_first, tally};
use crate::mention::Kind;
use crate::text::Span;

/// An entity, as its panel shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The names it goes by in the whole corpus, most frequent first.
    pub names: Vec<NameCount>,
    /// Why these names are taken for one thing; at most [`MOST_REASONS`].
    pub reasons: Vec<Reason>,
    /// How often it is mentioned, document by document, in those that pass the filter.
    pub documents: Vec<Value>,
    /// Its mentions there, in the order of documents and texts; at most [`MOST_LINES`].
    pub context: Vec<ContextLine>,
    /// What it is said to be there.
    pub described: Vec<Described>,
    /// In how many documents of each year of publication it is mentioned there.
    pub years: Vec<Value>,
    /// What editors decided about it.
    pub standing: Standing,
    /// How a decision names it, as text: `"person: Ada Loon"`.
    pub named: String,
    /// Entities mentioned in the same parts, most often first, at most twelve. Being mentioned
    /// together is not a relationship.
    pub with: Vec<Value>,
    /// Whether the edition has a page of it, which says what this card says.
    pub has_page: bool,
}

/// Mentions a card shows in context.
pub const MOST_LINES: usize = 200;

/// Reasons a card gives.
const MOST_REASONS: usize = 50;

/// A name and how often it stands in the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameCount {
    /// The name.
    pub name: String,
    /// How often.
    pub count: u32,
}

/// Why two names are taken for one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// One name.
    pub name: String,
    /// The other.
    pub other: String,
    /// The rule that joined them.
    pub rule: LinkRule,
    /// Where the text itself says so.
    pub evidence: Option<ContextLine>,
}

/// A mention with the words around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContextLine {
    /// The document's slug.
    pub document: String,
    /// The mention's place among the document's mentions, from 0.
    pub ordinal: u32,
    /// Words before it, in its sentence.
    pub before: String,
    /// The mention itself.
    pub name: String,
    /// Words after it, in its sentence.
    pub after: String,
}

/// Entities a card names beside its own.
const MOST_WITH: usize = 12;

impl Engine {
    pub(super) fn card(&self, slug: &str, filter: &Filter) -> Option<Card> {
        let ValueId(place) = self.index.facets.value(Facet::Entity, slug)?;
        let id = EntityId(place);
        let entity = &self.corpus.entities[place as usize];
        let mentions = self.passing_mentions(entity, filter);
        Some(Card {
            slug: entity.slug.clone(),
            name: entity.name.clone(),
            kind: entity.kind,
            names: names(entity),
            reasons: self.reasons(entity),
            documents: self.by_document(&mentions),
            context: mentions
                .iter()
                .take(MOST_LINES)
                .map(|&mention| self.context_line(mention))
                .collect(),
            described: self.described(&mentions),
            years: self.by_year(&mentions),
            standing: self.standing(id),
            named: self.reference(id).to_string(),
            with: self.with(id, &mentions),
            has_page: self.has_page(id),
        })
    }

    /// An entity's mentions in documents that pass.
    pub(super) fn passing_mentions(&self, entity: &Entity, filter: &Filter) -> Vec<MentionId> {
        let passing = self.passing(filter).documents;
        let mentions = entity.mentions.iter().copied();
        mentions
            .filter(|mention| passing.contains(mention.document))
            .collect()
    }

    fn by_document(&self, mentions: &[MentionId]) -> Vec<Value> {
        let documents = mentions.chunk_by(|a, b| a.document == b.document);
        let value = |mentions: &[MentionId]| {
            let document = ValueId(mentions[0].document.0);
            self.value(Facet::Document, document, mentions.len() as u32)
        };
        documents.map(value).collect()
    }

    /// Mentions by the year in which their documents were published, in order.
    fn by_year(&self, mentions: &[MentionId]) -> Vec<Value> {
        let years = mentions.iter().flat_map(|mention| {
            let years = self.index.facets.of_document(Facet::Year, mention.document);
            years.iter().map(|&(year, _)| year)
        });
        let years = tally(years).into_iter();
        years
            .map(|(year, count)| self.value(Facet::Year, year, count))
            .collect()
    }

    /// The reasons, those with a passage first.
    fn reasons(&self, entity: &Entity) -> Vec<Reason> {
        let told = entity.links.iter().filter(|link| link.evidence.is_some());
        let untold = entity.links.iter().filter(|link| link.evidence.is_none());
        let links = told.chain(untold).take(MOST_REASONS);
        links.map(|link| self.reason(link)).collect()
    }

    fn reason(&self, link: &Link) -> Reason {
        Reason {
            name: link.name.clone(),
            other: link.other.clone(),
            rule: link.rule,
            evidence: link.evidence.map(|mention| self.context_line(mention)),
        }
    }

    pub(super) fn context_line(&self, id: MentionId) -> ContextLine {
        let document = &self.corpus.documents[id.document.0 as usize];
        let mention = &self.corpus.mentions[id.document.0 as usize][id.ordinal as usize];
        let part = part_of(&document.parts, mention.span);
        let sentence = sentence_around(&document.text, part, mention.span);
        let (before, after) = (
            Span {
                start: sentence.start,
                end: mention.span.start,
            },
            Span {
                start: mention.span.end,
                end: sentence.end,
            },
        );
        ContextLine {
            document: document.slug.clone(),
            ordinal: id.ordinal,
            before: evened(before.of(&document.text)),
            name: evened(mention.span.of(&document.text)),
            after: evened(after.of(&document.text)),
        }
    }

    /// The entities that stand in the same parts as these mentions of `own`.
    fn with(&self, own: EntityId, mentions: &[MentionId]) -> Vec<Value> {
        let documents = mentions.chunk_by(|a, b| a.document == b.document);
        let neighbours = documents.flat_map(|mentions| self.neighbours(mentions));
        let others = neighbours.filter(|&other| other != ValueId(own.0));
        let together = most_first(&tally(others)).into_iter().take(MOST_WITH);
        together
            .map(|(other, count)| self.value(Facet::Entity, other, count))
            .collect()
    }

    /// The entities of the parts that mentions of one document stand in, once for each part.
    fn neighbours(&self, mentions: &[MentionId]) -> Vec<ValueId> {
        let place = mentions[0].document.0 as usize;
        let all = &self.corpus.mentions[place];
        let parts = &self.corpus.documents[place].parts;
        let part = |ordinal: usize| part_of(parts, all[ordinal].span);
        let mut own: Vec<Span> = mentions
            .iter()
            .map(|mention| part(mention.ordinal as usize))
            .collect();
        own.dedup();
        let mut neighbours: Vec<u64> = vec![];
        for (ordinal, entity) in self.corpus.entity_of[place].iter().enumerate() {
            if let (Some(entity), Ok(at)) = (*entity, own.binary_search(&part(ordinal))) {
                neighbours.push((at as u64) << 32 | u64::from(entity.0));
            }
        }
        neighbours.sort_unstable();
        neighbours.dedup();
        neighbours
            .into_iter()
            .map(|key| ValueId(key as u32))
            .collect()
    }
}

fn names(entity: &Entity) -> Vec<NameCount> {
    let name = |alias: &Alias| NameCount {
        name: alias.name.clone(),
        count: alias.count,
    };
    entity.aliases.iter().map(name).collect()
}
