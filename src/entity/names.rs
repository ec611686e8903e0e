use dossier_engine::ask::{NameCount, Reason};
use yew::prelude::*;

use crate::state::Move;
use crate::widgets::Link;
use crate::wording;

/// Properties of [`KnownAs`].
#[derive(Properties, PartialEq)]
pub(super) struct KnownAsProps {
    /// The names it goes by.
    pub names: Vec<NameCount>,
    /// Why they are taken for one thing.
    pub reasons: Vec<Reason>,
}

/// The names of an entity, and why these are one.
#[component]
pub(super) fn KnownAs(props: &KnownAsProps) -> Html {
    html! {
        <div class="known-as">
            <ul class="known-as-names" aria-label="Names">
                { for props.names.iter().map(|name| html! {
                    <li key={name.name.clone()}>
                        <bdi>{ &name.name }</bdi>
                        { " " }
                        <span class="card-count">{ name.count }</span>
                    </li>
                }) }
            </ul>
            if !props.reasons.is_empty() {
                <details class="reasons">
                    <summary>{ "Why these are one" }</summary>
                    <ul>{ for props.reasons.iter().map(reason) }</ul>
                </details>
            }
        </div>
    }
}

fn reason(reason: &Reason) -> Html {
    html! {
        <li>
            <q>{ &reason.name }</q>
            { " and " }
            <q>{ &reason.other }</q>
            { ": " }
            { wording::link_rule(reason.rule) }
            if let Some(line) = &reason.evidence {
                <blockquote class="evidence">
                    <Link to={Move::Read(Some(line.document.clone()))}>
                        { &line.before }<b>{ &line.name }</b>{ &line.after }
                    </Link>
                </blockquote>
            }
        </li>
    }
}
