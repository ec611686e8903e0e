//! The parts of a document, and all that decides how they are drawn.

use std::ops::Range;

use dossier_engine::ask::{DocumentText, PartText, Reading};
use dossier_engine::mention::Kind;
use yew::prelude::*;

use super::part::{Part, PartSlice};
use super::stops::{Stop, What};
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
        here: Option<&Stop>,
    ) -> Self {
        let text = &reading.documents[document];
        let current = here.filter(|stop| stop.document == document).cloned();
        let unmarked = &ways.here.unmarked;
        Self {
            reading: reading.clone(),
            document,
            alone: reading.documents.len() == 1,
            entity: ways.here.entity.clone(),
            unmarked: unmarked.clone(),
            entry: current
                .clone()
                .or_else(|| first_stop(text, document, unmarked)),
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
        let text = &self.text().parts[part];
        let in_part = |stop: &Option<Stop>| stop.clone().filter(|stop| stands_in(text, stop));
        html! {
            <Part
                key={part}
                slice={PartSlice { reading: self.reading.clone(), document: self.document, part }}
                alone={self.alone}
                entity={self.entity.clone()}
                unmarked={self.unmarked.clone()}
                current={in_part(&self.current)}
                entry={in_part(&self.entry)}
            />
        }
    }

    /// Whether the reader stands in one of these.
    pub(super) fn are_stood_in(&self, range: Range<usize>) -> bool {
        let parts = &self.text().parts[range];
        let current = self.current.as_ref();
        current.is_some_and(|stop| parts.iter().any(|part| stands_in(part, stop)))
    }
}

/// Where the tab key enters the text.
fn first_stop(text: &DocumentText, document: usize, unmarked: &[Kind]) -> Option<Stop> {
    let runs = text.parts.iter().flat_map(|part| &part.runs);
    let mut marks = runs.filter_map(|run| run.mark.as_ref());
    let mark = marks.find(|mark| mark.entity.is_some() && !unmarked.contains(&mark.kind))?;
    Some(Stop {
        document,
        what: What::Mention(mark.ordinal),
    })
}

fn stands_in(part: &PartText, stop: &Stop) -> bool {
    part.runs.iter().any(|run| stop.is_at(run))
}
