//! The engine's side of the desk: answers in a worker, or in the page where workers fail.

use dossier::desk::clerk;
use wasm_bindgen::prelude::*;

/// Answers one question; both are bytes, as `dossier::desk` packs them.
///
/// # Errors
/// If `question` is no such thing, or the corpus could not be opened.
#[wasm_bindgen]
pub fn answer(question: JsValue) -> Result<JsValue, JsValue> {
    clerk::answer(question)
}

fn main() {
    dossier::browser::fault::catch_panics();
    clerk::serve_if_worker();
}
