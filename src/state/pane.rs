//! A part of the page that shows the last answer while the next one is on its way.

use std::ops::Deref;
use std::rc::Rc;

use dossier_engine::ask::Question;

/// A value shared by reference: two are equal if they are the same one, which is what a
/// component needs to know whether it must draw again.
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares `value`.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> yew::html::ImplicitClone for Shared<T> {}

/// The last answer and the question it answers.
pub struct Pane<T>(Option<(Rc<Question>, Shared<T>)>);

impl<T> Pane<T> {
    /// Takes an answer.
    pub fn show(&mut self, question: Question, value: T) {
        self.0 = Some((Rc::new(question), Shared::new(value)));
    }

    /// The last answer.
    pub fn value(&self) -> Option<Shared<T>> {
        self.0.as_ref().map(|(_, value)| value.clone())
    }

    /// The last answer, if its question is good enough.
    pub fn value_for(&self, is_good: impl Fn(&Question) -> bool) -> Option<Shared<T>> {
        let (asked, value) = self.0.as_ref()?;
        is_good(asked).then(|| value.clone())
    }

    /// Whether a question is asked that the last answer is not to.
    pub fn lacks(&self, asked: Option<&Question>) -> bool {
        asked.is_some_and(|question| !self.answers(question))
    }

    /// Whether the last answer is to this question.
    pub fn answers(&self, question: &Question) -> bool {
        self.0
            .as_ref()
            .is_some_and(|(asked, _)| **asked == *question)
    }
}

impl<T> Default for Pane<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Clone for Pane<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Pane<T> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some((_, one)), Some((_, other))) => one == other,
            _ => false,
        }
    }
}
