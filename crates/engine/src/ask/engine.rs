//! The engine: a corpus with its index, ready to be asked.

use super::{Answer, Question};
use crate::corpus::Corpus;
use crate::entity::{DocumentId, EntityId};
use crate::index::Index;

/// A corpus and its index: what answers questions.
#[derive(Debug)]
pub struct Engine {
    pub(super) corpus: Corpus,
    pub(super) index: Index,
}

impl Engine {
    /// Makes a corpus ready to be asked. Linear in its text.
    pub fn open(corpus: Corpus) -> Self {
        Self {
            index: Index::of(&corpus),
            corpus,
        }
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Answers a question. The answer depends on the corpus and the question alone.
    pub fn ask(&self, question: &Question) -> Answer {
        match question {
            Question::Contents => Answer::Contents(self.contents()),
            Question::Survey { filter } => Answer::Survey(self.survey(filter)),
            Question::Reading { document, filter } => {
                Answer::Reading(self.reading(document.as_deref(), filter))
            }
            Question::Card { entity, filter } => Answer::Card(self.card(entity, filter)),
        }
    }

    /// All documents, in corpus order.
    pub(super) fn documents(&self) -> impl Iterator<Item = DocumentId> + use<> {
        (0..self.corpus.documents.len() as u32).map(DocumentId)
    }

    /// The slug of the entity that a mention belongs to.
    pub(super) fn entity_slug(&self, entity: EntityId) -> String {
        self.corpus.entities[entity.0 as usize].slug.clone()
    }
}
