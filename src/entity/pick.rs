//! Picking mentions that are somebody else's: each pick one decision.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::subject::{SubjectProps, decide};
use crate::browser::page;
use crate::state::{Action, quoted};
use crate::widgets::{button, element};

/// Picks out the boxes beside the lines.
const BOXES: &str = ".study-lines .pick";

/// The attribute of a box that says of which document its line is.
const DOCUMENT: &str = "data-document";

/// What a reader can do with the lines that are ticked.
#[component]
pub(super) fn Pick(props: &SubjectProps) -> Html {
    let field = use_node_ref();
    let splitting = |label: &'static str, part: fn() -> Option<String>| {
        let (field, act) = (field.clone(), props.ways.act.clone());
        let (named, kind) = (props.named.clone(), props.kind);
        let onclick = Callback::from(move |_: MouseEvent| {
            let Some(part) = part() else {
                page::focus_first(BOXES);
                return;
            };
            let typed = field.cast::<HtmlInputElement>().map(|field| field.value());
            let whose = match typed.unwrap_or_default().trim() {
                "" => String::new(),
                name => format!("to = {}\n", quoted(&format!("{kind}: {name}"))),
            };
            page::untick(BOXES);
            let said = format!("split = {named}\n{part}{whose}");
            act.emit(Action::Do(decide(&said)));
        });
        button("card-filter", onclick, label)
    };
    let buttons = vec![
        splitting("The ticked lines are somebody else", mentions),
        splitting("All in the ticked lines’ documents", documents),
    ];
    let inside = vec![
        element("summary", "", "Some of these are somebody else"),
        element("p", "card-note", "Tick their lines, then say so."),
        html! { <label>{ "Who it is, if you know" }<input ref={field.clone()} type="text" /></label> },
        element("div", "card-filters", buttons),
    ];
    element("details", "reasons correct", inside)
}

/// The ticked places, as a decision names them.
fn mentions() -> Option<String> {
    let places = page::ticked(BOXES, "value");
    (!places.is_empty()).then(|| format!("mention = [{}]\n", places.join(", ")))
}

/// The documents of ticked lines, each once.
fn documents() -> Option<String> {
    // To sort what is seldom more than a few would be four kilobytes of program.
    let mut documents: Vec<String> = Vec::new();
    for one in page::ticked(BOXES, DOCUMENT) {
        let one = quoted(&one);
        if !documents.contains(&one) {
            documents.push(one);
        }
    }
    (!documents.is_empty()).then(|| format!("document = [{}]\n", documents.join(", ")))
}
