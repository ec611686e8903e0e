//! The help: keys and settings.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::hooks::{Settings, Shortcuts};
use crate::widgets::element;

/// The keys and what they do.
const KEYS: [(&str, &str); 11] = [
    ("/", "Search"),
    ("j", "Next result"),
    ("k", "Previous result"),
    ("n", "Next mention or hit in the text"),
    ("p", "Previous mention or hit in the text"),
    ("Enter", "Open the mention"),
    ("o", "The text as its file has it, and back"),
    ("y n h", "In Review: yes, no, not sure"),
    ("Ctrl+Z", "Take your last decision back"),
    ("Esc", "Back out of what is open"),
    ("?", "This help"),
];

/// Properties of [`Help`].
#[derive(Properties, PartialEq)]
pub struct HelpProps {
    /// What the reader chose.
    pub settings: Settings,
    /// Changes that.
    pub change: Callback<Settings>,
    /// Called when the reader has closed it.
    pub closed: Callback<Event>,
}

/// The help, as a dialog over the page.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let dialog = use_node_ref();
    use_effect_with(dialog.clone(), |dialog| {
        if let Some(dialog) = dialog
            .get()
            .and_then(|node| node.dyn_into::<HtmlDialogElement>().ok())
        {
            // A browser without modal dialogs shows it in place, which is as good as it gets.
            if dialog.show_modal().is_err() {
                dialog.set_open(true);
            }
        }
    });
    let settings = props.settings;
    let on = settings.shortcuts == Shortcuts::On;
    let toggle = props.change.reform(move |_: Event| Settings {
        shortcuts: if on { Shortcuts::Off } else { Shortcuts::On },
        ..settings
    });
    html! {
        <dialog
            ref={dialog}
            class="help"
            aria-labelledby="help-title"
            onclose={props.closed.clone()}
        >
            <form method="dialog">
                <h2 id="help-title">{ "Help" }</h2>
                <p>
                    { "Names in the text are underlined, each kind in its own way. Choose one to see \
                       who it is and where else it stands. Filters narrow the documents down; the \
                       page's address is a link to exactly what you see." }
                </p>
                <h3>{ "Keys" }</h3>
                <dl class="keys">
                    { for KEYS.map(key) }
                </dl>
                <label class="help-switch">
                    <input type="checkbox" checked={on} onchange={toggle} />
                    { "Single characters are keys" }
                </label>
                <button class="plain" value="close">{ "Close" }</button>
            </form>
        </dialog>
    }
}

fn key((key, does): (&'static str, &'static str)) -> Html {
    let inside = vec![
        element("dt", "", element("kbd", "", key)),
        element("dd", "", does),
    ];
    element("div", "", inside)
}
