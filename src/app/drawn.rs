//! What is drawn while answers are on their way.
//!
//! Most answers are there within a frame or two. To draw the page for the question and once more for each
//! answer would be several times the work, so it stands as it is until all are there; or until the
//! reader has waited a while and wants to see that something happens.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::frame::MAIN;
use crate::browser::page;
use crate::state::State;

/// How long the page stands as it was, in milliseconds: what takes no longer feels like no wait at all
/// (Miller, "Response time in man-computer conversational transactions", 1968).
const PATIENCE: u32 = 100;

/// What of all that the page knows is drawn.
#[derive(Clone, PartialEq)]
pub(super) struct Drawn {
    /// The last state that had all its answers, or the one that has waited for them too long.
    pub(super) state: Rc<State>,
    /// Whether the reader has waited so long.
    pub(super) is_late: bool,
}

/// What is drawn of this state.
#[hook]
pub(super) fn use_drawn(state: &UseReducerHandle<State>) -> Drawn {
    let waits = state.waits();
    let is_late = use_state_eq(|| false);
    let setter = is_late.setter();
    use_effect_with(waits, move |&waits| {
        page::set_busy(MAIN, waits);
        setter.set(false);
        let timer = waits.then(|| Timeout::new(PATIENCE, move || setter.set(true)));
        move || drop(timer)
    });
    let complete = use_mut_ref(|| None);
    let now = Rc::new((**state).clone());
    if !waits {
        *complete.borrow_mut() = Some(Rc::clone(&now));
    }
    // Before anything was complete, each answer is shown as it comes.
    let stands = complete.borrow().clone().filter(|_| !*is_late);
    Drawn {
        state: stands.unwrap_or(now),
        is_late: waits && *is_late,
    }
}
