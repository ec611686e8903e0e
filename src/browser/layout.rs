//! Where things are on the screen.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Element, MouseEvent, ResizeObserver};

use super::page::element;

/// Watches an element's size until it is dropped.
pub struct SizeWatch {
    observer: ResizeObserver,
    _changed: Closure<dyn Fn()>,
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `changed` now and whenever the element with this id changes its size.
pub fn watch_size(id: &str, changed: impl Fn() + 'static) -> Option<SizeWatch> {
    let changed = Closure::<dyn Fn()>::new(changed);
    let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
    observer.observe(&element(id)?);
    Some(SizeWatch {
        observer,
        _changed: changed,
    })
}

/// How far down the element with this id each of the others is, in thousandths of its height.
/// Those that are not on the page count as at its start.
pub fn thousandths_within(id: &str, others: impl Iterator<Item = String>) -> Vec<i32> {
    let Some(outer) = element(id).map(|outer| outer.get_bounding_client_rect()) else {
        return Vec::new();
    };
    let top = |other: String| element(&other).map(|e| e.get_bounding_client_rect().top());
    others
        .map(|other| top(other).map_or(0, |top| thousandths(&outer, top)))
        .collect()
}

/// How far down the picture that listens the pointer was, in thousandths of its height.
pub fn thousandths_of_target(event: &MouseEvent) -> Option<i32> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let outer = target.closest("svg").ok()??.get_bounding_client_rect();
    Some(thousandths(&outer, f64::from(event.client_y())))
}

fn thousandths(outer: &DomRect, y: f64) -> i32 {
    let part = (y - outer.top()) / outer.height().max(1.0);
    (part * 1000.0).clamp(0.0, 1000.0) as i32
}
