//! The contents: what a dossier is, and what the card of a document says.

use serde::{Deserialize, Serialize};

use super::{Engine, Value};
use crate::address::Facet;
use crate::document::{Document, Fact, Role, Source};
use crate::entity::DocumentId;
use crate::index::{ValueId, most_first};
use crate::moment::Moment;
use crate::text::opening;

/// What this dossier is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Contents {
    /// Title of the corpus; never empty.
    pub title: String,
    /// What the publisher says it is; may be empty.
    pub description: String,
    /// Language of the page, as a BCP 47 tag.
    pub language: String,
    /// How many documents there are.
    pub documents: u32,
    /// How many words they have.
    pub words: u32,
    /// How many entities there are.
    pub entities: u32,
    /// How many mentions there are.
    pub mentions: u32,
}

/// A document in a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DocumentCard {
    /// Its address.
    pub slug: String,
    /// File name of the seed.
    pub file: String,
    /// Its title, or else its first words.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Language of the text, as a BCP 47 tag, where known.
    pub language: Option<String>,
    /// First lines of its body.
    pub opening: String,
    /// Words in it.
    pub words: u32,
    /// Mentions in it.
    pub mentions: u32,
    /// The entities mentioned most in it, at most five: slugs and names.
    pub about: Vec<Value>,
}

/// When a document was published, and how that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// ISO-8601 or TIMEX-like value.
    pub value: String,
    /// As people write it: "26 January 2018", "week 50 of 2016".
    pub label: String,
    /// Why it is taken to be so, if the document does not say it outright; for people.
    pub inferred: Option<String>,
    /// How the publisher knows, if it is the publisher who says so.
    pub noted: Option<String>,
}

/// The title of a corpus that has none.
const UNTITLED: &str = "Dossier";

/// The language of a page whose publisher names none.
const LANGUAGE: &str = "en";

/// Characters of a document's opening.
const LONGEST_OPENING: usize = 240;

/// Entities a card of a document names.
const MOST_ABOUT: usize = 5;

impl Engine {
    pub(super) fn contents(&self) -> Contents {
        let about = &self.corpus.about;
        Contents {
            title: or_else(&about.title, UNTITLED),
            description: about.description.clone(),
            language: or_else(&about.language, LANGUAGE),
            documents: self.corpus.documents.len() as u32,
            words: self.index.lengths.iter().sum(),
            entities: self.corpus.known().count() as u32,
            mentions: self.corpus.mentions.iter().map(Vec::len).sum::<usize>() as u32,
        }
    }

    /// The cards of all documents, in corpus order: for who publishes them all. A page asks for
    /// those it shows.
    pub fn document_cards(&self) -> Vec<DocumentCard> {
        let documents = (0..self.corpus.documents.len() as u32).map(DocumentId);
        documents.map(|id| self.document_card(id)).collect()
    }

    pub(super) fn document_card(&self, id: DocumentId) -> DocumentCard {
        let place = id.0 as usize;
        let document = &self.corpus.documents[place];
        let facts = &document.facts;
        let said = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
        DocumentCard {
            slug: document.slug.clone(),
            file: document.file.clone(),
            title: self
                .index
                .facets
                .known(Facet::Document, ValueId(id.0))
                .label,
            author: said(&facts.author),
            outlet: said(&facts.outlet),
            published: facts.published.as_ref().map(published),
            language: said(&facts.language),
            opening: opening(body(document), LONGEST_OPENING),
            words: self.index.lengths[place],
            mentions: self.corpus.mentions[place].len() as u32,
            about: self.about(id),
        }
    }

    /// The entities that a document mentions most.
    fn about(&self, document: DocumentId) -> Vec<Value> {
        let entities = self.index.facets.of_document(Facet::Entity, document);
        let most = most_first(entities).into_iter().take(MOST_ABOUT);
        most.map(|(entity, count)| self.value(Facet::Entity, entity, count))
            .collect()
    }
}

fn or_else(said: &str, unsaid: &str) -> String {
    let is_said = !said.trim().is_empty();
    if is_said { said } else { unsaid }.to_owned()
}

/// The text from the first paragraph on; all of it if there is none.
fn body(document: &Document) -> &str {
    let mut parts = document.parts.iter();
    let first = parts.find(|part| part.role == Role::Paragraph);
    let start = first.map_or(0, |part| part.span.start as usize);
    document.text.get(start..).unwrap_or_default()
}

fn published(fact: &Fact<Moment>) -> Published {
    Published {
        value: fact.value.as_str().to_owned(),
        label: fact.value.label(),
        inferred: match &fact.source {
            Source::Inferred(reason) => Some(reason.clone()),
            Source::Stated(_) | Source::Declared(_) => None,
        },
        noted: match &fact.source {
            Source::Declared(note) if !note.is_empty() => Some(note.clone()),
            _ => None,
        },
    }
}
