//! Search: which documents hold what is asked and pass the filter, where, and how well.

mod documents;
mod evaluate;
mod filter;
mod nearness;
mod pattern;
mod places;
mod ranking;
mod said;
mod snippet;
mod spot;
#[cfg(test)]
mod tests;

use crate::text::Span;

pub use documents::DocumentSet;
pub use filter::Sieve;
pub use pattern::{InDocument, Pattern};
pub use places::{PartHits, Places};
pub use ranking::{Ranking, Search};
pub use snippet::{Cut, MOST_SNIPPETS, best_cuts, opening_cut, passage_cut};
pub use spot::Spot;

/// A place that holds what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where, in the document's text.
    pub span: Span,
    /// Which of the phrases asked for, by its place in the query; the first for what a speaker says.
    pub asked: u32,
}
