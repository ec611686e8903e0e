//! The page: its elements, its focus, where it scrolls.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, HtmlElement, HtmlInputElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition, Window,
};

/// The window; none in a worker.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document; none in a worker.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The element with this id.
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// What the page is called in tabs and history.
pub fn title() -> String {
    document().map_or_else(String::new, |document| document.title())
}

/// Whether the focus is in a field to type in.
pub fn is_typing() -> bool {
    focused_tag().is_some_and(|tag| tag == "INPUT")
}

/// Whether the focus is on something that the reader is about to use again.
pub fn is_on_control() -> bool {
    focused_tag().is_some_and(|tag| ["INPUT", "BUTTON", "A"].contains(&tag.as_str()))
}

fn focused_tag() -> Option<String> {
    Some(document()?.active_element()?.tag_name())
}

/// Moves the focus to the element with this id if the reader goes by keyboard.
pub fn focus_for_keyboard(id: &str) {
    let by_keyboard = document()
        .and_then(|document| document.query_selector("mark:focus-visible").ok().flatten())
        .is_some();
    if by_keyboard {
        focus(id);
    }
}

/// Calls once when the page has nothing else to do; in browsers that do not tell, never.
pub fn when_idle(act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    if let Some(window) = window() {
        let _ = window.request_idle_callback(act.unchecked_ref());
    }
}

/// Names the page in tabs and history.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Says of the element with this id whether it is about to change.
pub fn set_busy(id: &str, is_busy: bool) {
    if let Some(element) = element(id) {
        let _ = element.set_attribute("aria-busy", if is_busy { "true" } else { "false" });
    }
}

/// Says in which language the page speaks.
pub fn set_language(language: &str) {
    let root = document().and_then(|document| document.document_element());
    // Chromium styles the whole page anew whenever this is written, be it the same.
    let root = root.filter(|root| root.get_attribute("lang").as_deref() != Some(language));
    if let Some(root) = root {
        let _ = root.set_attribute("lang", language);
    }
}

/// Moves the focus to the element with this id, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Brings the element with this id to the middle of the window: at once if it is far away, or if
/// the reader asked for less motion.
pub fn bring_into_view(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_behavior(if moves_calmly() && is_close(&element) {
            ScrollBehavior::Smooth
        } else {
            ScrollBehavior::Instant
        });
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether an element is at most a few windows away. On a longer way, what lies along it may change
/// its size, and the motion would end beside its aim.
fn is_close(element: &Element) -> bool {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64());
    let away = element.get_bounding_client_rect().top().abs();
    height.is_some_and(|height| away < 3.0 * height)
}

/// Scrolls to the very top.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether motion is welcome.
fn moves_calmly() -> bool {
    window()
        .and_then(|window| {
            window
                .match_media("(prefers-reduced-motion: no-preference)")
                .ok()
        })
        .flatten()
        .is_some_and(|query| query.matches())
}

/// Sets the theme, or leaves it to the system.
pub fn set_theme(theme: Option<&str>) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Whether the reader has text selected, so that a click ended a selection.
pub fn is_selecting() -> bool {
    window()
        .and_then(|window| window.get_selection().ok().flatten())
        .is_some_and(|selection| !selection.is_collapsed())
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Today, where the reader is, as `2018-01-26`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let (month, day) = (now.get_month() + 1, now.get_date());
    let pad = |number: u32| if number < 10 { "0" } else { "" };
    let (of_month, of_day) = (pad(month), pad(day));
    format!("{}-{of_month}{month}-{of_day}{day}", now.get_full_year())
}

/// Moves the focus among the elements that `selector` picks, by `step` places from the one that
/// has it; from none, to the first.
pub fn move_focus(selector: &str, step: i32) {
    let active = document().and_then(|document| document.active_element());
    let elements = all::<HtmlElement>(selector);
    let here = elements
        .iter()
        .position(|element| Some(element.unchecked_ref::<Element>()) == active.as_ref());
    let next = here.map_or(Some(0), |here| here.checked_add_signed(step as isize));
    if let Some(element) = next.and_then(|next| elements.get(next)) {
        let _ = element.focus();
    }
}

/// Moves the focus to the field with this id and selects what it says.
pub fn select(id: &str) {
    focus(id);
    if let Some(field) =
        element(id).and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        field.select();
    }
}

/// The elements that `selector` picks.
fn all<T: JsCast>(selector: &str) -> Vec<T> {
    let list = document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(list) = list else {
        return Vec::new();
    };
    let places = 0..list.length();
    places
        .filter_map(|place| list.item(place)?.dyn_into().ok())
        .collect()
}

/// What the ticked ones of these boxes say under this attribute.
pub fn ticked(boxes: &str, attribute: &str) -> Vec<String> {
    let boxes = all::<HtmlInputElement>(boxes).into_iter();
    let ticked = boxes.filter(HtmlInputElement::checked);
    ticked
        .filter_map(|one| one.get_attribute(attribute))
        .collect()
}

/// Takes the ticks from these boxes.
pub fn untick(boxes: &str) {
    let boxes = all::<HtmlInputElement>(boxes);
    boxes.iter().for_each(|one| one.set_checked(false));
}

/// Moves the focus to the first element that `selector` picks.
pub fn focus_first(selector: &str) {
    if let Some(first) = all::<HtmlElement>(selector).first() {
        let _ = first.focus();
    }
}
