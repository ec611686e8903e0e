//! A longer list on request.

use dossier_engine::ask::grouped;
use yew::prelude::*;

use super::{Ways, button, nothing};
use crate::state::Action;

/// A button for more documents, where fewer are shown than there are.
pub fn more(ways: &Ways, shown: u32, of: u32) -> Html {
    if shown >= of {
        return nothing();
    }
    let onclick = ways.act.reform(|_: MouseEvent| Action::WantMore);
    let says = format!("Show more: {} of {} are shown", grouped(shown), grouped(of));
    button("more", onclick, &says)
}
