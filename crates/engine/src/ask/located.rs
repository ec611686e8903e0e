//! Where a passage is now.

use serde::{Deserialize, Serialize};

use super::Engine;
use crate::address::Facet;
use crate::passage::{Fit, Passage};

/// A passage, found or lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Located {
    /// How well it was found.
    pub fit: Fit,
    /// What stands there now; none if it is lost.
    pub now: Option<Passage>,
}

impl Engine {
    /// A document that does not exist has lost all its passages.
    pub(super) fn locate(&self, document: &str, passage: &Passage) -> Located {
        let document = self.index.facets.value(Facet::Document, document);
        let document = document.map(|value| &self.corpus.documents[value.0 as usize]);
        let now = document.and_then(|document| {
            let (fit, place) = passage.find(&document.text);
            Some((fit, Passage::at(&document.text, place?)?))
        });
        Located {
            fit: now.as_ref().map_or(Fit::Lost, |(fit, _)| *fit),
            now: now.map(|(_, passage)| passage),
        }
    }
}
