//! The words of an address. They are promises: a link made today must open in years.

use crate::address::{Facet, Listing, Order, Sense, Sorting, Version, View};

pub(super) const VIEW: &str = "view";
pub(super) const DOCUMENT: &str = "read";
pub(super) const ENTITY: &str = "about";
pub(super) const AT: &str = "at";
pub(super) const QUOTE: &str = "quote";
pub(super) const BEFORE: &str = "before";
pub(super) const AFTER: &str = "after";
pub(super) const FROM: &str = "from";
pub(super) const SORTING: &str = "lines";
pub(super) const LINE: &str = "line";
pub(super) const QUERY: &str = "q";
pub(super) const ALL_OF: &str = "all";
pub(super) const ORDER: &str = "sort";
pub(super) const LISTING: &str = "list";
pub(super) const UNMARKED: &str = "hide";
pub(super) const VERSION: &str = "text";
pub(super) const DECISION: &str = "decide";
/// An address that was packed, and that could not be unpacked.
pub(super) const PACKED: &str = "z";

/// What stands before a facet's key to rule a value out.
const EXCLUDE: &str = "-";

/// What a key asks of a facet, if it is a facet's: `kind`, `-kind`.
pub(super) fn condition(key: &str) -> Option<(Facet, Sense)> {
    let (name, sense) = match key.strip_prefix(EXCLUDE) {
        Some(name) => (name, Sense::Exclude),
        None => (key, Sense::Include),
    };
    Facet::from_slug(name).map(|facet| (facet, sense))
}

/// The sign before a facet's key.
pub(super) fn sign(sense: Sense) -> &'static str {
    match sense {
        Sense::Include => "",
        Sense::Exclude => EXCLUDE,
    }
}

impl Version {
    /// The word for it in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Version::Repaired => "repaired",
            Version::Original => "original",
        }
    }

    /// The other one.
    pub fn other(self) -> Version {
        match self {
            Version::Repaired => Version::Original,
            Version::Original => Version::Repaired,
        }
    }
}

impl View {
    /// All views, in the order in which they are offered.
    pub const ALL: [View; 5] = [
        View::Overview,
        View::Results,
        View::Read,
        View::Entity,
        View::Review,
    ];

    /// The word for it in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            View::Overview => "overview",
            View::Results => "results",
            View::Read => "read",
            View::Entity => "entity",
            View::Review => "review",
        }
    }

    /// The view that [`View::slug`] writes so.
    pub fn from_slug(slug: &str) -> Option<View> {
        View::ALL.into_iter().find(|view| view.slug() == slug)
    }
}

impl Sorting {
    /// All of them, as they are offered.
    pub const ALL: [Sorting; 3] = [Sorting::Text, Sorting::Before, Sorting::After];

    /// The word for it in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Sorting::Text => "text",
            Sorting::Before => "before",
            Sorting::After => "after",
        }
    }

    /// What it is called where it is offered.
    pub fn label(self) -> &'static str {
        match self {
            Sorting::Text => "As in the documents",
            Sorting::Before => "By the words before",
            Sorting::After => "By the words after",
        }
    }

    /// The one that [`Sorting::slug`] writes so.
    pub fn from_slug(slug: &str) -> Option<Sorting> {
        Sorting::ALL
            .into_iter()
            .find(|sorting| sorting.slug() == slug)
    }
}

impl Order {
    /// All orders, as they are offered.
    pub const ALL: [Order; 4] = [Order::Best, Order::Newest, Order::Oldest, Order::Title];

    /// The word for it in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Order::Best => "best",
            Order::Newest => "newest",
            Order::Oldest => "oldest",
            Order::Title => "title",
        }
    }

    /// The order that [`Order::slug`] writes so.
    pub fn from_slug(slug: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|order| order.slug() == slug)
    }
}

impl Listing {
    /// Both, as they are offered.
    pub const ALL: [Listing; 2] = [Listing::Documents, Listing::Passages];

    /// The word for it in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Listing::Documents => "documents",
            Listing::Passages => "passages",
        }
    }
}

impl Facet {
    /// All facets, in the order in which they are offered.
    pub const ALL: [Facet; 9] = [
        Facet::Kind,
        Facet::Entity,
        Facet::Document,
        Facet::Outlet,
        Facet::Author,
        Facet::Year,
        Facet::Told,
        Facet::Confidence,
        Facet::Reviewed,
    ];

    /// The word for it in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Facet::Kind => "kind",
            Facet::Entity => "entity",
            Facet::Document => "document",
            Facet::Outlet => "outlet",
            Facet::Author => "author",
            Facet::Year => "year",
            Facet::Told => "told",
            Facet::Confidence => "confidence",
            Facet::Reviewed => "reviewed",
        }
    }

    /// Whether its values are years, of which a condition may name several in a row.
    pub fn is_of_years(self) -> bool {
        matches!(self, Facet::Year | Facet::Told)
    }

    /// Whether its values are the same in every corpus.
    pub fn is_fixed(self) -> bool {
        matches!(self, Facet::Kind | Facet::Confidence | Facet::Reviewed)
    }

    /// Whether a document can have several of its values.
    pub fn is_manifold(self) -> bool {
        self.is_fixed() || matches!(self, Facet::Entity | Facet::Told)
    }

    /// The facet that [`Facet::slug`] writes so.
    pub fn from_slug(slug: &str) -> Option<Facet> {
        Facet::ALL.into_iter().find(|facet| facet.slug() == slug)
    }
}
