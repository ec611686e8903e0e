//! What the link that was opened decides, and what a reader can do about it.

use dossier_engine::address::View;
use dossier_engine::ask::{Heard, counted};
use yew::prelude::*;

use crate::state::{Action, Deed, Move};
use crate::widgets::{Button, Ways, button, element, nothing, notices, text};
use crate::wording::amount;

/// That the link brings decisions: to be set aside, or kept as the reader's own.
pub fn sent(ways: &Ways, heard: &Heard) -> Html {
    let decisions = &ways.here.decisions;
    if decisions.is_empty() {
        return nothing();
    }
    let looks = Button {
        class: "quiet",
        ..Button::default()
    };
    let (go, act, kept) = (ways.go.clone(), ways.act.clone(), heard.sent.clone());
    let keep = Callback::from(move |_: MouseEvent| {
        act.emit(Action::Do(Deed::Add(kept.clone())));
        go.emit(Move::Undecide);
    });
    let says = format!(
        "Whoever sent this link made {} about who is who; what you see follows them.",
        counted(amount(decisions), "decision"),
    );
    let keep = match heard.sent.is_empty() {
        true => nothing(),
        false => button("quiet", keep, "Keep them as mine"),
    };
    let choices = vec![
        ways.button(Move::Undecide, looks, text("Show it without them")),
        keep,
        ways.link(Move::Show(View::Review), "", text("See them")),
    ];
    let inside = vec![
        element("p", "", says),
        element("div", "card-filters", choices),
    ];
    notices("notices sent", "What the link decides", inside)
}
