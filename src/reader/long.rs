//! Long texts: what of them is drawn.
//!
//! A text of a megabyte has thousands of marks; drawn at once they cost a second, and again whenever
//! marks are switched. So a long text is divided into blocks, each drawn while it is near the
//! window, while the reader is sent to it, and while the page is printed.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use dossier_engine::ask::{DocumentText, Reading};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::block::Block;
use super::parts::Parts;
use crate::browser::layout::{self, Scale};
use crate::browser::page;
use crate::state::Shared;

/// What is read is long from so many bytes on.
const LONG: usize = 100_000;

/// Bytes of a block, more or less: no part is divided.
const BLOCK: usize = 6_000;

/// Bytes of the first block, which is always drawn: enough to fill a window.
const FIRST: usize = BLOCK / 2;

/// How long after the text has changed its size its scale is measured, in milliseconds.
const SOON: u32 = 50;

/// Which blocks of a long text are drawn wherever the window is, and how much room the others take.
#[derive(Clone, PartialEq)]
pub(super) struct Long {
    /// Places of documents and of parts in them that the reader is sent to.
    pub(super) sent_to: Vec<(usize, usize)>,
    is_printing: bool,
    scale: Scale,
}

/// How what is read is drawn if it is long.
#[hook]
pub(super) fn use_long(reading: Option<Shared<Reading>>) -> Option<Long> {
    let is_long = reading.is_some_and(|reading| is_long(&reading));
    let scale = use_state_eq(Scale::default);
    let setter = scale.setter();
    use_effect_with(is_long, move |is_long| {
        // Measured once for each width: the rooms of blocks must not change while one scrolls.
        let known = Cell::new(0);
        let measure = move || {
            let measured = layout::scale_of(".block[data-bytes]");
            let scale = measured.filter(|scale| scale.width != known.replace(scale.width));
            scale.into_iter().for_each(|scale| setter.set(scale));
        };
        let measure = Rc::new(measure);
        // The first paint does not wait for it: what changes its size is out of sight.
        let changed = move || {
            let measure = Rc::clone(&measure);
            Timeout::new(SOON, move || measure()).forget();
        };
        let watch = is_long.then(|| layout::watch_size("text", changed));
        move || drop(watch)
    });
    let is_printing = use_printing();
    is_long.then(|| Long {
        sent_to: Vec::new(),
        is_printing,
        scale: *scale,
    })
}

/// Whether the page is being printed.
#[hook]
fn use_printing() -> bool {
    let is_printing = use_state_eq(|| false);
    let setter = is_printing.setter();
    use_effect_with((), move |()| {
        let listen = |event: &'static str, is: bool| {
            let setter = setter.clone();
            let window = page::window()?;
            Some(EventListener::new(&window, event, move |_| setter.set(is)))
        };
        let listeners = (listen("beforeprint", true), listen("afterprint", false));
        move || drop(listeners)
    });
    *is_printing
}

impl Long {
    /// Draws these parts, block by block.
    pub(super) fn draw(&self, parts: &Parts, range: Range<usize>) -> Html {
        let block = |range: Range<usize>| {
            let is_sent_to = |(document, part): &(usize, usize)| {
                *document == parts.place() && range.contains(part)
            };
            // The first has the title, which names all of them.
            let is_held = range.start == 0
                || self.is_printing
                || parts.are_stood_in(range.clone())
                || self.sent_to.iter().any(is_sent_to);
            let key = range.start;
            html! { <Block {key} parts={parts.clone()} {range} {is_held} scale={self.scale} /> }
        };
        Html::from_iter(blocks(parts.text(), range).into_iter().map(block))
    }
}

fn is_long(reading: &Reading) -> bool {
    let parts = reading.documents.iter().flat_map(|text| &text.parts);
    parts.map(|part| part.text.len()).sum::<usize>() >= LONG
}

fn blocks(text: &DocumentText, range: Range<usize>) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let (mut start, mut length) = (range.start, 0);
    for part in range.clone() {
        length += text.parts[part].text.len();
        let full = if start == 0 { FIRST } else { BLOCK };
        if length >= full || part + 1 == range.end {
            blocks.push(start..part + 1);
            (start, length) = (part + 1, 0);
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use dossier_engine::ask::{DocumentCard, Run};
    use dossier_engine::document::Role;

    use super::*;

    /// A text of parts of so many bytes.
    fn text(parts: &[usize]) -> DocumentText {
        let part = |&length: &usize| {
            let run = Run {
                text: "a".repeat(length),
                ..Run::default()
            };
            (Role::Paragraph, vec![run])
        };
        DocumentText::new(DocumentCard::default(), parts.iter().map(part))
    }

    #[test]
    fn every_part_is_in_one_block_and_none_is_divided() {
        let text = text(&[2_500, 4_000, 100, 30_000, 10, 10]);
        assert_eq!(blocks(&text, 0..6), [0..2, 2..4, 4..6]);
        assert_eq!(blocks(&text, 0..3), [0..2, 2..3]);
        assert_eq!(blocks(&text, 6..6), []);
    }

    #[test]
    fn the_first_block_is_shorter_since_it_is_always_drawn() {
        let text = text(&[1_000; 18]);
        assert_eq!(blocks(&text, 0..18), [0..3, 3..9, 9..15, 15..18]);
        assert_eq!(blocks(&text, 6..18), [6..12, 12..18]);
    }

    #[test]
    fn what_is_read_is_as_long_as_all_its_documents() {
        let of = |documents| Reading {
            documents,
            left_out: 0,
        };
        assert!(!is_long(&of(vec![text(&[60_000])])));
        assert!(is_long(&of(vec![text(&[60_000]), text(&[60_000])])));
    }
}
