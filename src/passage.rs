//! Passages: a link to the words that are selected, and what became of the words a link points at.

use dossier_engine::address::{Address, View};
use dossier_engine::ask::{DocumentText, Located, Reading};
use dossier_engine::passage::{Fit, LONGEST_QUOTE, Passage};
use gloo::events::EventListener;
use yew::prelude::*;

use crate::browser::{history, page, passages};
use crate::state::{Move, Shared};
use crate::widgets::{
    Button, Inside, Ways, button, element, element_with, elsewhere, nothing, text,
};

/// Properties of [`PassageBar`].
#[derive(Properties, PartialEq)]
pub struct PassageBarProps {
    /// What is read.
    pub reading: Option<Shared<Reading>>,
    /// Where the passage of the address is; none while that is unknown, or if it has none.
    pub located: Option<Shared<Located>>,
    /// Where the reader is and how to go elsewhere.
    pub ways: Ways,
}

/// What the link's passage became of, with a way to send it on; or else a way to link to what is
/// selected.
#[component]
pub fn PassageBar(props: &PassageBarProps) -> Html {
    let selection = use_selection();
    let shown = (props.reading.clone(), props.located.clone());
    use_effect_with(shown, |(reading, located)| {
        let now = located.as_ref().and_then(|located| located.now.as_ref());
        if reading.is_some() {
            passages::point(now);
        }
    });
    let ways = &props.ways;
    match (&ways.here.passage, &props.located, selection) {
        (Some(passage), Some(located), _) => found(props, passage, located),
        (None, _, Some(letters)) => link_to_selection(props, letters),
        _ => nothing(),
    }
}

/// How many characters are selected in a text; none if nothing is.
#[hook]
fn use_selection() -> Option<usize> {
    let selection = use_state_eq(|| None);
    let setter = selection.setter();
    use_effect_with((), move |()| {
        let listener = page::document().map(|document| {
            EventListener::new(&document, "selectionchange", move |_| {
                let selected = passages::selected();
                setter.set(selected.map(|(_, passage)| passage.quote.chars().count()));
            })
        });
        move || drop(listener)
    });
    *selection
}

fn link_to_selection(props: &PassageBarProps, letters: usize) -> Html {
    let reading = props.reading.clone();
    if letters > LONGEST_QUOTE {
        let says = format!("A link can quote {LONGEST_QUOTE} characters; {letters} are selected.");
        let onclick = move |_: MouseEvent| {
            save_selection(reading.as_deref());
        };
        let save = html! { <button class="plain" {onclick} onmousedown={hold}>{ "Save the quotation as a file" }</button> };
        return bar(vec![element("p", "", says), save]);
    }
    let onclick = props.ways.on(move |_: MouseEvent| {
        let (place, passage) = passages::selected()?;
        let document = &reading.as_ref()?.documents.get(place)?.document;
        Some(Move::Point(document.slug.clone(), passage))
    });
    bar(
        html! { <button class="plain" {onclick} onmousedown={hold}>{ "Link to what is selected" }</button> },
    )
}

/// A press must not take the selection away before the click reads it.
fn hold(event: MouseEvent) {
    event.prevent_default();
}

/// What is too long for a link, as a file whose link leads to where it begins.
fn save_selection(reading: Option<&Reading>) -> Option<()> {
    let (place, passage) = passages::selected()?;
    let text = reading?.documents.get(place)?;
    let beginning = Passage {
        quote: passage.quote.chars().take(LONGEST_QUOTE).collect(),
        after: String::new(),
        ..passage.clone()
    };
    let href = history::href(&Address {
        view: View::Read,
        document: Some(text.document.slug.clone()),
        passage: Some(beginning),
        ..Address::default()
    });
    passages::save(&passage, &source(text), &href);
    Some(())
}

fn found(props: &PassageBarProps, sought: &Passage, located: &Located) -> Html {
    let ways = &props.ways;
    let says = match located.fit {
        Fit::Exact => "This is the passage, word for word.".to_owned(),
        Fit::Moved(100) => "These are the words of the link, in other surroundings.".to_owned(),
        Fit::Moved(alike) => {
            format!("The text has changed: this is {alike} % like what the link quotes.")
        }
        Fit::Lost => "This document does not say what the link quotes.".to_owned(),
    };
    let mut inside = vec![element("p", "", says)];
    if located.fit != Fit::Exact {
        inside.push(element("blockquote", "", text(&*sought.quote)));
    }
    inside.extend(located.now.as_ref().map(|now| copy_button(props, now)));
    inside.extend(located.now.as_ref().map(|now| inset_link(props, now)));
    let away = Button {
        class: "quiet",
        ..Button::default()
    };
    inside.push(ways.button(Move::Unpoint, away, text("Done")));
    bar(inside)
}

fn copy_button(props: &PassageBarProps, now: &Passage) -> Html {
    let text = props
        .reading
        .as_deref()
        .and_then(|reading| reading.documents.first());
    let (now, source) = (now.clone(), text.map(source));
    let href = history::href(&props.ways.here);
    let onclick = move |_: MouseEvent| {
        passages::copy(&now, source.as_deref().unwrap_or_default(), &href);
    };
    button("plain", Callback::from(onclick), "Copy quotation and link")
}

/// To what shows the passage in other people's pages.
fn inset_link(props: &PassageBarProps, now: &Passage) -> Html {
    let shown = Address {
        view: View::Read,
        document: props.ways.here.document.clone(),
        passage: Some(now.clone()),
        ..Address::default()
    };
    elsewhere(&shown, "Embed")
}

/// Where a quotation is from: title, outlet, date.
fn source(text: &DocumentText) -> String {
    let document = &text.document;
    let published = document.published.as_ref();
    [
        Some(document.title.clone()),
        document.outlet.clone(),
        published.map(|published| published.label.clone()),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}

fn bar(inside: impl Into<Inside>) -> Html {
    element_with(
        "div",
        &["role"],
        ["status"],
        element("div", "passage-bar", inside),
    )
}
