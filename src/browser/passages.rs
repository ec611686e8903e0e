//! Selections and quotations on the page; `passages.js` does it, for only the browser knows where a
//! selection starts and ends.

use dossier_engine::passage::Passage;
use js_sys::Array;
use wasm_bindgen::JsValue;

use super::boot;

/// What is selected in a text: the text's place among those read, and the passage as the page has
/// it, which the engine knows better.
pub fn selected() -> Option<(usize, Passage)> {
    let told = boot::call("selected", &[]).ok()?;
    let told = Array::is_array(&told).then(|| Array::from(&told))?;
    let text = |at| told.get(at).as_string().unwrap_or_default();
    let number = |at| told.get(at).as_f64().unwrap_or_default();
    let passage = Passage {
        quote: text(1),
        before: text(2),
        after: text(3),
        from: number(4) as u32,
    };
    Some((number(0) as usize, passage))
}

/// Marks a passage on the page and brings it into the window; takes the mark away if there is none.
pub fn point(passage: Option<&Passage>) {
    let words = passage.map(words).unwrap_or_default();
    // Where it cannot be marked, the page still says what it found.
    drop(boot::call("point", &words));
}

/// Copies a quotation with where it is from and a link to it.
pub fn copy(passage: &Passage, source: &str, href: &str) {
    hand_over("copyQuotation", passage, source, href);
}

/// Hands the reader a quotation as a file, with where it is from and a link to where it begins.
pub fn save(passage: &Passage, source: &str, href: &str) {
    hand_over("saveQuotation", passage, source, href);
}

fn hand_over(way: &str, passage: &Passage, source: &str, href: &str) {
    let text = format!("“{}”\n{source}", passage.quote);
    let told = [vec![text.into(), href.into()], words(passage)].concat();
    // Where copying is refused, the browser shows the text.
    drop(boot::call(way, &told));
}

fn words(passage: &Passage) -> Vec<JsValue> {
    [&passage.before, &passage.quote, &passage.after]
        .map(|text| text.into())
        .to_vec()
}
