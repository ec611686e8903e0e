//! Keys that mean something everywhere.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::Shortcuts;
use crate::browser::page;

/// A key that means something everywhere on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// `/`: to the search box.
    Search,
    /// `n`: to the next mention or hit.
    Next,
    /// `p`: to the previous one.
    Previous,
    /// `j`: to the next result.
    Down,
    /// `k`: to the previous one.
    Up,
    /// `o`: to the text as its file has it, and back.
    Original,
    /// `?`: what the keys do.
    Help,
    /// `y`: yes, where something is asked.
    Yes,
    /// `h`: it cannot be said, where something is asked.
    Unsure,
    /// Ctrl+Z: the last decision back.
    Undo,
    /// `Esc`: out of what is open.
    Escape,
}

/// Listens for keys on the whole page. Single characters count only if the reader wants them
/// to, and never while the reader types or holds a modifier (WCAG 2.1.4).
#[hook]
pub fn use_keys(shortcuts: Shortcuts, pressed: Callback<Key>) {
    // Effects run after what is drawn is on the screen. Who presses a key in between means what
    // they see, so the listener asks for what was drawn last.
    let drawn = use_mut_ref(|| (shortcuts, pressed.clone()));
    *drawn.borrow_mut() = (shortcuts, pressed);
    use_effect_with((), move |()| {
        let listener = page::document().map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let (shortcuts, pressed) = drawn.borrow().clone();
                let event = event.dyn_ref::<KeyboardEvent>();
                if let Some((event, key)) = event.and_then(|event| Some((event, key_of(event)?))) {
                    hear(event, key, shortcuts, &pressed);
                }
            })
        });
        move || drop(listener)
    });
}

fn hear(event: &KeyboardEvent, key: Key, shortcuts: Shortcuts, pressed: &Callback<Key>) {
    if key != Key::Escape {
        let is_off = shortcuts == Shortcuts::Off && key != Key::Undo;
        if is_off || is_typing(event) {
            return;
        }
        event.prevent_default();
    }
    pressed.emit(key);
}

fn key_of(event: &KeyboardEvent) -> Option<Key> {
    if (event.ctrl_key() || event.meta_key()) && event.key() == "z" {
        return Some(Key::Undo);
    }
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
        return None;
    }
    Some(match event.key().as_str() {
        "/" => Key::Search,
        "n" => Key::Next,
        "p" => Key::Previous,
        "j" => Key::Down,
        "k" => Key::Up,
        "o" => Key::Original,
        "?" => Key::Help,
        "y" => Key::Yes,
        "h" => Key::Unsure,
        "Escape" => Key::Escape,
        _ => return None,
    })
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target() else {
        return false;
    };
    let editable = target
        .dyn_ref::<HtmlElement>()
        .is_some_and(HtmlElement::is_content_editable);
    let field = target.dyn_ref::<Element>().is_some_and(|element| {
        element
            .matches("textarea, select, input:not([type=checkbox]):not([type=radio])")
            .unwrap_or(false)
    });
    editable || field
}
