//! The engine's side of the desk: opens the corpus once and answers.

use std::cell::OnceCell;

use dossier_engine::ask::Engine;
use dossier_engine::corpus::unpack;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::protocol::{Inbound, Outbound, PROTOCOL, packed, unpacked};

thread_local! {
    static ENGINE: OnceCell<Engine> = const { OnceCell::new() };
}

/// Answers one question; both are bytes, of a [`dossier_engine::ask::Question`] and its answer.
///
/// # Errors
/// If `question` is no such thing, or the corpus could not be opened.
pub fn answer(question: JsValue) -> Result<JsValue, JsValue> {
    let question = unpacked(question).ok_or("not a question")?;
    let answer = with_engine(|engine| engine.ask(&question))?;
    let answer = packed(&answer).ok_or("not an answer")?;
    Ok(answer.into())
}

/// Listens for questions if this is a worker, and says that it does.
pub fn serve_if_worker() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let desk = scope.clone();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        post(&desk, &reply(event.data()));
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    let opened = match with_engine(|_| ()) {
        Ok(()) => Outbound::Ready { protocol: PROTOCOL },
        Err(_) => Outbound::Broken,
    };
    post(&scope, &opened);
}

fn reply(data: JsValue) -> Outbound {
    let Some(Inbound { ticket, question }) = unpacked(data) else {
        return Outbound::Broken;
    };
    match with_engine(|engine| engine.ask(&question)) {
        Ok(answer) => Outbound::Reply { ticket, answer },
        Err(_) => Outbound::Broken,
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &Outbound) {
    // A message that cannot be written or posted leaves the page waiting; the trap that this
    // throws instead reaches it as an error of the worker.
    let sent = packed(message)
        .ok_or_else(|| JsValue::from_str("an answer could not be written"))
        .and_then(|message| scope.post_message(&message));
    if let Err(error) = sent {
        wasm_bindgen::throw_val(error);
    }
}

fn with_engine<T>(work: impl FnOnce(&Engine) -> T) -> Result<T, JsValue> {
    ENGINE.with(|cell| {
        if cell.get().is_none() {
            let corpus = unpack(dossier_corpus::IMAGE)
                .map_err(|problem| JsValue::from_str(&problem.to_string()))?;
            let _ = cell.set(Engine::open(corpus));
        }
        cell.get()
            .map(work)
            .ok_or_else(|| JsValue::from_str("the corpus is not open"))
    })
}
