//! The app: what holds it together, keys, and the frame that every view stands in.

mod drawn;
mod frame;
mod keys;
mod rehearsal;
mod view_change;

use std::rc::Rc;

use yew::prelude::*;

use self::drawn::{Drawn, use_drawn};
use self::frame::Frame;
use self::keys::use_pressed;
use self::rehearsal::use_rehearsal;
use self::view_change::{use_fresh_start, use_page_title};
use crate::browser::{files, history, page};
use crate::chrome::{Bar, Help, bar, engine_lost};
use crate::hooks::{
    Dispatch, kept_decisions, use_address_bar, use_keys, use_own, use_questions, use_settings,
};
use crate::intake::use_intake;
use crate::reader::Stops;
use crate::search::Typed;
use crate::state::{Action, State};
use crate::widgets::Ways;

/// Everything the page knows, what it asks, and what it draws of it.
#[component]
pub fn App() -> Html {
    let state = use_reducer(|| {
        let (address, complaints) = history::current();
        State::opened(address, complaints, kept_decisions())
    });
    use_own(state.own.clone());
    use_intake(state.dispatcher());
    use_questions(&state);
    use_list_taken(&state);
    use_rehearsal(&state);
    let drawn = use_drawn(&state);
    let is_shown = drawn.state.address == state.address;
    use_address_bar(
        state.address.clone(),
        state.trace,
        is_shown,
        state.dispatcher(),
    );
    html! { <Page {drawn} dispatch={state.dispatcher()} /> }
}

/// Properties of [`Page`].
#[derive(Properties, PartialEq)]
struct PageProps {
    drawn: Drawn,
    dispatch: Dispatch,
}

/// The whole page.
#[component]
fn Page(props: &PageProps) -> Html {
    let Drawn { state, is_late } = &props.drawn;
    let dispatch = &props.dispatch;
    use_page_title(state);
    use_fresh_start(state);
    let (settings, change) = use_settings();
    let stops = use_stops(state);
    let helping = use_state_eq(|| false);
    let filtering = use_state_eq(|| false);
    let pressed = use_pressed(state, &stops, dispatch, &helping);
    use_keys(settings.shortcuts, pressed);
    let written = use_memo((), |()| page::title());

    let ways = use_ways(state, dispatch);
    let contents = state.contents.value();
    let on_top = Bar {
        title: contents
            .as_ref()
            .map_or_else(|| (*written).clone(), |contents| contents.title.clone()),
        typed: Typed {
            documents: contents.map(|contents| contents.documents),
            suggestions: state.shown_suggestions(),
            typing: state.typing,
        },
        settings,
        change: change.clone(),
        help: switch(&helping, true),
    };
    let frame = Frame {
        state,
        is_late: *is_late,
        stops: &stops,
        is_filtering: *filtering,
        filter: switch(&filtering, !*filtering),
        dismiss: {
            let dispatch = dispatch.clone();
            Callback::from(move |_| dispatch.dispatch(Action::Dismiss))
        },
    };
    html! {
        <>
            { bar(&ways, on_top) }
            if state.engine_lost {
                { engine_lost() }
            }
            { self::frame::frame(&ways, frame) }
            if *helping {
                <Help {settings} {change} closed={switch(&helping, false)} />
            }
        </>
    }
}

/// Sets a switch of the page to a value.
fn switch<E>(switch: &UseStateHandle<bool>, to: bool) -> Callback<E> {
    let switch = switch.setter();
    Callback::from(move |_| switch.set(to))
}

/// Where the reader is and how to go elsewhere.
#[hook]
fn use_ways(state: &State, dispatch: &Dispatch) -> Ways {
    let dispatch = dispatch.clone();
    let act = use_callback((), move |action, ()| dispatch.dispatch(action));
    let go = use_callback(act.clone(), |step, act| act.emit(Action::Go(step)));
    Ways {
        here: state.address.clone(),
        go,
        act,
    }
}

/// Hands the reader the list of results that was asked for.
#[hook]
fn use_list_taken(state: &UseReducerHandle<State>) {
    use_effect_with(state.list.value(), |list| {
        if let Some(list) = list {
            files::save("results.csv", "text/csv;charset=utf-8", list);
        }
    });
}

/// Where stepping leads, worked out anew when the text, the entity or the marks change.
#[hook]
fn use_stops(state: &State) -> Rc<Stops> {
    let address = &state.address;
    let on = (
        state.shown_reading(),
        address.entity.clone(),
        address.unmarked.clone(),
    );
    use_memo(on, |(reading, entity, unmarked)| {
        reading.as_ref().map_or_else(Stops::default, |reading| {
            Stops::of(reading, entity.as_deref(), unmarked)
        })
    })
}
