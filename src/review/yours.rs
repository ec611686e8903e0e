//! What the reader decided, and what can be done with it: set aside, taken back, sent, saved, added to.

use std::rc::Rc;

use dossier_engine::address::{Address, LONGEST_LINK, View};
use dossier_engine::ask::{Heard, counted, grouped};
use yew::prelude::*;

use crate::browser::{files, history};
use crate::state::{Action, Deed, Own, Stance, decisions_in};
use crate::widgets::{Button, Ways, element, nothing, text};
use crate::wording::amount;

/// The reader's own decisions.
pub(super) fn yours(ways: &Ways, own: &Own, heard: &Heard) -> Html {
    let inside = match own.decisions.len() {
        0 => element(
            "p",
            "card-note",
            "Your decisions stay in this browser. The publisher can put them into dossier.toml.",
        ),
        _ => kept(ways, own, heard),
    };
    html! {
        <section class="yours-all">
            { inside }
            <label class="file">
                { "Add decisions from a file (dossier.toml)" }
                <input type="file" accept=".toml,text/plain" onchange={added(ways)} />
            </label>
            <p class="card-note" role="status">{ &own.news }</p>
        </section>
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
    let button = |label: &'static str, deed, pressed| {
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
    html! {
        <section class="yours">
            <h2>{ format!("{} of yours", counted(count, "decision")) }</h2>
            <p class="card-note">
                { "Kept in this browser only. To make them everybody's, add the downloaded lines \
                   to the publisher's dossier.toml." }
            </p>
            <div class="card-filters">
                { button("Apply mine", Deed::Switch, applied) }
                { button("Undo the last", Deed::Undo, None) }
                <a class="card-filter" href={file} download="dossier.toml">{ "Download" }</a>
            </div>
            { link(ways, heard) }
        </section>
    }
}

/// The link by which somebody else sees what the reader decided; or that there is too much of it.
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
    let length = grouped(u32::try_from(link.len()).unwrap_or(u32::MAX));
    if link.len() > LONGEST_LINK {
        let says = format!(
            "A link with these decisions would be {length} characters long; many programs cut \
             links after 2,000. Send the downloaded file instead."
        );
        return element("p", "card-note", says);
    }
    let link: Rc<str> = link.into();
    let copied = link.clone();
    html! {
        <div class="card-filters">
            <button type="button" class="card-filter" onclick={move |_: MouseEvent| files::copy(&copied)}>
                { "Copy a link with them" }
            </button>
            <a class="sent-link" href={link.to_string()}>{ format!("The link ({length} characters)") }</a>
        </div>
    }
}
