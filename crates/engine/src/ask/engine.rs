//! The engine: a corpus with its index, ready to be asked.

use std::cell::OnceCell;

use serde::{Deserialize, Serialize};

use super::review::{Doubts, Review};
use super::{Answer, Heard, Question};
use crate::corpus::Corpus;
use crate::decision::{Changes, Decided, Decision, Ledger};
use crate::entity::{EntityId, Roll};
use crate::index::{Index, WordsBuilder};

/// A corpus and its index: what answers questions.
#[derive(Debug)]
pub struct Engine {
    /// With mentions and entities as decisions leave them.
    pub(super) corpus: Corpus,
    pub(super) index: Index,
    /// What became of the decisions.
    pub(super) ledger: Ledger,
    /// Where the names of entities lead as these were found; made when it is first needed.
    roll: OnceCell<Roll>,
    /// For each of the reader's own decisions, which of their texts it is.
    pub(super) own_numbers: Vec<u32>,
    /// What was doubtful before any decision; made when it is first asked for.
    doubts: Option<Doubts>,
    /// What would take back the decisions that were applied.
    back: Option<Changes>,
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

    /// The index.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Applies the publisher's decisions, and a reader's own after them, to what was found.
    pub fn decide(&mut self, own: &[Decision]) {
        if let Some(mut back) = self.back.take() {
            self.corpus.exchange(&mut back);
            self.index.facets.restore();
        }
        self.ledger = Ledger::default();
        self.own_numbers.clear();
        if own.is_empty() && self.corpus.decisions.is_empty() {
            return;
        }
        let corpus = &mut self.corpus;
        let roll = self.roll.get_or_init(|| Roll::of(&corpus.entities));
        let Decided {
            mut changes,
            ledger,
        } = corpus.decide(roll, own);
        corpus.exchange(&mut changes);
        self.index.facets.revise(corpus, &changes, &ledger);
        self.index.facets.remember(&ledger.former);
        self.ledger = ledger;
        self.back = Some(changes);
    }

    /// Does what a question asks for and answers it: from now on, answers are as the reader's last
    /// decisions make them.
    pub fn hear(&mut self, question: &Question) -> Answer {
        let answer = match question {
            Question::Decide { own, sent } => self.hear_decisions(own, sent),
            Question::Review => Answer::Review(self.look_for_doubts()),
            _ => self.ask(question),
        };
        self.corpus.close_texts();
        answer
    }

    /// Answers a question. The answer depends on the corpus, the decisions and the question alone.
    pub fn ask(&self, question: &Question) -> Answer {
        match question {
            Question::Contents => Answer::Contents(self.contents()),
            Question::Survey { filter } => Answer::Survey(self.survey(filter)),
            Question::Found {
                filter,
                from,
                count,
            } => {
                let passing = self.passing(filter);
                let listed = self.listed(&passing, *from as usize, *count as usize);
                Answer::Found(listed.found)
            }
            Question::Values {
                facet,
                start,
                filter,
            } => Answer::Values(self.values_starting(*facet, start, filter)),
            Question::List { filter, page } => Answer::List(self.list(filter, page)),
            Question::Reading {
                document,
                filter,
                version,
            } => Answer::Reading(self.reading(document.as_deref(), filter, *version)),
            Question::Origin { document } => Answer::Origin(self.origin(document)),
            Question::Suggest { typed } => Answer::Suggestions(self.suggest(typed)),
            Question::Passage { document, passage } => {
                Answer::Passage(self.locate(document, passage))
            }
            Question::Card { entity, filter } => match self.gone(entity) {
                Some(gone) => Answer::Gone(gone),
                None => Answer::Card(self.card(entity, filter)),
            },
            Question::Concordance {
                entity,
                filter,
                lines,
            } => Answer::Concordance(self.concordance(entity, filter, *lines)),
            // These are for who may change the engine, and are heard.
            Question::Review => Answer::Review(Review::default()),
            Question::Decide { .. } => Answer::Decided(Heard::default()),
        }
    }

    /// What is doubtful, looked for in what was found before any decision unless that is known.
    fn look_for_doubts(&mut self) -> Review {
        let doubts = self.doubts.take().unwrap_or_else(|| {
            let mut back = self.back.take();
            back.iter_mut().for_each(|back| self.corpus.exchange(back));
            let doubts = Doubts::of(&self.corpus);
            back.iter_mut().for_each(|back| self.corpus.exchange(back));
            self.back = back;
            doubts
        });
        let review = self.review(&doubts);
        self.doubts = Some(doubts);
        review
    }

    /// Where the names of entities lead as these were found.
    pub(super) fn roll(&self) -> &Roll {
        // Decisions are never applied before there is one, so this is what was found.
        self.roll.get_or_init(|| Roll::of(&self.corpus.entities))
    }

    /// The slug of the entity that a mention belongs to.
    pub(super) fn entity_slug(&self, entity: EntityId) -> String {
        self.corpus.entities[entity.0 as usize].slug.clone()
    }
}

/// A corpus that is made ready piece by piece, so that a page can be read meanwhile, and say how
/// far it has come.
#[derive(Debug)]
pub struct Opening {
    /// Knows no word yet.
    engine: Engine,
    words: WordsBuilder,
    done: usize,
}

/// How far an opening has come, in documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// So many are read.
    pub done: u32,
    /// So many there are.
    pub of: u32,
}

impl Progress {
    /// Whether all is read.
    pub fn is_complete(self) -> bool {
        self.done == self.of
    }
}

impl Opening {
    /// Begins; no text is read yet.
    pub fn new(corpus: Corpus) -> Self {
        let mut engine = Engine {
            index: Index::before_reading(&corpus),
            corpus,
            ledger: Ledger::default(),
            roll: OnceCell::new(),
            own_numbers: Vec::new(),
            doubts: None,
            back: None,
        };
        if !engine.corpus.decisions.is_empty() {
            engine.decide(&[]);
        }
        Self {
            engine,
            words: WordsBuilder::default(),
            done: 0,
        }
    }

    /// Reads more documents, until so many bytes of text are read; one at least.
    pub fn step(&mut self, bytes: usize) -> Progress {
        let documents = &self.engine.corpus.documents;
        let mut read = 0;
        for document in &documents[self.done..] {
            if read > 0 && read + document.text.len() > bytes {
                break;
            }
            self.words.add(document);
            self.done += 1;
            read += document.text.len();
        }
        Progress {
            done: self.done as u32,
            of: documents.len() as u32,
        }
    }

    /// Hears a question that can be answered before the texts are read: one that asks for no
    /// word. The answer is the same as later.
    pub fn hear(&mut self, question: &Question) -> Option<Answer> {
        (!question.asks_for_words()).then(|| self.engine.hear(question))
    }

    /// Reads what is left.
    pub fn finish(mut self) -> Engine {
        self.step(usize::MAX);
        let mut engine = self.engine;
        engine.index.words = self.words.finish();
        engine.roll();
        engine
    }
}
