//! A block of a long text: drawn, or as much room as it takes.

use std::ops::Range;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;
use yew::virtual_dom::VText;

use super::parts::Parts;
use crate::browser::layout::{self, Scale, Sighting};
use crate::browser::page;
use crate::widgets::nothing;

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

/// How long after it opens the text of a block that is out of sight may be missing from the search of the
/// browser, in milliseconds: the first frame of a long text must not wait for all of it.
const SOON: u32 = 200;

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
    let is_bare = use_state_eq(|| false);
    let setter = is_bare.setter();
    use_effect_with((), move |()| {
        let timer = Timeout::new(SOON, move || setter.set(true));
        move || drop(timer)
    });
    // It stays the same whatever is marked or stood at.
    let wanted = (parts.reading().clone(), range.clone(), *is_bare);
    let bare = use_memo(wanted, |(_, range, is_bare)| {
        is_bare.then(|| parts.bare(range.clone()))
    });
    let length = parts.bytes(range.clone());
    let room = match *place {
        _ if props.is_held => None,
        Place::Near => None,
        Place::Far(Some(seen)) if seen.width == props.scale.width => Some(seen.height),
        Place::Far(_) => Some(props.scale.height(length)),
    };
    use_effect_with((node.clone(), room, *is_bare), |(node, room, is_bare)| {
        layout::give_room(node.cast(), *room, *is_bare);
    });
    let (inside, bytes) = match (room, &*bare) {
        (None, _) => {
            let drawn = range.clone().map(|part| parts.part(part));
            (Html::from_iter(drawn), Some(length.to_string()))
        }
        (Some(_), Some(bare)) => (VText::new(bare.clone()).into(), None),
        (Some(_), None) => (nothing(), None),
    };
    html! { <div ref={node} class="block" data-bytes={bytes}>{ inside }</div> }
}
