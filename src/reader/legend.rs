use dossier_engine::ask::Reading;
use dossier_engine::mention::Kind;
use yew::prelude::*;

use crate::hooks::use_go;
use crate::state::{Move, Shared};
use crate::wording;

/// Properties of [`Legend`].
#[derive(Properties, PartialEq)]
pub(super) struct LegendProps {
    /// What is read.
    pub reading: Shared<Reading>,
    /// Kinds whose marks are off.
    pub unmarked: Vec<Kind>,
}

/// What the marks mean, and the switch for each.
#[component]
pub(super) fn Legend(props: &LegendProps) -> Html {
    let go = use_go();
    let present = use_memo(props.reading.clone(), |reading| kinds_in(reading));
    if present.is_empty() {
        return html! {};
    }
    let switches = present.iter().map(|&kind| {
        let on = !props.unmarked.contains(&kind);
        let onclick = go.reform(move |_| Move::ToggleMarks(kind));
        html! {
            <li>
                <button
                    class="legend-switch"
                    data-kind={kind.slug()}
                    aria-pressed={on.to_string()}
                    {onclick}
                >
                    <span class="swatch" aria-hidden="true" />
                    { wording::kinds(kind) }
                </button>
            </li>
        }
    });
    html! {
        <div class="legend" role="group" aria-label="Marks in the text">
            <ul>{ for switches }</ul>
        </div>
    }
}

fn kinds_in(reading: &Reading) -> Vec<Kind> {
    let present = |kind: &Kind| {
        reading
            .documents
            .iter()
            .flat_map(|text| &text.parts)
            .flat_map(|part| &part.runs)
            .any(|run| run.mark.as_ref().is_some_and(|mark| mark.kind == *kind))
    };
    Kind::ALL.into_iter().filter(present).collect()
}
