//! Plain structure, in less program than `html!` takes.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

/// An element: its tag, its class if it has one, and what stands in it. In large pages this takes
/// a third of the program that `html!` does, so plain structure is built with it and `html!` is
/// kept for elements that say more about themselves.
pub fn element(tag: &'static str, class: &'static str, inside: impl Into<Inside>) -> Html {
    match class {
        "" => build(tag, &[], &[], inside.into().0),
        class => build(tag, &["class"], &[class], inside.into().0),
    }
}

/// The same with other attributes than a class, or more: their names, and a value for each.
pub fn element_with<const N: usize>(
    tag: &'static str,
    names: &'static [&'static str; N],
    values: [&'static str; N],
    inside: impl Into<Inside>,
) -> Html {
    build(tag, names, &values, inside.into().0)
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

/// What is said to readers about what happened; `label` says what it is to those who hear the page.
pub fn notices(class: &'static str, label: &'static str, inside: impl Into<Inside>) -> Html {
    let names = &["class", "role", "aria-label"];
    element_with("section", names, [class, "status", label], inside)
}

/// Text, and never markup, whatever it says.
pub fn text(says: impl Into<String>) -> Html {
    VText::new(says.into()).into()
}

/// Nothing at all.
pub fn nothing() -> Html {
    Html::default()
}

fn build(
    tag: &'static str,
    names: &'static [&'static str],
    values: &[&'static str],
    inside: Vec<Html>,
) -> Html {
    let values = values.iter().copied().map(AttributeOrProperty::Static);
    let mut element = VTag::new(tag);
    // To add them one by one would take a map of them, and a kilobyte of program.
    element.set_attributes(Attributes::Dynamic {
        keys: names,
        values: values.map(Some).collect(),
    });
    element.add_children(inside);
    element.into()
}
