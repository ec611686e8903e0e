use std::rc::Rc;

use dossier_engine::address::{Address, Condition, Sense};
use dossier_engine::ask::Survey;
use yew::prelude::*;

use crate::hooks::use_go;
use crate::state::{Move, Shared};
use crate::widgets::{Glyph, Sign};
use crate::wording::{self, counted};

/// Properties of [`Chips`].
#[derive(Properties, PartialEq)]
pub struct ChipsProps {
    /// Where the reader is.
    pub address: Rc<Address>,
    /// What passes the filter.
    pub survey: Option<Shared<Survey>>,
}

/// The active filters, each to be removed, and how much passes them.
#[component]
pub fn Chips(props: &ChipsProps) -> Html {
    let go = use_go();
    let filter = &props.address.filter;
    let query = filter.query.trim();
    let is_filtering = !query.is_empty() || !filter.conditions.is_empty();
    html! {
        <>
            if !query.is_empty() {
                <Chip label={format!("“{query}”")} remove={Move::Search(String::new())} />
            }
            { for filter.conditions.iter().map(|condition| html! {
                <Chip
                    key={format!("{:?}", condition)}
                    label={label(condition, props.survey.as_ref())}
                    excluded={condition.sense == Sense::Exclude}
                    kind={kind(condition, props.survey.as_ref())}
                    remove={Move::Toggle(condition.clone())}
                />
            }) }
            <p class="count" role="status">{ props.survey.as_ref().map(|survey| count(survey)) }</p>
            if is_filtering {
                <button class="quiet" onclick={go.reform(|_| Move::ClearFilter)}>{ "Clear all" }</button>
            }
        </>
    }
}

fn count(survey: &Survey) -> String {
    let documents = u32::try_from(survey.found.len()).unwrap_or(u32::MAX);
    let parts = [
        Some(counted(documents, "document")),
        Some(counted(survey.mentions, "mention")),
        (survey.hits > 0).then(|| counted(survey.hits, "hit")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn value<'a>(
    condition: &Condition,
    survey: Option<&'a Shared<Survey>>,
) -> Option<&'a dossier_engine::ask::Value> {
    survey?
        .facets
        .iter()
        .find(|counts| counts.facet == condition.facet)?
        .values
        .iter()
        .find(|value| value.slug == condition.value)
}

fn label(condition: &Condition, survey: Option<&Shared<Survey>>) -> String {
    let name = value(condition, survey).map_or(&condition.value, |value| &value.label);
    format!("{}{name}", wording::sense(condition))
}

fn kind(condition: &Condition, survey: Option<&Shared<Survey>>) -> Option<AttrValue> {
    let kind = value(condition, survey)?.kind?;
    Some(AttrValue::Static(kind.slug()))
}

#[derive(Properties, PartialEq)]
struct ChipProps {
    label: AttrValue,
    #[prop_or_default]
    excluded: bool,
    #[prop_or_default]
    kind: Option<AttrValue>,
    remove: Move,
}

#[component]
fn Chip(props: &ChipProps) -> Html {
    let go = use_go();
    let remove = props.remove.clone();
    html! {
        <span
            class={classes!("chip", props.excluded.then_some("is-excluded"))}
            data-kind={props.kind.clone()}
        >
            <bdi class="chip-label">{ &props.label }</bdi>
            <button
                aria-label={format!("Remove the filter {}", props.label)}
                onclick={go.reform(move |_| remove.clone())}
            >
                <Glyph sign={Sign::Close} />
            </button>
        </span>
    }
}
