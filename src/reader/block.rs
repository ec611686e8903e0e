//! A block of a long text: drawn, or as much room as it takes.

use std::ops::Range;
use std::rc::Rc;

use dossier_engine::ask::Reading;
use gloo::timers::callback::Timeout;
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::parts::Parts;
use crate::browser::layout::{self, Scale, Sighting};
use crate::browser::page;
use crate::state::Shared;
use crate::widgets::{nothing, text};

/// Properties of [`Block`].
#[derive(Properties, PartialEq)]
pub(super) struct BlockProps {
    /// The parts of its text.
    pub parts: Parts,
    /// Which of them it has.
    pub range: Range<usize>,
    /// Whether it is drawn wherever it is.
    pub is_held: bool,
    /// How much room a text takes.
    pub scale: Scale,
}

/// Where a block is.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Near,
    /// Where it need not be drawn; as large as it was when it was drawn last.
    Far(Option<Sighting>),
}

impl Reducible for Place {
    type Action = Sighting;

    fn reduce(self: Rc<Self>, seen: Sighting) -> Rc<Self> {
        match *self {
            _ if seen.is_near => Rc::new(Place::Near),
            // What is selected must not be taken away.
            Place::Near if !page::is_selecting() => Rc::new(Place::Far(Some(seen))),
            _ => self,
        }
    }
}

/// A block. Where it is not drawn its text soon stands bare, takes no part in layout, and is found by the
/// search of browsers that know `hidden="until-found"`.
#[component]
pub(super) fn Block(props: &BlockProps) -> Html {
    let BlockProps { parts, range, .. } = props;
    let node = use_node_ref();
    let place = use_reducer_eq(|| Place::Far(None));
    let dispatch = place.dispatcher();
    use_effect_with(node.clone(), move |node| {
        let watch = layout::watch_near(node.cast(), move |seen| dispatch.dispatch(seen));
        move || drop(watch)
    });
    let length = parts.bytes(range.clone());
    let room = match *place {
        _ if props.is_held => None,
        Place::Near => None,
        Place::Far(Some(seen)) if seen.width == props.scale.width => Some(seen.height),
        Place::Far(_) => Some(props.scale.height(length)),
    };
    use_effect_with((node.clone(), room), |(node, room)| {
        layout::set_height(node.cast(), *room);
    });
    if room.is_none() {
        let bytes = length.to_string();
        let drawn = range.clone().map(|part| parts.part(part));
        return html! { <div ref={node} class="block" data-bytes={bytes}>{ for drawn }</div> };
    }
    let bare = parts.bare(range.clone());
    html! { <div ref={node} class="block"><Bare ..bare /></div> }
}

/// Properties of [`Bare`].
#[derive(Properties, PartialEq)]
pub(super) struct BareProps {
    /// What is read.
    pub reading: Shared<Reading>,
    /// Place of the document.
    pub document: usize,
    /// Which of its parts.
    pub range: Range<usize>,
}

/// How long after a block goes out of sight its text may be missing from the search of the browser,
/// in milliseconds: the first frame of a long text must not wait for all of it.
const SOON: u32 = 200;

/// The text of parts without anything, for the search of the browser alone. It stays the same
/// whatever is marked or stood at, so a component of its own keeps it from being put together anew.
#[component]
fn Bare(props: &BareProps) -> Html {
    let is_wanted = use_state_eq(|| false);
    let setter = is_wanted.setter();
    use_effect_with((), move |()| {
        let timer = Timeout::new(SOON, move || setter.set(true));
        move || drop(timer)
    });
    if !*is_wanted {
        return nothing();
    }
    let parts = &props.reading.documents[props.document].parts[props.range.clone()];
    let bare: String = parts.iter().flat_map(|part| [&*part.text, "\n"]).collect();
    // `html!` knows `hidden` as yes or no alone.
    let mut unseen = VTag::new("div");
    unseen.add_attribute("hidden", "until-found");
    unseen.add_child(text(bare));
    unseen.into()
}
