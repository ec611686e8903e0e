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
    /// The part of the document it begins in, by its place.
    pub part: Option<u32>,
}

impl Engine {
    /// A document that does not exist has lost all its passages.
    pub(super) fn locate(&self, document: &str, passage: &Passage) -> Located {
        let document = self.index.facets.value(Facet::Document, document);
        let document = document.map(|value| &self.corpus.documents[value.0 as usize]);
        let found = document.and_then(|document| {
            let (fit, place) = passage.find(&document.text);
            let place = place?;
            let mut parts = document.parts.iter();
            let part = parts.position(|part| place.start < part.span.end);
            let now = Passage::at(&document.text, place)?;
            Some((fit, now, part.map(|part| part as u32)))
        });
        match found {
            Some((fit, now, part)) => Located {
                fit,
                now: Some(now),
                part,
            },
            None => Located {
                fit: Fit::Lost,
                now: None,
                part: None,
            },
        }
    }
}
