//! The page of an entity.

use anyhow::Result;
use dossier_engine::address::{Sorting, entity_page};
use dossier_engine::ask::{Card, ContextLine, LINES, counted, grouped};
use maud::{Markup, html};

use super::frame::{elsewhere, frame};
use super::front::names;
use super::{Page, Sort};
use crate::edition::Edition;
use crate::links::Links;
use crate::meaning;

/// An entity: its names, where it is mentioned, and beside whom.
pub(super) fn page(edition: &Edition, slug: &str, links: &Links) -> Result<Page> {
    let card = edition.card(slug)?;
    Ok(Page {
        slug: slug.to_owned(),
        address: entity_page(slug),
        file: format!("about/{slug}/index.html"),
        title: card.name.clone(),
        description: description(edition, &card),
        kicker: card.kind.label().to_owned(),
        language: edition.contents.language.clone(),
        meaning: Some(meaning::of_entity(edition, &card)),
        published: None,
        sort: Sort::Entity,
        body: frame(edition, links, view(edition, links, &card)),
    })
}

/// What the app draws of it too, in the same places and with the same names.
fn view(edition: &Edition, links: &Links, card: &Card) -> Markup {
    html! {
        div.study data-kind=(card.kind.slug()) {
            header {
                p.card-kind { (card.kind.label()) }
                h1.card-name { bdi { (card.name) } }
                (names_and_reasons(links, card))
                (standing(card))
                (coming_details("Correct this"))
                (coming_buttons(&["Only documents with it", "Without it"]))
            }
            h2.unseen { "What is known" }
            div.study-sides {
                (described(links, card))
                (documents(links, card))
                (over_time(card))
                @if !card.with.is_empty() {
                    section {
                        h3 { "In the same passages" }
                        (names(edition, links, &card.with, "In the same passages"))
                        p.card-note { "Mentioned together is not a relationship." }
                    }
                }
            }
            (mentions(links, card))
            p.card-note { (elsewhere(links, &entity_page(&card.slug))) }
        }
    }
}

/// Room for buttons that come with the app.
fn coming_buttons(labels: &[&str]) -> Markup {
    html! {
        div.card-filters.is-coming {
            @for label in labels { span.card-filter { (label) } }
        }
    }
}

/// Room for what comes with the app folded away.
fn coming_details(summary: &str) -> Markup {
    html! { details.reasons.is-coming { summary { (summary) } } }
}

