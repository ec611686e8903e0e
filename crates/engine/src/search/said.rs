//! What speakers say who are asked for.

use super::Hit;
use crate::address::Facet;
use crate::corpus::Corpus;
use crate::entity::DocumentId;
use crate::index::{Index, ValueId};
use crate::query::{Clause, Field};

/// The hits of what these entities say in a document: where pieces overlap, the first.
pub(super) fn hits(corpus: &Corpus, document: DocumentId, speakers: &[ValueId]) -> Vec<Hit> {
    let mut hits: Vec<Hit> = vec![];
    let mut end = 0;
    for &statement in &corpus.statements[document.0 as usize] {
        let span = statement.content;
        let speaker = corpus.speaker(document, statement);
        if span.start >= end && speaker.is_some_and(|who| speakers.contains(&ValueId(who.0))) {
            hits.push(Hit { span, asked: 0 });
            end = span.end;
        }
    }
    hits
}

/// The speakers a clause asks for.
pub(super) fn speakers(index: &Index, clause: &Clause) -> Vec<ValueId> {
    match clause {
        Clause::Has(Field::Speaker, name) => index.facets.named(Facet::Entity, name),
        Clause::All(clauses) | Clause::Any(clauses) => clauses
            .iter()
            .flat_map(|clause| self::speakers(index, clause))
            .collect(),
        _ => vec![],
    }
}
