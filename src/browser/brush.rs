//! Brushing over a picture with a pointer, from one of its columns to another.
//!
//! Where the brush was put down is remembered at the picture itself, so that it survives the
//! picture being drawn anew while the reader brushes.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// The attribute that remembers where the brush was put down, in pixels of the window.
const DOWN: &str = "data-down";

/// Pixels that the pointer of a steady hand may move.
const STEADY: i32 = 4;

/// Puts the brush down. The picture hears of the pointer until [`end`], wherever it goes.
pub fn begin(event: &PointerEvent) {
    if let Some(picture) = picture(event) {
        let _ = picture.set_attribute(DOWN, &event.client_x().to_string());
        let _ = picture.set_pointer_capture(event.pointer_id());
    }
}

/// Lifts the brush; tells whether it was moved.
pub fn end(event: &PointerEvent) -> bool {
    let moved = has_moved(event);
    if let Some(picture) = picture(event) {
        let _ = picture.remove_attribute(DOWN);
    }
    moved
}

/// Whether the brush is down and was moved since.
pub fn has_moved(event: &PointerEvent) -> bool {
    down(event).is_some_and(|down| down.abs_diff(event.client_x()) > STEADY as u32)
}

/// The columns of so many where the brush was put down and where it is; none if it is not down.
pub fn places(event: &PointerEvent, columns: usize) -> Option<(usize, usize)> {
    let bounds = picture(event)?.get_bounding_client_rect();
    let place = |x: i32| {
        let share = (f64::from(x) - bounds.left()) / bounds.width().max(1.0);
        let column = (share * columns as f64).max(0.0) as usize;
        column.min(columns.saturating_sub(1))
    };
    Some((place(down(event)?), place(event.client_x())))
}

fn down(event: &PointerEvent) -> Option<i32> {
    picture(event)?.get_attribute(DOWN)?.parse().ok()
}

fn picture(event: &PointerEvent) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("svg").ok()?
}
