//! The entity's card: who this is, by which names, where and with whom.

mod concordance;
mod correct;
mod hidden;
mod names;
mod pick;
mod standing;
mod subject;

use dossier_engine::address::{Address, Condition, Facet, Sense, View};
use dossier_engine::ask::{Card, Gone, Value, counted, grouped};
use yew::prelude::*;

use self::concordance::{concordance, first_lines};
use self::correct::Correct;
use self::hidden::hidden;
use self::names::known_as;
use self::standing::{described, over_time, standing};
use self::subject::SubjectProps;
use crate::browser::page;
use crate::state::{Move, Shared, State};
use crate::widgets::{
    Button, ELSEWHERE, Inside, Sign, Ways, element, element_with, elsewhere, glyph, names, nothing,
    skeleton, stepper, text,
};
use crate::wording::amount;

/// Id of the card's heading, where the focus goes when a mark is opened by keyboard.
const NAME: &str = "card-name";

/// Properties of [`EntityCard`].
#[derive(Properties, PartialEq)]
pub struct EntityCardProps {
    /// The card; none while it is on its way.
    pub card: Option<Shared<Option<Card>>>,
    /// What is said in its place, if an editor hid the entity.
    pub gone: Option<Shared<Gone>>,
    /// Where the reader is and how to go elsewhere.
    pub ways: Ways,
    /// How many mentions of it there are in what is read; none where nothing is read.
    pub stops: Option<u32>,
}

/// The card of the open entity.
#[component]
pub fn EntityCard(props: &EntityCardProps) -> Html {
    let card = props.card.as_ref().map(|card| card.as_ref());
    let shown = card.flatten().map(|card| card.slug.clone());
    use_effect_with(shown, |shown| {
        if shown.is_some() {
            page::focus_for_keyboard(NAME);
        }
    });
    let looks = Button {
        class: "card-close",
        label: Some("Close this card".into()),
        ..Button::default()
    };
    html! {
        <>
            { props.ways.button(Move::Close, looks, glyph(Sign::Close)) }
            { match card {
                _ if props.gone.is_some() => {
                    props.gone.as_ref().map_or_else(nothing, |gone| hidden(&props.ways, gone))
                }
                None => skeleton(6, "The card is on its way."),
                Some(None) => unknown(props.ways.here.entity.as_deref().unwrap_or_default()),
                Some(Some(card)) => body(props, card),
            } }
        </>
    }
}

fn body(props: &EntityCardProps, card: &Card) -> Html {
    let ways = &props.ways;
    let inside = vec![
        element("p", "card-kind", card.kind.label()),
        element_with(
            "h2",
            &["id", "class", "tabindex"],
            [NAME, "card-name", "-1"],
            element("bdi", "", &*card.name),
        ),
        known_as(ways, card),
        standing(ways, card),
        props.stops.map_or_else(nothing, |stops| {
            stepper(ways, ways.here.at, stops, "mention")
        }),
        filters(ways, &card.slug),
        described(ways, card),
        documents(ways, card),
        first_lines(ways, card),
        company(ways, &card.with),
        inset_link(card),
    ];
    element_with(
        "div",
        &["class", "data-kind"],
        ["card-body", card.kind.slug()],
        inside,
    )
}

/// Everything about the open entity, as a page of its own.
pub fn study(ways: &Ways, state: &State) -> Html {
    if let Some(gone) = state.shown_gone() {
        return hidden(ways, &gone);
    }
    let (card, lines) = (state.shown_card(), state.shown_concordance());
    let slug = ways.here.entity.as_deref().unwrap_or_default();
    let card = card.as_ref().map(|card| card.as_ref());
    let Some(Some(card)) = card else {
        return match card {
            None if !slug.is_empty() => skeleton(6, "The entity is on its way."),
            _ => unknown(slug),
        };
    };
    let correct = SubjectProps::of(ways, card);
    let head = vec![
        element("p", "card-kind", card.kind.label()),
        element("h1", "card-name", element("bdi", "", &*card.name)),
        known_as(ways, card),
        standing(ways, card),
        html! { <Correct ..correct /> },
        filters(ways, &card.slug),
    ];
    let sides = vec![
        described(ways, card),
        documents(ways, card),
        over_time(card),
        company(ways, &card.with),
    ];
    let inside = vec![
        element("header", "", head),
        element("h2", "unseen", "What is known"),
        element("div", "study-sides", sides),
        lines.map_or_else(
            || skeleton(6, "The lines are on their way."),
            |lines| concordance(ways, card, &lines),
        ),
        inset_link(card),
    ];
    element_with(
        "div",
        &["class", "data-kind"],
        ["study", card.kind.slug()],
        inside,
    )
}

/// To what shows the entity in other people's pages.
fn inset_link(card: &Card) -> Html {
    let shown = Address {
        view: View::Entity,
        entity: Some(card.slug.clone()),
        is_paged: card.has_page,
        ..Address::default()
    };
    element("p", "card-note", elsewhere(&shown, ELSEWHERE))
}

/// Who is mentioned beside it.
fn company(ways: &Ways, with: &[Value]) -> Html {
    if with.is_empty() {
        return nothing();
    }
    let inside = vec![
        element("h3", "", "In the same passages"),
        names(ways, with, "In the same passages"),
        element(
            "p",
            "card-note",
            "Mentioned together is not a relationship.",
        ),
    ];
    element("section", "", inside)
}

/// Asks for the entity, or rules it out.
fn filters(ways: &Ways, entity: &str) -> Html {
    let button = |sense, label: &'static str| {
        let condition = Condition {
            facet: Facet::Entity,
            value: entity.to_owned(),
            sense,
        };
        let looks = Button {
            class: "card-filter",
            pressed: Some(ways.here.filter.conditions.contains(&condition)),
            ..Button::default()
        };
        ways.button(Move::Toggle(condition), looks, text(label))
    };
    let inside = vec![
        button(Sense::Include, "Only documents with it"),
        button(Sense::Exclude, "Without it"),
    ];
    group("Filter by this entity", inside)
}

/// Mentions by document; each leads to the first.
fn documents(ways: &Ways, card: &Card) -> Html {
    if card.documents.is_empty() {
        let says = "Not mentioned in any document that passes the filters.";
        return element("p", "card-none", says);
    }
    let document = |document: &Value| {
        let first = Move::ReadMention(document.slug.clone(), card.slug.clone(), 1);
        let inside = vec![
            ways.link(first, "", element("bdi", "", &*document.label)),
            element("span", "card-count", grouped(document.count)),
        ];
        element("li", "", inside)
    };
    let list: Inside = card.documents.iter().map(document).collect();
    let heading = format!("In {}", counted(amount(&card.documents), "document"));
    let inside = vec![
        element("h3", "", heading),
        element("ul", "card-documents", list),
    ];
    element("section", "", inside)
}

/// Buttons that belong together; `label` says in what to those who hear the page.
fn group(label: &'static str, inside: impl Into<Inside>) -> Html {
    let names = &["class", "role", "aria-label"];
    element_with("div", names, ["card-filters", "group", label], inside)
}

fn unknown(slug: &str) -> Html {
    let says = format!("The link asks for “{slug}”, which this dossier does not mention.");
    let inside = vec![
        element("h2", "card-name", "Nobody by that name"),
        element("p", "", says),
    ];
    element("div", "card-body", inside)
}
