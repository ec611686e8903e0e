//! Every mention of an entity with the words around it.

use dossier_engine::address::{Lines, Sorting};
use dossier_engine::ask::{Card, Concordance, ContextLine, LINES, Line, counted};
use yew::prelude::*;

use super::group;
use super::pick::Pick;
use super::subject::SubjectProps;
use crate::state::Move;
use crate::widgets::{Button, Inside, Ways, element, element_with, nothing, text};

/// As many lines as a card shows.
const SHOWN: usize = 12;

/// The first mentions in their context, and the way to all of them.
pub(super) fn first_lines(ways: &Ways, card: &Card) -> Html {
    if card.context.is_empty() {
        return nothing();
    }
    let numbered = card
        .context
        .chunk_by(|one, next| one.document == next.document);
    let numbered = numbered.flat_map(|lines| (1..).zip(lines)).take(SHOWN);
    let lines: Inside = numbered
        .map(|(at, line)| element("li", "", kwic(ways, &card.slug, at, line)))
        .collect();
    let inside = vec![
        element("h3", "", "In context"),
        element("ol", "concordance", lines),
        ways.link(
            Move::Study {
                entity: card.slug.clone(),
                is_paged: card.has_page,
            },
            "card-more",
            text("Everything about it"),
        ),
    ];
    element("section", "", inside)
}

/// Every mention in its context, a page at a time, in the order that the reader wants.
pub(super) fn concordance(ways: &Ways, card: &Card, shown: &Concordance) -> Html {
    let here = ways.here.lines;
    let sorting = |sorting: Sorting| {
        let looks = Button {
            class: "card-filter",
            pressed: Some(here.sorting == sorting),
            ..Button::default()
        };
        ways.button(
            Move::Lines(Lines { sorting, from: 0 }),
            looks,
            text(sorting.label()),
        )
    };
    let lines: Inside = shown
        .lines
        .iter()
        .map(|line| pickable(ways, &card.slug, line))
        .collect();
    let page = |label: &'static str, from: Option<u32>| match from {
        Some(from) => ways.link(Move::Lines(Lines { from, ..here }), "", text(label)),
        None => nothing(),
    };
    let last = here.from.saturating_add(LINES);
    let pages = vec![
        page(
            "Earlier lines",
            (here.from > 0).then(|| here.from.saturating_sub(LINES)),
        ),
        page("More lines", (last < shown.count).then_some(last)),
    ];
    let inside = vec![
        element("h2", "", counted(shown.count, "mention")),
        group("Sorted by", Sorting::ALL.map(sorting).to_vec()),
        html! { <Pick ..SubjectProps::of(ways, card) /> },
        element("ol", "concordance", lines),
        element_with("nav", &["class", "aria-label"], ["pages", "Pages"], pages),
    ];
    element("section", "study-lines", inside)
}

/// A line that can be ticked, if a decision can tell where it stands. Ticks stay with their lines.
fn pickable(ways: &Ways, entity: &str, line: &Line) -> Html {
    let link = kwic(ways, entity, line.at, &line.context);
    let Some(place) = &line.place else {
        return element("li", "", link);
    };
    let context = &line.context;
    let label = format!("Pick {} in {}", context.name, context.document);
    html! {
        <li key={format!("{} {}", context.document, context.ordinal)} class="pickable">
            <input
                type="checkbox"
                class="pick"
                value={place.clone()}
                data-document={context.document.clone()}
                aria-label={label}
            />
            { link }
        </li>
    }
}

/// A keyword in context. `at` is its number in its document, from 1.
fn kwic(ways: &Ways, entity: &str, at: u32, line: &ContextLine) -> Html {
    let to = Move::ReadMention(line.document.clone(), entity.to_owned(), at);
    let after = vec![element("b", "", &*line.name), text(&*line.after)];
    let inside = Html::from_iter([
        element("span", "kwic-before", element("bdi", "", &*line.before)),
        element("span", "kwic-after", after),
    ]);
    let is_here = ways.here.at == Some(at) && ways.here.document.as_ref() == Some(&line.document);
    if is_here {
        ways.link_here(to, "kwic", "true", inside)
    } else {
        ways.link(to, "kwic", inside)
    }
}
