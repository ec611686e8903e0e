//! The engine's side of the desk: opens the corpus once and answers.
//!
//! In a worker the texts are read in slices. In between questions are heard, and those that ask for
//! no word are answered at once; the others wait until all texts are read.

use std::cell::RefCell;

use dossier_engine::ask::{Answer, Engine, Opening, Question};
use dossier_engine::corpus::{Corpus, ImageError, unpack};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent, MessagePort};

use super::protocol::{Inbound, Outbound, PROTOCOL, packed, unpacked};

/// Bytes of text that are read between two looks at what was asked: some 40 ms.
const SLICE: usize = 1 << 20;

thread_local! {
    static ENGINE: RefCell<Option<Engine>> = const { RefCell::new(None) };
    static OPENING: RefCell<Option<Opening>> = const { RefCell::new(None) };
    /// The image that was published, if it is not in this module. The browser keeps it: in memory of
    /// its own or on the disk, as it sees fit.
    static PUBLISHED: RefCell<Option<Blob>> = const { RefCell::new(None) };
    /// The image that is open, if it is not the one that was published.
    static OWN: RefCell<Option<Blob>> = const { RefCell::new(None) };
    static WAITING: RefCell<Vec<Inbound>> = const { RefCell::new(Vec::new()) };
}

/// Answers one question; both are bytes, of a [`dossier_engine::ask::Question`] and its answer.
///
/// # Errors
/// If `question` is no such thing, or the corpus could not be opened.
pub fn answer(question: JsValue) -> Result<JsValue, JsValue> {
    let question = unpacked(question).ok_or("not a question")?;
    if ENGINE.with_borrow(Option::is_none) {
        keep(Engine::open(held()?));
    }
    let answer = answered(&question).ok_or("the corpus is not open")?;
    let answer = packed(&answer).ok_or("not an answer")?;
    Ok(answer.into())
}

/// Opens the published corpus, if it is not in this module.
///
/// # Errors
/// If the bytes are no image of this build.
pub fn open_published(image: Uint8Array) -> Result<(), JsValue> {
    PUBLISHED.set(kept(&image));
    match worker() {
        Some(scope) => open(&scope, corpus(&image)),
        None => keep(Engine::open(corpus(&image)?)),
    }
    Ok(())
}

fn worker() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Listens for questions if this is a worker, and says that it does.
pub fn serve_if_worker() {
    let Some(scope) = worker() else {
        return;
    };
    let desk = scope.clone();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(port) = event.ports().get(0).dyn_into::<MessagePort>() {
            return exchange(&desk, &port, &event.data());
        }
        match unpacked(event.data()) {
            Some(inbound) => reply(&desk, inbound),
            None => post(&desk, &Outbound::Broken),
        }
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    if !dossier_corpus::HELD.is_empty() {
        open(&scope, held());
    }
    post(&scope, &Outbound::Ready { protocol: PROTOCOL });
}

/// Begins to read the texts of a corpus.
fn open(scope: &DedicatedWorkerGlobalScope, corpus: Result<Corpus, JsValue>) {
    match corpus {
        Ok(corpus) => {
            OPENING.set(Some(Opening::new(corpus)));
            read_on(scope.clone());
        }
        Err(_) => post(scope, &Outbound::Broken),
    }
}

/// The intake's line: a message that comes with a port. An image is opened in place of the one that
/// is open, the published one if it is empty; to anything else the answer is the image that is open.
fn exchange(scope: &DedicatedWorkerGlobalScope, port: &MessagePort, message: &JsValue) {
    let answer = match message.dyn_ref::<Uint8Array>() {
        Some(image) => {
            // Two corpora at once would take twice the memory.
            ENGINE.set(None);
            OPENING.set(None);
            let is_own = image.length() > 0;
            OWN.set(kept(image).filter(|_| is_own));
            open(scope, if is_own { corpus(image) } else { published() });
            JsValue::TRUE
        }
        None => {
            let own = OWN.with_borrow(Clone::clone);
            let open = own.or_else(|| PUBLISHED.with_borrow(Clone::clone));
            let held = || Uint8Array::from(dossier_corpus::HELD).into();
            open.map_or_else(held, JsValue::from)
        }
    };
    // A page that has gone needs no answer.
    let _ = port.post_message(&answer);
}

fn kept(image: &Uint8Array) -> Option<Blob> {
    Blob::new_with_u8_array_sequence(&Array::of1(image)).ok()
}

/// Reads the next slice as soon as nobody asks anything; when all is read, answers what waits.
fn read_on(scope: DedicatedWorkerGlobalScope) {
    let slice = move || {
        let Some(mut opening) = OPENING.take() else {
            return;
        };
        let progress = opening.step(SLICE);
        if progress.is_complete() {
            keep(opening.finish());
            post(&scope, &Outbound::Read(progress));
            let waiting = WAITING.take();
            waiting
                .into_iter()
                .for_each(|inbound| reply(&scope, inbound));
        } else {
            OPENING.set(Some(opening));
            post(&scope, &Outbound::Read(progress));
            read_on(scope);
        }
    };
    Timeout::new(0, slice).forget();
}

/// Answers now, or lets the question wait until all texts are read.
fn reply(scope: &DedicatedWorkerGlobalScope, inbound: Inbound) {
    match answered(&inbound.question) {
        Some(answer) => {
            let (ticket, answer) = (inbound.ticket, Box::new(answer));
            post(scope, &Outbound::Reply { ticket, answer });
        }
        None => WAITING.with_borrow_mut(|waiting| waiting.push(inbound)),
    }
}

/// The answer, if it is known by now.
fn answered(question: &Question) -> Option<Answer> {
    let by_engine = ENGINE.with_borrow_mut(|engine| Some(engine.as_mut()?.hear(question)));
    by_engine.or_else(|| OPENING.with_borrow_mut(|opening| opening.as_mut()?.hear(question)))
}

fn keep(opened: Engine) {
    ENGINE.set(Some(opened));
}

/// The corpus that was published.
fn published() -> Result<Corpus, JsValue> {
    match PUBLISHED.with_borrow(Clone::clone) {
        Some(image) => {
            let image = FileReaderSync::new()?.read_as_array_buffer(&image)?;
            corpus(&Uint8Array::new(&image))
        }
        None => held(),
    }
}

/// The corpus that is in this module.
fn held() -> Result<Corpus, JsValue> {
    unpack(dossier_corpus::HELD).map_err(told)
}

fn corpus(image: &Uint8Array) -> Result<Corpus, JsValue> {
    unpack(image.to_vec()).map_err(told)
}

fn told(problem: ImageError) -> JsValue {
    JsValue::from_str(&problem.to_string())
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
