//! The parts of a block of a document, drawn with their marks.

use dossier_engine::ask::{Mark, PartText, Reading, Run};
use dossier_engine::document::Role;
use dossier_engine::mention::Kind;
use yew::prelude::*;

use super::stops::{Stop, What};
use crate::state::Shared;
use crate::widgets::{element, text};

/// Properties of [`Parts`].
#[derive(Properties, PartialEq)]
pub(super) struct PartsProps {
    /// What is read.
    pub reading: Shared<Reading>,
    /// Place of the document.
    pub document: usize,
    /// Place of the block.
    pub block: usize,
    /// Whether its document is the only one read.
    pub alone: bool,
    /// The open entity.
    pub entity: Option<String>,
    /// Kinds whose marks are off.
    pub unmarked: Vec<Kind>,
    /// The stop stood at, if it is in this block.
    pub current: Option<Stop>,
    /// Where the tab key enters the text, if it is in this block.
    pub entry: Option<Stop>,
}

/// The parts of a block, each an element of its role.
#[component]
pub(super) fn Parts(props: &PartsProps) -> Html {
    let text = props.reading.documents.get(props.document);
    let Some(block) = text.and_then(|text| text.blocks.get(props.block)) else {
        return html! {};
    };
    let places = block.parts.clone().map(|part| part as usize);
    let parts = places.zip(block.open());
    parts
        .map(|(place, part)| draw(props, place, &part))
        .collect()
}

fn draw(props: &PartsProps, place: usize, part: &PartText) -> Html {
    let runs = part.runs.chunk_by(same_mention);
    let text = Html::from_iter(runs.map(|runs| mention(props, place, runs)));
    let id = format!("title-{}", props.document);
    match part.role {
        Role::Title if props.alone => html! { <h1 {id} class="title">{ text }</h1> },
        Role::Title => html! { <h2 {id} class="title">{ text }</h2> },
        Role::Subheading if props.alone => {
            let id = heading_anchor(props.document, place);
            html! { <h2 {id} class="subheading" tabindex="-1">{ text }</h2> }
        }
        Role::Subheading => element("h3", "subheading", text),
        Role::Byline => element("p", "byline", text),
        Role::Dateline => element("p", "dateline", text),
        _ => element("p", "", text),
    }
}

/// The id of a heading, by the places of its document and its part.
pub(super) fn heading_anchor(document: usize, part: usize) -> String {
    format!("heading-{document}-{part}")
}

fn same_mention(run: &Run, next: &Run) -> bool {
    let ordinal = |run: &Run| run.mark.as_ref().map(|mark| mark.ordinal);
    ordinal(run).is_some() && ordinal(run) == ordinal(next)
}

/// The runs of one mention, or a single run outside of mentions.
fn mention(props: &PartsProps, part: usize, runs: &[Run]) -> Html {
    let inside = Html::from_iter(runs.iter().map(|run| hit(props, part, run)));
    let mark = runs.first().and_then(|run| run.mark.as_ref());
    match mark.filter(|mark| !props.unmarked.contains(&mark.kind)) {
        Some(mark) => marked(props, part, mark, inside),
        None => inside,
    }
}

fn marked(props: &PartsProps, part: usize, mark: &Mark, inside: Html) -> Html {
    let stop = Stop {
        document: props.document,
        part,
        what: What::Mention(mark.ordinal),
    };
    let is_current = props.current.as_ref() == Some(&stop);
    let is_entry = props.entry.as_ref() == Some(&stop);
    let is_selected = mark.entity.is_some() && mark.entity == props.entity;
    html! {
        <mark
            id={stop.anchor()}
            class={mention_class(is_selected, is_current)}
            data-kind={mark.kind.slug()}
            data-entity={mark.entity.clone()}
            title={title(mark)}
            tabindex={if is_entry { "0" } else { "-1" }}
            role={(is_entry && mark.entity.is_some()).then_some("button")}
        >
            { inside }
        </mark>
    }
}

fn mention_class(is_selected: bool, is_current: bool) -> &'static str {
    match (is_selected, is_current) {
        (false, false) => "mention",
        (true, false) => "mention is-selected",
        (false, true) => "mention is-current",
        (true, true) => "mention is-selected is-current",
    }
}

fn title(mark: &Mark) -> String {
    match &mark.note {
        Some(note) => format!("{}: {note}", mark.kind.label()),
        None => mark.kind.label().to_owned(),
    }
}

fn hit(props: &PartsProps, part: usize, run: &Run) -> Html {
    let inside = match &run.repair {
        Some(why) => html! { <u class="repair" title={why.clone()}>{ &run.text }</u> },
        None => text(&*run.text),
    };
    let Some(hit) = run.hit else {
        return inside;
    };
    let stop = Stop {
        document: props.document,
        part,
        what: What::Hit(hit),
    };
    let is_current = props.current.as_ref() == Some(&stop);
    html! {
        <mark
            id={stop.anchor()}
            class={if is_current { "hit is-current" } else { "hit" }}
            tabindex="-1"
        >
            { inside }
        </mark>
    }
}
