//! What a page asks, and what it is told: plain data in the reader's words.
//!
//! Every answer depends on the corpus and the question alone, so a link shows the same everywhere.

mod card;
mod contents;
mod context;
mod engine;
mod located;
mod passing;
mod reading;
mod runs;
mod suggest;
mod survey;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::address::Filter;
use crate::passage::Passage;

pub use crate::complaint::Complaint;
pub use card::{Card, ContextLine, MOST_LINES, NameCount, Reason};
pub use contents::{Contents, DocumentCard, Published};
pub use engine::{Engine, Opening, Progress};
pub use located::Located;
pub use reading::{DocumentText, HIGHEST_STACK, Mark, PartText, Reading, Run};
pub use suggest::{MOST_SUGGESTIONS, Suggested, Suggestion};
pub use survey::{FacetCounts, Found, Instead, MOST_FOUND, Snippet, Survey, Value};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// What is this dossier?
    Contents,
    /// What passes the filter, and how would it divide?
    Survey {
        /// The filter.
        filter: Filter,
    },
    /// What does this document say, or all that pass the filter?
    Reading {
        /// The document's slug; all that pass the filter if none.
        document: Option<String>,
        /// Its query marks the hits.
        filter: Filter,
    },
    /// How might this go on?
    Suggest {
        /// What stands in the search box, up to where is typed.
        typed: String,
    },
    /// Where is this passage now?
    Passage {
        /// The document's slug.
        document: String,
        /// The passage as the link has it.
        passage: Passage,
    },
    /// Who is this?
    Card {
        /// The entity's slug.
        entity: String,
        /// Only mentions in documents that pass the filter count.
        filter: Filter,
    },
}

/// The answer to the [`Question`] of the same name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// To [`Question::Contents`].
    Contents(Contents),
    /// To [`Question::Survey`].
    Survey(Survey),
    /// To [`Question::Reading`].
    Reading(Reading),
    /// To [`Question::Suggest`], the likeliest first.
    Suggestions(Vec<Suggestion>),
    /// To [`Question::Passage`].
    Passage(Located),
    /// To [`Question::Card`]; none if no entity has that slug.
    Card(Option<Card>),
}
