//! Intake: documents that a reader opens beside those that are published. They are read on the
//! reader's device, and open as one dossier with the others.
//!
//! All of it but this is `intake/intake.js`, brought when a reader asks for it: drawn here, it
//! would cost every reader ten kilobytes (`docs/decisions/0016-intake-on-demand.md`).

use gloo::events::EventListener;
use yew::prelude::*;

use crate::browser::{boot, page};
use crate::hooks::Dispatch;
use crate::state::Action;

/// Has everything asked anew when the intake has opened another corpus.
#[hook]
pub fn use_intake(dispatch: Dispatch) {
    use_effect_with((), move |()| {
        let listener = page::window().map(|window| {
            EventListener::new(&window, boot::OPENED, move |_| {
                dispatch.dispatch(Action::Opened);
            })
        });
        move || drop(listener)
    });
}
