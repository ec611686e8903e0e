//! The search box.

use dossier_engine::ask::{Suggested, Suggestion, counted};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::{Action, Move, Shared, Typing};
use crate::widgets::{Button, Inside, Sign, Ways, element, glyph, nothing};

/// Id of the box, for the key that leads to it.
pub const SEARCH_BOX: &str = "search";

/// Id of the list of suggestions.
const SUGGESTIONS: &str = "suggestions";

/// What is done in the search box, and what is offered for it.
pub struct Typed {
    /// How many documents there are to search, once that is known.
    pub documents: Option<u32>,
    /// How what is typed might go on; none while that is not to be shown.
    pub suggestions: Option<Shared<Vec<Suggestion>>>,
    /// What the reader does there.
    pub typing: Typing,
}

/// The search box. Results follow each keystroke; suggestions hang below it while the reader types,
/// as a combobox whose list does not take the focus (ARIA Authoring Practices, "Editable Combobox
/// With List Autocomplete").
pub fn search_box(ways: &Ways, typed: Typed) -> Html {
    let all = typed.suggestions;
    let offered = all.as_ref().map_or(&[][..], |all| all);
    let at = typed.typing.suggestion().filter(|at| *at < offered.len());
    let suggestions = offered.iter().enumerate();
    let suggestions: Inside = suggestions
        .map(|(place, suggestion)| option(ways, place, suggestion, at == Some(place)))
        .collect();
    let is_open = !offered.is_empty();
    let oninput = {
        let ways = ways.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                ways.act.emit(Action::Type(Typing::Words));
                ways.go.emit(Move::Search(field.value()));
            }
        })
    };
    let onkeydown = {
        let (ways, all) = (ways.clone(), all.clone());
        Callback::from(move |event: KeyboardEvent| {
            let all = all.as_ref().map_or(&[][..], |all| all);
            if press(&ways, at, all, &event.key()) {
                event.prevent_default();
            }
        })
    };
    let onblur = ways.act.reform(|_: FocusEvent| Action::Type(Typing::Idle));
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let placeholder = match typed.documents {
        Some(number) => format!("Search {}", counted(number, "document")),
        None => "Search".to_owned(),
    };
    html! {
        <form class="search" role="search" {onsubmit}>
            { glyph(Sign::Search) }
            <input
                id={SEARCH_BOX}
                type="text"
                role="combobox"
                aria-label="Search"
                aria-expanded={if is_open { "true" } else { "false" }}
                aria-controls={SUGGESTIONS}
                aria-autocomplete="list"
                aria-activedescendant={at.map(option_id)}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                value={ways.here.filter.query.clone()}
                {placeholder}
                {oninput}
                {onkeydown}
                {onblur}
            />
            { clear_button(ways) }
            <kbd aria-hidden="true">{ "/" }</kbd>
            <ul
                id={SUGGESTIONS}
                class="suggestions"
                role="listbox"
                aria-label="Suggestions"
                hidden={!is_open}
                // The focus stays in the box.
                onmousedown={|event: MouseEvent| event.prevent_default()}
            >
                { suggestions.into_html() }
            </ul>
        </form>
    }
}

/// What a key does in the box; whether it does anything.
fn press(ways: &Ways, at: Option<usize>, offered: &[Suggestion], key: &str) -> bool {
    let count = offered.len();
    match key {
        "ArrowDown" => ways.act.emit(Action::Type(Typing::at(below(at, count)))),
        "ArrowUp" => ways.act.emit(Action::Type(Typing::at(above(at, count)))),
        "Escape" if count > 0 => ways.act.emit(Action::Type(Typing::Idle)),
        "Enter" => match at.and_then(|at| offered.get(at)) {
            Some(suggestion) => take(ways, suggestion),
            None => ways.act.emit(Action::Type(Typing::Idle)),
        },
        _ => return false,
    }
    true
}

/// The suggestion below; below the last none, where what was typed is searched.
fn below(at: Option<usize>, count: usize) -> Option<usize> {
    let next = at.map_or(0, |at| at + 1);
    (next < count).then_some(next)
}

/// The suggestion above; above the first none.
fn above(at: Option<usize>, count: usize) -> Option<usize> {
    at.unwrap_or(count).checked_sub(1)
}

/// Takes a suggestion over. After a field its value is still to be typed.
fn take(ways: &Ways, suggestion: &Suggestion) {
    ways.go.emit(Move::Search(suggestion.typed.clone()));
    ways.act.emit(match suggestion.what {
        Suggested::Field => Action::Type(Typing::Words),
        Suggested::Word | Suggested::Value(_) => Action::Type(Typing::Idle),
    });
}

fn option_id(place: usize) -> String {
    format!("suggestion-{place}")
}

fn option(ways: &Ways, place: usize, suggestion: &Suggestion, is_chosen: bool) -> Html {
    let (kind, what) = match suggestion.what {
        Suggested::Word => (None, "word"),
        Suggested::Field => (None, "field"),
        Suggested::Value(None) => (None, "value"),
        Suggested::Value(Some(kind)) => (Some(kind.slug()), kind.label()),
    };
    let onclick = {
        let (ways, suggestion) = (ways.clone(), suggestion.clone());
        Callback::from(move |_: MouseEvent| take(&ways, &suggestion))
    };
    html! {
        <li
            id={option_id(place)}
            role="option"
            aria-selected={is_chosen.to_string()}
            data-kind={kind}
            {onclick}
        >
            { element("bdi", "", &*suggestion.label) }
            { element("span", "suggestion-what", what) }
        </li>
    }
}

fn clear_button(ways: &Ways) -> Html {
    if ways.here.filter.query.is_empty() {
        return nothing();
    }
    let looks = Button {
        class: "search-clear",
        label: Some("Clear the search".into()),
        ..Button::default()
    };
    ways.button(Move::Search(String::new()), looks, glyph(Sign::Close))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_by_way_of_what_was_typed() {
        assert_eq!(
            (below(None, 2), below(Some(0), 2), below(Some(1), 2)),
            (Some(0), Some(1), None)
        );
        assert_eq!(
            (above(None, 2), above(Some(1), 2), above(Some(0), 2)),
            (Some(1), Some(0), None)
        );
    }
}
