//! One of a few things, chosen.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// A field that offers a few things of which one is chosen, by its place; `chose` hears which.
/// `label` says to those who hear the page what is chosen.
pub fn choice(label: String, offered: &[String], chosen: usize, chose: Callback<usize>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        if let Some(field) = event.target_dyn_into::<HtmlSelectElement>()
            && let Ok(place) = usize::try_from(field.selected_index())
        {
            chose.emit(place);
        }
    });
    // The attribute holds until the reader chooses, the property from then on.
    let option = |(place, name): (usize, &String)| {
        html! { <option selected={place == chosen}>{ name }</option> }
    };
    let value = offered.get(chosen).cloned().unwrap_or_default();
    html! {
        <select class="choice" aria-label={label} ~value={value} {onchange}>
            { for offered.iter().enumerate().map(option) }
        </select>
    }
}
