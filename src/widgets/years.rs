//! Documents by year, as bars.

use std::rc::Rc;

use dossier_engine::address::{Facet, Sense, Years};
use dossier_engine::ask::Value;
use web_sys::PointerEvent;
use yew::prelude::*;

use super::{Inside, Ways, choice, element, nothing, text};
use crate::browser::brush;
use crate::state::Move;
use crate::wording;

/// Height of the tallest bar.
const TALLEST: u32 = 40;
/// Height of the lowest bar that stands for something.
const LOWEST: u32 = 3;
/// Width of a bar with the gap to the next.
const STRIDE: usize = 10;
/// As many bars as are drawn at most.
const MOST_BARS: i32 = 30;
/// So many years a bar may stand for.
const WIDTHS: [i32; 9] = [1, 2, 5, 10, 20, 50, 100, 500, 5_000];

/// Years that are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bar {
    years: Years,
    count: u32,
}

/// How much there is by year, in time: bars that filter when they are clicked or brushed over, and
/// two fields that do the same without a pointer.
pub fn years(ways: &Ways, facet: Facet, values: &[Value]) -> Html {
    let bars = bars(values);
    if bars.is_empty() {
        return nothing();
    }
    let asked = asked(ways, facet);
    let inside = vec![
        histogram(ways, facet, &bars, asked),
        ends(ways, facet, &bars, asked),
    ];
    element("div", "years", inside)
}

/// The years that the filter asks for, from the first to the last.
fn asked(ways: &Ways, facet: Facet) -> Option<Years> {
    let conditions = ways.here.filter.conditions.iter();
    let included = conditions
        .filter(|condition| condition.facet == facet && condition.sense == Sense::Include);
    included
        .filter_map(|condition| Years::parse(&condition.value))
        .reduce(Years::and)
}

fn histogram(ways: &Ways, facet: Facet, bars: &[Bar], asked: Option<Years>) -> Html {
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0);
    let drawn: Inside = bars
        .iter()
        .zip(0..)
        .map(|(bar, place)| draw(*bar, place, most, asked))
        .collect();
    let spans: Rc<[Years]> = bars.iter().map(|bar| bar.years).collect();
    let brushed = |spans: &Rc<[Years]>| {
        let spans = Rc::clone(spans);
        move |event: &PointerEvent| {
            let (from, to) = brush::places(event, spans.len())?;
            Some(spans[from].and(spans[to]))
        }
    };
    let (moved, ended) = (brushed(&spans), brushed(&spans));
    let onpointermove = ways.on(move |event: PointerEvent| {
        let years = moved(&event).filter(|years| Some(*years) != asked)?;
        brush::has_moved(&event).then_some(Move::Years(facet, years))
    });
    let onpointerup = ways.on(move |event: PointerEvent| {
        let years = ended(&event)?;
        let was_brushed = brush::end(&event);
        let is_taken_back = asked == Some(years) && !was_brushed;
        Some(if is_taken_back {
            Move::ClearFacet(facet)
        } else {
            Move::Years(facet, years)
        })
    });
    let width = bars.len() * STRIDE;
    html! {
        <svg
            class="histogram"
            viewBox={format!("0 0 {width} {TALLEST}")}
            preserveAspectRatio="none"
            aria-hidden="true"
            onpointerdown={|event: PointerEvent| brush::begin(&event)}
            {onpointermove}
            {onpointerup}
        >
            { drawn.into_html() }
        </svg>
    }
}

fn draw(bar: Bar, place: usize, most: u32, asked: Option<Years>) -> Html {
    let height = bar_height(bar.count, most);
    let is_asked =
        asked.is_some_and(|asked| asked.from <= bar.years.to && bar.years.from <= asked.to);
    html! {
        <rect
            class={if is_asked { "is-asked" } else { "" }}
            x={(place * STRIDE).to_string()}
            y={(TALLEST - height).to_string()}
            width="8"
            height={height.to_string()}
        />
    }
}

