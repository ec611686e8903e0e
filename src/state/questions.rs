//! What a page asks: it follows from where the reader is and what the reader does.

use dossier_engine::address::{Filter, Listing, View};
use dossier_engine::ask::{FIRST_FOUND, Question};

use super::{State, Typing};

/// The questions an address implies besides what the dossier is.
#[derive(Clone, Debug, PartialEq)]
pub struct Questions {
    /// Always asked.
    pub survey: Question,
    /// Asked when the first documents are not enough.
    pub more: Option<Question>,
    /// Asked while values of a facet are looked for.
    pub values: Option<Question>,
    /// Asked while the reader types.
    pub suggestions: Option<Question>,
    /// Asked when the reader takes the list of results along.
    pub list: Option<Question>,
    /// Asked in the Read view, and while opening a document is rehearsed.
    pub reading: Option<Question>,
    /// Asked while the address points at a passage.
    pub passage: Option<Question>,
    /// Asked there for one document.
    pub origin: Option<Question>,
    /// Asked while an entity is open.
    pub card: Option<Question>,
    /// Asked in the Entity view.
    pub concordance: Option<Question>,
    /// Asked at the editor's desk.
    pub review: Option<Question>,
}

impl State {
    /// What the page must know to show this address.
    pub fn questions(&self) -> Questions {
        let filter = &self.filter();
        Questions {
            survey: Question::Survey {
                filter: filter.clone(),
            },
            more: (self.wanted > 0).then(|| Question::Found {
                filter: filter.clone(),
                from: FIRST_FOUND as u32,
                count: self.wanted,
            }),
            values: self
                .looked_for
                .clone()
                .map(|(facet, start)| Question::Values {
                    facet,
                    start,
                    filter: filter.clone(),
                }),
            suggestions: (self.typing != Typing::Idle).then(|| Question::Suggest {
                typed: filter.query.clone(),
            }),
            list: self.taken.clone().map(|page| Question::List {
                filter: filter.clone(),
                page,
            }),
            reading: match self.address.view {
                View::Read => Some(self.reading_of(self.address.document.clone())),
                _ => self.rehearsed().map(|slug| self.reading_of(Some(slug))),
            },
            passage: self.passage_asked(),
            origin: self.origin_asked(),
            card: self.address.entity.clone().map(|entity| Question::Card {
                entity,
                filter: filter.clone(),
            }),
            concordance: self
                .address
                .entity
                .clone()
                .filter(|_| self.address.view == View::Entity)
                .map(|entity| Question::Concordance {
                    entity,
                    filter: filter.clone(),
                    lines: self.address.lines,
                }),
            review: (self.address.view == View::Review).then_some(Question::Review),
        }
    }

    /// Whether anything is on its way that this address must have to be drawn. Nothing is once the engine is
    /// lost.
    pub fn waits(&self) -> bool {
        !self.engine_lost && self.lacks_answers()
    }

    fn lacks_answers(&self) -> bool {
        let asked = self.questions();
        let reads = self.address.view == View::Read;
        !self.survey.answers(&asked.survey)
            || self.more.lacks(asked.more.as_ref())
            || self.values.lacks(asked.values.as_ref())
            || self.suggestions.lacks(asked.suggestions.as_ref())
            || self.reading.lacks(asked.reading.as_ref().filter(|_| reads))
            || self.passage.lacks(asked.passage.as_ref())
            || self.origin.lacks(asked.origin.as_ref())
            || self.card.lacks(asked.card.as_ref()) && self.gone.lacks(asked.card.as_ref())
            || self.concordance.lacks(asked.concordance.as_ref())
            || self.review.lacks(asked.review.as_ref())
    }

    /// What passes here. Only the Results view lists anything but documents.
    pub(super) fn filter(&self) -> Filter {
        let mut filter = self.address.filter.clone();
        if self.address.view != View::Results {
            filter.listing = Listing::Documents;
        }
        filter
    }

    fn reading_of(&self, document: Option<String>) -> Question {
        let filter = self.filter();
        let filter = match document {
            Some(_) => Filter {
                query: filter.query,
                ..Filter::default()
            },
            None => filter,
        };
        Question::Reading {
            document,
            filter,
            version: self.address.version,
        }
    }

    /// The document with which opening one is rehearsed: the shortest of the first found.
    fn rehearsed(&self) -> Option<String> {
        let survey = self
            .survey
            .value()
            .filter(|_| self.rehearsal == Some(true))?;
        let found = survey.found.iter().map(|found| &found.document);
        let shortest = found.min_by_key(|document| document.words)?;
        Some(shortest.slug.clone())
    }

    pub(super) fn passage_asked(&self) -> Option<Question> {
        let address = &self.address;
        Some(Question::Passage {
            document: address
                .document
                .clone()
                .filter(|_| address.view == View::Read)?,
            passage: address.passage.clone()?,
        })
    }

    /// Asked for one document that is read by itself.
    pub(super) fn origin_asked(&self) -> Option<Question> {
        let reads = self.address.view == View::Read;
        let document = self.address.document.clone().filter(|_| reads)?;
        Some(Question::Origin { document })
    }
}
