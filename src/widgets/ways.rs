//! Links and buttons that lead from here to another address.

use std::rc::Rc;

use dossier_engine::address::Address;
use yew::prelude::*;

use super::text;
use crate::browser::history::href;
use crate::state::{Action, Deed, Move};

/// Where the reader is and how to go elsewhere: what links and buttons are made of.
#[derive(Clone, PartialEq)]
pub struct Ways {
    /// Where the reader is.
    pub here: Rc<Address>,
    /// Goes somewhere.
    pub go: Callback<Move>,
    /// Does something that leads nowhere else.
    pub act: Callback<Action>,
}

/// A button's looks and what it tells those who hear the page.
#[derive(Clone, Default)]
pub struct Button {
    /// Its class.
    pub class: &'static str,
    /// Its name, where what stands in it is none.
    pub label: Option<AttrValue>,
    /// Whether it is pressed, for one that switches something.
    pub pressed: Option<bool>,
    /// The kind whose colours it wears.
    pub kind: Option<&'static str>,
    /// The key that does the same.
    pub key: Option<&'static str>,
    /// Whether it leads nowhere now.
    pub is_dead: bool,
}

impl Ways {
    /// A link to another address of this page: it can be copied, bookmarked and opened in another
    /// tab, and a plain click follows it without loading anything.
    pub fn link(&self, to: Move, class: &'static str, inside: Html) -> Html {
        self.draw_link(to, class, None, inside)
    }

    /// A link to where the reader already is, in the sense that `aria-current` says.
    pub fn link_here(
        &self,
        to: Move,
        class: &'static str,
        sense: &'static str,
        inside: Html,
    ) -> Html {
        self.draw_link(to, class, Some(sense), inside)
    }

    fn draw_link(
        &self,
        to: Move,
        class: &'static str,
        here: Option<&'static str>,
        inside: Html,
    ) -> Html {
        let address = to.from(&self.here);
        let go = self.go.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            if is_plain(&event) {
                event.prevent_default();
                go.emit(to.clone());
            }
        });
        html! { <a {class} href={href(&address)} aria-current={here} {onclick}>{ inside }</a> }
    }

    /// Goes where an event leads, if anywhere.
    pub fn on<E: 'static>(&self, to: impl Fn(E) -> Option<Move> + 'static) -> Callback<E> {
        let go = self.go.clone();
        Callback::from(move |event| {
            if let Some(to) = to(event) {
                go.emit(to);
            }
        })
    }

    /// A button that does something about decisions.
    pub fn deed(&self, deed: Deed, looks: Button, inside: Html) -> Html {
        let onclick = self
            .act
            .reform(move |_: MouseEvent| Action::Do(deed.clone()));
        draw_button(onclick, looks, inside)
    }

    /// A button that goes somewhere.
    pub fn button(&self, to: Move, looks: Button, inside: Html) -> Html {
        let onclick = self.go.reform(move |_: MouseEvent| to.clone());
        draw_button(onclick, looks, inside)
    }
}

/// A button that does what no way leads to.
pub fn button(class: &'static str, onclick: Callback<MouseEvent>, says: &str) -> Html {
    let looks = Button {
        class,
        ..Button::default()
    };
    draw_button(onclick, looks, text(says))
}

fn draw_button(onclick: Callback<MouseEvent>, looks: Button, inside: Html) -> Html {
    html! {
        <button
            type="button"
            class={looks.class}
            aria-label={looks.label.clone()}
            title={looks.label}
            aria-pressed={looks.pressed.map(|on| if on { "true" } else { "false" })}
            aria-keyshortcuts={looks.key}
            data-kind={looks.kind}
            disabled={looks.is_dead}
            {onclick}
        >
            { inside }
        </button>
    }
}

fn is_plain(event: &MouseEvent) -> bool {
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !held
}
