//! The browser's address bar and history.
//!
//! Browsers refuse writes that come too fast: Safari about 100 in 30 seconds, Firefox about 200
//! at once, Chromium silently. So the first write goes through at once and the ones on its heels
//! are gathered into one.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;

use super::page::window;

/// Milliseconds between two writes.
const PAUSE: u32 = 350;

/// How an address enters the history.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// As a new entry: "back" leads to the one before.
    New,
    /// In place of the current entry.
    Same,
}

/// What the address bar says, as [`dossier_engine::address::Address::parse`] reads it: the query,
/// or else the fragment. A text fragment is the browser's own business.
pub fn current() -> String {
    let Some(location) = window().map(|window| window.location()) else {
        return String::new();
    };
    let query = location.search().unwrap_or_default();
    if query.len() > 1 {
        return query;
    }
    let fragment = location.hash().unwrap_or_default();
    match fragment.split_once(":~:") {
        Some((own, _)) => own.to_owned(),
        None => fragment,
    }
}

/// Where an address is written in a link: as a query on a host, as a fragment in a local file.
pub fn href(printed: &str) -> String {
    if on_file() {
        format!("#{printed}")
    } else if printed.is_empty() {
        path()
    } else {
        format!("?{printed}")
    }
}

fn path() -> String {
    window()
        .and_then(|window| window.location().pathname().ok())
        .unwrap_or_else(|| ".".to_owned())
}

fn on_file() -> bool {
    window()
        .and_then(|window| window.location().protocol().ok())
        .is_some_and(|protocol| protocol == "file:")
}

/// Writes addresses at a pace that no browser refuses.
#[derive(Clone, Default)]
pub struct Scribe(Rc<Pace>);

#[derive(Default)]
struct Pace {
    next: RefCell<Option<(String, Entry)>>,
    resting: Cell<bool>,
    timer: RefCell<Option<Timeout>>,
}

impl Scribe {
    /// Writes an address now, or within [`PAUSE`] together with those that come until then.
    pub fn write(&self, printed: String, entry: Entry) {
        let gathered = match self.0.next.take() {
            Some((_, Entry::New)) => Entry::New,
            _ => entry,
        };
        *self.0.next.borrow_mut() = Some((printed, gathered));
        if !self.0.resting.get() {
            self.write_next();
        }
    }

    /// Forgets what was gathered: the reader has gone elsewhere.
    pub fn forget(&self) {
        self.0.next.take();
    }

    fn write_next(&self) {
        let Some((printed, entry)) = self.0.next.take() else {
            self.0.resting.set(false);
            return;
        };
        put(&href(&printed), entry);
        self.0.resting.set(true);
        let scribe = self.clone();
        *self.0.timer.borrow_mut() = Some(Timeout::new(PAUSE, move || scribe.write_next()));
    }
}

/// A refused write leaves an older address in the bar, and the page as it is.
fn put(href: &str, entry: Entry) {
    let Some(history) = window().and_then(|window| window.history().ok()) else {
        return;
    };
    let _ = match entry {
        Entry::New => history.push_state_with_url(&JsValue::NULL, "", Some(href)),
        Entry::Same => history.replace_state_with_url(&JsValue::NULL, "", Some(href)),
    };
}