/// The fields for the first and the last year.
fn ends(ways: &Ways, facet: Facet, bars: &[Bar], asked: Option<Years>) -> Html {
    let (first, last) = (bars[0].years, bars[bars.len() - 1].years);
    let whole = first.and(last);
    let asked = asked.unwrap_or(whole);
    let starts: Vec<i32> = bars.iter().map(|bar| bar.years.from).collect();
    let ends: Vec<i32> = bars.iter().map(|bar| bar.years.to).collect();
    let step = move |years: Years| match years == whole {
        true => Move::ClearFacet(facet),
        false => Move::Years(facet, years),
    };
    let names = |years: &[i32]| {
        years
            .iter()
            .map(|year| year.to_string())
            .collect::<Vec<_>>()
    };
    let label = |end| format!("{}, {end}", wording::facet(facet));
    let from = choice(
        label("from"),
        &names(&starts),
        starts
            .iter()
            .rposition(|&year| year <= asked.from)
            .unwrap_or(0),
        ways.on({
            let starts = starts.clone();
            move |n: usize| {
                let from = *starts.get(n)?;
                Some(step(Years {
                    from,
                    to: asked.to.max(from),
                }))
            }
        }),
    );
    let to = choice(
        label("to"),
        &names(&ends),
        ends.iter()
            .position(|&year| asked.to <= year)
            .unwrap_or(ends.len() - 1),
        ways.on(move |n: usize| {
            let to = *ends.get(n)?;
            Some(step(Years {
                from: asked.from.min(to),
                to,
            }))
        }),
    );
    element("div", "years-ends", vec![from, text("–"), to])
}

/// Counts years together where there are too many for a bar each; a bar for all that lie between
/// the first and the last, so that time runs evenly.
fn bars(values: &[Value]) -> Vec<Bar> {
    let counted = || {
        let year = |value: &Value| Some((value.slug.parse::<i32>().ok()?, value.count));
        values.iter().filter_map(year)
    };
    let first = counted().map(|(year, _)| year).min();
    let last = counted().map(|(year, _)| year).max();
    let Some((first, last)) = first.zip(last) else {
        return vec![];
    };
    let bars_of = |width: i32| last.div_euclid(width) - first.div_euclid(width) + 1;
    let width = WIDTHS
        .into_iter()
        .find(|&width| bars_of(width) <= MOST_BARS);
    let width = width.unwrap_or(i32::MAX / MOST_BARS);
    let start = first.div_euclid(width) * width;
    let bar = |n: i32| Bar {
        years: Years {
            from: start + n * width,
            to: start + (n + 1) * width - 1,
        },
        count: 0,
    };
    let mut bars: Vec<Bar> = (0..bars_of(width)).map(bar).collect();
    for (year, count) in counted() {
        let place = ((year - start) / width) as usize;
        if let Some(bar) = bars.get_mut(place) {
            bar.count += count;
        }
    }
    bars
}

fn bar_height(count: u32, most: u32) -> u32 {
    match count {
        0 => 0,
        _ => (u64::from(count) * u64::from(TALLEST) / u64::from(most.max(1))) as u32,
    }
    .max(LOWEST.min(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bars of `year count` pairs, drawn as `years count`.
    fn drawn(values: &[(i32, u32)]) -> Vec<String> {
        let values: Vec<Value> = values
            .iter()
            .map(|(year, count)| Value {
                slug: year.to_string(),
                count: *count,
                ..Value::default()
            })
            .collect();
        let bars = bars(&values).into_iter();
        bars.map(|bar| format!("{} {}", bar.years, bar.count))
            .collect()
    }

    #[test]
    fn a_few_years_have_a_bar_each_and_so_have_those_between_them() {
        assert_eq!(
            drawn(&[(2016, 3), (2018, 1)]),
            ["2016 3", "2017 0", "2018 1"]
        );
        assert_eq!(drawn(&[]), [""; 0]);
    }

    #[test]
    fn many_years_are_counted_together() {
        let bars = drawn(&[(1790, 1), (1799, 1), (2020, 4)]);
        assert_eq!(bars.len(), 24);
        assert_eq!(
            (bars[0].as_str(), bars[23].as_str()),
            ("1790..1799 2", "2020..2029 4")
        );
        assert!(drawn(&[(-9_999, 1), (9_999, 1)]).len() <= MOST_BARS as usize);
    }

    #[test]
    fn what_is_there_can_be_seen_and_what_is_not_cannot() {
        assert_eq!(bar_height(5, 5), TALLEST);
        assert_eq!(bar_height(u32::MAX, u32::MAX), TALLEST);
        assert_eq!(bar_height(0, 5), 0);
        assert!(bar_height(1, 100_000) > 0);
    }
}
