//! Plain structure, in less program than `html!` takes.

use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

/// An element: its tag, its class if it has one, and what stands in it. In large pages this takes
/// a third of the program that `html!` does, so plain structure is built with it and `html!` is
/// kept for elements that say more about themselves.
pub fn element(tag: &'static str, class: &'static str, inside: impl Into<Inside>) -> Html {
    build(tag, class, inside.into().0)
}

/// What stands in an element.
pub struct Inside(Vec<Html>);

impl Inside {
    /// As it stands in an element that `html!` draws.
    pub fn into_html(self) -> Html {
        Html::from_iter(self.0)
    }
}

impl From<Vec<Html>> for Inside {
    fn from(inside: Vec<Html>) -> Self {
        Self(inside)
    }
}

impl From<Html> for Inside {
    fn from(inside: Html) -> Self {
        Self(vec![inside])
    }
}

impl From<String> for Inside {
    fn from(says: String) -> Self {
        Self(vec![text(says)])
    }
}

impl From<&str> for Inside {
    fn from(says: &str) -> Self {
        Self::from(says.to_owned())
    }
}

impl FromIterator<Html> for Inside {
    fn from_iter<T: IntoIterator<Item = Html>>(inside: T) -> Self {
        Self(inside.into_iter().collect())
    }
}

/// Text, and never markup, whatever it says.
pub fn text(says: impl Into<String>) -> Html {
    VText::new(says.into()).into()
}

/// Nothing at all.
pub fn nothing() -> Html {
    Html::default()
}

fn build(tag: &'static str, class: &'static str, inside: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        element.add_attribute("class", class);
    }
    element.add_children(inside);
    element.into()
}
