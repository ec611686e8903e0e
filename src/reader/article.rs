//! One document as it is read.

use std::ops::Range;

use dossier_engine::ask::{Block, DocumentCard, DocumentText, Published, counted, minutes};
use yew::prelude::*;

use super::long::Long;
use super::text::Text;
use crate::widgets;
use crate::widgets::element;
use crate::wording;

/// One document, by its place in what is read. Its marks are one tab stop together; `n` and `p`
/// move among them. `about` is what is known of where its text comes from.
pub(super) fn article(text: &Text, long: Option<&Long>, about: Html) -> Html {
    let read = text.document();
    let heading = format!("title-{}", text.place());
    html! {
        <article
            key={read.document.slug.clone()}
            class="article"
            aria-labelledby={heading.clone()}
            lang={read.document.language.clone()}
        >
            { kicker(&read.document) }
            if !read.is_titled {
                <h1 id={heading} class="title">{ &read.document.title }</h1>
            }
            { for groups(read).map(|group| match (group, long) {
                (Group::Body(blocks), Some(long)) => long.draw(text, blocks),
                (Group::Body(blocks), None) => text.draw(blocks),
                (Group::Boilerplate(blocks), _) => boilerplate(text, blocks),
            }) }
            // Always one node, or the parts before it would be drawn anew when it comes, and what
            // is selected or highlighted in them would be lost.
            { about }
        </article>
    }
}

/// Neighbouring blocks, body or boilerplate.
enum Group {
    Body(Range<usize>),
    Boilerplate(Range<usize>),
}

/// The blocks in reading order, so grouped that what is no part of the text can be folded away.
fn groups(text: &DocumentText) -> impl Iterator<Item = Group> {
    let mut start = 0;
    let same =
        |block: &Block, next: &Block| block.boilerplate.is_empty() == next.boilerplate.is_empty();
    text.blocks.chunk_by(same).map(move |blocks| {
        let group = start..start + blocks.len();
        start = group.end;
        if blocks.iter().any(|block| !block.boilerplate.is_empty()) {
            Group::Boilerplate(group)
        } else {
            Group::Body(group)
        }
    })
}

/// What belongs to the page and not to the text: folded away, and open while the reader stands in
/// it.
fn boilerplate(text: &Text, blocks: Range<usize>) -> Html {
    let mut names: Vec<&str> = Vec::new();
    for role in text.document().blocks[blocks.clone()]
        .iter()
        .flat_map(|block| &block.boilerplate)
    {
        let name = wording::boilerplate(*role);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    html! {
        <details class="boilerplate" open={text.is_stood_in(blocks.clone())}>
            <summary>{ format!("Not part of the text: {}", names.join(", ")) }</summary>
            { text.draw(blocks) }
        </details>
    }
}

/// What is known about the document, above its title.
fn kicker(document: &DocumentCard) -> Html {
    let mut inside = vec![
        published(document.published.as_ref()),
        element("span", "", format!("{} min", minutes(document.words))),
        element("span", "", counted(document.mentions, "mention")),
        element("span", "kicker-file", &*document.file),
    ];
    if let Some(outlet) = &document.outlet {
        inside.insert(0, element("span", "kicker-outlet", &**outlet));
    }
    element("div", "kicker", inside)
}

fn published(published: Option<&Published>) -> Html {
    let Some(published) = published else {
        return element("span", "", "date unknown");
    };
    let mut inside = vec![widgets::text(&*published.label)];
    let reasons = [
        ("inferred", &published.inferred),
        ("noted", &published.noted),
    ];
    for (how, reason) in reasons {
        if let Some(reason) = reason {
            let why = vec![
                element("summary", "", how),
                element("span", "inferred-reason", &**reason),
            ];
            inside.push(element("details", "inferred", why));
        }
    }
    element("span", "", inside)
}
