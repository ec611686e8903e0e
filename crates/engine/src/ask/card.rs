use serde::{Deserialize, Serialize};

use super::Value;
use crate::entity::LinkRule;
use crate::mention::Kind;

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
    /// Why these names are taken for one thing.
    pub reasons: Vec<Reason>,
    /// How often it is mentioned, document by document, in those that pass the filter.
    pub documents: Vec<Value>,
    /// Its mentions there, in the order of documents and texts.
    pub context: Vec<ContextLine>,
    /// Entities mentioned in the same parts, most often first, at most twelve. Being mentioned
    /// together is not a relationship.
    pub with: Vec<Value>,
}

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
