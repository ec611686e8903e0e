//! One document as it is read.

use std::ops::Range;

use dossier_engine::ask::{
    DocumentCard, DocumentText, OriginCard, PartText, Published, Reading, counted, minutes,
};
use dossier_engine::document::Role;
use yew::prelude::*;

use super::origin::origin as about;
use super::part::{Part, PartSlice};
use super::stops::{Stop, What};
use crate::state::Shared;
use crate::widgets::{Ways, element, nothing, text};
use crate::wording;

/// One document, by its place in what is read. Its marks are one tab stop together; `n` and `p`
/// move among them. `here` is the stop stood at; `origin` is where the text comes from, if that is
/// known.
pub(super) fn article(
    ways: &Ways,
    reading: &Shared<Reading>,
    place: usize,
    here: Option<&Stop>,
    origin: Option<&OriginCard>,
) -> Html {
    let text = &reading.documents[place];
    let current = here.filter(|stop| stop.document == place);
    let entry = current.cloned().or_else(|| first_stop(ways, text, place));
    let alone = reading.documents.len() == 1;
    let part = &|part: usize| {
        let in_part = |stop: &&Stop| stands_in(text, part, stop);
        html! {
            <Part
                key={part}
                slice={PartSlice { reading: reading.clone(), document: place, part }}
                {alone}
                entity={ways.here.entity.clone()}
                unmarked={ways.here.unmarked.clone()}
                current={current.filter(in_part).cloned()}
                entry={entry.as_ref().filter(in_part).cloned()}
            />
        }
    };
    let heading = format!("title-{place}");
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
            { for folded(text).map(|group| match group {
                Group::Body(parts) => Html::from_iter(parts.map(part)),
                Group::Boilerplate(parts) => boilerplate(text, parts, current, part),
            }) }
            // Always one node, or the parts before it would be drawn anew when it comes, and what
            // is selected or highlighted in them would be lost.
            { origin.map_or_else(nothing, about) }
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
fn boilerplate(
    text: &DocumentText,
    parts: Range<usize>,
    current: Option<&Stop>,
    part: impl Fn(usize) -> Html,
) -> Html {
    let mut names: Vec<&str> = Vec::new();
    for role in text.parts[parts.clone()].iter().map(|part| part.role) {
        let name = wording::boilerplate(role);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let stands_here =
        current.is_some_and(|stop| parts.clone().any(|part| stands_in(text, part, stop)));
    let inside = parts.map(part);
    html! {
        <details class="boilerplate" open={stands_here}>
            <summary>{ format!("Not part of the text: {}", names.join(", ")) }</summary>
            { for inside }
        </details>
    }
}

/// Where the tab key enters the text.
fn first_stop(ways: &Ways, text: &DocumentText, document: usize) -> Option<Stop> {
    let mut marks = text
        .parts
        .iter()
        .flat_map(|part| &part.runs)
        .filter_map(|run| run.mark.as_ref());
    let mark =
        marks.find(|mark| mark.entity.is_some() && !ways.here.unmarked.contains(&mark.kind))?;
    Some(Stop {
        document,
        what: What::Mention(mark.ordinal),
    })
}

fn stands_in(text: &DocumentText, part: usize, stop: &Stop) -> bool {
    text.parts[part].runs.iter().any(|run| match stop.what {
        What::Mention(ordinal) => run
            .mark
            .as_ref()
            .is_some_and(|mark| mark.ordinal == ordinal),
        What::Hit(hit) => run.hit == Some(hit),
    })
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
