//! The address of every state: what a link says, and nothing else decides what a page shows.

mod keys;
mod page;
mod parse;
mod print;
#[cfg(test)]
mod tests;
mod years;

use serde::{Deserialize, Serialize};

use crate::mention::Kind;
use crate::passage::Passage;

pub use page::{document_page, entity_page};
pub use years::Years;

/// Bytes of an address that are read. Links of usual states stay below 2,000.
pub const LONGEST_ADDRESS: usize = 1 << 16;

/// Characters of a link that hosts and programs for messages let through; what is longer is packed
/// before it is sent (`src/browser/links.js`).
pub const LONGEST_LINK: usize = 2_000;

/// Conditions of one filter that are read.
pub const MOST_CONDITIONS: usize = 256;

/// Decisions of one link that are read.
pub const MOST_DECISIONS: usize = 256;

/// What is shown. `Default` is the overview of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The view in the middle.
    pub view: View,
    /// The document being read, by slug; all that pass the filter if none.
    pub document: Option<String>,
    /// The entity whose card is open, by slug.
    pub entity: Option<String>,
    /// Whether the entity that is looked at has a page of its own, as far as is known: then that is
    /// the link to it on a host. A link without a page never says so.
    pub is_paged: bool,
    /// The mention stood at: its place among the mentions of the open entity in what is read,
    /// from 1; or among all mentions where no entity is open.
    pub at: Option<u32>,
    /// The passage of the document that the link points at.
    pub passage: Option<Passage>,
    /// Which lines of the entity's concordance are shown.
    pub lines: Lines,
    /// What is left out and let in.
    pub filter: Filter,
    /// Kinds whose marks are switched off, sorted.
    pub unmarked: Vec<Kind>,
    /// Whether texts stand there as they were repaired.
    pub version: Version,
    /// What whoever sent the link decides about who is who, each as
    /// [`crate::decision::brief`] says it, in order.
    pub decisions: Vec<String>,
    /// What the link says besides, in its order. It is kept, so that a link that another build
    /// understands passes through this one unharmed.
    pub unknown: Vec<Unknown>,
}

/// A key that means nothing here, and its value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unknown {
    /// The key.
    pub key: String,
    /// The value.
    pub value: String,
}

/// Of texts that were repaired, which one is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Version {
    /// As it was repaired.
    #[default]
    Repaired,
    /// As the file has it.
    Original,
}

/// The views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// What this dossier is.
    #[default]
    Overview,
    /// What was found, as a list.
    Results,
    /// One document, or all that pass the filter.
    Read,
    /// One entity.
    Entity,
    /// The editor's desk.
    Review,
}

/// A page of a concordance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Lines {
    /// In which order its lines stand.
    pub sorting: Sorting,
    /// The first line shown, from 0.
    pub from: u32,
}

/// In which order the lines of a concordance stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sorting {
    /// As they come in the documents.
    #[default]
    Text,
    /// By the words before the name, from the last one back.
    Before,
    /// By the words after the name.
    After,
}

/// What is let in: documents that meet every facet's conditions and hold what is searched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// What was typed into the search box.
    pub query: String,
    /// In the order in which they were set. Conditions on one facet are alternatives if they
    /// include, unless the facet is among `all_of`, and all hold if they exclude.
    pub conditions: Vec<Condition>,
    /// Facets of which all the values that are included must be there, in the order of the facets.
    pub all_of: Vec<Facet>,
    /// What comes first.
    pub order: Order,
    /// What the list of results is made of.
    pub listing: Listing,
}

/// What the list of results is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Listing {
    /// Documents, each with its best places.
    #[default]
    Documents,
    /// Passages: the parts that have hits. Documents, where nothing has any.
    Passages,
}

/// What comes first among documents that pass. Equals stay in corpus order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// What answers the query best; corpus order if there is none.
    #[default]
    Best,
    /// What was published last; what has no date comes at the end.
    Newest,
    /// What was published first; what has no date comes at the end.
    Oldest,
    /// By title.
    Title,
}

/// One value of one facet, asked for or ruled out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Which facet.
    pub facet: Facet,
    /// Which value: a slug, a year, or years from one to another: `2016..2018`. Years are of
    /// publication, or of dates told.
    pub value: String,
    /// Asked for or ruled out.
    pub sense: Sense,
}

/// Asked for or ruled out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sense {
    /// Only what has the value.
    Include,
    /// Only what does not have it.
    Exclude,
}

/// What documents are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Facet {
    /// Kinds of things mentioned.
    Kind,
    /// Things mentioned.
    Entity,
    /// Documents themselves.
    Document,
    /// Who published them.
    Outlet,
    /// Who wrote them.
    Author,
    /// The year they were published.
    Year,
    /// The years of the dates they tell of.
    Told,
    /// How sure the mentions in them are.
    Confidence,
    /// Whether an editor reviewed what they mention.
    Reviewed,
}
