use dossier_engine::ask::Value;
use yew::prelude::*;

use super::Link;
use crate::state::Move;

/// Properties of [`Names`].
#[derive(Properties, PartialEq)]
pub struct NamesProps {
    /// Entities and how often they are mentioned.
    pub values: Vec<Value>,
    /// What these names have in common, for those who hear the page.
    pub label: AttrValue,
}

/// A list of entities, each a link that opens its card.
#[component]
pub fn Names(props: &NamesProps) -> Html {
    html! {
        <ul class="names" aria-label={props.label.clone()}>
            { for props.values.iter().map(|value| html! {
                <li key={value.slug.clone()} data-kind={value.kind.map(|kind| kind.slug())}>
                    <Link to={Move::Open(value.slug.clone(), None)} class="name">
                        { &value.label }
                        { " " }
                        <span class="name-count">{ value.count }</span>
                    </Link>
                </li>
            }) }
        </ul>
    }
}
