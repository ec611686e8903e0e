//! One part of a document, drawn with its marks.

use dossier_engine::ask::{Mark, PartText, Reading, Run};
use dossier_engine::document::Role;
use dossier_engine::mention::Kind;
use yew::prelude::*;

use super::stops::{Stop, What};
use crate::state::Shared;

/// A part of what is read, by its place.
#[derive(Clone, PartialEq)]
pub(super) struct PartSlice {
    /// What is read.
    pub reading: Shared<Reading>,
    /// Place of the document.
    pub document: usize,
    /// Place of the part.
    pub part: usize,
}

impl PartSlice {
    fn text(&self) -> Option<&PartText> {
        self.reading
            .documents
            .get(self.document)?
            .parts
            .get(self.part)
    }
}

/// Properties of [`Part`].
#[derive(Properties, PartialEq)]
pub(super) struct PartProps {
    /// Which part.
    pub slice: PartSlice,
    /// Whether its document is the only one read.
    pub alone: bool,
    /// The open entity.
    pub entity: Option<String>,
    /// Kinds whose marks are off.
    pub unmarked: Vec<Kind>,
    /// The stop stood at, if it is in this part.
    pub current: Option<Stop>,
    /// Where the tab key enters the text, if it is in this part.
    pub entry: Option<Stop>,
}

/// A part of a document as an element of its role.
#[component]
pub(super) fn Part(props: &PartProps) -> Html {
    let Some(part) = props.slice.text() else {
        return html! {};
    };
    let text =
        html! { { for part.runs().chunk_by(same_mention).map(|runs| mention(props, runs)) } };
    let id = format!("title-{}", props.slice.document);
    match part.role {
        Role::Title if props.alone => html! { <h1 {id} class="title">{ text }</h1> },
        Role::Title => html! { <h2 {id} class="title">{ text }</h2> },
        Role::Subheading if props.alone => {
            let id = heading_anchor(props.slice.document, props.slice.part);
            html! { <h2 {id} class="subheading" tabindex="-1">{ text }</h2> }
        }
        Role::Subheading => html! { <h3 class="subheading">{ text }</h3> },
        Role::Byline => html! { <p class="byline">{ text }</p> },
        Role::Dateline => html! { <p class="dateline">{ text }</p> },
        _ => html! { <p>{ text }</p> },
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
fn mention(props: &PartProps, runs: &[Run]) -> Html {
    let inside = html! { { for runs.iter().map(|run| hit(props, run)) } };
    let mark = runs.first().and_then(|run| run.mark.as_ref());
    match mark.filter(|mark| !props.unmarked.contains(&mark.kind)) {
        Some(mark) => marked(props, mark, inside),
        None => inside,
    }
}

fn marked(props: &PartProps, mark: &Mark, inside: Html) -> Html {
    let stop = Stop {
        document: props.slice.document,
        part: props.slice.part,
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

fn hit(props: &PartProps, run: &Run) -> Html {
    let inside = match &run.repair {
        Some(why) => html! { <u class="repair" title={why.clone()}>{ &run.text }</u> },
        None => html! { { &run.text } },
    };
    let Some(hit) = run.hit else {
        return inside;
    };
    let stop = Stop {
        document: props.slice.document,
        part: props.slice.part,
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
