//! The page's start script, `boot.js`: it knows where the edition's files are and brings them, for
//! only script can say which addresses of scripts are trusted.

use std::cell::OnceCell;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Worker};

/// What the start script is called.
const PAGE: &str = "dossierPage";

/// The event that tells that another corpus is open.
pub const OPENED: &str = "dossier-opened";

thread_local! {
    static ROOT: OnceCell<Option<String>> = const { OnceCell::new() };
}

/// The path below which the edition's pages lie, with a slash at its end; empty where there is
/// only one page, whose addresses stand in the fragment. None where no edition was built: in a
/// test.
pub fn root() -> Option<String> {
    ROOT.with(|root| {
        root.get_or_init(|| {
            Reflect::get(&page().ok()?, &"root".into())
                .ok()?
                .as_string()
        })
        .clone()
    })
}

/// Whether the edition is one file, opened from a disk.
pub fn is_one_file() -> bool {
    root().is_some_and(|root| root.is_empty())
}

/// What the reader decided and was kept under this name.
pub fn recall(name: &str) -> Option<String> {
    call("recall", &[name.into()]).ok()?.as_string()
}

/// Keeps a text under a name, or forgets it: in this browser, or in the page where there is one
/// file only. Where nothing can be kept, all else works.
pub fn keep(name: &str, text: Option<&str>) {
    drop(call("keep", &[name.into(), text.into()]));
}

/// Saves a copy of an edition that is one file, with what was kept in it.
pub fn save_copy() {
    drop(call("saveCopy", &[]));
}

/// The element to draw into; it is not on the page before [`show`].
pub fn stage() -> Option<Element> {
    call("stage", &[]).ok()?.dyn_into().ok()
}

/// Puts what is drawn in place of what the host served. Once it is there, nothing happens.
pub fn show() {
    // No start script: nothing was served that could be replaced.
    drop(call("show", &[]));
}

/// Starts the engine in a worker; none if the browser refuses.
pub fn start_worker() -> Option<Worker> {
    call("worker", &[]).ok()?.dyn_into().ok()
}

/// Opens the intake, where readers open documents of their own. It is brought when it is asked for,
/// and says that another corpus is open by an event of the name [`OPENED`].
pub fn open_intake() {
    // No start script: nothing to take documents in.
    drop(call("intake", &[]));
}

/// Loads the engine into the page; the promise gives the function that answers questions.
///
/// # Errors
/// If there is no page to load it into.
pub fn load_engine() -> Result<Promise, JsValue> {
    call("load", &[])?.dyn_into()
}

fn page() -> Result<JsValue, JsValue> {
    Reflect::get(&js_sys::global(), &PAGE.into())
}

/// Calls what the start script offers under this name.
pub(super) fn call(name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let page = page()?;
    let function: Function = Reflect::get(&page, &name.into())?.dyn_into()?;
    function.apply(&page, &arguments.iter().collect())
}
