//! Cuts a document's text into runs: mentions and hits laid flat, ready to be drawn.

use super::{Engine, Mark, Run};
use crate::entity::DocumentId;
use crate::search::Hit;
use crate::segment::segments;
use crate::text::Span;

/// A document whose text is to be drawn, and what lies over it.
pub(super) struct Sheet<'a> {
    text: &'a str,
    mentions: Vec<Span>,
    marks: Vec<Mark>,
    hits: Vec<Span>,
}

impl<'a> Sheet<'a> {
    /// The document with its mentions marked.
    pub(super) fn marked(engine: &'a Engine, document: DocumentId, hits: &[Hit]) -> Self {
        let place = document.0 as usize;
        let mentions = &engine.corpus.mentions[place];
        let entities = &engine.corpus.entity_of[place];
        let marks = mentions
            .iter()
            .zip(entities)
            .zip(0..)
            .map(|((mention, entity), ordinal)| Mark {
                ordinal,
                kind: mention.kind,
                entity: entity.map(|entity| engine.entity_slug(entity)),
                note: mention.moment.as_ref().map(|moment| moment.label()),
            });
        Self {
            mentions: mentions.iter().map(|mention| mention.span).collect(),
            marks: marks.collect(),
            ..Self::plain(engine, document, hits)
        }
    }

    /// The document with nothing marked but hits.
    pub(super) fn plain(engine: &'a Engine, document: DocumentId, hits: &[Hit]) -> Self {
        Self {
            text: &engine.corpus.documents[document.0 as usize].text,
            mentions: vec![],
            marks: vec![],
            hits: hits.iter().map(|hit| hit.span).collect(),
        }
    }

    /// The runs of a place; joined, they are its text.
    pub(super) fn runs(&self, place: Span) -> Vec<Run> {
        let segments = segments(place, [&self.mentions, &self.hits]).into_iter();
        let run = segments.map(|segment| {
            let [mention, hit] = segment.covered;
            Run {
                text: segment.span.of(self.text).to_owned(),
                mark: mention.map(|ordinal| self.marks[ordinal as usize].clone()),
                hit: hit.map(|hit| hit + 1),
            }
        });
        run.collect()
    }
}
