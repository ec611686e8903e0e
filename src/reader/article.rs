//! One document as it is read.

use std::ops::Range;

use dossier_engine::ask::{DocumentCard, DocumentText, PartText, Published, counted, minutes};
use dossier_engine::document::Role;
use yew::prelude::*;

use super::long::Long;
use super::parts::Parts;
use crate::widgets::{element, text};
use crate::wording;

/// One document, by its place in what is read. Its marks are one tab stop together; `n` and `p`
/// move among them. `about` is what is known of where its text comes from.
pub(super) fn article(parts: Parts, long: Option<&Long>, about: Html) -> Html {
    let text = parts.text();
    let part = |part| parts.part(part);
    let heading = format!("title-{}", parts.place());
    html! {
        <article
            key={text.document.slug.clone()}
            class="article"
            aria-labelledby={heading.clone()}
            lang={text.document.language.clone()}
        >
            { kicker(&text.document) }
            if !text.parts.iter().any(|part| part.role == Role::Title) {
                <h1 id={heading} class="title">{ &text.document.title }</h1>
            }
            { for folded(text).map(|group| match (group, long) {
                (Group::Body(range), Some(long)) => long.draw(&parts, range),
                (Group::Body(range), None) => Html::from_iter(range.map(part)),
                (Group::Boilerplate(range), _) => boilerplate(&parts, range),
            }) }
            // Always one node, or the parts before it would be drawn anew when it comes, and what
            // is selected or highlighted in them would be lost.
            { about }
        </article>
    }
}

/// Neighbouring parts, body or boilerplate.
enum Group {
    Body(Range<usize>),
    Boilerplate(Range<usize>),
}

/// The parts in reading order, so grouped that what is no part of the text can be folded away.
fn folded(text: &DocumentText) -> impl Iterator<Item = Group> {
    let mut start = 0;
    let same =
        |part: &PartText, next: &PartText| part.role.is_boilerplate() == next.role.is_boilerplate();
    text.parts.chunk_by(same).map(move |parts| {
        let group = start..start + parts.len();
        start = group.end;
        if parts.iter().any(|part| part.role.is_boilerplate()) {
            Group::Boilerplate(group)
        } else {
            Group::Body(group)
        }
    })
}

/// What belongs to the page and not to the text: folded away, and open while the reader stands in
/// it.
fn boilerplate(parts: &Parts, range: Range<usize>) -> Html {
    let mut names: Vec<&str> = Vec::new();
    for part in &parts.text().parts[range.clone()] {
        let name = wording::boilerplate(part.role);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    html! {
        <details class="boilerplate" open={parts.are_stood_in(range.clone())}>
            <summary>{ format!("Not part of the text: {}", names.join(", ")) }</summary>
            { for range.map(|part| parts.part(part)) }
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
    let mut inside = vec![text(&*published.label)];
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
