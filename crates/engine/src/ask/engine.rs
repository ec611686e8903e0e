//! The engine: a corpus with its index, ready to be asked.

use super::{Answer, Question};
use crate::corpus::Corpus;
use crate::entity::{DocumentId, EntityId};
use crate::index::{Index, WordsBuilder};

/// A corpus and its index: what answers questions.
#[derive(Debug)]
pub struct Engine {
    pub(super) corpus: Corpus,
    pub(super) index: Index,
}

impl Engine {
    /// Makes a corpus ready to be asked, in one go. Linear in its text.
    pub fn open(corpus: Corpus) -> Self {
        Opening::new(corpus).finish()
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
            Question::Suggest { typed } => Answer::Suggestions(self.suggest(typed)),
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

/// A corpus that is made ready piece by piece, so that a page can say how far it has come.
#[derive(Debug)]
pub struct Opening {
    corpus: Corpus,
    words: WordsBuilder,
    done: usize,
}

/// How far an opening has come, in documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// So many are read.
    pub done: usize,
    /// So many there are.
    pub of: usize,
}

impl Opening {
    /// Begins; nothing is read yet.
    pub fn new(corpus: Corpus) -> Self {
        Self {
            corpus,
            words: WordsBuilder::default(),
            done: 0,
        }
    }

    /// Reads so many more documents.
    pub fn step(&mut self, documents: usize) -> Progress {
        let next = self.corpus.documents[self.done..].iter().take(documents);
        for document in next {
            self.words.add(document);
            self.done += 1;
        }
        Progress {
            done: self.done,
            of: self.corpus.documents.len(),
        }
    }

    /// Reads what is left.
    pub fn finish(mut self) -> Engine {
        self.step(usize::MAX);
        Engine {
            index: Index::new(self.words.finish(), &self.corpus),
            corpus: self.corpus,
        }
    }
}
