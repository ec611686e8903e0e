//! The strip beside the text that shows where the stops are.

use std::rc::Rc;

use yew::prelude::*;

use super::stops::{Stop, Stops};
use crate::browser::layout;
use crate::state::Move;
use crate::widgets::Ways;

/// Properties of [`Gutter`].
#[derive(Properties, PartialEq)]
pub(super) struct GutterProps {
    /// Where stepping leads.
    pub stops: Rc<Stops>,
    /// Where the reader is and how to go elsewhere.
    pub ways: Ways,
}

/// A strip beside the text that shows where in it the stops are. For the eye and the pointer;
/// `n` and `p` lead the same way.
#[component]
pub(super) fn Gutter(props: &GutterProps) -> Html {
    let heights = use_heights(props.stops.clone());
    let onclick = {
        let heights = heights.clone();
        props.ways.on(move |event: MouseEvent| {
            let at = nearest(&heights, layout::thousandths_of_target(&event)?)?;
            Some(Move::Stand(at))
        })
    };
    let tick = |(height, number): (&i32, u32)| {
        let class = (props.ways.here.at == Some(number)).then_some("is-current");
        html! { <rect {class} width="10" y={height.to_string()} height="3" /> }
    };
    html! {
        <svg
            class="gutter"
            viewBox="0 0 10 1000"
            preserveAspectRatio="none"
            aria-hidden="true"
            {onclick}
        >
            { for heights.iter().zip(1..).map(tick) }
        </svg>
    }
}

/// How far down the text each stop is, in thousandths; measured again whenever the text changes
/// its size.
#[hook]
fn use_heights(stops: Rc<Stops>) -> Rc<Vec<i32>> {
    let heights = use_state_eq(|| Rc::new(Vec::new()));
    let setter = heights.setter();
    use_effect_with(stops, move |stops| {
        let stops = Rc::clone(stops);
        let watch = layout::watch_size("text", move || {
            let anchors = stops.iter().map(Stop::anchor);
            setter.set(Rc::new(layout::thousandths_within("text", anchors)));
        });
        move || drop(watch)
    });
    (*heights).clone()
}

/// The number, from 1, of the stop nearest to a height.
fn nearest(heights: &[i32], at: i32) -> Option<u32> {
    let distance = |(height, _): &(&i32, u32)| height.abs_diff(at);
    let (_, number) = heights.iter().zip(1..).min_by_key(distance)?;
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_leads_to_the_nearest_stop() {
        assert_eq!(nearest(&[100, 500, 900], 620), Some(2));
        assert_eq!(nearest(&[], 620), None);
    }
}
