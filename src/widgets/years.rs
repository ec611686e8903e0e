use dossier_engine::address::{Condition, Facet, Sense};
use dossier_engine::ask::Value;
use yew::prelude::*;

use super::{Button, Inside, Ways, element};
use crate::state::Move;
use crate::wording::counted;

/// Height of the tallest bar.
const TALLEST: u32 = 40;
/// Height of the lowest bar that stands for something.
const LOWEST: u32 = 3;

/// Documents by year, in time, as bars that filter.
pub fn years(ways: &Ways, values: &[Value]) -> Html {
    let most = values.iter().map(|value| value.count).max().unwrap_or(0);
    let bars: Inside = values.iter().map(|value| year(ways, value, most)).collect();
    element("ol", "years", bars)
}

fn year(ways: &Ways, value: &Value, most: u32) -> Html {
    let condition = Condition {
        facet: Facet::Year,
        value: value.slug.clone(),
        sense: Sense::Include,
    };
    let height = bar_height(value.count, most);
    let looks = Button {
        class: "year",
        label: Some(format!("{}: {}", value.label, counted(value.count, "document")).into()),
        pressed: Some(ways.here.filter.conditions.contains(&condition)),
        ..Button::default()
    };
    let bar = html! {
        <svg class="year-bar" viewBox="0 0 24 40" aria-hidden="true">
            <rect x="4" width="16" y={(TALLEST - height).to_string()} height={height.to_string()} />
        </svg>
    };
    let inside = Html::from_iter([bar, element("span", "year-label", &*value.label)]);
    element(
        "li",
        "",
        ways.button(Move::Toggle(condition), looks, inside),
    )
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

    #[test]
    fn what_is_there_can_be_seen_and_what_is_not_cannot() {
        assert_eq!(bar_height(5, 5), TALLEST);
        assert_eq!(bar_height(u32::MAX, u32::MAX), TALLEST);
        assert_eq!(bar_height(0, 5), 0);
        assert!(bar_height(1, 100_000) > 0);
    }
}
