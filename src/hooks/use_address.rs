//! The address bar and the state are kept the same.

use std::rc::Rc;

use dossier_engine::address::Address;
use gloo::events::EventListener;
use yew::prelude::*;

use super::Dispatch;
use crate::browser::history::{Entry, Scribe, current};
use crate::browser::page;
use crate::state::{Action, Trace};

/// Keeps the address bar and the state the same: one effect writes, one listener reads. An address is
/// written once the page shows it: should that fail, the bar has where the reader was.
#[hook]
pub fn use_address_bar(address: Rc<Address>, trace: Trace, is_shown: bool, dispatch: Dispatch) {
    let scribe = use_memo((), |()| Scribe::default());
    let taking = Rc::clone(&scribe);
    use_effect_with(
        (address.clone(), trace),
        move |(address, trace)| match trace {
            Trace::Restored => taking.forget(),
            Trace::Step => taking.take(address.clone(), Entry::New),
            Trace::Refinement => taking.take(address.clone(), Entry::Same),
        },
    );
    use_effect_with((address, trace, is_shown), move |(_, _, is_shown)| {
        if *is_shown {
            scribe.write();
        }
    });
    use_effect_with((), move |()| {
        let listener = page::window().map(|window| {
            EventListener::new(&window, "popstate", move |_| {
                let (address, complaints) = current();
                dispatch.dispatch(Action::Restore(address, complaints));
            })
        });
        move || drop(listener)
    });
}
