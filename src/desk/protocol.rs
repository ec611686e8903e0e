//! What the page and the engine's module send each other.

use dossier_engine::ask::{Answer, Question};
use serde::{Deserialize, Serialize};

/// Raised with every change of what is sent, so that a page and a module of different builds
/// notice instead of misunderstanding each other.
pub(super) const PROTOCOL: u32 = 1;

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
#[serde(tag = "says", rename_all = "kebab-case")]
pub(super) enum Outbound {
    /// The corpus is open.
    Ready { protocol: u32 },
    /// An answer.
    Reply { ticket: Ticket, answer: Answer },
    /// The corpus cannot be opened, or a message could not be read.
    Broken,
}
