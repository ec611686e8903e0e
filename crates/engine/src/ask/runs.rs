//! Cuts a document's text into runs: mentions, hits and repairs laid flat, ready to be drawn.

use std::borrow::Cow;

use super::origin::explained;
use super::{Engine, Mark, Run};
use crate::address::Version;
use crate::document::Unrepaired;
use crate::entity::DocumentId;
use crate::search::Hit;
use crate::segment::segments;
use crate::text::Span;

/// A document whose text is to be drawn, and what lies over it.
#[derive(Default)]
pub(super) struct Sheet<'a> {
    text: Cow<'a, str>,
    mentions: Vec<Span>,
    marks: Vec<Mark>,
    hits: Vec<Span>,
    /// What was repaired, if it is the text before repairs that is drawn; and how.
    repairs: Vec<Span>,
    explanations: Vec<String>,
    /// Leads to the text before repairs, if it is that which is drawn.
    unrepaired: Option<Unrepaired>,
}

impl<'a> Sheet<'a> {
    /// The document with its mentions marked.
    pub(super) fn marked(
        engine: &'a Engine,
        document: DocumentId,
        hits: &[Hit],
        version: Version,
    ) -> Self {
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
        let sheet = Self {
            mentions: mentions.iter().map(|mention| mention.span).collect(),
            marks: marks.collect(),
            ..Self::plain(engine, document, hits)
        };
        match version {
            Version::Repaired => sheet,
            Version::Original => sheet.before_repairs(engine, document),
        }
    }

    /// The document with nothing marked but hits.
    pub(super) fn plain(engine: &'a Engine, document: DocumentId, hits: &[Hit]) -> Self {
        let text = &engine.corpus.documents[document.0 as usize].text;
        Self {
            text: Cow::Borrowed(text),
            hits: hits.iter().map(|hit| hit.span).collect(),
            ..Self::default()
        }
    }

    /// The same over the text before repairs, with what was repaired.
    fn before_repairs(self, engine: &Engine, document: DocumentId) -> Self {
        let document = &engine.corpus.documents[document.0 as usize];
        let unrepaired = document.unrepaired();
        let there = |spans: Vec<Span>| in_order(spans.into_iter().map(|s| unrepaired.place(s)));
        let repaired = unrepaired.repaired.iter();
        Self {
            text: unrepaired.text.clone().into(),
            mentions: there(self.mentions),
            marks: self.marks,
            hits: there(self.hits),
            repairs: repaired.clone().map(|(span, _)| *span).collect(),
            explanations: repaired
                .map(|(_, repair)| explained(document, repair))
                .collect(),
            unrepaired: Some(unrepaired),
        }
    }

    /// The runs of a place; joined, they are its text.
    pub(super) fn runs(&self, place: Span) -> Vec<Run> {
        let before = self.unrepaired.as_ref().map(|text| text.place(place));
        let layers = [&self.mentions[..], &self.hits, &self.repairs];
        let segments = segments(before.unwrap_or(place), layers).into_iter();
        let run = segments.map(|segment| {
            let [mention, hit, repair] = segment.covered;
            Run {
                text: segment.span.of(&self.text).to_owned(),
                mark: mention.map(|ordinal| self.marks[ordinal as usize].clone()),
                hit: hit.map(|hit| hit + 1),
                repair: repair.map(|repair| self.explanations[repair as usize].clone()),
            }
        });
        run.collect()
    }
}

/// Spans that follow one another: of two that lie in one repair, the first has all of it.
fn in_order(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut end = 0;
    let cut = spans.map(|span| {
        let start = span.start.max(end);
        end = span.end.max(start);
        Span { start, end }
    });
    cut.collect()
}
