//! The frame that every view stands in.

use std::rc::Rc;

use dossier_engine::address::View;
use dossier_engine::ask::Reading;
use yew::prelude::*;

use crate::chrome::{notices, progress};
use crate::entity::{EntityCard, study};
use crate::filters::{Facets, chips};
use crate::overview::overview;
use crate::passage::PassageBar;
use crate::reader::{Reader, Stops};
use crate::review::{review, sent};
use crate::search::results;
use crate::state::{Shared, State};
use crate::widgets::{Sign, Ways, glyph, nothing};

/// Id of the element that the view stands in.
pub(super) const MAIN: &str = "main";

/// What stands in the frame.
pub(super) struct Frame<'a> {
    /// Everything the page knows.
    pub(super) state: &'a State,
    /// Whether the reader has waited for a while for what is asked.
    pub(super) is_late: bool,
    /// Where stepping leads.
    pub(super) stops: &'a Rc<Stops>,
    /// Whether the facets are open, on a screen too narrow to show them always.
    pub(super) is_filtering: bool,
    /// Opens and closes them.
    pub(super) filter: Callback<MouseEvent>,
    /// Takes back what the link's complaints say.
    pub(super) dismiss: Callback<MouseEvent>,
}

/// Filters on the left, the view in the middle, the entity on the right.
pub(super) fn frame(ways: &Ways, frame: Frame) -> Html {
    let state = frame.state;
    let survey = state.survey.value();
    let complaints = survey.as_ref().map_or(&[][..], |survey| &survey.complaints);
    let query = &state.address.filter.query;
    let heard = &state.heard;
    let complaints = [&heard.sent_complaints, &heard.complaints, complaints].concat();
    let is_late = frame.is_late && !state.survey.answers(&state.questions().survey);
    let has_card = state.address.entity.is_some() && state.address.view != View::Entity;
    // Always one node, or its neighbours would be drawn anew when it comes.
    let rehearsed = state.rehearsed_reading().map_or_else(nothing, |reading| {
        let drawn = read(ways, state, Some(reading), frame.stops);
        html! { <div hidden=true>{ drawn }</div> }
    });
    html! {
        <>
            <div class="chips" role="region" aria-label="Active filters">
                <button
                    class="filters-button"
                    aria-expanded={frame.is_filtering.to_string()}
                    aria-controls="filters"
                    onclick={frame.filter}
                >
                    { glyph(Sign::Filter) }
                    { "Filters" }
                </button>
                { chips(ways, survey.clone()) }
            </div>
            { sent(ways, &state.heard) }
            { notices(&state.complaints, &complaints, query, frame.dismiss) }
            { progress(state.progress) }
            <div class={frame_class(has_card, is_late)}>
                <aside
                    id="filters"
                    class={if frame.is_filtering { "facets is-open" } else { "facets" }}
                    aria-label="Filters"
                >
                    <Facets
                        survey={survey.clone()}
                        found={state.shown_values()}
                        ways={ways.clone()}
                    />
                </aside>
                <main id={MAIN} class="main" tabindex="-1">{ view(ways, state, frame.stops) }</main>
                { rehearsed }
                if has_card {
                    <aside class="card" aria-label="Selected entity">
                        <EntityCard
                            card={state.shown_card()}
                            gone={state.shown_gone()}
                            ways={ways.clone()}
                            stops={(state.address.view == View::Read).then(|| frame.stops.count())}
                        />
                    </aside>
                }
            </div>
        </>
    }
}

fn frame_class(has_card: bool, is_late: bool) -> &'static str {
    match (has_card, is_late) {
        (false, false) => "frame",
        (true, false) => "frame has-card",
        (false, true) => "frame is-late",
        (true, true) => "frame has-card is-late",
    }
}

fn view(ways: &Ways, state: &State, stops: &Rc<Stops>) -> Html {
    let survey = state.survey.value();
    match state.address.view {
        View::Overview => {
            let survey = state.shown_documents();
            overview(ways, state.contents.value(), survey, state.shown_more())
        }
        View::Results => results(ways, survey, state.shown_more()),
        View::Entity => study(ways, state),
        View::Review => review(ways, state.review.value(), &state.own, &state.heard),
        View::Read => read(ways, state, state.shown_reading(), stops),
    }
}

fn read(ways: &Ways, state: &State, reading: Option<Shared<Reading>>, stops: &Rc<Stops>) -> Html {
    let located = state.shown_passage();
    html! {
        <>
            <PassageBar
                reading={reading.clone()}
                located={located.clone()}
                ways={ways.clone()}
            />
            <Reader
                {reading}
                origin={state.shown_origin()}
                passage={located.and_then(|located| located.part)}
                ways={ways.clone()}
                trace={state.trace}
                stops={stops.clone()}
            />
        </>
    }
}
