//! Whom a reader decides about, and what is decided.

use dossier_engine::ask::Card;
use yew::prelude::*;

use crate::browser::page;
use crate::state::Deed;
use crate::widgets::Ways;

/// Properties of what lets a reader decide about an entity.
#[derive(Properties, PartialEq)]
pub(super) struct SubjectProps {
    /// How a decision names the entity, as text.
    pub named: String,
    /// The slug of its kind.
    pub kind: &'static str,
    /// The way to decide.
    pub ways: Ways,
}

impl SubjectProps {
    pub(super) fn of(ways: &Ways, card: &Card) -> Self {
        Self {
            named: card.named.clone(),
            kind: card.kind.slug(),
            ways: ways.clone(),
        }
    }
}

/// One decision of today, from the lines that say it.
pub(super) fn decide(said: &str) -> Deed {
    Deed::decide(
        &format!("[[decision]]\n{}\n", said.trim_end()),
        &page::today(),
    )
}
