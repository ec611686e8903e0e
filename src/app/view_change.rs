//! What happens when the reader goes to another view: a new title, a fresh start.

use yew::prelude::*;

use super::frame::MAIN;
use crate::browser::page;
use crate::state::{State, Trace};

/// Names the page after what it shows.
#[hook]
pub(super) fn use_page_title(state: &State) {
    let contents = state.contents.value();
    let (reading, card) = (state.shown_reading(), state.shown_card());
    use_effect_with((contents, reading, card), |(contents, reading, card)| {
        let Some(contents) = contents else { return };
        page::set_language(&contents.language);
        let entity = card
            .as_ref()
            .and_then(|card| card.as_ref())
            .map(|card| card.name.clone());
        let document = reading
            .as_ref()
            .and_then(|reading| match &reading.documents[..] {
                [only] => Some(only.document.title.clone()),
                _ => None,
            });
        let parts = [entity, document, Some(contents.title.clone())];
        page::set_title(&parts.into_iter().flatten().collect::<Vec<_>>().join(" – "));
    });
}

/// Begins at the top, with the focus on the view, when the reader has gone to another one and that
/// is there.
#[hook]
pub(super) fn use_fresh_start(state: &State) {
    let (trace, at) = (state.trace, state.address.at);
    let shown = (state.address.view, state.address.document.clone());
    use_effect_with(shown, move |_| {
        if trace == Trace::Step && at.is_none() && !page::is_typing() {
            page::scroll_to_top();
            page::focus(MAIN);
        }
    });
}
