//! What the page and the engine's module send each other: bytes by postcard, which takes a sixth of
//! the code that building JavaScript objects does (`docs/decisions/0007-postcard-line.md`).

use dossier_engine::ask::{Answer, Progress, Question};
use js_sys::Uint8Array;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

/// Raised with every change of what is sent, so that a page and a module of different builds
/// notice instead of misunderstanding each other.
pub(super) const PROTOCOL: u32 = 3;

/// Tells which question an answer belongs to.
pub(super) type Ticket = u32;

/// From the page.
#[derive(Serialize, Deserialize)]
pub(super) struct Inbound {
    pub(super) ticket: Ticket,
    pub(super) question: Question,
}

/// From the engine's module.
#[derive(Serialize, Deserialize)]
pub(super) enum Outbound {
    /// The corpus is there, and questions can be asked.
    Ready { protocol: u32 },
    /// So much of its texts is read.
    Read(Progress),
    /// An answer.
    Reply { ticket: Ticket, answer: Box<Answer> },
    /// The corpus cannot be opened, or a message could not be read.
    Broken,
}

/// A value as it is sent; none if it cannot be written.
pub(super) fn packed(value: &impl Serialize) -> Option<Uint8Array> {
    let bytes = postcard::to_allocvec(value).ok()?;
    Some(Uint8Array::from(&bytes[..]))
}

/// A value as it came; none if it is not what was expected.
pub(super) fn unpacked<T: DeserializeOwned>(data: JsValue) -> Option<T> {
    let bytes = data.dyn_into::<Uint8Array>().ok()?.to_vec();
    postcard::from_bytes(&bytes).ok()
}
