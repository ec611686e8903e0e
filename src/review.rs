//! The editor's desk: one question after the other, the answers as decisions.

use dossier_engine::ask::{ContextLine, Doubtful, Review, Side, counted};
use yew::prelude::*;

use crate::browser::page;
use crate::hooks::Key;
use crate::state::{Deed, Move, Own, Shared, Stance};
use crate::widgets::{Button, Inside, Ways, element, nothing, skeleton, text};
use crate::wording;

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
pub fn review(ways: &Ways, review: Option<Shared<Review>>, own: &Own) -> Html {
    let Some(review) = review else {
        return skeleton(6, "The doubts are on their way.");
    };
    let open = match review.open {
        0 => "Nothing is left to be looked at.".to_owned(),
        open => format!("{} left, the weightiest first.", counted(open, "question")),
    };
    html! {
        <div class="review">
            <h1>{ "Review" }</h1>
            <p class="review-open" role="status">{ open }</p>
            { review.doubts.first().map_or_else(nothing, |doubt| question(ways, doubt)) }
            { yours(ways, own) }
            { decided(&review) }
        </div>
    }
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
    html! {
        <article class="doubt">
            <h2>{ &doubt.asks }</h2>
            <p class="card-note">{ &doubt.because }</p>
            <div class="review-answers">
                { answer("Yes", "y", &doubt.yes) }
                { answer("No", "n", &doubt.no) }
                { answer("Not sure", "h", &doubt.unsure) }
            </div>
            <div class="sides">{ for doubt.sides.iter().map(|one| side(ways, one)) }</div>
        </article>
    }
}

fn side(ways: &Ways, side: &Side) -> Html {
    let lines: Inside = side.lines.iter().map(|line| passage(ways, line)).collect();
    html! {
        <section class="side" data-kind={side.kind.slug()}>
            <p class="card-kind">{ side.kind.label() }</p>
            <h3>{ &side.name }</h3>
            <p class="card-note">{ counted(side.count, "mention") }</p>
            { element("ul", "", lines) }
        </section>
    }
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

/// What the reader decided, and what can be done with it.
fn yours(ways: &Ways, own: &Own) -> Html {
    if own.decisions.is_empty() {
        let says = "Your decisions stay in this browser. The publisher can put them into \
                    dossier.toml.";
        return element("p", "card-note", says);
    }
    let count = wording::amount(&own.decisions);
    let button = |label: &'static str, deed, pressed| {
        let looks = Button {
            class: "card-filter",
            pressed,
            ..Button::default()
        };
        ways.deed(deed, looks, text(label))
    };
    let applied = Some(own.stance == Stance::Applied);
    let encoded = js_sys::encode_uri_component(&own.text());
    let file = format!("data:application/toml;charset=utf-8,{encoded}");
    html! {
        <section class="yours">
            <h2>{ format!("{} of yours", counted(count, "decision")) }</h2>
            <p class="card-note">
                { "Kept in this browser only. To make them everybody's, add the downloaded lines \
                   to the publisher's dossier.toml." }
            </p>
            <div class="card-filters">
                { button("Apply mine", Deed::Switch, applied) }
                { button("Undo the last", Deed::Undo, None) }
                <a class="card-filter" href={file} download="dossier.toml">{ "Download" }</a>
            </div>
        </section>
    }
}

fn decided(review: &Review) -> Html {
    if review.decided.is_empty() {
        return nothing();
    }
    let list: Inside = review.decided.iter().map(crate::widgets::told).collect();
    let inside = vec![element("h2", "", "Decided"), element("ol", "decided", list)];
    element("section", "", inside)
}
