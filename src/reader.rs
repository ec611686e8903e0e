//! The Read view: one document, or all that pass the filter, with marks in the text.

mod article;
mod gutter;
mod legend;
mod part;
mod stops;

use std::rc::Rc;

use dossier_engine::address::Address;
use dossier_engine::ask::Reading;
use yew::prelude::*;

use self::article::Article;
use self::gutter::Gutter;
use self::legend::Legend;
use crate::browser::page;
use crate::state::{Move, Shared, Trace};
use crate::widgets::{Link, Skeleton};

pub use stops::{Stop, Stops};

/// Properties of [`Reader`].
#[derive(Properties, PartialEq)]
pub struct ReaderProps {
    /// What is read; none while it is on its way.
    pub reading: Option<Shared<Reading>>,
    /// Where the reader is.
    pub address: Rc<Address>,
    /// How the reader came there.
    pub trace: Trace,
    /// Where stepping leads.
    pub stops: Rc<Stops>,
}

/// The Read view.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let here = props.address.at.and_then(|at| props.stops.nth(at));
    use_stand_at(here.clone(), props.trace);
    let Some(reading) = &props.reading else {
        return html! { <Skeleton lines={9} label="The text is on its way." /> };
    };
    if reading.documents.is_empty() {
        return html! { <Nothing address={props.address.clone()} /> };
    }
    let articles = reading.documents.iter().enumerate().map(|(place, text)| {
        let current = here.clone().filter(|stop| stop.document == place);
        html! {
            <Article
                key={text.document.slug.clone()}
                reading={reading.clone()}
                {place}
                alone={reading.documents.len() == 1}
                entity={props.address.entity.clone().map(AttrValue::from)}
                unmarked={props.address.unmarked.clone()}
                {current}
            />
        }
    });
    html! {
        <div class="reader">
            if reading.documents.len() > 1 {
                <h1 class="unseen">{ format!("{} documents", reading.documents.len()) }</h1>
            }
            <Legend unmarked={props.address.unmarked.clone()} reading={reading.clone()} />
            <div id="text" class="stack">{ for articles }</div>
            <Gutter stops={props.stops.clone()} at={props.address.at} />
        </div>
    }
}

/// Brings the place stood at into view, and the focus to it if the reader stepped there.
#[hook]
fn use_stand_at(here: Option<Stop>, trace: Trace) {
    let anchor = here.map(|stop| stop.anchor());
    use_effect_with(anchor, move |anchor| {
        if let Some(anchor) = anchor {
            page::bring_into_view(anchor);
            if trace == Trace::Refinement {
                page::focus(anchor);
            }
        }
    });
}

#[derive(Properties, PartialEq)]
struct NothingProps {
    address: Rc<Address>,
}

#[component]
fn Nothing(props: &NothingProps) -> Html {
    let (message, to, way) = match &props.address.document {
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
    html! {
        <section class="nothing">
            <h1>{ "Nothing to read here" }</h1>
            <p>{ message }</p>
            <p><Link {to}>{ way }</Link></p>
        </section>
    }
}
