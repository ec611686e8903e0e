//! The active filters, each to be taken back.

use dossier_engine::address::{Condition, Sense};
use dossier_engine::ask::{Survey, Value, counted};
use yew::prelude::*;

use crate::state::{Move, Shared};
use crate::widgets::{Button, Sign, Ways, element, element_with, glyph, text};
use crate::wording;

/// The active filters, each to be removed, and how much passes them.
pub fn chips(ways: &Ways, survey: Option<Shared<Survey>>) -> Html {
    let filter = &ways.here.filter;
    let query = filter.query.trim();
    let quiet = Button {
        class: "quiet",
        ..Button::default()
    };
    let mut inside = Vec::new();
    if !query.is_empty() {
        let away = Move::Search(String::new());
        inside.push(chip(ways, format!("“{query}”"), "chip", None, away));
    }
    let conditions = filter.conditions.iter();
    inside.extend(conditions.map(|condition| facet_chip(ways, condition, survey.as_ref())));
    let counts = survey.as_ref().map(|survey| count(survey));
    inside.push(element_with(
        "p",
        &["class", "role"],
        ["count", "status"],
        counts.unwrap_or_default(),
    ));
    if !query.is_empty() || !filter.conditions.is_empty() {
        inside.push(ways.button(Move::ClearFilter, quiet, text("Clear all")));
    }
    Html::from_iter(inside)
}

fn count(survey: &Survey) -> String {
    let parts = [
        Some(counted(survey.documents, "document")),
        Some(counted(survey.mentions, "mention")),
        (survey.hits > 0).then(|| counted(survey.hits, "hit")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn facet_chip(ways: &Ways, condition: &Condition, survey: Option<&Shared<Survey>>) -> Html {
    let value = survey.and_then(|survey| value(condition, survey));
    let name = value.map_or(&condition.value, |value| &value.label);
    let name = match condition.facet.is_of_years() {
        true => {
            let (from, to) = name.split_once('.').unwrap_or((name, ""));
            let to = to.replace('.', "–");
            format!("{} {from}{to}", wording::facet(condition.facet))
        }
        false => name.clone(),
    };
    let class = match condition.sense {
        Sense::Include => "chip",
        Sense::Exclude => "chip is-excluded",
    };
    let kind = value.and_then(|value| value.kind).map(|kind| kind.slug());
    let label = format!("{}{name}", wording::sense(condition));
    chip(ways, label, class, kind, Move::Toggle(condition.clone()))
}

fn value<'a>(condition: &Condition, survey: &'a Survey) -> Option<&'a Value> {
    let values = survey.values(condition.facet);
    values.iter().find(|value| value.slug == condition.value)
}

fn chip(
    ways: &Ways,
    label: String,
    class: &'static str,
    kind: Option<&'static str>,
    away: Move,
) -> Html {
    let looks = Button {
        label: Some(format!("Remove the filter {label}").into()),
        ..Button::default()
    };
    html! {
        <span {class} data-kind={kind}>
            { element("bdi", "chip-label", label) }
            { ways.button(away, looks, glyph(Sign::Close)) }
        </span>
    }
}
