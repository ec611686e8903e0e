//! The first document opens as soon as any other.
//!
//! Browsers compile a program piece by piece, each piece when it is first called: that was a third of what it
//! took to open a document for the first time. So when the page has nothing else to do, a short one is
//! drawn, and taken off before anything is painted.

use yew::prelude::*;

use crate::browser::page;
use crate::state::{Action, State};

/// Rehearses once, as soon as the page is settled and has nothing else to do.
#[hook]
pub(super) fn use_rehearsal(state: &UseReducerHandle<State>) {
    let is_settled = state.contents.value().is_some() && state.survey.value().is_some();
    let is_drawn = state.rehearsed_reading().is_some();
    let dispatch = state.dispatcher();
    use_effect_with((is_settled, is_drawn), move |&(is_settled, is_drawn)| {
        let go_on = move || dispatch.dispatch(Action::Rehearse);
        if is_drawn {
            go_on();
        } else if is_settled {
            page::when_idle(go_on);
        }
    });
}
