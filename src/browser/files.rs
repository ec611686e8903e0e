//! Files and words that a reader takes along.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, HtmlInputElement, Url};

use super::page;

/// Hands the reader a text as a file; nothing happens where a browser refuses.
pub fn save(name: &str, kind: &str, text: &str) {
    let _ = offer(name, kind, text);
}

fn offer(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = page::document().ok_or("no page")?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Puts words where the reader can paste them from, if the browser lets it.
pub fn copy(words: &str) {
    if let Some(window) = page::window() {
        drop(window.navigator().clipboard().write_text(words));
    }
}

/// Reads the text of the file that a reader picked, and hands it on.
pub fn read(event: &Event, take: impl Fn(String) + 'static) {
    let input = event.target().and_then(|target| target.dyn_into().ok());
    let Some(input): Option<HtmlInputElement> = input else {
        return;
    };
    let Some(file) = input.files().and_then(|files| files.get(0)) else {
        return;
    };
    // The same file can be picked again once it has changed.
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await;
        input.set_value("");
        if let Some(text) = text.ok().and_then(|text| text.as_string()) {
            take(text);
        }
    });
}
