//! The last words: what a reader sees when the program itself fails.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;

/// The page's start script puts the function that shows the notice here.
const SHOW: &str = "dossierFault";

/// Puts the notice on the page when the program panics. In a worker the panic is logged, and
/// reaches the page as the worker's error.
pub fn catch_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let message = panic.to_string();
        web_sys::console::error_1(&message.as_str().into());
        show(&message);
    }));
}

/// Puts the notice on the page, with `detail` for whoever reports it.
pub fn show(detail: &str) {
    let shown = Reflect::get(&js_sys::global(), &SHOW.into())
        .and_then(|show| show.dyn_into::<Function>())
        .and_then(|show| show.call1(&JsValue::NULL, &detail.into()));
    // No page, no notice: in a worker nobody would see it.
    drop(shown);
}
