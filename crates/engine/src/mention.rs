//! Mentions: the spans of a text that name something.

mod agree;
mod capitals;
mod certainty;
mod claim;
mod dates;
mod echoes;
mod events;
mod finder;
mod groups;
pub(crate) mod lexicon;
mod listed;
#[cfg(test)]
mod marked;
mod money;
mod namesakes;
mod nationalities;
mod organisations;
mod persons;
mod places;
mod recognise;
mod rows;
mod series;
mod software;
mod tagged;
pub mod tagger;
mod teams;
mod web;
mod words;
mod works;

use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::text::Span;

pub use certainty::Certainty;
pub use finder::{Confidence, Finder, Finders};
use recognise::Recogniser;
pub use recognise::recognise;
pub(crate) use words::{Casing, Sentence, Words};

/// A span that names something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where, in the document's text.
    pub span: Span,
    /// What sort of thing it names.
    pub kind: Kind,
    /// The time it names, for dates that could be worked out.
    pub moment: Option<Moment>,
    /// How likely span and kind are right.
    pub confidence: Confidence,
    /// The recognisers that found it.
    pub found_by: Finders,
}

impl Mention {
    /// A mention that is certain and that no recogniser had to find.
    pub fn certain(span: Span, kind: Kind) -> Self {
        Self {
            span,
            kind,
            moment: None,
            confidence: Confidence::CERTAIN,
            found_by: Finders::default(),
        }
    }
}

/// What sort of thing a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A human being, or a persona that passes for one.
    Person,
    /// A body with members or staff: agency, company, party, outlet.
    Organisation,
    /// A hacking group.
    Group,
    /// Somewhere: country, city, building.
    Place,
    /// A people, its language, or the adherents of a party or faith.
    Nationality,
    /// Something that happened or happens again, by name.
    Event,
    /// A book, film, law or other work, by title.
    Work,
    /// A thing or service for sale, by name.
    Product,
    /// A date or time.
    Date,
    /// A web address, an e-mail address, a handle.
    Web,
}

impl Kind {
    /// All kinds, in the order in which they are listed to a reader.
    pub const ALL: [Kind; 10] = [
        Kind::Person,
        Kind::Organisation,
        Kind::Group,
        Kind::Place,
        Kind::Nationality,
        Kind::Event,
        Kind::Work,
        Kind::Product,
        Kind::Date,
        Kind::Web,
    ];

    /// The word for it in addresses and files.
    pub fn slug(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Group => "group",
            Kind::Place => "place",
            Kind::Nationality => "nationality",
            Kind::Event => "event",
            Kind::Work => "work",
            Kind::Product => "product",
            Kind::Date => "date",
            Kind::Web => "web",
        }
    }

    /// What a reader calls one thing of this kind.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Person => "Person",
            Kind::Organisation => "Organisation",
            Kind::Group => "Hacking group",
            Kind::Place => "Place",
            Kind::Nationality => "Nationality",
            Kind::Event => "Event",
            Kind::Work => "Work",
            Kind::Product => "Product",
            Kind::Date => "Date",
            Kind::Web => "Web address",
        }
    }

    /// What a reader calls all things of this kind.
    pub fn plural(self) -> &'static str {
        match self {
            Kind::Person => "People",
            Kind::Organisation => "Organisations",
            Kind::Group => "Hacking groups",
            Kind::Place => "Places",
            Kind::Nationality => "Nationalities",
            Kind::Event => "Events",
            Kind::Work => "Works",
            Kind::Product => "Products",
            Kind::Date => "Dates",
            Kind::Web => "Web addresses",
        }
    }

    /// The kind that [`Kind::slug`] writes so.
    pub fn from_slug(slug: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}
