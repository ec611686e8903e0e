//! The one store: what is shown, what is known, and how one follows from the other.
//!
//! [`State::reduce`] has no effects. What a page asks follows from where it is
//! ([`State::questions`]), and an answer is kept only if its question is still asked.

mod moves;
mod own;
mod pane;
mod questions;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use dossier_engine::address::{Address, Facet, Listing, View};
use dossier_engine::ask::{
    Answer, Card, Concordance, Contents, FacetCounts, Found, Gone, Heard, Located, OriginCard,
    Progress, Question, Reading, Review, Suggestion, Survey,
};
use dossier_engine::complaint::Complaint;
use dossier_engine::passage::Fit;
use yew::Reducible;

pub use moves::Move;
pub use own::{Deed, Own, Stance, decisions_in, quoted};
pub use pane::{Pane, Shared};
pub use questions::Questions;

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
    /// How much more of the list than the first the reader wants to see.
    pub wanted: u32,
    /// That.
    pub more: Pane<Vec<Found>>,
    /// The facet in which the reader looks for values, and the start of their names.
    pub looked_for: Option<(Facet, String)>,
    /// What was found there.
    pub values: Pane<FacetCounts>,
    /// What the reader does in the search box.
    pub typing: Typing,
    /// How that might go on.
    pub suggestions: Pane<Vec<Suggestion>>,
    /// If the reader takes the list of results along: what stands before an address in its links.
    pub taken: Option<String>,
    /// The last list that was taken along.
    pub list: Pane<String>,
    /// What is read.
    pub reading: Pane<Reading>,
    /// Whether opening a document is being rehearsed; none while that is still to come.
    pub rehearsal: Option<bool>,
    /// Where the passage is that the address points at.
    pub passage: Pane<Located>,
    /// Where the text comes from that is read.
    pub origin: Pane<Option<OriginCard>>,
    /// Who is looked at.
    pub card: Pane<Option<Card>>,
    /// Who is looked at, if an editor hid it.
    pub gone: Pane<Gone>,
    /// How far the engine has come with reading the texts, while it does.
    pub progress: Option<Progress>,
    /// Beside which words it is mentioned.
    pub concordance: Pane<Concordance>,
    /// What an editor should look at.
    pub review: Pane<Review>,
    /// What the reader decides.
    pub own: Rc<Own>,
    /// What became of that, and of what the link decides.
    pub heard: Rc<Heard>,
    /// Whether the engine is gone for good.
    pub engine_lost: bool,
    /// How often another corpus was opened: then everything is asked anew.
    pub openings: u32,
}

/// As many more documents or passages a reader is shown at a time.
const NEXT_FOUND: u32 = 50;

/// What the reader does in the search box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Typing {
    /// Nothing.
    #[default]
    Idle,
    /// Types.
    Words,
    /// Has come to the suggestion of this number with the arrow keys.
    Suggestion(usize),
}

impl Typing {
    /// At a suggestion, or at the words if it is none.
    pub fn at(suggestion: Option<usize>) -> Self {
        suggestion.map_or(Self::Words, Self::Suggestion)
    }

    /// The suggestion come to.
    pub fn suggestion(self) -> Option<usize> {
        match self {
            Self::Suggestion(number) => Some(number),
            Self::Idle | Self::Words => None,
        }
    }
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
    /// The reader decides.
    Do(Deed),
    /// The engine answers.
    Told(Question, Answer),
    /// The reader has seen the complaints.
    Dismiss,
    /// The reader does this in the search box.
    Type(Typing),
    /// The reader wants to see more of what was found.
    WantMore,
    /// The reader looks for values of a facet whose names start so.
    LookFor(Facet, String),
    /// The reader takes the list of results along; in its links this stands before an address.
    Take(String),
    /// The engine has read so much.
    Read(Progress),
    /// Opening a document is rehearsed from now on; the second time, no longer.
    Rehearse,
    /// The engine has opened another corpus.
    Opened,
    /// The engine is gone for good.
    LoseEngine,
}

