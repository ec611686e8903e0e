//! The line to the engine in a worker.

use std::cell::Cell;
use std::rc::Rc;

use dossier_engine::ask::Question;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

use super::protocol::{Inbound, Outbound, Ticket, packed, unpacked};
use crate::browser::boot;

/// How far the worker had come when it failed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// It has never said anything: it may be that workers do not work here at all.
    Starting,
    /// It has worked before.
    Serving,
}

/// A worker and what listens to it.
pub(super) struct WorkerLine {
    worker: Worker,
    stage: Rc<Cell<Stage>>,
    _hear: Closure<dyn Fn(MessageEvent)>,
    _fail: Closure<dyn Fn(JsValue)>,
}

impl WorkerLine {
    /// Starts the worker; none if the browser refuses at once.
    pub(super) fn open(
        hear: impl Fn(Outbound) + 'static,
        fail: impl Fn(Stage) + 'static,
    ) -> Option<Self> {
        let worker = boot::start_worker()?;
        let stage = Rc::new(Cell::new(Stage::Starting));
        let reached = Rc::clone(&stage);
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            reached.set(Stage::Serving);
            hear(unpacked(event.data()).unwrap_or(Outbound::Broken));
        });
        let reached = Rc::clone(&stage);
        let fail = Closure::<dyn Fn(JsValue)>::new(move |_| fail(reached.get()));
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fail.as_ref().unchecked_ref()));
        Some(Self {
            worker,
            stage,
            _hear: hear,
            _fail: fail,
        })
    }

    /// Sends a question, if the worker listens by now: what comes earlier would be lost. A worker
    /// that is gone says so through its error event.
    pub(super) fn send(&self, ticket: Ticket, question: &Question) {
        if self.stage.get() == Stage::Starting {
            return;
        }
        let inbound = Inbound {
            ticket,
            question: question.clone(),
        };
        if let Some(message) = packed(&inbound) {
            let _ = self.worker.post_message(&message);
        }
    }
}

impl Drop for WorkerLine {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
