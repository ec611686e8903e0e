//! Entities: all mentions of one thing, across documents.

mod bodies;
mod clusters;
mod definitions;
mod given;
mod joins;
mod names;
mod naming;
mod people;
mod resolve;
mod roll;
mod spelling;
#[cfg(test)]
mod tests;
mod transliteration;

use serde::{Deserialize, Serialize};

pub(crate) use naming::{aliases, free_slug};
pub use resolve::resolve;
pub use roll::Roll;
pub(crate) use roll::hashed;
pub(crate) use spelling::spelling;

use crate::mention::Kind;

/// A document's place in [`crate::corpus::Corpus::documents`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DocumentId(pub u32);

/// An entity's place in [`crate::corpus::Corpus::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// One mention in a corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MentionId {
    /// The document it stands in.
    pub document: DocumentId,
    /// Its place among the document's mentions, in the order of the text.
    pub ordinal: u32,
}

/// Who and what a corpus is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    /// Most mentioned first; equals in the order of their slugs.
    pub entities: Vec<Entity>,
    /// For each document, the entity each of its mentions belongs to; none for dates and web
    /// addresses.
    pub entity_of: Vec<Vec<Option<EntityId>>>,
}

/// All mentions of one thing. One without mentions is gone by a decision, and keeps its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Its address: the name, folded and hyphenated, unique in the corpus: `cozy-bear`.
    pub slug: String,
    /// The name shown.
    pub name: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The names it goes by, most frequent first.
    pub aliases: Vec<Alias>,
    /// Its mentions, in the order of documents and texts.
    pub mentions: Vec<MentionId>,
    /// Why its names are taken for one thing.
    pub links: Vec<Link>,
}

/// A name an entity goes by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// As it stands in the text, in its most frequent spelling.
    pub name: String,
    /// How often.
    pub count: u32,
}

/// Why two names are taken for one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// One name.
    pub name: String,
    /// The other.
    pub other: String,
    /// The rule that joined them.
    pub rule: LinkRule,
    /// The mention beside which the text itself says so, where it does.
    pub evidence: Option<MentionId>,
}

/// The rule by which two names are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkRule {
    /// The same letters but for case, accents, dots and spaces.
    SameName,
    /// A part of the full name: a surname, a short form.
    ShortForm,
    /// The initials of the full name.
    Acronym,
    /// The text sets one beside the other: "known as", or in brackets.
    Defined,
    /// A document reports that one hacking group goes by both: an alias on its word.
    Reported,
    /// The same name from another script, put into these letters in two ways.
    Transliterated,
    /// An editor says so.
    Decided,
}
