use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::hooks::use_go;
use crate::state::Move;
use crate::widgets::{Glyph, Sign};
use crate::wording::counted;

/// Id of the box, for the key that leads to it.
pub const SEARCH_BOX: &str = "search";

/// Properties of [`SearchBox`].
#[derive(Properties, PartialEq)]
pub struct SearchBoxProps {
    /// What is searched.
    pub query: AttrValue,
    /// How many documents there are; none while that is unknown.
    pub documents: Option<u32>,
}

/// The search box. Results follow each keystroke.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let go = use_go();
    let oninput = use_callback(go, |event: InputEvent, go| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            go.emit(Move::Search(field.value()));
        }
    });
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let placeholder = match props.documents {
        Some(number) => format!("Search {}", counted(number, "document")),
        None => "Search".to_owned(),
    };
    html! {
        <form class="search" role="search" {onsubmit}>
            <Glyph sign={Sign::Search} />
            <input
                id={SEARCH_BOX}
                type="search"
                aria-label="Search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                value={props.query.clone()}
                {placeholder}
                {oninput}
            />
            <kbd aria-hidden="true">{ "/" }</kbd>
        </form>
    }
}
