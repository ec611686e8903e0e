use dossier_engine::ask::{DocumentCard, DocumentText, Reading};
use dossier_engine::document::Role;
use dossier_engine::mention::Kind;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::part::{Part, PartSlice};
use super::stops::{Stop, Stops, What};
use crate::browser::page;
use crate::hooks::use_go;
use crate::state::{Move, Shared};
use crate::wording::{counted, minutes};

/// Properties of [`Article`].
#[derive(Properties, PartialEq)]
pub(super) struct ArticleProps {
    /// What is read.
    pub reading: Shared<Reading>,
    /// Which of its documents this is.
    pub place: usize,
    /// Whether it is the only one.
    pub alone: bool,
    /// The open entity.
    pub entity: Option<AttrValue>,
    /// Kinds whose marks are off.
    pub unmarked: Vec<Kind>,
    /// The stop stood at, if it is in this document.
    pub current: Option<Stop>,
}

/// One document. Its marks are one tab stop together; `n` and `p` move among them.
#[component]
pub(super) fn Article(props: &ArticleProps) -> Html {
    let open = use_open_mention(props.reading.clone());
    let onclick = use_callback(open.clone(), |event: MouseEvent, open| {
        if !page::is_selecting() {
            open.emit(event.target());
        }
    });
    let onkeydown = use_callback(open, |event: KeyboardEvent, open| {
        if event.key() == "Enter" {
            open.emit(event.target());
        }
    });
    let Some(text) = props.reading.documents.get(props.place) else {
        return html! {};
    };
    let entry = props.current.clone().or_else(|| first_stop(props, text));
    let parts = (0..text.parts.len()).map(|part| {
        html! {
            <Part
                key={part}
                slice={PartSlice { reading: props.reading.clone(), document: props.place, part }}
                alone={props.alone}
                entity={props.entity.clone()}
                unmarked={props.unmarked.clone()}
                current={props.current.clone().filter(|stop| stands_in(text, part, stop))}
                entry={entry.clone().filter(|stop| stands_in(text, part, stop))}
            />
        }
    });
    let heading = format!("title-{}", props.place);
    html! {
        <article
            class="article"
            aria-labelledby={heading.clone()}
            lang={text.document.language.clone()}
            {onclick}
            {onkeydown}
        >
            <Kicker document={text.document.clone()} />
            if !text.parts.iter().any(|part| part.role == Role::Title) {
                <h1 id={heading} class="title">{ &text.document.title }</h1>
            }
            { for parts }
        </article>
    }
}

/// Opens the entity of the mark that was clicked, standing at that mark.
#[hook]
fn use_open_mention(reading: Shared<Reading>) -> Callback<Option<web_sys::EventTarget>> {
    let go = use_go();
    use_callback(
        (reading, go),
        |target: Option<web_sys::EventTarget>, (reading, go)| {
            let mark = target
                .and_then(|target| target.dyn_into::<Element>().ok())
                .and_then(|element| element.closest("mark[data-entity]").ok().flatten());
            let Some(entity) = mark
                .as_ref()
                .and_then(|mark| mark.get_attribute("data-entity"))
            else {
                return;
            };
            let stops = Stops::of(reading, Some(&entity), &[]);
            let id = mark.map(|mark| mark.id());
            let stop = stops.iter().find(|stop| Some(stop.anchor()) == id);
            let at = stop.and_then(|stop| stops.number_of(stop));
            go.emit(Move::Open(entity, at));
        },
    )
}

/// Where the tab key enters the text.
fn first_stop(props: &ArticleProps, text: &DocumentText) -> Option<Stop> {
    let mark = text
        .parts
        .iter()
        .flat_map(|part| &part.runs)
        .filter_map(|run| run.mark.as_ref())
        .find(|mark| mark.entity.is_some() && !props.unmarked.contains(&mark.kind))?;
    Some(Stop {
        document: props.place,
        what: What::Mention(mark.ordinal),
    })
}

fn stands_in(text: &DocumentText, part: usize, stop: &Stop) -> bool {
    text.parts.get(part).is_some_and(|part| {
        part.runs.iter().any(|run| match stop.what {
            What::Mention(ordinal) => run.mark.as_ref().is_some_and(|m| m.ordinal == ordinal),
            What::Hit(hit) => run.hit == Some(hit),
        })
    })
}

#[derive(Properties, PartialEq)]
struct KickerProps {
    document: DocumentCard,
}

/// What is known about the document, above its title.
#[component]
fn Kicker(props: &KickerProps) -> Html {
    let document = &props.document;
    html! {
        <div class="kicker">
            if let Some(outlet) = &document.outlet {
                <span class="kicker-outlet">{ outlet }</span>
            }
            if let Some(published) = &document.published {
                <span>
                    <time>{ &published.label }</time>
                    if let Some(reason) = &published.inferred {
                        <details class="inferred">
                            <summary>{ "inferred" }</summary>
                            <span class="inferred-reason">{ reason }</span>
                        </details>
                    }
                </span>
            } else {
                <span class="kicker-unknown">{ "date unknown" }</span>
            }
            <span>{ format!("{} min", minutes(document.words)) }</span>
            <span>{ counted(document.mentions, "mention") }</span>
            <span class="kicker-file">{ &document.file }</span>
        </div>
    }
}
