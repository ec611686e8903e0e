//! Why a decision cannot be applied, and what its editor could do.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::complaint::quoted;
use crate::mention::Kind;

/// Why a decision does not fit the corpus it is applied to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Misfit {
    /// Nothing of this kind has the name; of these other kinds there is something that has it.
    Nobody(Kind, String, Vec<Kind>),
    /// Several things of this kind have the name.
    Several(Kind, String),
    /// No document has this file name or slug.
    NoDocument(String),
    /// The document says no such thing.
    NotWritten(String),
    /// The document says it several times, and the decision does not tell which is meant.
    WrittenOften(String),
    /// The entity has no mention there, or none that is written so.
    NotMentioned(String),
    /// Something else is mentioned in a part of that place.
    Overlaps(String),
    /// What should be kept apart is one thing by the rules; which names are whose must be said.
    OneByRule(String),
    /// What should be one are not two.
    Alone,
}

impl Misfit {
    /// What the editor can do about it.
    pub fn remedy(&self) -> &'static str {
        match self {
            Misfit::Nobody(_, _, others) if !others.is_empty() => {
                "Name it with the kind it has, or remove the decision."
            }
            Misfit::Nobody(..) => {
                "Copy the name from the list of entities, or remove the decision if the documents \
                 no longer mention it."
            }
            Misfit::Several(..) => {
                "Say which by a document that mentions it: \
                 { kind = \"person\", name = \"Smith\", document = \"letter-07.txt\" }."
            }
            Misfit::NoDocument(_) => "Write the file's name as it is in the folder.",
            Misfit::NotWritten(_) => "Copy the words from the document as the page shows it.",
            Misfit::WrittenOften(_) => {
                "Add what is written right before it (before = \"…\"), or which it is (nth = 2)."
            }
            Misfit::NotMentioned(_) => "Copy the name from the entity's list of names.",
            Misfit::Overlaps(_) => "Hide that mention first, or quote as much as it covers.",
            Misfit::OneByRule(_) => {
                "Say whose a name or a document's mentions are: \
                 split = \"person: Smith\", name = \"J. Smith\"."
            }
            Misfit::Alone => "Name at least two.",
        }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Misfit::Nobody(kind, name, others) => {
                write!(f, "no {} is called {}", kind.slug(), quoted(name))?;
                others
                    .iter()
                    .try_for_each(|other| write!(f, "; there is one of the kind {}", other.slug()))
            }
            Misfit::Several(kind, name) => {
                write!(f, "{} names more than one {}", quoted(name), kind.slug())
            }
            Misfit::NoDocument(file) => write!(f, "no document is called {}", quoted(file)),
            Misfit::NotWritten(quote) => write!(f, "{} is not written there", quoted(quote)),
            Misfit::WrittenOften(quote) => {
                write!(f, "{} is written there more than once", quoted(quote))
            }
            Misfit::NotMentioned(name) => write!(f, "{} is not among its mentions", quoted(name)),
            Misfit::Overlaps(other) => write!(f, "{} is mentioned there", quoted(other)),
            Misfit::OneByRule(name) => write!(f, "both are names of {}", quoted(name)),
            Misfit::Alone => f.write_str("one thing alone is named"),
        }
    }
}