impl State {
    /// The state a link opens.
    pub fn opened(address: Address, complaints: Vec<Complaint>, own: Own) -> Self {
        Self {
            address: Rc::new(address),
            own: Rc::new(own),
            complaints: Rc::new(complaints),
            ..Self::default()
        }
    }

    /// Where the passage is that the address points at, if that is known by now.
    pub fn shown_passage(&self) -> Option<Shared<Located>> {
        let asked = self.passage_asked()?;
        self.passage.value_for(|question| *question == asked)
    }

    /// Where the text comes from that is read, if it is one document.
    pub fn shown_origin(&self) -> Option<Shared<Option<OriginCard>>> {
        let asked = self.origin_asked()?;
        self.origin.value_for(|question| *question == asked)
    }

    /// What is read, if it is what the address asks for. The text of another document must not
    /// stand under this one's address, so nothing is shown until it comes.
    pub fn shown_reading(&self) -> Option<Shared<Reading>> {
        self.reading_asked()
            .filter(|_| self.address.view == View::Read)
    }

    /// What opening a document is rehearsed with, as soon as it is there.
    pub fn rehearsed_reading(&self) -> Option<Shared<Reading>> {
        self.reading_asked()
            .filter(|_| self.address.view != View::Read)
    }

    fn reading_asked(&self) -> Option<Shared<Reading>> {
        let asked = self.questions().reading?;
        self.reading
            .value_for(|question| reads_the_same(question, &asked))
    }

    /// The lines of the concordance, if they are of the entity the address asks for.
    pub fn shown_concordance(&self) -> Option<Shared<Concordance>> {
        let asked = self.address.entity.as_ref()?;
        self.concordance.value_for(
            |question| matches!(question, Question::Concordance { entity, .. } if entity == asked),
        )
    }

    /// The card, if it is of the entity the address asks for.
    pub fn shown_card(&self) -> Option<Shared<Option<Card>>> {
        let asked = self.address.entity.as_ref()?;
        self.card.value_for(
            |question| matches!(question, Question::Card { entity, .. } if entity == asked),
        )
    }

    /// What is said in place of the card, if an editor hid the entity the address asks for.
    pub fn shown_gone(&self) -> Option<Shared<Gone>> {
        let asked = self.address.entity.as_ref()?;
        self.gone.value_for(
            |question| matches!(question, Question::Card { entity, .. } if entity == asked),
        )
    }

    /// How what is typed might go on, if that is still what is typed.
    pub fn shown_suggestions(&self) -> Option<Shared<Vec<Suggestion>>> {
        let asked = self.questions().suggestions?;
        self.suggestions.value_for(|question| *question == asked)
    }

    /// The values that were looked for, if they are of that facet.
    pub fn shown_values(&self) -> Option<Shared<FacetCounts>> {
        let (facet, _) = self.looked_for.as_ref()?;
        self.values.value_for(
            |question| matches!(question, Question::Values { facet: asked, .. } if asked == facet),
        )
    }

    /// What passes the filter, if it is documents that were listed.
    pub fn shown_documents(&self) -> Option<Shared<Survey>> {
        self.survey.value_for(
            |question| matches!(question, Question::Survey { filter } if filter.listing == Listing::Documents),
        )
    }

    /// What the list has after the first, as far as it is known for this filter.
    pub fn shown_more(&self) -> Option<Shared<Vec<Found>>> {
        let here = &self.filter();
        self.more.value_for(
            |question| matches!(question, Question::Found { filter, .. } if filter == here),
        )
    }

