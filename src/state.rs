//! The one store: what is shown, what is known, and how one follows from the other.
//!
//! [`State::reduce`] has no effects. What a page asks follows from where it is
//! ([`State::questions`]), and an answer is kept only if its question is still asked.

mod moves;
mod pane;

use std::rc::Rc;

use dossier_engine::address::{Address, Filter, View};
use dossier_engine::ask::{Answer, Card, Contents, Question, Reading, Survey};
use dossier_engine::complaint::Complaint;
use yew::Reducible;

pub use moves::Move;
pub use pane::{Pane, Shared};

/// Everything the page knows.
#[derive(Clone, PartialEq, Default)]
pub struct State {
    /// Where the reader is.
    pub address: Rc<Address>,
    /// How the reader came here, which decides what the browser's history remembers.
    pub trace: Trace,
    /// What the link that was opened asked for in vain.
    pub complaints: Rc<Vec<Complaint>>,
    /// What this dossier is.
    pub contents: Pane<Contents>,
    /// What passes the filter.
    pub survey: Pane<Survey>,
    /// What is read.
    pub reading: Pane<Reading>,
    /// Who is looked at.
    pub card: Pane<Option<Card>>,
    /// Whether the engine is gone for good.
    pub engine_lost: bool,
}

/// How the reader came to an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trace {
    /// By a link, or by back and forward: history has it already.
    #[default]
    Restored,
    /// By a step of its own, worth coming back to.
    Step,
    /// By refining the last step, which it replaces.
    Refinement,
}

/// What can happen.
pub enum Action {
    /// The address changed outside: a link, back, forward.
    Restore(Address, Vec<Complaint>),
    /// The reader goes somewhere.
    Go(Move),
    /// The engine answers.
    Told(Question, Answer),
    /// The reader has seen the complaints.
    Dismiss,
    /// The engine is gone for good.
    LoseEngine,
}

impl State {
    /// The state a link opens.
    pub fn opened(address: Address, complaints: Vec<Complaint>) -> Self {
        Self {
            address: Rc::new(address),
            complaints: Rc::new(complaints),
            ..Self::default()
        }
    }

    /// What the page must know to show this address.
    pub fn questions(&self) -> Questions {
        let filter = &self.address.filter;
        Questions {
            survey: Question::Survey {
                filter: filter.clone(),
            },
            reading: (self.address.view == View::Read).then(|| Question::Reading {
                document: self.address.document.clone(),
                filter: match self.address.document {
                    Some(_) => Filter {
                        query: filter.query.clone(),
                        ..Filter::default()
                    },
                    None => filter.clone(),
                },
            }),
            card: self.address.entity.clone().map(|entity| Question::Card {
                entity,
                filter: filter.clone(),
            }),
        }
    }

    /// What is read, if it is what the address asks for. The text of another document must not
    /// stand under this one's address, so nothing is shown until it comes.
    pub fn shown_reading(&self) -> Option<Shared<Reading>> {
        let asked = self.questions().reading?;
        self.reading
            .value_for(|question| reads_the_same(question, &asked))
    }

    /// The card, if it is of the entity the address asks for.
    pub fn shown_card(&self) -> Option<Shared<Option<Card>>> {
        let asked = self.address.entity.as_ref()?;
        self.card.value_for(
            |question| matches!(question, Question::Card { entity, .. } if entity == asked),
        )
    }

    fn told(mut self, question: Question, answer: Answer) -> Self {
        let asked = self.questions();
        match answer {
            Answer::Contents(contents) => self.contents.show(question, contents),
            Answer::Survey(survey) if question == asked.survey => {
                self.survey.show(question, survey);
            }
            Answer::Reading(reading) if Some(&question) == asked.reading.as_ref() => {
                self.reading.show(question, reading);
            }
            Answer::Card(card) if Some(&question) == asked.card.as_ref() => {
                self.card.show(question, card);
            }
            _ => {}
        }
        self
    }
}

/// Whether two questions ask for the same documents, be it under another filter.
fn reads_the_same(one: &Question, other: &Question) -> bool {
    match (one, other) {
        (
            Question::Reading { document: one, .. },
            Question::Reading {
                document: other, ..
            },
        ) => one == other,
        _ => false,
    }
}

/// The questions an address implies besides what the dossier is.
#[derive(Clone, Debug, PartialEq)]
pub struct Questions {
    /// Always asked.
    pub survey: Question,
    /// Asked in the Read view.
    pub reading: Option<Question>,
    /// Asked while an entity is open.
    pub card: Option<Question>,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let state = (*self).clone();
        let next = match action {
            Action::Restore(address, complaints) => State {
                address: Rc::new(address),
                complaints: Rc::new(complaints),
                trace: Trace::Restored,
                ..state
            },
            Action::Go(step) => State {
                address: Rc::new(step.from(&self.address)),
                trace: step.trace(&self.address),
                ..state
            },
            Action::Told(question, answer) => state.told(question, answer),
            Action::Dismiss => State {
                complaints: Rc::default(),
                ..state
            },
            Action::LoseEngine => State {
                engine_lost: true,
                ..state
            },
        };
        if next == *self { self } else { Rc::new(next) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(start: State, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
        actions
            .into_iter()
            .fold(Rc::new(start), |state, action| state.reduce(action))
    }

    fn survey_of(query: &str) -> Question {
        let mut address = Address::default();
        address.filter.query = query.into();
        State::opened(address, Vec::new()).questions().survey
    }

    fn survey_with(hits: u32) -> Answer {
        Answer::Survey(Survey {
            hits,
            ..Survey::default()
        })
    }

    #[test]
    fn an_answer_to_the_question_asked_is_shown() {
        let state = after(
            State::default(),
            [Action::Told(survey_of(""), survey_with(7))],
        );
        assert_eq!(state.survey.value().map(|survey| survey.hits), Some(7));
    }

    #[test]
    fn an_answer_that_comes_too_late_is_dropped() {
        let state = after(
            State::default(),
            [
                Action::Go(Move::Search("bear".into())),
                Action::Told(survey_of("be"), survey_with(2)),
            ],
        );
        assert!(state.survey.value().is_none());
    }

    #[test]
    fn the_last_answer_stays_until_the_next_one_comes() {
        let state = after(
            State::default(),
            [
                Action::Told(survey_of(""), survey_with(7)),
                Action::Go(Move::Search("bear".into())),
            ],
        );
        assert_eq!(state.survey.value().map(|survey| survey.hits), Some(7));
        assert!(!state.survey.answers(&state.questions().survey));
    }

    #[test]
    fn what_changes_nothing_wakes_nobody() {
        let state = Rc::new(State::default());
        let same = Rc::clone(&state).reduce(Action::Dismiss);
        assert!(Rc::ptr_eq(&state, &same));
    }

    #[test]
    fn one_document_is_read_whatever_the_facets_say() {
        let mut address = Address {
            view: View::Read,
            document: Some("first".into()),
            ..Address::default()
        };
        let before = State::opened(address.clone(), Vec::new()).questions();
        address = Move::Toggle(crate::state::moves::tests::year("2016")).from(&address);
        let after = State::opened(address, Vec::new()).questions();
        assert_eq!(before.reading, after.reading);
        assert_ne!(before.survey, after.survey);
    }
}
