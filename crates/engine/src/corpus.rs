//! All documents, what was recognised in them and who they are about, in one immutable value.

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::entity::{Entity, EntityId};
use crate::mention::Mention;

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
    /// Its documents, in the order of their file names.
    pub documents: Vec<Document>,
    /// Their mentions: for each document, in the order of its text, without overlaps.
    pub mentions: Vec<Vec<Mention>>,
    /// Its entities, most mentioned first.
    pub entities: Vec<Entity>,
    /// The entity each mention belongs to; none for dates and web addresses.
    pub entity_of: Vec<Vec<Option<EntityId>>>,
}
