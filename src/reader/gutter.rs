use std::rc::Rc;

use yew::prelude::*;

use super::stops::{Stop, Stops};
use crate::browser::layout;
use crate::hooks::use_go;
use crate::state::Move;

/// Height of the gutter's own scale.
const SCALE: f64 = 1000.0;

/// Properties of [`Gutter`].
#[derive(Properties, PartialEq)]
pub(super) struct GutterProps {
    /// Where stepping leads.
    pub stops: Rc<Stops>,
    /// The stop stood at, from 1.
    pub at: Option<u32>,
}

/// A strip beside the text that shows where in it the stops are. For the eye and the pointer;
/// `n` and `p` lead the same way.
#[component]
pub(super) fn Gutter(props: &GutterProps) -> Html {
    let go = use_go();
    let heights = use_heights(props.stops.clone());
    let onclick = use_callback((heights.clone(), go), |event: MouseEvent, (heights, go)| {
        let clicked = layout::fraction_of_target(&event).and_then(|at| nearest(heights, at));
        if let Some(at) = clicked {
            go.emit(Move::Stand(at));
        }
    });
    let ticks = heights.iter().zip(1..).map(|(height, number)| {
        let class = (props.at == Some(number)).then_some("is-current");
        html! { <rect {class} x="0" width="10" y={(height * SCALE).to_string()} height="3" /> }
    });
    html! {
        <svg
            class="gutter"
            viewBox="0 0 10 1000"
            preserveAspectRatio="none"
            aria-hidden="true"
            {onclick}
        >
            { for ticks }
        </svg>
    }
}

/// How far down the text each stop is, from 0 to 1; measured again whenever the text changes
/// its size.
#[hook]
fn use_heights(stops: Rc<Stops>) -> Rc<Vec<f64>> {
    let heights = use_state_eq(|| Rc::new(Vec::new()));
    let setter = heights.setter();
    use_effect_with(stops, move |stops| {
        let stops = Rc::clone(stops);
        let watch = layout::watch_size("text", move || {
            let anchors = stops.iter().map(Stop::anchor);
            setter.set(Rc::new(layout::fractions_within("text", anchors)));
        });
        move || drop(watch)
    });
    (*heights).clone()
}

fn nearest(heights: &[f64], at: f64) -> Option<u32> {
    let distance = |height: &f64| (height - at).abs();
    heights
        .iter()
        .zip(1..)
        .min_by(|(one, _), (other, _)| distance(one).total_cmp(&distance(other)))
        .map(|(_, number)| number)
}
