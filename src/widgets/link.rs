use yew::prelude::*;

use crate::browser::history::href;
use crate::hooks::use_go;
use crate::state::{Move, Place};

/// Properties of [`Link`].
#[derive(Properties, PartialEq)]
pub struct LinkProps {
    /// Where it leads.
    pub to: Move,
    /// Its classes.
    #[prop_or_default]
    pub class: Classes,
    /// Whether it leads to where the reader is: the value of `aria-current`.
    #[prop_or_default]
    pub current: Option<AttrValue>,
    /// Its element's id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// What it says.
    pub children: Html,
}

/// A link to another address of this page: it can be copied, bookmarked and opened in another
/// tab, and a plain click follows it without loading anything.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let go = use_go();
    let place = use_context::<Place>().unwrap_or_default();
    let address = props.to.from(&place.0);
    let onclick = use_callback((props.to.clone(), go), |event: MouseEvent, (to, go)| {
        if is_plain(&event) {
            event.prevent_default();
            go.emit(to.clone());
        }
    });
    html! {
        <a
            id={props.id.clone()}
            class={props.class.clone()}
            href={href(&address.to_string())}
            aria-current={props.current.clone()}
            {onclick}
        >
            { props.children.clone() }
        </a>
    }
}

fn is_plain(event: &MouseEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !held
}
