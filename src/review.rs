//! The editor's desk: one question after the other, the answers as decisions.

mod sent;
mod yours;

use dossier_engine::ask::{ContextLine, Doubtful, Heard, Review, Side, counted};
use yew::prelude::*;

pub use self::sent::sent;
use self::yours::yours;
use crate::browser::page;
use crate::hooks::Key;
use crate::state::{Deed, Move, Own, Shared};
use crate::widgets::{Button, Inside, Ways, element, element_with, nothing, skeleton, text, told};

/// What a key decides here.
pub fn answered(review: &Review, key: Key) -> Option<Deed> {
    let doubt = review.doubts.first();
    let said = match key {
        Key::Undo => return Some(Deed::Undo),
        Key::Yes => &doubt?.yes,
        Key::Next => &doubt?.no,
        Key::Unsure => &doubt?.unsure,
        _ => return None,
    };
    Some(Deed::decide(said, &page::today()))
}

/// What is open, and what was decided.
pub fn review(ways: &Ways, review: Option<Shared<Review>>, own: &Own, heard: &Heard) -> Html {
    let Some(review) = review else {
        return skeleton(6, "The doubts are on their way.");
    };
    let open = match review.open {
        0 => "Nothing is left to be looked at.".to_owned(),
        open => format!("{} left, the weightiest first.", counted(open, "question")),
    };
    let first = review.doubts.first();
    let inside = vec![
        element("h1", "", "Review"),
        element_with("p", &["class", "role"], ["review-open", "status"], open),
        first.map_or_else(nothing, |doubt| question(ways, doubt)),
        yours(ways, own, heard),
        decided(ways, &review),
    ];
    element("div", "review", inside)
}

/// The question, the passages to judge by, and the answers.
fn question(ways: &Ways, doubt: &Doubtful) -> Html {
    let answer = |label: &'static str, key: &'static str, said: &str| {
        let looks = Button {
            class: "review-answer",
            key: Some(key),
            ..Button::default()
        };
        let inside = Html::from_iter([text(label), element("kbd", "", key)]);
        ways.deed(Deed::decide(said, &page::today()), looks, inside)
    };
    let answers = vec![
        answer("Yes", "y", &doubt.yes),
        answer("No", "n", &doubt.no),
        answer("Not sure", "h", &doubt.unsure),
    ];
    let sides: Inside = doubt.sides.iter().map(|one| side(ways, one)).collect();
    let inside = vec![
        element("h2", "", &*doubt.asks),
        element("p", "card-note", &*doubt.because),
        element("div", "review-answers", answers),
        element("div", "sides", sides),
    ];
    element("article", "doubt", inside)
}

fn side(ways: &Ways, side: &Side) -> Html {
    let lines: Inside = side.lines.iter().map(|line| passage(ways, line)).collect();
    let inside = vec![
        element("p", "card-kind", side.kind.label()),
        element("h3", "", &*side.name),
        element("p", "card-note", counted(side.count, "mention")),
        element("ul", "", lines),
    ];
    element_with(
        "section",
        &["class", "data-kind"],
        ["side", side.kind.slug()],
        inside,
    )
}

fn passage(ways: &Ways, line: &ContextLine) -> Html {
    let inside = [
        text(&*line.before),
        element("b", "", &*line.name),
        text(&*line.after),
    ];
    let to = Move::Read(Some(line.document.clone()));
    element("li", "evidence", ways.link(to, "", Html::from_iter(inside)))
}

fn decided(ways: &Ways, review: &Review) -> Html {
    if review.decided.is_empty() {
        return nothing();
    }
    let list: Inside = review.decided.iter().map(|one| told(ways, one)).collect();
    let inside = vec![element("h2", "", "Decided"), element("ol", "decided", list)];
    element("section", "", inside)
}
