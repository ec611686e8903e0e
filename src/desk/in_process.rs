//! The line to the engine in the page itself, for where workers fail.

use std::cell::RefCell;
use std::rc::Rc;

use dossier_engine::ask::Question;
use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::protocol::{Outbound, Ticket, packed, unpacked};
use crate::browser::boot;

/// The module, once it is loaded.
pub(super) struct InProcess {
    answer: Rc<RefCell<Option<Function>>>,
    hear: Rc<dyn Fn(Outbound)>,
}

impl InProcess {
    /// Starts loading; `opened` is called when questions can be asked, `fail` if that never comes.
    pub(super) fn open(
        opened: impl Fn() + 'static,
        hear: impl Fn(Outbound) + 'static,
        fail: impl Fn() + 'static,
    ) -> Self {
        let answer = Rc::new(RefCell::new(None));
        let slot = Rc::clone(&answer);
        spawn_local(async move {
            match load().await {
                Ok(function) => {
                    *slot.borrow_mut() = Some(function);
                    opened();
                }
                Err(_) => fail(),
            }
        });
        Self {
            answer,
            hear: Rc::new(hear),
        }
    }

    /// Asks, and answers after the current event, as a worker would.
    pub(super) fn send(&self, ticket: Ticket, question: &Question) {
        let Some(function) = self.answer.borrow().clone() else {
            return;
        };
        let (hear, question) = (Rc::clone(&self.hear), question.clone());
        spawn_local(async move { hear(ask(&function, ticket, &question)) });
    }
}

fn ask(function: &Function, ticket: Ticket, question: &Question) -> Outbound {
    let answer = packed(question)
        .and_then(|question| function.call1(&JsValue::NULL, &question).ok())
        .and_then(unpacked);
    match answer {
        Some(answer) => Outbound::Reply { ticket, answer },
        None => Outbound::Broken,
    }
}

/// Loads the module as a script and starts it; gives its `answer`.
async fn load() -> Result<Function, JsValue> {
    JsFuture::from(boot::load_engine()?).await?.dyn_into()
}
