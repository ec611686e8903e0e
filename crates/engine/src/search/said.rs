//! What speakers say who are asked for.

use super::Hit;
use crate::address::Facet;
use crate::corpus::Corpus;
use crate::entity::DocumentId;
use crate::index::{Index, ValueId};
use crate::query::{Clause, Field};
use crate::text::Span;

/// What these entities say in a document, in the order of its text; what several of them say is told
/// as often.
pub(super) fn said_by(
    corpus: &Corpus,
    document: DocumentId,
    speakers: &[ValueId],
) -> impl Iterator<Item = Span> {
    let said = corpus
        .said(document)
        .filter(|(_, who)| who.is_some_and(|who| speakers.binary_search(&ValueId(who.0)).is_ok()));
    said.map(|(statement, _)| statement.content)
}

/// The hits of what these entities say in a document: where pieces overlap, the first.
pub(super) fn hits(corpus: &Corpus, document: DocumentId, speakers: &[ValueId]) -> Vec<Hit> {
    let said = said_by(corpus, document, speakers);
    let mut hits: Vec<Hit> = said.map(|span| Hit { span, asked: 0 }).collect();
    hits.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    hits
}

/// The speakers a clause asks for, in order.
pub(super) fn speakers(index: &Index, clause: &Clause) -> Vec<ValueId> {
    let mut speakers = match clause {
        Clause::Has(Field::Speaker, name) => index.facets.named(Facet::Entity, name),
        Clause::All(clauses) | Clause::Any(clauses) => clauses
            .iter()
            .flat_map(|clause| self::speakers(index, clause))
            .collect(),
        _ => vec![],
    };
    speakers.sort_unstable();
    speakers
}
