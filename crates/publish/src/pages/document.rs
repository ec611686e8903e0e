//! The page of a document.

use anyhow::Result;
use dossier_engine::address::document_page;
use dossier_engine::ask::{
    Block, DocumentCard, DocumentText, Mark, PartText, Run, counted, minutes,
};
use dossier_engine::document::Role;
use maud::{Markup, html};

use super::frame::{elsewhere, frame};
use super::front::names;
use super::{Page, Sort};
use crate::edition::Edition;
use crate::links::Links;
use crate::meaning;

/// A document, by its place in the dossier.
pub(super) fn page(edition: &Edition, place: usize, links: &Links) -> Result<Page> {
    let document = &edition.documents[place];
    let text = edition.text(&document.slug)?;
    let view = html! {
        div.reader {
            (legend(&text))
            div.stack { (article(edition, links, &text)) }
            footer.article {
                h2.subheading { "Mentioned most" }
                (names(edition, links, &document.about, "Mentioned most"))
                (neighbours(edition, links, place))
                p { (elsewhere(links, &document_page(&document.slug))) }
            }
        }
    };
    Ok(Page {
        slug: document.slug.clone(),
        address: document_page(&document.slug),
        file: format!("read/{}/index.html", document.slug),
        title: document.title.clone(),
        description: document.opening.clone(),
        kicker: document.facts(),
        language: edition.contents.language.clone(),
        meaning: Some(meaning::of_document(edition, &text)),
        published: published_day(document),
        sort: Sort::Document,
        body: frame(edition, links, view),
    })
}

/// The day, or what is known of it, where it is one that calendars have.
fn published_day(document: &DocumentCard) -> Option<String> {
    let value = &document.published.as_ref()?.value;
    let is_day = value
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-');
    is_day.then(|| value.clone())
}

/// The kinds of the marks, in their order: what the app makes switches of.
fn legend(text: &DocumentText) -> Markup {
    html! {
        div.legend {
            ul {
                @for kind in text.kinds() {
                    li {
                        span.legend-switch data-kind=(kind.slug()) {
                            span.swatch {} (kind.plural())
                        }
                    }
                }
            }
        }
    }
}

/// A document from top to bottom.
pub(super) fn article(edition: &Edition, links: &Links, text: &DocumentText) -> Markup {
    let document = &text.document;
    let same =
        |block: &Block, next: &Block| block.boilerplate.is_empty() == next.boilerplate.is_empty();
    html! {
        article.article lang=[document.language.as_deref()] {
            (kicker(document))
            @if !text.is_titled { h1.title { (document.title) } }
            @for blocks in text.blocks.chunk_by(same) {
                @if blocks[0].boilerplate.is_empty() {
                    (paragraphs(edition, links, blocks))
                } @else {
                    details.boilerplate {
                        summary { "Not part of the text" }
                        (paragraphs(edition, links, blocks))
                    }
                }
            }
        }
    }
}

fn kicker(document: &DocumentCard) -> Markup {
    let published = document.published.as_ref();
    html! {
        div.kicker {
            @if let Some(outlet) = &document.outlet { span.kicker-outlet { (outlet) } }
            span { (published.map_or("date unknown", |published| &published.label)) }
            span { (minutes(document.words)) " min" }
            span { (counted(document.mentions, "mention")) }
            span.kicker-file { (document.file) }
        }
    }
}

fn paragraphs(edition: &Edition, links: &Links, blocks: &[Block]) -> Markup {
    html! {
        @for part in blocks.iter().flat_map(Block::open) { (paragraph(edition, links, &part)) }
    }
}

/// A part as an element of its role, as in the app.
fn paragraph(edition: &Edition, links: &Links, part: &PartText) -> Markup {
    let same = |run: &Run, next: &Run| {
        let ordinal = |run: &Run| run.mark.as_ref().map(|mark| mark.ordinal);
        ordinal(run).is_some() && ordinal(run) == ordinal(next)
    };
    let inside = html! {
        @for runs in part.runs.chunk_by(same) { (marked(edition, links, runs)) }
    };
    match part.role {
        Role::Title => html! { h1.title { (inside) } },
        Role::Subheading => html! { h2.subheading { (inside) } },
        Role::Byline => html! { p.byline { (inside) } },
        Role::Dateline => html! { p.dateline { (inside) } },
        _ => html! { p { (inside) } },
    }
}

/// The runs of one mention, or a single run outside of mentions.
fn marked(edition: &Edition, links: &Links, runs: &[Run]) -> Markup {
    let inside = html! { @for run in runs { (run.text) } };
    match runs.first().and_then(|run| run.mark.as_ref()) {
        None => inside,
        Some(mark) => html! {
            mark.mention data-kind=(mark.kind.slug()) title=(mark.kind.label()) {
                @match paged(edition, mark) {
                    Some(slug) => a href=(links.entity(slug)) { (inside) },
                    None => (inside),
                }
            }
        },
    }
}

/// The entity of a mark, if it has a page.
fn paged<'a>(edition: &Edition, mark: &'a Mark) -> Option<&'a str> {
    let entity = mark.entity.as_deref();
    entity.filter(|slug| edition.has_page(slug))
}

/// The documents before and after this one.
fn neighbours(edition: &Edition, links: &Links, place: usize) -> Markup {
    let documents = &edition.documents;
    let before = place
        .checked_sub(1)
        .and_then(|before| documents.get(before));
    html! {
        nav aria-label="Other documents" {
            @if let Some(before) = before {
                p { "Before: " a rel="prev" href=(links.document(&before.slug)) { (before.title) } }
            }
            @if let Some(next) = documents.get(place + 1) {
                p { "Next: " a rel="next" href=(links.document(&next.slug)) { (next.title) } }
            }
        }
    }
}
