//! Where things are on the screen.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, MouseEvent, ResizeObserver};

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

/// How far down the element with this id each of the others is, from 0 to 1. Those that are not
/// on the page count as at its start.
pub fn fractions_within(id: &str, others: impl Iterator<Item = String>) -> Vec<f64> {
    let Some(outer) = element(id).map(|outer| outer.get_bounding_client_rect()) else {
        return Vec::new();
    };
    others
        .map(|other| {
            let top = element(&other).map_or(outer.top(), |e| e.get_bounding_client_rect().top());
            ((top - outer.top()) / outer.height().max(1.0)).clamp(0.0, 1.0)
        })
        .collect()
}

/// How far down the element that listens the pointer was, from 0 to 1.
pub fn fraction_of_target(event: &MouseEvent) -> Option<f64> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let outer = target.closest("svg").ok()??.get_bounding_client_rect();
    Some((f64::from(event.client_y()) - outer.top()) / outer.height().max(1.0))
}
