//! Where things are on the screen.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    DomRect, Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, MouseEvent, ResizeObserver,
};

use super::page::{document, element};

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

/// How an element was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// Whether it is in the window, or no further away than was asked.
    pub is_near: bool,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// Watches how near an element is until it is dropped.
pub struct NearWatch {
    observer: IntersectionObserver,
    _seen: Closure<dyn Fn(Array)>,
}

impl Drop for NearWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
        // What was seen and not told yet would be told to nobody, which Firefox does.
        let _ = self.observer.take_records();
    }
}

/// Calls `seen` soon, and whenever the element comes near or goes away. `away` is how far around the window
/// that begins, as a margin in CSS.
pub fn watch_near(
    element: Option<Element>,
    away: &str,
    seen: impl Fn(Sighting) + 'static,
) -> Option<NearWatch> {
    let seen = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
            let bounds = entry.bounding_client_rect();
            seen(Sighting {
                is_near: entry.is_intersecting(),
                width: bounds.width() as u32,
                height: bounds.height() as u32,
            });
        }
    });
    let margin = IntersectionObserverInit::new();
    margin.set_root_margin(away);
    let called = seen.as_ref().unchecked_ref();
    let observer = IntersectionObserver::new_with_options(called, &margin).ok()?;
    observer.observe(&element?);
    Some(NearWatch {
        observer,
        _seen: seen,
    })
}

/// How much room a text takes on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scale {
    /// Its width in pixels; 0 while nothing is measured.
    pub width: u32,
    /// The height of a thousand bytes of it, in pixels.
    thousand: u32,
}

/// As high as a thousand bytes are on a desk.
const USUAL: u32 = 450;

impl Scale {
    /// How high so many bytes are likely to be, in pixels.
    pub fn height(self, bytes: usize) -> u32 {
        let thousand = match self.thousand {
            0 => USUAL,
            thousand => thousand,
        };
        (bytes as u64 * u64::from(thousand) / 1000) as u32
    }
}

/// The scale of the text whose first piece a selector finds: an element that says how many bytes it
/// has, in `data-bytes`.
pub fn scale_of(selector: &str) -> Option<Scale> {
    let element = document()?.query_selector(selector).ok()??;
    // A whole number: to read any other takes ten kilobytes of program.
    let bytes: u32 = element.get_attribute("data-bytes")?.parse().ok()?;
    let bounds = element.get_bounding_client_rect();
    Some(Scale {
        width: bounds.width() as u32,
        thousand: bounds.height() as u32 * 1000 / bytes.max(1),
    })
}

/// Makes an element so many pixels high, or as high as what it holds, which is seen then. Else it is there
/// for the search of the browser alone, if anything is.
pub fn give_room(element: Option<HtmlElement>, height: Option<u32>, is_bare: bool) {
    let Some(element) = element else {
        return;
    };
    let style = element.style();
    // All of this can only fail for styles that nobody may change.
    let _ = match height {
        Some(height) => style.set_property("height", &format!("{height}px")),
        None => style.remove_property("height").map(drop),
    };
    // Chromium takes its time for this attribute, so it is not touched before it must be.
    let _ = match height.is_some() && is_bare {
        true => element.set_attribute("hidden", "until-found"),
        false if element.has_attribute("hidden") => element.remove_attribute("hidden"),
        false => Ok(()),
    };
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
