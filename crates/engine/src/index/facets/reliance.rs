//! How far what is mentioned can be relied on: how sure mentions are, and whether an editor
//! reviewed what they belong to.

use std::collections::BTreeSet;

use super::table::Table;
use super::{FacetValue, ValueId};
use crate::corpus::Corpus;
use crate::decision::{Changes, Ledger, Outcome};
use crate::entity::{DocumentId, EntityId};
use crate::mention::{Certainty, Mention};

/// What an editor's decision that holds speaks of, whatever it says.
const REVIEWED: ValueId = ValueId(0);
const UNREVIEWED: ValueId = ValueId(1);

pub(super) fn certainty(mention: &Mention) -> ValueId {
    ValueId(Certainty::of(mention.confidence) as u32)
}

pub(super) fn confidence(corpus: &Corpus) -> Table {
    let values = Certainty::ALL.map(|step| (step.slug(), step.label()));
    let mut table = fixed(&values);
    for mentions in &corpus.mentions {
        table.add_document(mentions.iter().map(certainty));
    }
    table
}

/// Before any decision, nothing is reviewed.
pub(super) fn reviewed(corpus: &Corpus) -> Table {
    let mut table = fixed(&[
        ("yes", "Reviewed by an editor"),
        ("no", "Found by the machine"),
    ]);
    for mentions in &corpus.mentions {
        table.add_document(mentions.iter().map(|_| UNREVIEWED));
    }
    table
}

/// Follows decisions in the documents that mention what they speak of, and in those whose mentions
/// they change.
pub(super) fn review(table: &mut Table, corpus: &Corpus, back: &Changes, ledger: &Ledger) {
    let holds = |&place: &usize| ledger.outcomes.get(place) == Some(&Outcome::Holds);
    let touched = ledger.touched.iter();
    let touched = touched.filter(|(_, touched)| touched.decisions.iter().any(holds));
    let reviewed: BTreeSet<EntityId> = touched.map(|(&id, _)| id).collect();
    let entities = reviewed
        .iter()
        .filter_map(|id| corpus.entities.get(id.0 as usize));
    let mentions = entities.flat_map(|entity| &entity.mentions);
    let mut documents: BTreeSet<DocumentId> = mentions.map(|mention| mention.document).collect();
    documents.extend(back.owners.iter().map(|(document, _)| *document));
    for document in documents {
        let owners = corpus.entity_of[document.0 as usize].iter();
        let value = |owner: &Option<EntityId>| match owner {
            Some(owner) if reviewed.contains(owner) => REVIEWED,
            _ => UNREVIEWED,
        };
        table.revise_document(document, owners.map(value));
    }
}

/// A facet with these values, each with its slug and its label.
fn fixed(values: &[(&str, &str)]) -> Table {
    let mut table = Table::default();
    for &(slug, label) in values {
        let value = FacetValue {
            slug: slug.to_owned(),
            label: label.to_owned(),
            kind: None,
        };
        table.add(value, [label]);
    }
    table
}
