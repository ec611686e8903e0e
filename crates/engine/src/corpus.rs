//! All documents, what was recognised in them and who they are about, in one immutable value.

mod gather;
mod image;
mod intake;
mod settings;

use std::collections::BTreeMap;
use std::mem::{replace, swap};

use serde::{Deserialize, Serialize};

pub use gather::{Gathered, Reader, Seed, gather, is_litter, misfits};
pub use image::{ImageError, pack, unpack};
pub use intake::Intake;
pub use settings::{Declared, SETTINGS_FILE, Settings};

use crate::decision::{self, Changes, Decided, Decision, Found};
use crate::document::{Document, Fault, Problem, is_own};
use crate::entity::{self, DocumentId, Entities, Entity, EntityId, Roll};
use crate::mention::tagger::Model;
use crate::mention::{self, Mention};
use crate::statement::{self, Statement};

/// What the publisher says about the corpus as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its title; empty if the publisher gave none.
    pub title: String,
    /// A sentence or two on what it is.
    pub description: String,
    /// Language of the page around the documents, as a BCP 47 tag.
    pub language: String,
    /// Where the edition is published, if known: `https://example.org/dossier/`.
    pub base: Option<String>,
}

/// The corpus.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corpus {
    /// What the publisher says about it.
    pub about: About,
    /// Its documents, in the order of their file names; a reader's own come first.
    pub documents: Vec<Document>,
    /// Their mentions: for each document, in the order of its text, without overlaps.
    pub mentions: Vec<Vec<Mention>>,
    /// Its entities, most mentioned first as they were found. What decisions take away keeps its
    /// place, without mentions: see [`Corpus::known`].
    pub entities: Vec<Entity>,
    /// The entity each mention belongs to; none for dates and web addresses.
    pub entity_of: Vec<Vec<Option<EntityId>>>,
    /// Who says what in each document, in the order of its text.
    pub statements: Vec<Vec<Statement>>,
    /// What the publisher decides about who is who, in the order of the settings. Mentions and
    /// entities are as they were found; see [`Corpus::decide`].
    pub decisions: Vec<Decision>,
}

/// A document, and what was recognised in it.
#[derive(Clone, Debug)]
struct Recognised {
    document: Document,
    mentions: Vec<Mention>,
    statements: Vec<Statement>,
}

impl Recognised {
    fn of(document: Document, model: Option<&Model>) -> Self {
        let mentions = mention::recognise(&document, model);
        Self {
            statements: statement::statements(&document, &mentions),
            document,
            mentions,
        }
    }
}

/// Bytes of text that stay at hand between two questions.
const MOST_AT_HAND: usize = 1 << 20;

impl Corpus {
    /// Recognises what the documents mention, with the help of what was learnt where there is a
    /// model, and who is who. Documents are put in the order of
    /// their file names; if two have one slug, links to the second cannot work: see
    /// [`repeated_slugs`].
    pub fn build(about: About, mut documents: Vec<Document>, model: Option<&Model>) -> Self {
        documents.sort_by(|a, b| a.file.cmp(&b.file));
        let recognised = documents
            .into_iter()
            .map(|document| Recognised::of(document, model))
            .collect();
        Self::of_recognised(about, recognised)
    }

    fn of_recognised(about: About, recognised: Vec<Recognised>) -> Self {
        let (mut documents, mut mentions, mut statements) = (vec![], vec![], vec![]);
        for read in recognised {
            documents.push(read.document);
            mentions.push(read.mentions);
            statements.push(read.statements);
        }
        let Entities {
            entities,
            entity_of,
        } = entity::resolve(&documents, &mentions);
        Self {
            about,
            documents,
            mentions,
            entities,
            entity_of,
            statements,
            decisions: Vec::new(),
        }
    }

    /// How many documents are the reader's own, and not published.
    pub fn own_documents(&self) -> u32 {
        let own = self
            .documents
            .iter()
            .filter(|document| is_own(&document.slug));
        own.count() as u32
    }

    /// Whether documents of the reader's own are in it; they stand before those that are published.
    pub fn holds_own_documents(&self) -> bool {
        let first = self.documents.first();
        first.is_some_and(|document| is_own(&document.slug))
    }

    /// Who is who by the publisher's decisions, and these after them. `roll` is that of the entities
    /// that were found.
    pub fn decide(&self, roll: &Roll, own: &[Decision]) -> Decided {
        let found = Found {
            documents: &self.documents,
            mentions: &self.mentions,
            entities: &self.entities,
            entity_of: &self.entity_of,
            roll,
        };
        decision::decide(found, [&self.decisions, own].concat())
    }

    /// Makes changes, and turns them into those that take them back.
    pub fn exchange(&mut self, changes: &mut Changes) {
        for (document, mentions) in &mut changes.mentions {
            swap(&mut self.mentions[document.0 as usize], mentions);
        }
        for (document, owners) in &mut changes.owners {
            swap(&mut self.entity_of[document.0 as usize], owners);
        }
        let places = replace(&mut changes.places, self.entities.len());
        self.entities.truncate(places);
        for (EntityId(place), entity) in &mut changes.entities {
            match self.entities.get_mut(*place as usize) {
                Some(known) => swap(known, entity),
                None if (*place as usize) < places => self.entities.push(entity.clone()),
                None => {}
            }
        }
    }

    /// Packs texts away that were looked at and are packed in the image, once they take much.
    pub(crate) fn close_texts(&mut self) {
        let store = self.documents.first().and_then(|first| first.text.store());
        if store.is_some_and(|store| store.at_hand() > MOST_AT_HAND) {
            self.documents.iter_mut().for_each(|d| d.text.close());
        }
    }

    /// Who makes a statement in a document, as decisions have it; nobody if nobody is named.
    pub fn speaker(&self, document: DocumentId, statement: Statement) -> Option<EntityId> {
        let place = document.0 as usize;
        let source = statement.source_in(&self.mentions[place])?;
        self.entity_of[place][source]
    }

    /// The entities that are mentioned, in the order of their places.
    pub fn known(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        let all = (0..).map(EntityId).zip(&self.entities);
        all.filter(|(_, entity)| !entity.mentions.is_empty())
    }
}

/// A problem for each document whose slug an earlier one has.
pub fn repeated_slugs(documents: &[Document]) -> Vec<Problem> {
    let mut first: BTreeMap<&str, &Document> = BTreeMap::new();
    let mut problems = Vec::new();
    for document in documents {
        match first.get(document.slug.as_str()) {
            None => {
                first.insert(&document.slug, document);
            }
            Some(other) => problems.push(Problem {
                file: document.file.clone(),
                place: None,
                fault: Fault::SameSlug(other.file.clone()),
            }),
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;

    fn documents(files: &[&str]) -> Vec<Document> {
        let read = |file: &&str| document::read(file, b"It rained.").unwrap();
        files.iter().map(read).collect()
    }

    #[test]
    fn documents_stand_in_the_order_of_their_files() {
        let corpus = Corpus::build(About::default(), documents(&["b.txt", "a.txt"]), None);
        let files: Vec<&str> = corpus.documents.iter().map(|d| d.file.as_str()).collect();
        assert_eq!(files, ["a.txt", "b.txt"]);
    }

    #[test]
    fn two_files_with_one_address_are_told() {
        let problems = repeated_slugs(&documents(&["Report A.txt", "b.txt", "report-a.md"]));
        let told: Vec<String> = problems.iter().map(Problem::to_string).collect();
        let expected = "report-a.md: its address would be the same as that of Report A.txt";
        assert_eq!(told, [expected]);
    }
}
