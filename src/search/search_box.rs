use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::Move;
use crate::widgets::{Sign, Ways, glyph};
use crate::wording::counted;

/// Id of the box, for the key that leads to it.
pub const SEARCH_BOX: &str = "search";

/// The search box, for so many documents as there are, once that is known. Results follow each
/// keystroke.
pub fn search_box(ways: &Ways, documents: Option<u32>) -> Html {
    let oninput = ways.on(|event: InputEvent| {
        let field = event.target_dyn_into::<HtmlInputElement>()?;
        Some(Move::Search(field.value()))
    });
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let placeholder = match documents {
        Some(number) => format!("Search {}", counted(number, "document")),
        None => "Search".to_owned(),
    };
    html! {
        <form class="search" role="search" {onsubmit}>
            { glyph(Sign::Search) }
            <input
                id={SEARCH_BOX}
                type="search"
                aria-label="Search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                value={ways.here.filter.query.clone()}
                {placeholder}
                {oninput}
            />
            <kbd aria-hidden="true">{ "/" }</kbd>
        </form>
    }
}
