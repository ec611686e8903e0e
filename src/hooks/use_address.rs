//! The address bar and the state are kept the same.

use std::rc::Rc;

use dossier_engine::address::Address;
use gloo::events::EventListener;
use yew::prelude::*;

use super::Dispatch;
use crate::browser::history::{Entry, Scribe, current};
use crate::browser::page;
use crate::state::{Action, Trace};

/// Keeps the address bar and the state the same: one effect writes, one listener reads.
#[hook]
pub fn use_address_bar(address: Rc<Address>, trace: Trace, dispatch: Dispatch) {
    let scribe = use_memo((), |()| Scribe::default());
    use_effect_with((address, trace), move |(address, trace)| match trace {
        Trace::Restored => scribe.forget(),
        Trace::Step => scribe.write(address.clone(), Entry::New),
        Trace::Refinement => scribe.write(address.clone(), Entry::Same),
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
