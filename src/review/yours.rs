//! What the reader decided, and what can be done with it: set aside, taken back, sent, saved, added to.

use std::rc::Rc;

use dossier_engine::address::{Address, View};
use dossier_engine::ask::{Heard, counted};
use yew::prelude::*;

use crate::browser::{boot, files, history};
use crate::state::{Action, Deed, Own, Stance, decisions_in};
use crate::widgets::{Button, Ways, button, element, element_with, nothing, text};
use crate::wording::amount;

/// The reader's own decisions.
pub(super) fn yours(ways: &Ways, own: &Own, heard: &Heard) -> Html {
    let inside = match own.decisions.len() {
        0 => element(
            "p",
            "card-note",
            where_kept(
                "Your decisions stay in this browser. The publisher can put them into dossier.toml.",
                "Your decisions stay in this page, and in a copy that you save. The publisher can put \
                 them into dossier.toml.",
            ),
        ),
        _ => kept(ways, own, heard),
    };
    let add = vec![
        text("Add decisions from a file (dossier.toml)"),
        html! { <input type="file" accept=".toml,text/plain" onchange={added(ways)} /> },
    ];
    let news = ["card-note", "status"];
    let inside = vec![
        inside,
        element("label", "file", add),
        element_with("p", &["class", "role"], news, &*own.news),
    ];
    element("section", "yours-all", inside)
}

/// What to say in an edition on a host, and in one that is one file.
fn where_kept(on_host: &'static str, in_one_file: &'static str) -> &'static str {
    if boot::is_one_file() {
        in_one_file
    } else {
        on_host
    }
}

/// Reads a file that the reader picks, and adds its decisions.
fn added(ways: &Ways) -> Callback<Event> {
    let act = ways.act.clone();
    Callback::from(move |event: Event| {
        let act = act.clone();
        files::read(&event, move |text| {
            act.emit(Action::Do(Deed::Add(decisions_in(&text))));
        });
    })
}

fn kept(ways: &Ways, own: &Own, heard: &Heard) -> Html {
    let count = amount(&own.decisions);
    let deed = |label: &'static str, deed, pressed| {
        let looks = Button {
            class: "card-filter",
            pressed,
            ..Button::default()
        };
        ways.deed(deed, looks, text(label))
    };
    let applied = Some(own.stance == Stance::Applied);
    let encoded = js_sys::encode_uri_component(&own.text());
    let file = format!("data:application/toml;charset=utf-8,{encoded}");
    let where_kept = where_kept(
        "Kept in this browser only. To make them everybody's, add the downloaded lines \
         to the publisher's dossier.toml.",
        "Kept in this page until it is closed; save a copy of it to keep them.",
    );
    let save = match boot::is_one_file() {
        true => button(
            "card-filter",
            Callback::from(|_| boot::save_copy()),
            "Save a copy with them",
        ),
        false => nothing(),
    };
    let choices = vec![
        deed("Apply mine", Deed::Switch, applied),
        deed("Undo the last", Deed::Undo, None),
        save,
        html! { <a class="card-filter" href={file} download="dossier.toml">{ "Download" }</a> },
    ];
    let heading = format!("{} of yours", counted(count, "decision"));
    let inside = vec![
        element("h2", "", heading),
        element("p", "card-note", where_kept),
        element("div", "card-filters", choices),
        link(ways, heard),
    ];
    element("section", "yours", inside)
}

/// The link by which somebody else sees what the reader decided.
fn link(ways: &Ways, heard: &Heard) -> Html {
    if heard.briefs.is_empty() {
        return nothing();
    }
    let link = history::link_to(&Address {
        view: View::Overview,
        entity: None,
        decisions: heard.briefs.clone(),
        ..(*ways.here).clone()
    });
    let link: Rc<str> = link.into();
    let copied = link.clone();
    let copy = Callback::from(move |_| history::copy_link_to(&copied));
    let inside = vec![
        button("card-filter", copy, "Copy a link with them"),
        html! { <a class="sent-link" href={link.to_string()}>{ "The link" }</a> },
    ];
    element("div", "card-filters", inside)
}
