//! The first page.

use dossier_engine::ask::{DocumentCard, Value, grouped};
use maud::{Markup, html};

use super::frame::frame;
use super::{Page, Sort};
use crate::edition::Edition;
use crate::links::Links;
use crate::meaning;

/// The overview.
pub(super) fn page(edition: &Edition, links: &Links) -> Page {
    let contents = &edition.contents;
    Page {
        slug: String::new(),
        address: String::new(),
        file: "index.html".to_owned(),
        title: contents.title.clone(),
        description: contents.description.clone(),
        kicker: contents.extent(),
        language: contents.language.clone(),
        meaning: Some(meaning::of_the_whole(edition)),
        published: None,
        sort: Sort::Front,
        body: frame(edition, links, overview(edition, links)),
    }
}

/// What the dossier is, like a contents page.
pub(super) fn overview(edition: &Edition, links: &Links) -> Markup {
    let contents = &edition.contents;
    html! {
        div.overview {
            header.overview-head {
                h1 { (contents.title) }
                p.overview-description { (contents.description) }
                p.overview-extent { (contents.extent()) }
            }
            section aria-labelledby="overview-documents" {
                h2 #overview-documents { "Documents" }
                ol.entries {
                    @for document in &edition.documents { (entry(edition, links, document)) }
                }
            }
            (cast(edition, links))
        }
    }
}

fn entry(edition: &Edition, links: &Links, document: &DocumentCard) -> Markup {
    html! {
        li.entry {
            h3.entry-title {
                a.entry-link href=(links.document(&document.slug)) { (document.title) }
            }
            p.entry-facts { (document.facts()) }
            p.entry-opening { (document.opening) }
            (names(edition, links, &document.about, "Mentioned most"))
        }
    }
}

/// Names with their counts, each a link where it has a page.
pub(super) fn names(edition: &Edition, links: &Links, values: &[Value], label: &str) -> Markup {
    html! {
        ul.names aria-label=(label) {
            @for value in values {
                li data-kind=[value.kind.map(|kind| kind.slug())] {
                    @if edition.has_page(&value.slug) {
                        a.name href=(links.entity(&value.slug)) { (named(value)) }
                    } @else {
                        span.name { (named(value)) }
                    }
                }
            }
        }
    }
}

fn named(value: &Value) -> Markup {
    html! { bdi { (value.label) } " " span.name-count { (grouped(value.count)) } }
}

/// Who has a page, most mentioned first.
fn cast(edition: &Edition, links: &Links) -> Markup {
    let cards = edition.entities().iter();
    let cards: Vec<_> = cards.filter_map(|slug| edition.card(slug).ok()).collect();
    html! {
        @if !cards.is_empty() {
            section.cast {
                h2 { "Who and what they mention" }
                ul.names {
                    @for card in &cards {
                        li data-kind=(card.kind.slug()) title=(card.kind.label()) {
                            a.name href=(links.entity(&card.slug)) { bdi { (card.name) } }
                        }
                    }
                }
            }
        }
    }
}
