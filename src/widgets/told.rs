//! A decision, told.

use dossier_engine::ask::Told;
use dossier_engine::decision::By;
use yew::prelude::*;

use super::{element, text};

/// A decision with who, when and why.
pub fn told(told: &Told) -> Html {
    let by = match told.by {
        By::Publisher => "The publisher",
        By::Reader => "You",
    };
    let when = match told.when.as_str() {
        "" => String::new(),
        when => format!(", {when}"),
    };
    let says = format!("{by}{when}: {}.", told.says);
    let more = [Some(&told.note), told.but.as_ref()].into_iter().flatten();
    let more = more.filter(|more| !more.is_empty());
    let mut inside = vec![text(says)];
    inside.extend(more.map(|more| element("p", "card-note", &**more)));
    element("li", "", inside)
}
