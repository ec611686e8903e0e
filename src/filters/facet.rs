//! One facet: its values with counts, to ask for or to rule out.

use dossier_engine::address::{Condition, Facet, Sense};
use dossier_engine::ask::{FacetCounts, Value, grouped};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::{Action, Move, Shared};
use crate::widgets::{Button, Ways, element, nothing, text};
use crate::wording::{self, amount};

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
    /// What the engine found among its values, if it was asked.
    pub found: Option<Shared<FacetCounts>>,
    /// Where the reader is and how to go elsewhere.
    pub ways: Ways,
}

/// A facet as a list of values to ask for or rule out. Values that are not told unasked are looked
/// for by the engine.
#[component]
pub(super) fn FacetList(props: &FacetListProps) -> Html {
    let all = use_state_eq(|| false);
    let wanted = use_state_eq(String::new);
    let FacetCounts {
        facet,
        values,
        left_out,
    } = &props.counts;
    let is_long = *all || !wanted.is_empty();
    let found = match &props.found {
        Some(found) if *left_out > 0 && is_long => found.values.iter().collect(),
        _ => matching(values, &wanted),
    };
    let limit = if is_long { MOST } else { SHOWN };
    let hidden = amount(&found).saturating_sub(limit as u32) + left_out;
    let name = wording::facet(*facet);
    let heading = format!("facet-{}", facet.slug());
    let look_for = (*left_out > 0).then(|| {
        let facet = *facet;
        props
            .ways
            .act
            .reform(move |start| Action::LookFor(facet, start))
    });
    html! {
        <>
            <div class="facet-head">
                <h2 id={heading.clone()}>{ name }</h2>
                if values.len() >= MANY {
                    { find_field(name, wanted.setter(), look_for.clone()) }
                }
            </div>
            { any_or_all(&props.ways, *facet) }
            <ul class="facet-values" aria-labelledby={heading}>
                { for found.iter().take(limit).map(|value| facet_value(&props.ways, *facet, value)) }
            </ul>
            if found.is_empty() {
                <p class="facet-none">{ format!("No “{}” here.", *wanted) }</p>
            }
            if wanted.is_empty() && values.len() > SHOWN {
                { more_button(hidden, &all, look_for) }
            }
        </>
    }
}

/// Where several values are asked for and a document can have several: whether any of them will do
/// or all must be there.
fn any_or_all(ways: &Ways, facet: Facet) -> Html {
    let filter = &ways.here.filter;
    let conditions = filter.conditions.iter();
    let asked = conditions
        .filter(|condition| condition.facet == facet && condition.sense == Sense::Include)
        .count();
    if asked < 2 || !facet.is_manifold() {
        return nothing();
    }
    let is_all = filter.all_of.contains(&facet);
    let looks = Button {
        class: "facet-need",
        pressed: Some(is_all),
        ..Button::default()
    };
    ways.button(
        Move::ToggleAll(facet),
        looks,
        text("All of these in one document"),
    )
}

/// The values whose label has what was typed at the start of one of its words.
fn matching<'a>(values: &'a [Value], typed: &str) -> Vec<&'a Value> {
    let typed = typed.trim().to_ascii_lowercase();
    let fits = |value: &&Value| {
        let label = value.label.to_ascii_lowercase();
        let mut before = ' ';
        label.char_indices().any(|(place, c)| {
            let begins = std::mem::replace(&mut before, c) == ' ';
            begins && label[place..].starts_with(&typed)
        })
    };
    values.iter().filter(fits).collect()
}

fn find_field(
    name: &str,
    found: UseStateSetter<String>,
    look_for: Option<Callback<String>>,
) -> Html {
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            if let Some(look_for) = &look_for {
                look_for.emit(field.value());
            }
            found.set(field.value());
        }
    });
    html! {
        <input
            class="facet-find"
            type="search"
            placeholder="Find"
            autocomplete="off"
            aria-label={format!("Find in {name}")}
            {oninput}
        />
    }
}

fn more_button(
    hidden: u32,
    all: &UseStateHandle<bool>,
    look_for: Option<Callback<String>>,
) -> Html {
    let is_open = **all;
    let all = all.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(look_for) = &look_for {
            look_for.emit(String::new());
        }
        all.set(!is_open);
    });
    let says = if is_open {
        "Fewer".to_owned()
    } else {
        format!("{} more", grouped(hidden))
    };
    html! {
        <button class="quiet" aria-expanded={is_open.to_string()} {onclick}>{ says }</button>
    }
}

/// A value: its name asks for it, the sign beside it rules it out.
fn facet_value(ways: &Ways, facet: Facet, value: &Value) -> Html {
    let switch = |sense| {
        let condition = Condition {
            facet,
            value: value.slug.clone(),
            sense,
        };
        let on = ways.here.filter.conditions.contains(&condition);
        (Move::Toggle(condition), on)
    };
    let (include, included) = switch(Sense::Include);
    let (exclude, excluded) = switch(Sense::Exclude);
    let class = match (included, excluded) {
        (true, _) => "facet-value is-included",
        (_, true) => "facet-value is-excluded",
        _ => "facet-value",
    };
    let name = Html::from_iter([
        element("bdi", "facet-label", &*value.label),
        element("span", "facet-count", grouped(value.count)),
    ]);
    let asking = Button {
        class: "facet-include",
        pressed: Some(included),
        ..Button::default()
    };
    let ruling_out = Button {
        class: "facet-exclude",
        label: Some(format!("Without {}", value.label).into()),
        pressed: Some(excluded),
        ..Button::default()
    };
    html! {
        <li key={value.slug.clone()} {class} data-kind={value.kind.map(|kind| kind.slug())}>
            { ways.button(include, asking, name) }
            { ways.button(exclude, ruling_out, nothing()) }
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
        assert_eq!(found("ada love"), ["Ada Lovelace"]);
        assert_eq!(found(" ").len(), 2);
    }
}
