//! What the page calls things.

use dossier_engine::address::{Condition, Facet, Order, Sense, View};
use dossier_engine::document::Role;
use dossier_engine::entity::LinkRule;
use dossier_engine::mention::Kind;

/// A kind, of one thing.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
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

/// Why two names are taken for one thing.
pub fn link_rule(rule: LinkRule) -> &'static str {
    match rule {
        LinkRule::SameName => "the same name, written differently",
        LinkRule::ShortForm => "a short form of the full name",
        LinkRule::Acronym => "the initials of the full name",
        LinkRule::Defined => "the text itself sets them side by side",
        LinkRule::Reported => "a document reports them as one; an alias on its word",
        LinkRule::Transliterated => "one name, put into these letters in two ways",
        LinkRule::Decided => "an editor says so",
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

/// A number of things: `counted(1, "document")`, `counted(5, "document")`.
pub fn counted(number: u32, thing: &str) -> String {
    match number {
        1 => format!("1 {thing}"),
        _ => format!("{} {thing}s", grouped(number)),
    }
}

/// A number with its thousands set apart: `12,345`.
pub fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Minutes it takes to read so many words, at 230 a minute (Brysbaert 2019: 238 for English
/// non-fiction), rounded up.
pub fn minutes(words: u32) -> u32 {
    words.div_ceil(230).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular_and_thousands_are_set_apart() {
        assert_eq!(counted(1, "document"), "1 document");
        assert_eq!(counted(0, "mention"), "0 mentions");
        assert_eq!(counted(1_234_567, "mention"), "1,234,567 mentions");
    }

    #[test]
    fn the_shortest_text_takes_a_minute() {
        assert_eq!(minutes(0), 1);
        assert_eq!(minutes(231), 2);
    }
}
