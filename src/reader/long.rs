//! Long texts: what of them is drawn.
//!
//! A text of a megabyte has thousands of marks; drawn at once they cost a second, and again whenever
//! marks are switched. So a long text is divided into pieces, each drawn while it is near the
//! window, while the reader is sent to it, and while the page is printed. A piece of many blocks is drawn as
//! its pieces: hundreds of them, far from the window, would cost more than what is seen.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use dossier_engine::ask::{DocumentText, Reading};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::piece::Piece;
use super::text::Text;
use crate::browser::layout::{self, Scale};
use crate::browser::page;
use crate::state::Shared;

/// What is read is long from so many bytes on.
const LONG: u32 = 100_000;

/// Blocks of a piece that is itself divided.
const BLOCKS: usize = 16;

/// How long after it opens all but its first block may be an empty place, in milliseconds; and how long after
/// the text has changed its size its scale is measured. The first frame of a long text does not wait for
/// what nobody sees in it.
const SOON: u32 = 50;

/// How long after it opens what is out of sight may be missing from the search of the browser, in
/// milliseconds.
const LATER: u32 = 200;

/// Which pieces of a long text are drawn wherever the window is, and how the others stand there.
#[derive(Clone, PartialEq)]
pub(super) struct Long {
    /// Places of documents and of parts in them that the reader is sent to.
    pub(super) sent_to: Vec<(usize, usize)>,
    is_printing: bool,
    /// How much room a text takes.
    pub(super) scale: Scale,
    /// Whether it is divided into pieces. Until then it is its first block and one piece that is drawn nowhere.
    pub(super) is_divided: bool,
    /// Whether the text of what is not drawn is there for the search of the browser.
    pub(super) is_bare: bool,
}

/// How what is read is drawn if it is long.
#[hook]
pub(super) fn use_long(reading: Option<Shared<Reading>>) -> Option<Long> {
    let is_long = reading.as_deref().is_some_and(is_long);
    let scale = use_state_eq(Scale::default);
    let setter = scale.setter();
    use_effect_with(is_long, move |is_long| {
        // Measured once for each width: the rooms of blocks must not change while one scrolls.
        let known = Cell::new(0);
        let measure = move || {
            let measured = layout::scale_of(".piece[data-bytes]");
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
    let first = reading
        .as_ref()
        .and_then(|reading| reading.documents.first());
    let read = first.map(|text| text.document.slug.clone());
    let read = read.filter(|_| is_long);
    let is_divided = use_is_later(read.clone(), SOON);
    let is_bare = use_is_later(read, LATER);
    let is_printing = use_printing();
    is_long.then(|| Long {
        sent_to: Vec::new(),
        is_printing,
        scale: *scale,
        is_divided,
        is_bare,
    })
}

/// Whether so many milliseconds have gone by since the document with this slug began to be read.
#[hook]
fn use_is_later(read: Option<String>, wait: u32) -> bool {
    let later = use_state_eq(|| None);
    let is_later = read.is_some() && *later == read;
    let setter = later.setter();
    use_effect_with(read, move |read| {
        let set = |read| Timeout::new(wait, move || setter.set(Some(read)));
        let timer = read.clone().map(set);
        move || drop(timer)
    });
    is_later
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
    /// Draws these blocks, piece by piece.
    pub(super) fn draw(&self, text: &Text, blocks: Range<usize>) -> Html {
        let piece = |blocks: Range<usize>| {
            let key = blocks.start;
            html! { <Piece {key} text={text.clone()} {blocks} long={self.clone()} /> }
        };
        // The first of all has the title, which names it, and is drawn wherever the window is.
        let first = blocks.start..blocks.end.min(blocks.start.max(1));
        let others = first.end..blocks.end;
        let is_divided = self.is_divided || self.holds(text, others.clone());
        let others = pieces(others, is_divided);
        let all = std::iter::once(first).chain(others);
        all.filter(|blocks| !blocks.is_empty()).map(piece).collect()
    }

    /// Whether these blocks are drawn wherever the window is.
    pub(super) fn holds(&self, text: &Text, blocks: Range<usize>) -> bool {
        let is_sent_to = |(document, part): &(usize, usize)| {
            *document == text.place() && text.has(blocks.clone(), *part)
        };
        blocks.start == 0
            || self.is_printing
            || text.is_stood_in(blocks.clone())
            || self.sent_to.iter().any(is_sent_to)
    }
}

fn is_long(reading: &Reading) -> bool {
    let bytes = reading.documents.iter().map(DocumentText::bytes);
    bytes.sum::<u32>() >= LONG
}

/// Divides blocks into pieces: of many blocks each, or of one where they are few.
fn pieces(blocks: Range<usize>, is_divided: bool) -> impl Iterator<Item = Range<usize>> {
    let size = match blocks.len() {
        many if !is_divided => many.max(1),
        many if many > BLOCKS => BLOCKS,
        _ => 1,
    };
    let starts = blocks.clone().step_by(size);
    starts.map(move |start| start..blocks.end.min(start + size))
}

#[cfg(test)]
mod tests {
    use dossier_engine::ask::{DocumentCard, Run};
    use dossier_engine::document::Role;

    use super::*;

    /// A text of so many bytes.
    fn text(bytes: usize) -> DocumentText {
        let run = Run {
            text: "a".repeat(bytes),
            ..Run::default()
        };
        let parts = std::iter::once((Role::Paragraph, vec![run]));
        DocumentText::new(DocumentCard::default(), parts)
    }

    #[track_caller]
    fn check(blocks: Range<usize>, is_divided: bool, expected: &[(usize, usize)]) {
        let pieces = pieces(blocks, is_divided);
        let places: Vec<_> = pieces.map(|piece| (piece.start, piece.end)).collect();
        assert_eq!(places, expected);
    }

    #[test]
    fn every_block_is_in_one_piece() {
        check(1..40, true, &[(1, 17), (17, 33), (33, 40)]);
        check(17..20, true, &[(17, 18), (18, 19), (19, 20)]);
        check(1..40, false, &[(1, 40)]);
        check(4..4, true, &[]);
    }

    #[test]
    fn what_is_read_is_as_long_as_all_its_documents() {
        let of = |documents| Reading {
            documents,
            left_out: 0,
        };
        assert!(!is_long(&of(vec![text(60_000)])));
        assert!(is_long(&of(vec![text(60_000), text(60_000)])));
    }
}
