//! Correcting what was found: each way one decision.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::subject::{SubjectProps, decide};
use crate::state::{Action, quoted};
use crate::widgets::{Button, button, element, text};

/// What a reader can say about the open entity: it is right, it is nothing, it is called
/// otherwise, it is somebody known.
#[component]
pub(super) fn Correct(props: &SubjectProps) -> Html {
    let field = use_node_ref();
    let (named, kind) = (&props.named, props.kind);
    let plain = |label: &'static str, said: String| {
        let looks = Button {
            class: "card-filter",
            ..Button::default()
        };
        props.ways.deed(decide(&said), looks, text(label))
    };
    let with_name = |label: &'static str, said: fn(&str, &str, &str) -> String| {
        let (field, act, named) = (field.clone(), props.ways.act.clone(), named.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let typed = field.cast::<HtmlInputElement>().map(|field| field.value());
            let typed = typed.unwrap_or_default();
            if !typed.trim().is_empty() {
                let said = said(&named, kind, typed.trim());
                act.emit(Action::Do(decide(&said)));
            }
        });
        button("card-filter", onclick, label)
    };
    let plain = vec![
        plain("It is right", format!("confirm = {named}")),
        plain("It is no name", format!("hide = {named}")),
    ];
    let with_name = vec![
        with_name("Call it so", |named, _, typed| {
            format!("rename = {named}\nto = {}", quoted(typed))
        }),
        with_name("It is the same as this", |named, kind, typed| {
            format!("merge = [{named}, {}]", quoted(&format!("{kind}: {typed}")))
        }),
    ];
    let stay = "Your corrections stay in this browser; see Review.";
    let inside = vec![
        element("summary", "", "Correct this"),
        element("div", "card-filters", plain),
        html! { <label>{ "Another name" }<input ref={field.clone()} type="text" /></label> },
        element("div", "card-filters", with_name),
        element("p", "card-note", stay),
    ];
    element("details", "reasons correct", inside)
}
