//! What the link that was opened decides, and what a reader can do about it.

use dossier_engine::address::View;
use dossier_engine::ask::{Heard, counted};
use yew::prelude::*;

use crate::state::{Action, Deed, Move};
use crate::widgets::{Button, Ways, nothing, text};
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
    html! {
        <section class="notices sent" role="status" aria-label="What the link decides">
            <p>
                { format!(
                    "Whoever sent this link made {} about who is who; what you see follows them.",
                    counted(amount(decisions), "decision"),
                ) }
            </p>
            <div class="card-filters">
                { ways.button(Move::Undecide, looks.clone(), text("Show it without them")) }
                if !heard.sent.is_empty() {
                    <button type="button" class="quiet" onclick={keep}>{ "Keep them as mine" }</button>
                }
                { ways.link(Move::Show(View::Review), "", text("See them")) }
            </div>
        </section>
    }
}
