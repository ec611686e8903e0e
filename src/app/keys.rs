//! What the keys of the whole page do.

use std::rc::Rc;

use dossier_engine::address::View;
use yew::prelude::*;

use super::frame::MAIN;
use crate::browser::page;
use crate::hooks::{Dispatch, Key};
use crate::reader::Stops;
use crate::review::answered;
use crate::search::SEARCH_BOX;
use crate::state::{Action, Move, State};
use crate::widgets::{after, before};

/// What the focus moves among with `j` and `k`.
const RESULTS: &str = ".result-link, .entry-title a";

/// What keys do here.
#[hook]
pub(super) fn use_pressed(
    state: &State,
    stops: &Rc<Stops>,
    dispatch: &Dispatch,
    helping: &UseStateHandle<bool>,
) -> Callback<Key> {
    let doubt = state
        .review
        .value()
        .filter(|_| state.address.view == View::Review);
    let deps = (
        (state.address.clone(), doubt),
        stops.clone(),
        dispatch.clone(),
        helping.setter(),
    );
    use_callback(
        deps,
        |key, ((address, review), stops, dispatch, helping)| {
            let go = |step| dispatch.dispatch(Action::Go(step));
            let count = stops.count();
            if let Some(deed) = review.as_ref().and_then(|review| answered(review, key)) {
                dispatch.dispatch(Action::Do(deed));
                return;
            }
            match key {
                Key::Search => page::select(SEARCH_BOX),
                Key::Next if count > 0 => go(Move::Stand(after(address.at, count))),
                Key::Previous if count > 0 => go(Move::Stand(before(address.at, count))),
                Key::Next | Key::Previous | Key::Yes | Key::Unsure | Key::Undo => {}
                Key::Down => page::move_focus(RESULTS, 1),
                Key::Up => page::move_focus(RESULTS, -1),
                Key::Original if address.view == View::Read => go(Move::ToggleVersion),
                Key::Original => {}
                Key::Help => helping.set(true),
                Key::Escape if address.entity.is_some() => {
                    let mark = address.at.and_then(|at| stops.nth(at));
                    go(Move::Close);
                    page::focus(&mark.map_or(MAIN.to_owned(), |stop| stop.anchor()));
                }
                Key::Escape => page::focus(MAIN),
            }
        },
    )
}
