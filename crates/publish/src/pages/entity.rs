//! The page of an entity.

use anyhow::Result;
use dossier_engine::address::entity_page;
use dossier_engine::ask::{Card, ContextLine, counted, grouped};
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

fn view(edition: &Edition, links: &Links, card: &Card) -> Markup {
    let by_document = card
        .context
        .chunk_by(|line, next| line.document == next.document);
    html! {
        div.overview data-kind=(card.kind.slug()) {
            header.overview-head {
                p.card-kind { (card.kind.label()) }
                h1 { bdi { (card.name) } }
                p.overview-extent { (known_as(card)) }
                p { a href=(links.explored(&card.slug)) { "Explore, filter and compare" } }
            }
            section {
                h2 { "Where it is mentioned" }
                @for lines in by_document { (mentions(edition, links, lines)) }
            }
            @if !card.with.is_empty() {
                section {
                    h2 { "In the same passages" }
                    (names(edition, links, &card.with, "In the same passages"))
                    p.card-note { "Mentioned together is not a relationship." }
                }
            }
            (elsewhere(links, &entity_page(&card.slug)))
        }
    }
}

fn mentions(edition: &Edition, links: &Links, lines: &[ContextLine]) -> Markup {
    let slug = lines.first().map_or("", |line| line.document.as_str());
    let mut documents = edition.documents.iter();
    let document = documents.find(|document| document.slug == slug);
    html! {
        h3 { a href=(links.document(slug)) { (document.map_or(slug, |document| &document.title)) } }
        @for line in lines {
            blockquote.evidence {
                a href=(format!("{}{}", links.document(slug), text_fragment(line))) {
                    (line.before) b { (line.name) } (line.after)
                }
            }
        }
    }
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
