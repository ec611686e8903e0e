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
    /// Whether what is read is too long to be all on the page.
    pub is_long: bool,
    /// Where the reader is and how to go elsewhere.
    pub ways: Ways,
}

/// A strip beside the text that shows where in it the stops are. For the eye and the pointer;
/// `n` and `p` lead the same way.
#[component]
pub(super) fn Gutter(props: &GutterProps) -> Html {
    let measured = use_heights(props.stops.clone(), props.is_long);
    // In a long text it is how much of it goes before.
    let heights = match props.is_long {
        true => Rc::new(props.stops.thousandths().to_vec()),
        false => measured,
    };
    let onclick = {
        let heights = heights.clone();
        props.ways.on(move |event: MouseEvent| {
            let at = nearest(&heights, layout::thousandths_of_target(&event)?)?;
            Some(Move::Stand(at))
        })
    };
    let current = props
        .ways
        .here
        .at
        .and_then(|at| heights.get(at as usize - 1));
    html! {
        <svg
            class="gutter"
            viewBox="0 0 10 1000"
            preserveAspectRatio="none"
            aria-hidden="true"
            {onclick}
        >
            <path d={ticks(&heights)} />
            { for current.map(|height| html! { <path class="is-current" d={ticks(&[*height])} /> }) }
        </svg>
    }
}

/// How high a line across the strip is, in thousandths of it.
const TICK: i32 = 3;

/// Lines across the strip; those that touch are one. One shape draws them all, however many there are.
fn ticks(heights: &[i32]) -> String {
    let touches = |one: &i32, next: &i32| (*one..=one + TICK).contains(next);
    let lines = heights.chunk_by(touches).filter_map(|line| {
        let (first, last) = (line.first()?, line.last()?);
        let high = last + TICK - first;
        Some(format!("M0 {first}h10v{high}h-10z"))
    });
    lines.collect()
}

/// How far down the text each stop is, in thousandths; measured again whenever a text that is not long
/// changes its size.
#[hook]
fn use_heights(stops: Rc<Stops>, is_long: bool) -> Rc<Vec<i32>> {
    let heights = use_state_eq(|| Rc::new(Vec::new()));
    let setter = heights.setter();
    use_effect_with((stops, is_long), move |(stops, is_long)| {
        let stops = Rc::clone(stops);
        let measure = move || {
            let anchors = stops.iter().map(Stop::anchor);
            setter.set(Rc::new(layout::thousandths_within("text", anchors)));
        };
        let watch = (!is_long).then(|| layout::watch_size("text", measure));
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
    fn lines_that_touch_are_one() {
        assert_eq!(ticks(&[5, 5, 8, 12]), "M0 5h10v6h-10zM0 12h10v3h-10z");
        assert_eq!(ticks(&[]), "");
    }

    #[test]
    fn a_click_leads_to_the_nearest_stop() {
        assert_eq!(nearest(&[100, 500, 900], 620), Some(2));
        assert_eq!(nearest(&[], 620), None);
    }
}
