//! Decisions: what an editor says about who is who, applied on top of what was resolved.
//!
//! A decision is data. It names entities by kind and name and mentions by what is written there,
//! so that it still fits after the corpus has changed; where it does not, it is kept and told.
//! The publisher's stand in `dossier.toml`, a reader's in the browser and in links, all as the
//! same text:
//!
//! ```toml
//! [[decision]]
//! merge = ["group: Harbour Gang", "group: The Pilots"]
//! by = "publisher"
//! when = "2026-11-21"
//! note = "The court treats them as one."
//! ```
//!
//! Decisions are applied in their order: the publisher's, then those that came in a link, then the
//! reader's. Where two
//! contradict each other the later one stands, and the earlier one is told to be overruled. One
//! that is said twice counts once, where it is said last. Undoing a decision is leaving it out.

mod aim;
mod apply;
mod brief;
mod changes;
mod finish;
mod ledger;
mod misfit;
mod places;
mod print;
mod read;
mod register;
mod shares;
#[cfg(test)]
mod tests;
mod text;
mod value;

use serde::{Deserialize, Serialize};

pub use apply::{Decided, Found, decide};
pub use brief::{brief, parse_brief};
pub use changes::Changes;
pub use ledger::{Ledger, Outcome, Part, Touched};
pub use misfit::Misfit;
pub use places::Places;
pub use print::print;
pub use read::{Refused, parse, read};
pub use value::{Placed, Value};

use crate::mention::Kind;

/// What somebody says about who is who.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What is to be done.
    pub act: Act,
    /// Who says so.
    pub by: By,
    /// When, as it was given from outside: a date such as `2026-11-21`; empty if unknown.
    pub when: String,
    /// Why; empty if nobody says.
    pub note: String,
}

/// Who decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// Who publishes the corpus, for everybody.
    #[default]
    Publisher,
    /// Who sent the link by which it was opened.
    Sender,
    /// Who reads it, for themselves.
    Reader,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// These are one, called as the first of them.
    Merge(Vec<EntityRef>),
    /// No two of these are one.
    Apart(Vec<EntityRef>),
    /// Whether these are one was looked at and left open. Changes nothing.
    Unsure(Vec<EntityRef>),
    /// Some of its mentions are somebody else's.
    Split {
        /// Whose they are taken for.
        from: EntityRef,
        /// Which.
        part: Share,
        /// Whose they are: somebody known, or else somebody new of that name. If nobody is named,
        /// somebody new of the name that stands there most often.
        to: Option<EntityRef>,
    },
    /// It is called otherwise.
    Rename {
        /// What.
        entity: EntityRef,
        /// Its name.
        to: String,
    },
    /// It is of another kind.
    Retype {
        /// What.
        entity: EntityRef,
        /// Its kind.
        to: Kind,
    },
    /// It is nothing.
    Hide(EntityRef),
    /// What stands there is no mention.
    HideMention(MentionRef),
    /// Wherever this is written and nothing was found, it is mentioned.
    AddName {
        /// The name, as it is written.
        name: String,
        /// What it names.
        to: EntityRef,
    },
    /// It is mentioned there.
    AddMention {
        /// Where.
        mention: MentionRef,
        /// What is mentioned: something known, or else something new of that name.
        to: EntityRef,
    },
    /// It was looked at and is right.
    Confirm(EntityRef),
    /// There is something to be said about it: the decision's note.
    Remark(EntityRef),
}

/// Which mentions of an entity are meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Share {
    /// These.
    Mentions(Vec<MentionRef>),
    /// All in the documents of these file names or slugs.
    Documents(Vec<String>),
    /// All that are written so, but for case, dots and spaces.
    Name(String),
}

/// An entity as an editor names it. The name may be the one it has, one it had before other
/// decisions, or one it also goes by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityRef {
    /// What sort of thing it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// File name or slug of a document that mentions it, where the name alone would not tell.
    pub document: Option<String>,
}

/// A place in a document as an editor names it: by what is written there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionRef {
    /// File name or slug of the document.
    pub document: String,
    /// What is written there.
    pub quote: String,
    /// What is written right before it; empty if the quotation alone tells.
    pub before: String,
    /// Which of the places where this is written, from 1; 0 if there is but one.
    pub nth: u32,
}

impl Decision {
    /// Everybody and everything it names.
    pub fn entities(&self) -> Vec<&EntityRef> {
        match &self.act {
            Act::Merge(of) | Act::Apart(of) | Act::Unsure(of) => of.iter().collect(),
            Act::Split { from, to, .. } => [from].into_iter().chain(to).collect(),
            Act::Rename { entity, .. }
            | Act::Retype { entity, .. }
            | Act::Hide(entity)
            | Act::Confirm(entity)
            | Act::Remark(entity)
            | Act::AddName { to: entity, .. }
            | Act::AddMention { to: entity, .. } => vec![entity],
            Act::HideMention(_) => vec![],
        }
    }
}

impl By {
    /// The word for it in files.
    pub fn slug(self) -> &'static str {
        match self {
            By::Publisher => "publisher",
            By::Sender => "sender",
            By::Reader => "reader",
        }
    }

    /// Who [`By::slug`] writes so.
    pub fn from_slug(slug: &str) -> Option<By> {
        [By::Publisher, By::Sender, By::Reader]
            .into_iter()
            .find(|by| by.slug() == slug)
    }
}