    fn hear(&mut self, question: Question, answer: Answer) {
        let asked = self.questions();
        match answer {
            Answer::Contents(contents) => self.contents.show(question, contents),
            Answer::Survey(survey) if question == asked.survey => {
                self.survey.show(question, survey);
            }
            Answer::Found(found) if Some(&question) == asked.more.as_ref() => {
                self.more.show(question, found);
            }
            Answer::Values(values) if Some(&question) == asked.values.as_ref() => {
                self.values.show(question, values);
            }
            Answer::Suggestions(suggestions) if Some(&question) == asked.suggestions.as_ref() => {
                self.suggestions.show(question, suggestions);
            }
            Answer::List(list) if Some(&question) == asked.list.as_ref() => {
                self.list.show(question, list);
                self.taken = None;
            }
            Answer::Reading(reading) if Some(&question) == asked.reading.as_ref() => {
                self.reading.show(question, reading);
            }
            Answer::Passage(located) if Some(&question) == asked.passage.as_ref() => {
                self.settle(question, located);
            }
            Answer::Origin(origin) if Some(&question) == asked.origin.as_ref() => {
                self.origin.show(question, origin);
            }
            Answer::Card(card) if Some(&question) == asked.card.as_ref() => {
                self.turn_to_page(card.as_ref());
                self.card.show(question, card);
                self.gone = Pane::default();
            }
            Answer::Gone(gone) if Some(&question) == asked.card.as_ref() => {
                self.gone.show(question, gone);
                self.card = Pane::default();
            }
            Answer::Concordance(lines) if Some(&question) == asked.concordance.as_ref() => {
                self.concordance.show(question, lines);
            }
            Answer::Review(review) => self.review.show(question, review),
            Answer::Decided(heard) => self.heard = Rc::new(heard),
            _ => {}
        }
    }
}

impl State {
    /// An entity that is looked at and turns out to have a page is shown at that page's address.
    fn turn_to_page(&mut self, card: Option<&Card>) {
        let address = &self.address;
        let is_looked_at = |card: &Card| {
            address.view == View::Entity && address.entity.as_ref() == Some(&card.slug)
        };
        let is_paged = card.is_some_and(|card| card.has_page && is_looked_at(card));
        if is_paged && !address.is_paged {
            Rc::make_mut(&mut self.address).is_paged = true;
            self.trace = Trace::Refinement;
        }
    }

    /// A passage that the reader has just selected is known to the page alone; from here on the
    /// address has it as the text has it.
    fn settle(&mut self, question: Question, located: Located) {
        let is_opened = self.trace == Trace::Restored;
        match (&located.now, question) {
            (Some(now), Question::Passage { document, .. }) if !is_opened => {
                let passage = Some(now.clone());
                if self.address.passage != passage {
                    Rc::make_mut(&mut self.address).passage = passage;
                    self.trace = Trace::Refinement;
                }
                let now = Question::Passage {
                    document,
                    passage: now.clone(),
                };
                let located = Located {
                    fit: Fit::Exact,
                    ..located
                };
                self.passage.show(now, located);
            }
            (_, question) => self.passage.show(question, located),
        }
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

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Restore(address, complaints) => {
                next.address = Rc::new(address);
                next.complaints = Rc::new(complaints);
                next.trace = Trace::Restored;
            }
            Action::Go(step) => {
                next.trace = step.trace(&self.address);
                next.address = Rc::new(step.from(&self.address));
            }
            Action::Do(deed) => next.own = Rc::new(next.own.after(deed)),
            Action::Told(question, answer) => next.hear(question, answer),
            Action::Dismiss => next.complaints = Rc::default(),
            Action::Type(typing) => next.typing = typing,
            Action::WantMore => next.wanted += NEXT_FOUND,
            Action::LookFor(facet, start) => next.looked_for = Some((facet, start)),
            Action::Take(page) => next.taken = Some(page),
            Action::Read(progress) => {
                next.progress = (!progress.is_complete()).then_some(progress);
            }
            // Who reads by now needs no rehearsal.
            Action::Rehearse if self.address.view == View::Read => {}
            Action::Rehearse => next.rehearsal = Some(next.rehearsal.is_none()),
            Action::Opened => next.openings += 1,
            Action::LoseEngine => next.engine_lost = true,
        }
        // Who filters anew begins again at the first documents.
        if next.address.filter != self.address.filter {
            next.wanted = 0;
        }
        if next == *self { self } else { Rc::new(next) }
    }
}
