//! The engine's side of the desk: answers in a worker, or in the page where workers fail.

use dossier::desk::clerk;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

/// Answers one question; both are bytes, as `dossier::desk` packs them.
///
/// # Errors
/// If `question` is no such thing, or the corpus could not be opened.
#[wasm_bindgen]
pub fn answer(question: JsValue) -> Result<JsValue, JsValue> {
    clerk::answer(question)
}

/// Opens the published corpus, if it is not in this module: before anything is answered.
///
/// # Errors
/// If the bytes are no corpus of this build.
#[wasm_bindgen]
pub fn open(image: Uint8Array) -> Result<(), JsValue> {
    clerk::open_published(image)
}

fn main() {
    dossier::browser::fault::catch_panics();
    clerk::serve_if_worker();
}
