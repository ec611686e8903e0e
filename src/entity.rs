//! The entity's card: who this is, by which names, where and with whom.

mod concordance;
mod names;

use std::rc::Rc;

use dossier_engine::address::{Address, Condition, Facet, Sense};
use dossier_engine::ask::{Card, Value};
use yew::prelude::*;

use self::concordance::Concordance;
use self::names::KnownAs;
use crate::hooks::use_go;
use crate::state::{Move, Shared};
use crate::widgets::{Glyph, Link, Names, Sign, Skeleton, Stepper};
use crate::wording::{self, counted};

/// Properties of [`EntityCard`].
#[derive(Properties, PartialEq)]
pub struct EntityCardProps {
    /// The card; none while it is on its way.
    pub card: Option<Shared<Option<Card>>>,
    /// Where the reader is.
    pub address: Rc<Address>,
    /// How many mentions of it there are in what is read; none where nothing is read.
    pub stops: Option<u32>,
}

/// The card of the open entity.
#[component]
pub fn EntityCard(props: &EntityCardProps) -> Html {
    let go = use_go();
    let close = html! {
        <button class="card-close" aria-label="Close this card" onclick={go.reform(|_| Move::Close)}>
            <Glyph sign={Sign::Close} />
        </button>
    };
    let Some(card) = &props.card else {
        return html! { <Skeleton lines={6} label="The card is on its way." /> };
    };
    match card.as_ref() {
        None => html! { <>{ close }<Unknown slug={props.address.entity.clone()} /></> },
        Some(card) => html! { <>{ close }{ body(props, card) }</> },
    }
}

fn body(props: &EntityCardProps, card: &Card) -> Html {
    html! {
        <div class="card-body" data-kind={card.kind.slug()}>
            <p class="card-kind">{ wording::kind(card.kind) }</p>
            <h2 class="card-name"><bdi>{ &card.name }</bdi></h2>
            <KnownAs names={card.names.clone()} reasons={card.reasons.clone()} />
            if let Some(stops) = props.stops {
                <Stepper at={props.address.at} of={stops} what="mention" />
            }
            <FilterButtons slug={card.slug.clone()} address={props.address.clone()} />
            if card.documents.is_empty() {
                <p class="card-none">{ "Not mentioned in any document that passes the filters." }</p>
            }
            <Documents documents={card.documents.clone()} entity={card.slug.clone()} />
            <Concordance lines={card.context.clone()} entity={card.slug.clone()} at={props.address.at} document={props.address.document.clone()} />
            if !card.with.is_empty() {
                <section>
                    <h3>{ "In the same passages" }</h3>
                    <Names values={card.with.clone()} label="In the same passages" />
                    <p class="card-note">{ "Mentioned together is not a relationship." }</p>
                </section>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FilterButtonsProps {
    slug: String,
    address: Rc<Address>,
}

/// Asks for the entity, or rules it out.
#[component]
fn FilterButtons(props: &FilterButtonsProps) -> Html {
    let go = use_go();
    let button = |sense, label: &'static str| {
        let condition = Condition {
            facet: Facet::Entity,
            value: props.slug.clone(),
            sense,
        };
        let on = props.address.filter.conditions.contains(&condition);
        let onclick = go.reform(move |_| Move::Toggle(condition.clone()));
        html! { <button class="card-filter" aria-pressed={on.to_string()} {onclick}>{ label }</button> }
    };
    html! {
        <div class="card-filters" role="group" aria-label="Filter by this entity">
            { button(Sense::Include, "Only documents with it") }
            { button(Sense::Exclude, "Without it") }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct DocumentsProps {
    documents: Vec<Value>,
    entity: String,
}

/// Mentions by document; each leads to the first.
#[component]
fn Documents(props: &DocumentsProps) -> Html {
    if props.documents.is_empty() {
        return html! {};
    }
    html! {
        <section>
            <h3>{ format!("In {}", counted(u32::try_from(props.documents.len()).unwrap_or(u32::MAX), "document")) }</h3>
            <ul class="card-documents">
                { for props.documents.iter().map(|document| html! {
                    <li key={document.slug.clone()}>
                        <Link to={Move::ReadMention(document.slug.clone(), props.entity.clone(), 1)}>
                            <bdi>{ &document.label }</bdi>
                        </Link>
                        <span class="card-count">{ document.count }</span>
                    </li>
                }) }
            </ul>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct UnknownProps {
    slug: Option<String>,
}

#[component]
fn Unknown(props: &UnknownProps) -> Html {
    html! {
        <div class="card-body">
            <h2 class="card-name">{ "Nobody by that name" }</h2>
            <p>
                { format!(
                    "The link asks for “{}”, which this dossier does not mention.",
                    props.slug.as_deref().unwrap_or_default(),
                ) }
            </p>
        </div>
    }
}
