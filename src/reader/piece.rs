//! A piece of a long text: drawn, or as much room as it takes.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::long::Long;
use super::text::Text;
use crate::browser::layout::{self, Sighting};
use crate::browser::page;
use crate::widgets::nothing;

/// Properties of [`Piece`].
#[derive(Properties, PartialEq)]
pub(super) struct PieceProps {
    /// The text that it is a piece of.
    pub text: Text,
    /// Which of its blocks it has.
    pub blocks: Range<usize>,
    /// What of the text is drawn.
    pub long: Long,
}

/// Where a piece is.
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

/// A piece. Where it is not drawn its text soon stands bare, takes no part in layout, and is found by the
/// search of browsers that know `hidden="until-found"`.
#[component]
pub(super) fn Piece(props: &PieceProps) -> Html {
    let PieceProps { text, blocks, long } = props;
    let node = use_node_ref();
    let place = use_reducer_eq(|| Place::Far(None));
    let dispatch = place.dispatcher();
    let is_divided = blocks.len() > 1;
    let watched = (node.clone(), is_divided, long.is_divided);
    use_effect_with(watched, move |(node, is_divided, is_watched)| {
        // What is divided is so early enough for its pieces to be drawn in time.
        let away = if *is_divided { "200% 0px" } else { "100% 0px" };
        let watch = || layout::watch_near(node.cast(), away, move |seen| dispatch.dispatch(seen));
        let watch = is_watched.then(watch);
        move || drop(watch)
    });
    // It stays the same whatever is marked or stood at.
    let wanted = (text.reading().clone(), blocks.clone(), long.is_bare);
    let bare = use_memo(wanted, |(_, blocks, is_bare)| {
        is_bare.then(|| text.bare(blocks.clone()))
    });
    let length = text.bytes(blocks.clone());
    let room = match *place {
        _ if long.holds(text, blocks.clone()) => None,
        Place::Near => None,
        Place::Far(Some(seen)) if seen.width == long.scale.width => Some(seen.height),
        Place::Far(_) => Some(long.scale.height(length)),
    };
    let is_bare = bare.is_some();
    use_effect_with((node.clone(), room, is_bare), |(node, room, is_bare)| {
        layout::give_room(node.cast(), *room, *is_bare);
    });
    let (class, inside) = match (room, &*bare) {
        (None, _) if is_divided => ("piece", long.draw(text, blocks.clone())),
        (None, _) => ("piece", text.draw(blocks.clone())),
        (Some(_), Some(bare)) => ("piece is-bare", VText::new(bare.clone()).into()),
        (Some(_), None) => ("piece", nothing()),
    };
    // By what is drawn it is known how much room a text takes.
    let bytes = (room.is_none() && !is_divided).then(|| length.to_string());
    html! { <div ref={node} {class} data-bytes={bytes}>{ inside }</div> }
}
