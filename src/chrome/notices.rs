use std::rc::Rc;

use dossier_engine::complaint::Complaint;
use yew::prelude::*;

use crate::browser::page;
use crate::hooks::use_dispatch;
use crate::state::Action;

/// Properties of [`Notices`].
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// What the link that was opened asked for in vain.
    pub link: Rc<Vec<Complaint>>,
    /// What the filter asks for in vain.
    pub filter: Vec<Complaint>,
}

/// What was asked and could not be used. All else was.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let dispatch = use_dispatch();
    if props.link.is_empty() && props.filter.is_empty() {
        return html! {};
    }
    html! {
        <section class="notices" role="status" aria-label="What could not be used">
            <ul>
                { for props.link.iter().chain(&props.filter).map(|complaint| html! {
                    <li>{ &complaint.message }</li>
                }) }
            </ul>
            if !props.link.is_empty() {
                <button class="quiet" onclick={dispatch.reform(|_| Action::Dismiss)}>{ "Understood" }</button>
            }
        </section>
    }
}

/// What a reader sees when the engine is gone for good: what is on the page stays.
#[component]
pub fn EngineLost() -> Html {
    let reload = Callback::from(|_: MouseEvent| page::reload());
    html! {
        <section class="notices is-grave" role="alert">
            <p>
                { "The part of this page that searches and filters has stopped. What you see stays \
                   readable; the address keeps where you are." }
            </p>
            <button class="plain" onclick={reload}>{ "Reload the page" }</button>
        </section>
    }
}
