//! The desk: where the page asks the engine and gets its answers.
//!
//! The engine runs in a worker. Where workers fail, the page loads the very same module and asks
//! it in place, so the app carries no second copy of engine or corpus.

pub mod clerk;
mod in_process;
mod protocol;
mod worker;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use dossier_engine::ask::{Answer, Progress, Question};
use yew::prelude::*;

use self::in_process::InProcess;
use self::protocol::{Outbound, PROTOCOL, Ticket};
use self::worker::WorkerLine;

/// Who hears what the desk has to say.
pub struct Hearers {
    /// Hears each answer with its question, in no particular order.
    pub told: Callback<(Question, Answer)>,
    /// Hears how far the engine has come with reading the texts.
    pub read: Callback<Progress>,
    /// Hears that the engine is gone for good.
    pub lost: Callback<()>,
}

/// The page's side of the desk.
#[derive(Clone)]
pub struct Desk(Rc<Counter>);

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Counter {
    line: RefCell<Line>,
    waiting: RefCell<Vec<(Ticket, Question)>>,
    next: Cell<Ticket>,
    hearers: Hearers,
}

/// How the engine is reached.
enum Line {
    Closed,
    Worker(WorkerLine),
    InProcess(InProcess),
}

impl Desk {
    /// Opens the desk.
    pub fn open(hearers: Hearers) -> Self {
        let desk = Self(Rc::new(Counter {
            line: RefCell::new(Line::Closed),
            waiting: RefCell::default(),
            next: Cell::default(),
            hearers,
        }));
        desk.open_worker();
        desk
    }

    /// Asks. The answer comes to [`Hearers::told`]; asking again before that is allowed.
    pub fn ask(&self, question: Question) {
        let ticket = self.0.next.get();
        self.0.next.set(ticket.wrapping_add(1));
        self.0.waiting.borrow_mut().push((ticket, question.clone()));
        self.send(ticket, &question);
    }

    fn send(&self, ticket: Ticket, question: &Question) {
        match &*self.0.line.borrow() {
            Line::Closed => {}
            Line::Worker(worker) => worker.send(ticket, question),
            Line::InProcess(module) => module.send(ticket, question),
        }
    }

    fn open_worker(&self) {
        let (heard, failed) = (self.clone(), self.clone());
        let line = WorkerLine::open(
            move |message| heard.hear(message),
            move |stage| failed.worker_failed(stage),
        );
        match line {
            Some(line) => *self.0.line.borrow_mut() = Line::Worker(line),
            None => self.move_in_process(),
        }
    }

    fn hear(&self, message: Outbound) {
        match message {
            Outbound::Ready { protocol } if protocol != PROTOCOL => self.lose(),
            Outbound::Ready { .. } => self.ask_again(),
            Outbound::Read(progress) => self.0.hearers.read.emit(progress),
            Outbound::Reply { ticket, answer } => {
                if let Some(question) = self.take(ticket) {
                    self.0.hearers.told.emit((question, *answer));
                }
            }
            Outbound::Broken => self.lose(),
        }
    }

    fn take(&self, ticket: Ticket) -> Option<Question> {
        let mut waiting = self.0.waiting.borrow_mut();
        let place = waiting.iter().position(|(other, _)| *other == ticket)?;
        Some(waiting.swap_remove(place).1)
    }

    fn worker_failed(&self, stage: worker::Stage) {
        match stage {
            worker::Stage::Starting => self.move_in_process(),
            worker::Stage::Serving => self.lose(),
        }
    }

    /// Loads the engine into the page and asks it everything that waits.
    fn move_in_process(&self) {
        let (opened, heard, failed) = (self.clone(), self.clone(), self.clone());
        *self.0.line.borrow_mut() = Line::InProcess(InProcess::open(
            move || opened.ask_again(),
            move |message| heard.hear(message),
            move || failed.lose(),
        ));
    }

    /// Asks everything that came before the engine could hear it.
    fn ask_again(&self) {
        let waiting = self.0.waiting.borrow().clone();
        for (ticket, question) in waiting {
            self.send(ticket, &question);
        }
    }

    fn lose(&self) {
        self.0.hearers.lost.emit(());
    }
}
