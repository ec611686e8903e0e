use dossier_engine::complaint::Complaint;
use yew::prelude::*;

use crate::browser::page;
use crate::widgets::{element, nothing};

/// What was asked and could not be used; all else was. `link` is what the link that was opened
/// asked for, which the reader can dismiss; `filter` what the filter asks for.
pub fn notices(link: &[Complaint], filter: &[Complaint], dismiss: Callback<MouseEvent>) -> Html {
    if link.is_empty() && filter.is_empty() {
        return nothing();
    }
    let complaint = |complaint: &Complaint| element("li", "", &*complaint.message);
    html! {
        <section class="notices" role="status" aria-label="What could not be used">
            <ul>{ for link.iter().chain(filter).map(complaint) }</ul>
            if !link.is_empty() {
                <button class="quiet" onclick={dismiss}>{ "Understood" }</button>
            }
        </section>
    }
}

/// What a reader sees when the engine is gone for good: what is on the page stays.
pub fn engine_lost() -> Html {
    html! {
        <section class="notices is-grave" role="alert">
            <p>
                { "The part of this page that searches and filters has stopped. What you see stays \
                   readable; the address keeps where you are." }
            </p>
            <button class="plain" onclick={|_: MouseEvent| page::reload()}>{ "Reload the page" }</button>
        </section>
    }
}
