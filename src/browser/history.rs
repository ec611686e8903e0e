//! The browser's address bar and history.
//!
//! Browsers refuse writes that come too fast: Safari about 100 in 30 seconds, Firefox about 200
//! at once, Chromium silently. So the first write goes through at once and the ones on its heels
//! are gathered into one.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use dossier_engine::address::Address;
use dossier_engine::complaint::Complaint;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;

use super::boot;
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

/// What the address bar says: on a host the path below the edition's root and the query, else the
/// fragment. A text fragment is the browser's own business.
pub fn current() -> (Address, Vec<Complaint>) {
    let Some(location) = window().map(|window| window.location()) else {
        return <(Address, Vec<Complaint>)>::default();
    };
    let root = root();
    let path = location.pathname().unwrap_or_default();
    let mut link = match path.strip_prefix(root.as_str()) {
        Some(page) if !root.is_empty() => page.to_owned(),
        _ => String::new(),
    };
    let query = location.search().unwrap_or_default();
    if query.len() > 1 {
        link.push_str(&query);
    } else {
        let fragment = location.hash().unwrap_or_default();
        let mut colons = fragment.match_indices(':');
        let end = colons.find(|(at, _)| fragment[*at..].starts_with(":~:"));
        link.push_str(&fragment[..end.map_or(fragment.len(), |(at, _)| at)]);
    }
    Address::parse_on_host(&link)
}

/// How an address is written in a link: as a page and a query on a host, as a fragment where there
/// is one page only.
pub fn href(address: &Address) -> String {
    let root = root();
    if root.is_empty() {
        format!("#{address}")
    } else {
        root + &address.link_on_host()
    }
}

/// The link to what is shown now.
pub fn link() -> String {
    let location = window().and_then(|window| window.location().href().ok());
    location.unwrap_or_default()
}

/// Copies the link to what is shown now, as [`copy_link_to`] does.
pub fn copy_link() {
    copy_link_to(&link());
}

/// Copies a link, packed if it is long; of what is too long all the same the reader is told before,
/// and offered a file to send.
pub fn copy_link_to(link: &str) {
    // No start script: nothing to copy with.
    drop(boot::call("copyLink", &[link.into()]));
}

/// A link to an address that works anywhere.
pub fn link_to(address: &Address) -> String {
    let origin = window().and_then(|window| window.location().origin().ok());
    match (root(), origin) {
        (root, Some(origin)) if !root.is_empty() => format!("{origin}{}", href(address)),
        _ => {
            let link = link();
            let page = link.split(['?', '#']).next().unwrap_or_default();
            format!("{page}#{address}")
        }
    }
}

/// The page that shows a document, a passage of it, or an entity in other people's pages; none for
/// what has no page of its own: everything where there is only one page, a reader's own documents.
pub fn inset(shown: &Address) -> Option<String> {
    let (root, page) = (root(), shown.link_on_host());
    let has_one = !root.is_empty() && !page.is_empty() && !page.starts_with(['?', '#']);
    has_one.then(|| format!("{root}embed/{page}"))
}

/// What stands before an address in a link that works anywhere.
pub fn before_addresses() -> String {
    let origin = window().and_then(|window| window.location().origin().ok());
    match (root(), origin) {
        (root, Some(origin)) if !root.is_empty() => format!("{origin}{root}?"),
        _ => {
            let link = link();
            let page = link.split(['?', '#']).next().unwrap_or_default();
            format!("{page}#")
        }
    }
}

fn root() -> String {
    boot::root().unwrap_or_else(|| "/".to_owned())
}

/// Writes addresses at a pace that no browser refuses.
#[derive(Clone, Default)]
pub struct Scribe(Rc<Pace>);

#[derive(Default)]
struct Pace {
    next: RefCell<Option<(Rc<Address>, Entry)>>,
    resting: Cell<bool>,
    timer: RefCell<Option<Timeout>>,
}

impl Scribe {
    /// Takes an address to be written next, together with those that it has taken since the last one.
    pub fn take(&self, address: Rc<Address>, entry: Entry) {
        let gathered = match self.0.next.take() {
            Some((_, Entry::New)) => Entry::New,
            _ => entry,
        };
        *self.0.next.borrow_mut() = Some((address, gathered));
    }

    /// Writes what it has taken now, or within [`PAUSE`].
    pub fn write(&self) {
        if !self.0.resting.get() {
            self.write_next();
        }
    }

    /// Forgets what was gathered: the reader has gone elsewhere.
    pub fn forget(&self) {
        self.0.next.take();
    }

    fn write_next(&self) {
        let Some((address, entry)) = self.0.next.take() else {
            self.0.resting.set(false);
            return;
        };
        put(&href(&address), entry);
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
