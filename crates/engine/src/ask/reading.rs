//! The reading: documents from top to bottom, their mentions and hits marked.

use serde::{Deserialize, Serialize};

use super::block::{Block, PartText, blocks};
use super::runs::Sheet;
use super::spots::Gathered;
use super::{DocumentCard, Engine, Spots, Spotted};
use crate::address::{Facet, Filter, Version};
use crate::document::Role;
use crate::entity::DocumentId;
use crate::mention::Kind;
use crate::query::Query;
use crate::search::{Hit, Search};

/// One or more documents to be read from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// In the order of the survey. Empty if the document asked for does not exist.
    pub documents: Vec<DocumentText>,
    /// How many more pass than the [`HIGHEST_STACK`] that are given.
    pub left_out: u32,
}

/// Documents that are read in one stack.
pub const HIGHEST_STACK: usize = 100;

/// A document's text, and what lies over it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DocumentText {
    /// Its facts.
    pub document: DocumentCard,
    /// Whether one of its parts is its title.
    pub is_titled: bool,
    /// Its parts in reading order.
    pub blocks: Vec<Block>,
    /// Its mentions and hits in reading order.
    pub spots: Spots,
    /// The entities it mentions, by slug, in the order of their first mention.
    pub entities: Vec<String>,
}

/// A stretch of text over which nothing changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// The mention they belong to.
    pub mark: Option<Mark>,
    /// The hit they belong to: its place among the document's hits, from 1.
    pub hit: Option<u32>,
    /// What was repaired here and how, where the text is read as it was before; for people.
    pub repair: Option<String>,
}

/// A mention, as far as drawing it needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Its place among the document's mentions, from 0. Runs of one mention share it.
    pub ordinal: u32,
    /// What sort of thing it names.
    pub kind: Kind,
    /// The entity it belongs to, by slug.
    pub entity: Option<String>,
    /// More to say about it: the time a date stands for.
    pub note: Option<String>,
}

impl DocumentText {
    /// A document whose parts are of these roles and runs.
    pub fn new(document: DocumentCard, parts: impl Iterator<Item = (Role, Vec<Run>)>) -> Self {
        let (mut gathered, mut is_titled) = (Gathered::default(), false);
        let parts = parts.map(|(role, runs)| {
            gathered.add(&runs);
            is_titled |= role == Role::Title;
            PartText { role, runs }
        });
        let blocks = blocks(parts);
        Self {
            document,
            is_titled,
            blocks,
            spots: gathered.spots,
            entities: gathered.entities,
        }
    }

    /// Bytes of its text.
    pub fn bytes(&self) -> u32 {
        self.blocks.iter().map(|block| block.bytes).sum()
    }

    /// The kinds of its mentions, in their order.
    pub fn kinds(&self) -> Vec<Kind> {
        let mut present = [false; Kind::ALL.len()];
        for spot in self.spots.iter() {
            if let Spotted::Mention { kind, .. } = spot.what {
                present[kind as usize] = true;
            }
        }
        let is_present = |kind: &Kind| present[*kind as usize];
        Kind::ALL.into_iter().filter(is_present).collect()
    }
}

impl Engine {
    /// A document is read with its hits whether it passes the filter or not.
    pub(super) fn reading(&self, slug: Option<&str>, filter: &Filter, version: Version) -> Reading {
        let (documents, query, left_out) = match slug {
            Some(slug) => {
                let document = self.index.facets.value(Facet::Document, slug);
                let document = document.map(|value| DocumentId(value.0));
                (Vec::from_iter(document), Query::parse(&filter.query).0, 0)
            }
            None => {
                let passing = self.passing(filter);
                let documents = passing.best(0, HIGHEST_STACK);
                let left_out = passing.documents.len() - documents.len();
                (documents, passing.query, left_out as u32)
            }
        };
        let hits = Search::new(&self.corpus, &self.index, &query).hits(&documents);
        let texts = documents.iter().zip(&hits);
        Reading {
            documents: texts
                .map(|(&document, hits)| self.document_text(document, hits, version))
                .collect(),
            left_out,
        }
    }

    fn document_text(&self, document: DocumentId, hits: &[Hit], version: Version) -> DocumentText {
        let sheet = Sheet::marked(self, document, hits, version);
        let parts = &self.corpus.documents[document.0 as usize].parts;
        let parts = parts.iter();
        let parts = parts.map(|part| (part.role, sheet.runs(part.span)));
        DocumentText::new(self.document_card(document), parts)
    }
}