/// The names of an entity, and why these are one.
fn names_and_reasons(links: &Links, card: &Card) -> Markup {
    html! {
        div.known-as {
            ul.known-as-names aria-label="Names" {
                @for name in &card.names { li { (counted_name(&name.name, name.count)) } }
            }
            @if !card.reasons.is_empty() {
                details.reasons {
                    summary { "Why these are one" }
                    ul {
                        @for reason in &card.reasons {
                            li {
                                (reason.told())
                                @if let Some(line) = &reason.evidence { (evidence(links, line)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn counted_name(name: &str, count: u32) -> Markup {
    html! { bdi { (name) } " " span.card-count { (grouped(count)) } }
}

/// Whether an editor had a hand in it, and what was found without one.
fn standing(card: &Card) -> Markup {
    let standing = &card.standing;
    html! {
        @if standing.decisions.is_empty() {
            p.card-note { (standing.told()) }
        } @else {
            details.reasons {
                summary { (standing.told()) }
                ul {
                    @for told in &standing.decisions {
                        li {
                            (told.sentence())
                            @if !told.note.is_empty() { p.card-note { (told.note) } }
                        }
                    }
                }
                @if !standing.found.is_empty() {
                    p { "What was found without editors:" }
                    ul.known-as-names {
                        @for part in &standing.found { li { (counted_name(&part.name, part.count)) } }
                    }
                }
            }
        }
    }
}

/// What it is said to be, by whom.
fn described(links: &Links, card: &Card) -> Markup {
    html! {
        @if !card.described.is_empty() {
            section {
                h3 { "Said to be" }
                ul {
                    @for described in &card.described {
                        li {
                            details.reasons {
                                summary { "“" (described.says) "”" }
                                @for line in &described.sources { (evidence(links, line)) }
                                @if described.count > 1 {
                                    p.card-note { "Said " (counted(described.count, "time")) "." }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn documents(links: &Links, card: &Card) -> Markup {
    let amount = u32::try_from(card.documents.len()).unwrap_or(u32::MAX);
    html! {
        section {
            h3 { "In " (counted(amount, "document")) }
            ul.card-documents {
                @for document in &card.documents {
                    li {
                        a href=(links.document(&document.slug)) { bdi { (document.label) } }
                        span.card-count { (grouped(document.count)) }
                    }
                }
            }
        }
    }
}

fn over_time(card: &Card) -> Markup {
    html! {
        @if !card.years.is_empty() {
            section {
                h3 { "By year of publication" }
                ul.known-as-names {
                    @for year in &card.years { li { (counted_name(&year.label, year.count)) } }
                }
            }
        }
    }
}

/// Its mentions in their context: as many as the app shows at a time, and the others where there will
/// be no app.
fn mentions(links: &Links, card: &Card) -> Markup {
    let first = card.context.len().min(LINES as usize);
    let (first, others) = card.context.split_at(first);
    let count = card.documents.iter().map(|document| document.count).sum();
    let list = |lines: &[ContextLine]| {
        html! {
            ol.concordance {
                @for line in lines { li.pickable { (kwic(links, line)) } }
            }
        }
    };
    html! {
        section.study-lines {
            h2 { (counted(count, "mention")) }
            (coming_buttons(&Sorting::ALL.map(Sorting::label)))
            (coming_details("Some of these are somebody else"))
            (list(first))
            @if !others.is_empty() { noscript { (list(others)) } }
            nav.pages aria-label="Pages" {
                @if !others.is_empty() {
                    a.is-coming href=(links.entity_from(&card.slug, LINES)) { "More lines" }
                }
            }
        }
    }
}

/// A keyword in context, leading to its place in its document.
fn kwic(links: &Links, line: &ContextLine) -> Markup {
    html! {
        a.kwic href=(to_line(links, line)) {
            span.kwic-before { bdi { (line.before) } }
            span.kwic-after { b { (line.name) } (line.after) }
        }
    }
}

fn evidence(links: &Links, line: &ContextLine) -> Markup {
    html! {
        blockquote.evidence {
            a href=(to_line(links, line)) { (line.before) b { (line.name) } (line.after) }
        }
    }
}

fn to_line(links: &Links, line: &ContextLine) -> String {
    format!("{}{}", links.document(&line.document), text_fragment(line))
}

/// Where browsers that know text fragments find the line (WICG scroll-to-text-fragment): its name
/// between the words next to it.
fn text_fragment(line: &ContextLine) -> String {
    let before = line.before.split_whitespace().next_back();
    let after = line.after.split_whitespace().next();
    let mut fragment = "#:~:text=".to_owned();
    if let Some(word) = before {
        fragment.push_str(&directive(word));
        fragment.push_str("-,");
    }
    fragment.push_str(&directive(&line.name));
    if let Some(word) = after {
        fragment.push_str(",-");
        fragment.push_str(&directive(word));
    }
    fragment
}

/// Text as it stands in a directive: what means something there in hexadecimal.
fn directive(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' => out.push(byte.into()),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// The names it goes by, each with how often.
pub(crate) fn known_as(card: &Card) -> String {
    let names = card.names.iter();
    let names = names.map(|name| format!("{} {}", name.name, grouped(name.count)));
    names.collect::<Vec<_>>().join(" · ")
}

fn description(edition: &Edition, card: &Card) -> String {
    let mentions = card.documents.iter().map(|document| document.count).sum();
    let documents = u32::try_from(card.documents.len()).unwrap_or(u32::MAX);
    format!(
        "{}: {} in {} of “{}”.",
        card.kind.label(),
        counted(mentions, "mention"),
        counted(documents, "document"),
        edition.contents.title
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_again_by_its_name_and_the_words_beside_it() {
        let line = ContextLine {
            document: "a".into(),
            ordinal: 0,
            before: "said that ".into(),
            name: "Ada B-Loon".into(),
            after: ", who wrote".into(),
        };
        let fragment = "#:~:text=that-,Ada%20B%2DLoon,-%2C";
        assert_eq!(text_fragment(&line), fragment);
    }
}
