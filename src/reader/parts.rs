//! The parts of a document, and all that decides how they are drawn.

use std::ops::Range;

use dossier_engine::ask::{DocumentText, Reading};
use dossier_engine::mention::Kind;
use yew::prelude::*;

use super::part::{Part, PartSlice};
use super::stops::Stop;
use crate::state::Shared;
use crate::widgets::Ways;

/// The parts of one document of what is read.
#[derive(Clone, PartialEq)]
pub(super) struct Parts {
    reading: Shared<Reading>,
    document: usize,
    alone: bool,
    entity: Option<String>,
    unmarked: Vec<Kind>,
    current: Option<Stop>,
    entry: Option<Stop>,
}

impl Parts {
    /// Those of the document at this place. `here` is the stop stood at.
    pub(super) fn of(
        ways: &Ways,
        reading: &Shared<Reading>,
        document: usize,
        here: Option<Stop>,
    ) -> Self {
        let text = &reading.documents[document];
        let current = here.filter(|stop| stop.document == document);
        let unmarked = &ways.here.unmarked;
        Self {
            reading: reading.clone(),
            document,
            alone: reading.documents.len() == 1,
            entity: ways.here.entity.clone(),
            unmarked: unmarked.clone(),
            entry: current.or_else(|| Stop::first(text, document, unmarked)),
            current,
        }
    }

    /// The document.
    pub(super) fn text(&self) -> &DocumentText {
        &self.reading.documents[self.document]
    }

    /// The document's place in what is read.
    pub(super) fn place(&self) -> usize {
        self.document
    }

    /// Draws one of them.
    pub(super) fn part(&self, part: usize) -> Html {
        let in_part = |stop: Option<Stop>| stop.filter(|stop| stop.part == part);
        html! {
            <Part
                key={part}
                slice={PartSlice { reading: self.reading.clone(), document: self.document, part }}
                alone={self.alone}
                entity={self.entity.clone()}
                unmarked={self.unmarked.clone()}
                current={in_part(self.current)}
                entry={in_part(self.entry)}
            />
        }
    }

    /// How long these are, in bytes.
    pub(super) fn bytes(&self, range: Range<usize>) -> usize {
        let parts = self.text().parts[range].iter();
        parts.map(|part| part.text.len()).sum()
    }

    /// The text of these, without anything that lies over it.
    pub(super) fn bare(&self, range: Range<usize>) -> AttrValue {
        let parts = self.text().parts[range].iter();
        let bare: String = parts.flat_map(|part| [&*part.text, "\n\n"]).collect();
        bare.into()
    }

    /// What is read.
    pub(super) fn reading(&self) -> &Shared<Reading> {
        &self.reading
    }

    /// Whether the reader stands in one of these.
    pub(super) fn are_stood_in(&self, range: Range<usize>) -> bool {
        self.current.is_some_and(|stop| range.contains(&stop.part))
    }
}
