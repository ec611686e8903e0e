//! What is known about a document, and what was done to its text: folded away below it.

use dossier_engine::address::{Address, View};
use dossier_engine::ask::{ChangeLine, OriginCard, counted};
use yew::prelude::*;

use crate::browser::boot;
use crate::widgets::{ELSEWHERE, Ways, element, elsewhere, nothing, text};

/// The document's facts, its file, its outline, which leads to headings by their parts, and its
/// repairs.
pub(super) fn origin(ways: &Ways, card: &OriginCard, to_heading: &Callback<usize>) -> Html {
    let mut says = "About this text".to_owned();
    if card.repaired > 0 {
        says = format!("{says}: {}", counted(card.repaired, "repair"));
    }
    let facts = card.facts.iter().map(|(name, value)| {
        let row = vec![element("dt", "", &**name), element("dd", "", &**value)];
        element("div", "", row)
    });
    let left_out = (card.repaired as usize).saturating_sub(card.repairs.len());
    let mut made: Vec<Html> = card.repairs.iter().map(change).collect();
    if left_out > 0 {
        made.push(element("li", "", format!("and {left_out} more")));
    }
    let inside = vec![
        element("summary", "", says),
        element("dl", "origin-facts", facts.collect::<Vec<_>>()),
        download(card),
        inset_link(ways),
        outline(card, to_heading),
        changes("Repaired", made),
        changes(
            "Perhaps damaged, and left as it is",
            card.offers.iter().map(change).collect(),
        ),
    ];
    element("details", "origin", inside)
}

/// The file as it was supplied; an edition that is one file has no other files.
fn download(card: &OriginCard) -> Html {
    let root = boot::root().filter(|root| !root.is_empty());
    let (Some(root), Some(file)) = (root, &card.file) else {
        return nothing();
    };
    let href = root + &file.link;
    html! { <p><a {href} download={file.name.clone()}>{ format!("Download {}", file.name) }</a></p> }
}

/// To what shows the document in other people's pages.
fn inset_link(ways: &Ways) -> Html {
    let shown = Address {
        view: View::Read,
        document: ways.here.document.clone(),
        ..Address::default()
    };
    element("p", "", elsewhere(&shown, ELSEWHERE))
}

fn outline(card: &OriginCard, to_heading: &Callback<usize>) -> Html {
    if card.headings.is_empty() {
        return nothing();
    }
    let heading = |(part, says): &(u32, String)| {
        let part = *part as usize;
        let onclick = to_heading.reform(move |_: MouseEvent| part);
        html! { <li><button class="outline-heading" {onclick}>{ says }</button></li> }
    };
    html! {
        <nav aria-label="Outline"><ol>{ for card.headings.iter().map(heading) }</ol></nav>
    }
}

fn changes(says: &'static str, lines: Vec<Html>) -> Html {
    if lines.is_empty() {
        return nothing();
    }
    let inside = vec![element("p", "", says), element("ol", "changes", lines)];
    element("div", "", inside)
}

/// A change between the words around it, and why it was made.
fn change(line: &ChangeLine) -> Html {
    let inside = vec![
        text(&*line.lead),
        element("del", "", &*line.before),
        text(" "),
        element("ins", "", &*line.after),
        text(&*line.tail),
        element("span", "change-why", &*line.what),
    ];
    element("li", "", inside)
}
