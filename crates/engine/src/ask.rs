//! What a page asks, and what it is told: plain data in the reader's words.
//!
//! Every answer depends on the corpus and the question alone, so a link shows the same everywhere.

mod block;
mod bytes;
mod card;
mod concordance;
mod contents;
mod context;
mod counts;
mod deciding;
mod described;
mod engine;
mod found;
mod gone;
mod list;
mod located;
mod naming;
mod origin;
mod paged;
mod passages;
mod passing;
mod reading;
mod review;
mod runs;
mod sealed;
mod spots;
mod standing;
mod suggest;
mod survey;
#[cfg(test)]
mod tests;
mod wording;

use serde::{Deserialize, Serialize};

use crate::address::{Facet, Filter, Lines, Version};
use crate::passage::Passage;

pub use crate::complaint::Complaint;
pub use block::{Block, PartText};
pub use card::{Card, ContextLine, MOST_LINES, NameCount, Reason};
pub use concordance::{Concordance, LINES, Line};
pub use contents::{Contents, DocumentCard, Published};
pub use counts::{FacetCounts, MOST_LISTED, MOST_OF_KIND, MOST_VALUES, Value};
pub use deciding::Heard;
pub use described::Described;
pub use engine::{Engine, Opening, Progress};
pub use found::{Found, MOST_FOUND, Snippet};
pub use gone::Gone;
pub use located::Located;
pub use origin::{ChangeLine, MOST_CHANGES, OriginCard, OriginalFile, original};
pub use reading::{DocumentText, HIGHEST_STACK, Mark, Reading, Run};
pub use review::{Doubtful, Review, Side, Sort};
pub use spots::{Spot, Spots, Spotted};
pub use standing::{Standing, Told};
pub use suggest::{MOST_SUGGESTIONS, Suggested, Suggestion};
pub use survey::{FIRST_FOUND, Instead, Survey};
pub use wording::{counted, grouped, minutes};

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
    /// What else does the list of the filter have?
    Found {
        /// The filter.
        filter: Filter,
        /// How much of it is known already: the first.
        from: u32,
        /// How much more is asked for.
        count: u32,
    },
    /// Which values of a facet start so, and how much is there of each?
    Values {
        /// The facet.
        facet: Facet,
        /// The start of a word of their names; anything if empty.
        start: String,
        /// The filter.
        filter: Filter,
    },
    /// The whole list of the filter, as a table to be taken along?
    List {
        /// The filter.
        filter: Filter,
        /// What stands before an address in a link.
        page: String,
    },
    /// What does this document say, or all that pass the filter?
    Reading {
        /// The document's slug; all that pass the filter if none.
        document: Option<String>,
        /// Its query marks the hits.
        filter: Filter,
        /// Whether as it was repaired.
        version: Version,
    },
    /// Where does this document's text come from, and what was done to it?
    Origin {
        /// The document's slug.
        document: String,
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
    /// Where is this mentioned, and beside which words?
    Concordance {
        /// The entity's slug.
        entity: String,
        /// Only mentions in documents that pass the filter count.
        filter: Filter,
        /// Which lines; [`LINES`] come at once.
        lines: Lines,
    },
    /// What should an editor look at?
    Review,
    /// From now on, what does this reader decide, and what the link that was opened?
    Decide {
        /// The reader's decisions as text, see [`crate::decision`].
        own: String,
        /// Those of the link, each as [`crate::decision::brief`] says it. They come before the
        /// reader's.
        sent: Vec<String>,
    },
}

impl Question {
    /// Whether the answer hangs on which words stand where.
    pub fn asks_for_words(&self) -> bool {
        match self {
            Question::Contents
            | Question::Passage { .. }
            | Question::Review
            | Question::Origin { .. }
            | Question::Decide { .. } => false,
            Question::Suggest { .. } => true,
            Question::Survey { filter }
            | Question::Found { filter, .. }
            | Question::Values { filter, .. }
            | Question::List { filter, .. }
            | Question::Reading { filter, .. }
            | Question::Concordance { filter, .. }
            | Question::Card { filter, .. } => !filter.query.trim().is_empty(),
        }
    }
}

/// The answer to the [`Question`] of the same name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// To [`Question::Contents`].
    Contents(Contents),
    /// To [`Question::Survey`].
    Survey(Survey),
    /// To [`Question::Found`], in the order of the filter.
    Found(Vec<Found>),
    /// To [`Question::Values`].
    Values(FacetCounts),
    /// To [`Question::List`]: comma-separated values (RFC 4180), the first line names the columns.
    List(String),
    /// To [`Question::Reading`].
    Reading(Reading),
    /// To [`Question::Origin`]; none if no document has that slug.
    Origin(Option<OriginCard>),
    /// To [`Question::Suggest`], the likeliest first.
    Suggestions(Vec<Suggestion>),
    /// To [`Question::Passage`].
    Passage(Located),
    /// To [`Question::Card`]; none if no entity has that slug.
    Card(Option<Card>),
    /// To [`Question::Card`], if an editor hid what has that slug.
    Gone(Gone),
    /// To [`Question::Concordance`].
    Concordance(Concordance),
    /// To [`Question::Review`].
    Review(Review),
    /// To [`Question::Decide`].
    Decided(Heard),
}
