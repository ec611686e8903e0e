//! The Read view: one document, or all that pass the filter, with marks in the text.

mod article;
mod gutter;
mod legend;
mod long;
mod origin;
mod parts;
mod piece;
mod stops;
mod text;

use std::rc::Rc;

use dossier_engine::ask::{OriginCard, Reading};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

use self::article::article;
use self::gutter::Gutter;
use self::legend::legend;
use self::long::use_long;
use self::origin::origin;
use self::parts::heading_anchor;
use self::text::Text;
use crate::browser::page;
use crate::state::{Move, Shared, Trace};
use crate::widgets::{self, Ways, element, left_out, nothing, skeleton};

pub use stops::{Stop, Stops};

/// Properties of [`Reader`].
#[derive(Properties, PartialEq)]
pub struct ReaderProps {
    /// What is read; none while it is on its way.
    pub reading: Option<Shared<Reading>>,
    /// Where the text comes from, if it is one document and that is known by now.
    pub origin: Option<Shared<Option<OriginCard>>>,
    /// The part, of the one document that is read, in which the passage begins that is pointed at.
    pub passage: Option<u32>,
    /// Where the reader is and how to go elsewhere.
    pub ways: Ways,
    /// How the reader came there.
    pub trace: Trace,
    /// Where stepping leads.
    pub stops: Rc<Stops>,
}

/// The Read view.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let ReaderProps { ways, stops, .. } = props;
    let here = ways.here.at.and_then(|at| stops.nth(at));
    use_stand_at(here, props.trace);
    let (heading, to_heading) = use_heading();
    let mut long = use_long(props.reading.clone());
    let Some(reading) = &props.reading else {
        return skeleton(9, "The text is on its way.");
    };
    if reading.documents.is_empty() {
        return nowhere(ways);
    }
    let (clicked, pressed) = (reading.clone(), reading.clone());
    let onclick = ways.on(move |event: MouseEvent| {
        (!page::is_selecting())
            .then(|| open_mention(&clicked, event.target()))
            .flatten()
    });
    let onkeydown = ways.on(move |event: KeyboardEvent| {
        (event.key() == "Enter")
            .then(|| open_mention(&pressed, event.target()))
            .flatten()
    });
    if let Some(long) = &mut long {
        let passage = props.passage.map(|part| part as usize);
        long.sent_to = heading
            .into_iter()
            .chain(passage)
            .map(|part| (0, part))
            .collect();
    }
    let about = props.origin.as_deref().and_then(Option::as_ref);
    let about = about.map_or_else(nothing, |card| origin(ways, card, &to_heading));
    let articles = (0..reading.documents.len()).map(|place| {
        let text = Text::of(ways, reading, place, here);
        article(&text, long.as_ref(), about.clone())
    });
    html! {
        <div class="reader">
            if reading.documents.len() > 1 {
                <h1 class="unseen">{ format!("{} documents", reading.documents.len()) }</h1>
            }
            { legend(ways, reading, stops) }
            <div id="text" class="stack" {onclick} {onkeydown}>{ for articles }</div>
            { left_out(reading.left_out) }
            <Gutter
                stops={stops.clone()}
                is_long={long.is_some()}
                ways={ways.clone()}
            />
        </div>
    }
}

/// To the entity of the mark that was chosen, standing at that mark.
fn open_mention(reading: &Reading, target: Option<EventTarget>) -> Option<Move> {
    let target: Element = target?.dyn_into().ok()?;
    let mark = target.closest("mark[data-entity]").ok()??;
    let entity = mark.get_attribute("data-entity")?;
    let at = Stops::of(reading, Some(&entity), &[]).number_of(&mark.id());
    Some(Move::Open(entity, at))
}

/// Brings the place stood at into view, and the focus to it if the reader stepped there by key:
/// who pressed a button wants to press it again.
#[hook]
fn use_stand_at(here: Option<Stop>, trace: Trace) {
    let anchor = here.map(|stop| stop.anchor());
    use_effect_with(anchor, move |anchor| {
        if let Some(anchor) = anchor {
            page::bring_into_view(anchor);
            if trace == Trace::Refinement && !page::is_on_control() {
                page::focus(anchor);
            }
        }
    });
}

/// The heading gone to by the outline, by its part, and the way to one.
#[hook]
fn use_heading() -> (Option<usize>, Callback<usize>) {
    let heading = use_state_eq(|| None);
    let setter = heading.setter();
    // Where the heading's block had to be drawn first, it is there only now.
    use_effect_with(*heading, |heading| {
        heading.iter().for_each(|part| show_heading(*part));
    });
    let go = Callback::from(move |part| {
        setter.set(Some(part));
        show_heading(part);
    });
    (*heading, go)
}

fn show_heading(part: usize) {
    let anchor = heading_anchor(0, part);
    page::bring_into_view(&anchor);
    page::focus(&anchor);
}

/// What stands where there is nothing to read, with a way out.
fn nowhere(ways: &Ways) -> Html {
    let (message, to, way) = match &ways.here.document {
        Some(slug) => (
            format!("This dossier has no document called “{slug}”."),
            Move::Read(None),
            "Read all documents",
        ),
        None => (
            "No document passes these filters.".to_owned(),
            Move::ClearFilter,
            "Clear the filters",
        ),
    };
    let inside = vec![
        element("h1", "", "Nothing to read here"),
        element("p", "", message),
        element("p", "", ways.link(to, "", widgets::text(way))),
    ];
    element("section", "nothing", inside)
}
