//! What the page calls things.

use dossier_engine::address::{Condition, Facet, Listing, Order, Sense, View};
use dossier_engine::document::Role;

/// A facet's heading.
pub fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Kind => "Kinds",
        Facet::Entity => "Entities",
        Facet::Document => "Documents",
        Facet::Outlet => "Outlets",
        Facet::Author => "Authors",
        Facet::Year => "Published",
        Facet::Told => "Dates told",
        Facet::Confidence => "Confidence",
        Facet::Reviewed => "Review",
    }
}

/// What comes first in an order.
pub fn order(order: Order) -> &'static str {
    match order {
        Order::Best => "Best match first",
        Order::Newest => "Newest first",
        Order::Oldest => "Oldest first",
        Order::Title => "By title",
    }
}

/// What a list is made of.
pub fn listing(listing: Listing) -> &'static str {
    match listing {
        Listing::Documents => "Documents",
        Listing::Passages => "Passages",
    }
}

/// A view's name.
pub fn view(view: View) -> &'static str {
    match view {
        View::Overview => "Overview",
        View::Results => "Results",
        View::Read => "Read",
        View::Entity => "Entity",
        View::Review => "Review",
    }
}

/// What a condition says before its value.
pub fn sense(condition: &Condition) -> &'static str {
    match condition.sense {
        Sense::Include => "",
        Sense::Exclude => "without ",
    }
}

/// What a part is that is no part of the text.
pub fn boilerplate(role: Role) -> &'static str {
    match role {
        Role::AuthorBio => "about the author",
        Role::Navigation => "navigation",
        Role::Comments => "comments",
        Role::SharePrompt | Role::Prompt => "prompts",
        Role::Copyright => "copyright",
        Role::RelatedLinks => "related links",
        Role::Newsletter => "newsletter",
        Role::TweetCredit => "credit of a post",
        _ => "page furniture",
    }
}

/// How many there are, as counts are kept.
pub fn amount<T>(things: &[T]) -> u32 {
    u32::try_from(things.len()).unwrap_or(u32::MAX)
}
