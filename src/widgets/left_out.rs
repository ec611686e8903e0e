//! What a list does not show.

use dossier_engine::ask::counted;
use yew::prelude::*;

use super::{element, nothing};

/// Says how many documents pass besides those that are shown, if any do.
pub fn left_out(more: u32) -> Html {
    if more == 0 {
        return nothing();
    }
    let says = format!(
        "{} more. Narrow them down to see them.",
        counted(more, "document")
    );
    element("p", "left-out", says)
}
