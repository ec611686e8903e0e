use serde::{Deserialize, Serialize};

use super::DocumentCard;
use crate::document::Role;
use crate::mention::Kind;

/// One or more documents to be read from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// In the order of the survey. Empty if the document asked for does not exist.
    pub documents: Vec<DocumentText>,
}

/// A document's text, cut into runs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DocumentText {
    /// Its facts.
    pub document: DocumentCard,
    /// Its parts in reading order.
    pub parts: Vec<PartText>,
}

/// A part's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartText {
    /// What it is.
    pub role: Role,
    /// Joined, they are the part's text.
    pub runs: Vec<Run>,
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
