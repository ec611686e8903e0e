use dossier_engine::address::{Condition, Facet, Sense};
use dossier_engine::ask::Value;
use yew::prelude::*;

use crate::hooks::use_go;
use crate::state::{Move, Place};
use crate::wording::counted;

/// Height of the tallest bar.
const TALLEST: u32 = 40;
/// Width of a bar with its share of white.
const STRIDE: u32 = 24;

/// Properties of [`Years`].
#[derive(Properties, PartialEq)]
pub struct YearsProps {
    /// Years with their numbers of documents, in time.
    pub values: Vec<Value>,
}

/// Documents by year, as bars that filter.
#[component]
pub fn Years(props: &YearsProps) -> Html {
    let go = use_go();
    let place = use_context::<Place>().unwrap_or_default();
    let tallest = props
        .values
        .iter()
        .map(|value| value.count)
        .max()
        .unwrap_or(1)
        .max(1);
    let bars = props.values.iter().map(|value| {
        let condition = Condition {
            facet: Facet::Year,
            value: value.slug.clone(),
            sense: Sense::Include,
        };
        let on = place.0.filter.conditions.contains(&condition);
        let height = (value.count * TALLEST / tallest).max(u32::from(value.count > 0) * 3);
        let onclick = go.reform(move |_| Move::Toggle(condition.clone()));
        html! {
            <li key={value.slug.clone()}>
                <button
                    class="year"
                    aria-pressed={on.to_string()}
                    aria-label={format!("{}: {}", value.label, counted(value.count, "document"))}
                    {onclick}
                >
                    <svg class="year-bar" viewBox={format!("0 0 {STRIDE} {TALLEST}")} aria-hidden="true">
                        <rect
                            x="4"
                            width={(STRIDE - 8).to_string()}
                            y={(TALLEST - height).to_string()}
                            height={height.to_string()}
                        />
                    </svg>
                    <span class="year-label" aria-hidden="true">{ &value.label }</span>
                </button>
            </li>
        }
    });
    html! { <ol class="years">{ for bars }</ol> }
}
