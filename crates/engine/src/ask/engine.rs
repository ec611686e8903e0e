//! The engine: a corpus with its index, ready to be asked.

use super::{Answer, Question};
use crate::corpus::Corpus;
use crate::decision::{Decision, Ledger};
use crate::entity::{DocumentId, Entities, EntityId};
use crate::index::{Facets, Index, WordsBuilder};
use crate::mention::Mention;

/// A corpus and its index: what answers questions.
#[derive(Debug)]
pub struct Engine {
    /// With mentions and entities as decisions leave them.
    pub(super) corpus: Corpus,
    pub(super) index: Index,
    /// What became of the decisions.
    pub(super) ledger: Ledger,
    /// What was found by rules alone, if decisions changed it.
    found: Option<Recognised>,
}

/// What a text mentions, and who that is.
#[derive(Debug)]
struct Recognised {
    mentions: Vec<Vec<Mention>>,
    entities: Entities,
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

    /// Applies the publisher's decisions, and a reader's own after them, to what was found.
    pub fn decide(&mut self, own: &[Decision]) {
        if let Some(found) = self.found.take() {
            exchange(&mut self.corpus, found);
        }
        self.ledger = Ledger::default();
        if !own.is_empty() || !self.corpus.decisions.is_empty() {
            let decided = self.corpus.decide(own);
            self.ledger = decided.ledger;
            let decided = Recognised {
                mentions: decided.mentions,
                entities: decided.entities,
            };
            self.found = Some(exchange(&mut self.corpus, decided));
        }
        self.index.facets = Facets::of(&self.corpus);
        self.index.facets.remember(&self.ledger.former);
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
            Question::Passage { document, passage } => {
                Answer::Passage(self.locate(document, passage))
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
        let mut engine = Engine {
            index: Index::new(self.words.finish(), &self.corpus),
            corpus: self.corpus,
            ledger: Ledger::default(),
            found: None,
        };
        if !engine.corpus.decisions.is_empty() {
            engine.decide(&[]);
        }
        engine
    }
}

/// Puts these mentions and entities into a corpus, and hands out those that were there.
fn exchange(corpus: &mut Corpus, new: Recognised) -> Recognised {
    Recognised {
        mentions: std::mem::replace(&mut corpus.mentions, new.mentions),
        entities: Entities {
            entities: std::mem::replace(&mut corpus.entities, new.entities.entities),
            entity_of: std::mem::replace(&mut corpus.entity_of, new.entities.entity_of),
        },
    }
}
