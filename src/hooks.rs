//! Hooks that several features share.

mod use_address;
mod use_keys;
mod use_questions;
mod use_settings;

use yew::prelude::*;

use crate::state::{Action, Move, State};

pub use use_address::use_address_bar;
pub use use_keys::{Key, use_keys};
pub use use_questions::use_questions;
pub use use_settings::{Settings, Shortcuts, Theme, use_settings};

/// For whoever changes something: stable, so it wakes nobody.
pub type Dispatch = UseReducerDispatcher<State>;

/// The way to change something.
#[hook]
pub fn use_dispatch() -> Callback<Action> {
    let dispatch = use_context::<Dispatch>();
    use_callback(dispatch, |action, dispatch| {
        if let Some(dispatch) = dispatch {
            dispatch.dispatch(action);
        }
    })
}

/// The way to go somewhere.
#[hook]
pub fn use_go() -> Callback<Move> {
    let dispatch = use_dispatch();
    use_callback(dispatch, |step, dispatch| dispatch.emit(Action::Go(step)))
}
