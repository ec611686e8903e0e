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
