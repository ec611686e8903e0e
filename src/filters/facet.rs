use dossier_engine::address::{Condition, Facet, Sense};
use dossier_engine::ask::{FacetCounts, Value};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::hooks::use_go;
use crate::state::Move;
use crate::widgets::{Glyph, Sign};
use crate::wording;

/// As many values as a facet shows before it is asked for more.
const SHOWN: usize = 7;
/// As many values as it takes for a facet to have a field to find one in.
const MANY: usize = 15;
/// As many values as are ever drawn; the field finds the others.
const MOST: usize = 300;

/// Properties of [`FacetList`].
#[derive(Properties, PartialEq)]
pub(super) struct FacetListProps {
    /// The facet and its counts.
    pub counts: FacetCounts,
    /// The conditions on it.
    pub conditions: Vec<Condition>,
}

/// A facet as a list of values to ask for or rule out.
#[component]
pub(super) fn FacetList(props: &FacetListProps) -> Html {
    let all = use_state_eq(|| false);
    let wanted = use_state_eq(String::new);
    let FacetCounts { facet, values } = &props.counts;
    let found = matching(values, &wanted);
    let limit = if *all || !wanted.is_empty() {
        MOST
    } else {
        SHOWN
    };
    let heading = format!("facet-{}", facet.slug());
    let hidden = found.len().saturating_sub(limit);
    let toggle_all = {
        let all = all.clone();
        Callback::from(move |_| all.set(!*all))
    };
    html! {
        <>
            <div class="facet-head">
                <h2 id={heading.clone()}>{ wording::facet(*facet) }</h2>
                if values.len() >= MANY {
                    <FindField label={format!("Find in {}", wording::facet(*facet).to_lowercase())} found={wanted.setter()} />
                }
            </div>
            <ul class="facet-values" aria-labelledby={heading}>
                { for found.iter().take(limit).map(|value| html! {
                    <FacetValue
                        key={value.slug.clone()}
                        facet={*facet}
                        value={(*value).clone()}
                        sense={sense_of(&props.conditions, value)}
                    />
                }) }
            </ul>
            if found.is_empty() && !wanted.is_empty() {
                <p class="facet-none">{ format!("No “{}” here.", *wanted) }</p>
            }
            if wanted.is_empty() && found.len() > SHOWN {
                <button class="quiet" aria-expanded={all.to_string()} onclick={toggle_all}>
                    if *all { { "Fewer" } } else { { format!("{hidden} more") } }
                </button>
            }
        </>
    }
}

/// The values whose label has what was typed at the start of one of its words.
fn matching<'a>(values: &'a [Value], typed: &str) -> Vec<&'a Value> {
    let typed = typed.trim().to_lowercase();
    let fits = |value: &&Value| {
        let label = value.label.to_lowercase();
        label.starts_with(&typed) || label.contains(&format!(" {typed}"))
    };
    values.iter().filter(fits).collect()
}

fn sense_of(conditions: &[Condition], value: &Value) -> Option<Sense> {
    conditions
        .iter()
        .find(|condition| condition.value == value.slug)
        .map(|condition| condition.sense)
}

#[derive(Properties, PartialEq)]
struct FindFieldProps {
    label: AttrValue,
    found: UseStateSetter<String>,
}

#[component]
fn FindField(props: &FindFieldProps) -> Html {
    let oninput = use_callback(props.found.clone(), |event: InputEvent, found| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            found.set(field.value());
        }
    });
    html! {
        <input
            class="facet-find"
            type="search"
            placeholder="Find"
            autocomplete="off"
            aria-label={props.label.clone()}
            {oninput}
        />
    }
}

#[derive(Properties, PartialEq)]
struct FacetValueProps {
    facet: Facet,
    value: Value,
    sense: Option<Sense>,
}

/// A value: its name asks for it, the sign beside it rules it out.
#[component]
fn FacetValue(props: &FacetValueProps) -> Html {
    let go = use_go();
    let value = &props.value;
    let condition = |sense| Condition {
        facet: props.facet,
        value: value.slug.clone(),
        sense,
    };
    let (include, exclude) = (condition(Sense::Include), condition(Sense::Exclude));
    let onclick = go.reform(move |_| Move::Toggle(include.clone()));
    let onexclude = go.reform(move |_| Move::Toggle(exclude.clone()));
    let class = props.sense.map(|sense| match sense {
        Sense::Include => "is-included",
        Sense::Exclude => "is-excluded",
    });
    html! {
        <li class={classes!("facet-value", class)} data-kind={value.kind.map(|kind| kind.slug())}>
            <button
                class="facet-include"
                aria-pressed={(props.sense == Some(Sense::Include)).to_string()}
                {onclick}
            >
                <span class="facet-label"><bdi>{ &value.label }</bdi></span>
                <span class="facet-count">{ wording::grouped(value.count) }</span>
            </button>
            <button
                class="facet-exclude"
                aria-pressed={(props.sense == Some(Sense::Exclude)).to_string()}
                aria-label={format!("Without {}", value.label)}
                title={format!("Without {}", value.label)}
                onclick={onexclude}
            >
                <Glyph sign={Sign::Exclude} />
            </button>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<String> {
        let values = ["Ada Lovelace", "Charles Babbage"].map(|label| Value {
            label: label.into(),
            ..Value::default()
        });
        let found = matching(&values, typed);
        found.into_iter().map(|value| value.label.clone()).collect()
    }

    #[test]
    fn a_value_is_found_by_the_start_of_any_of_its_words() {
        assert_eq!(found("love"), ["Ada Lovelace"]);
        assert_eq!(found("BAB"), ["Charles Babbage"]);
        assert_eq!(found("lace"), [""; 0]);
        assert_eq!(found(" ").len(), 2);
    }
}
