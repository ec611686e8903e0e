//! The names of an entity, and why they are one.

use dossier_engine::ask::{Card, ContextLine, NameCount, Reason};
use yew::prelude::*;

use crate::state::Move;
use crate::widgets::{Inside, Ways, element, element_with, named_count, text};

/// The names of an entity, and why these are one.
pub(super) fn known_as(ways: &Ways, card: &Card) -> Html {
    let names: Inside = card.names.iter().map(name).collect();
    let values = ["known-as-names", "Names"];
    let mut inside = vec![element_with("ul", &["class", "aria-label"], values, names)];
    if !card.reasons.is_empty() {
        let reasons = card.reasons.iter().map(|reason| joined(ways, reason));
        let why = vec![
            element("summary", "", "Why these are one"),
            element("ul", "", reasons.collect::<Inside>()),
        ];
        inside.push(element("details", "reasons", why));
    }
    element("div", "known-as", inside)
}

fn name(name: &NameCount) -> Html {
    element("li", "", named_count(&name.name, name.count, "card-count"))
}

fn joined(ways: &Ways, reason: &Reason) -> Html {
    let mut inside = vec![text(reason.told())];
    inside.extend(reason.evidence.as_ref().map(|line| evidence(ways, line)));
    element("li", "", inside)
}

pub(super) fn evidence(ways: &Ways, line: &ContextLine) -> Html {
    let passage = [
        text(&*line.before),
        element("b", "", &*line.name),
        text(&*line.after),
    ];
    let to = Move::Read(Some(line.document.clone()));
    let link = ways.link(to, "", Html::from_iter(passage));
    element("blockquote", "evidence", link)
}
