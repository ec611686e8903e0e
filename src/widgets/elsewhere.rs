//! The way to what shows something in other people's pages.

use dossier_engine::address::Address;
use yew::prelude::*;

use super::nothing;
use crate::browser::history;

/// A link to the page that shows this in other people's and hands out the lines for them; nothing
/// if there is none.
pub fn elsewhere(shown: &Address, says: &'static str) -> Html {
    history::inset(shown).map_or_else(nothing, |href| {
        html! { <a {href} target="_blank">{ says }</a> }
    })
}

/// What such a link says where it stands below what it shows.
pub const ELSEWHERE: &str = "Show this in a page of yours";
