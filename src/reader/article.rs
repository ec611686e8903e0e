use dossier_engine::ask::{DocumentCard, DocumentText, Published, Reading};
use dossier_engine::document::Role;
use yew::prelude::*;

use super::part::{Part, PartSlice};
use super::stops::{Stop, What};
use crate::state::Shared;
use crate::widgets::{Ways, element, text};
use crate::wording::{counted, minutes};

/// One document, by its place in what is read. Its marks are one tab stop together; `n` and `p`
/// move among them. `here` is the stop stood at.
pub(super) fn article(
    ways: &Ways,
    reading: &Shared<Reading>,
    place: usize,
    here: Option<&Stop>,
) -> Html {
    let text = &reading.documents[place];
    let current = here.filter(|stop| stop.document == place);
    let entry = current.cloned().or_else(|| first_stop(ways, text, place));
    let alone = reading.documents.len() == 1;
    let part = |part: usize| {
        let in_part = |stop: &&Stop| stands_in(text, part, stop);
        html! {
            <Part
                key={part}
                slice={PartSlice { reading: reading.clone(), document: place, part }}
                {alone}
                entity={ways.here.entity.clone()}
                unmarked={ways.here.unmarked.clone()}
                current={current.filter(in_part).cloned()}
                entry={entry.as_ref().filter(in_part).cloned()}
            />
        }
    };
    let heading = format!("title-{place}");
    html! {
        <article
            key={text.document.slug.clone()}
            class="article"
            aria-labelledby={heading.clone()}
            lang={text.document.language.clone()}
        >
            { kicker(&text.document) }
            if !text.parts.iter().any(|part| part.role == Role::Title) {
                <h1 id={heading} class="title">{ &text.document.title }</h1>
            }
            { for (0..text.parts.len()).map(part) }
        </article>
    }
}

/// Where the tab key enters the text.
fn first_stop(ways: &Ways, text: &DocumentText, document: usize) -> Option<Stop> {
    let mut marks = text
        .parts
        .iter()
        .flat_map(|part| &part.runs)
        .filter_map(|run| run.mark.as_ref());
    let mark =
        marks.find(|mark| mark.entity.is_some() && !ways.here.unmarked.contains(&mark.kind))?;
    Some(Stop {
        document,
        what: What::Mention(mark.ordinal),
    })
}

fn stands_in(text: &DocumentText, part: usize, stop: &Stop) -> bool {
    text.parts[part].runs.iter().any(|run| match stop.what {
        What::Mention(ordinal) => run
            .mark
            .as_ref()
            .is_some_and(|mark| mark.ordinal == ordinal),
        What::Hit(hit) => run.hit == Some(hit),
    })
}

/// What is known about the document, above its title.
fn kicker(document: &DocumentCard) -> Html {
    let mut inside = vec![
        published(document.published.as_ref()),
        element("span", "", format!("{} min", minutes(document.words))),
        element("span", "", counted(document.mentions, "mention")),
        element("span", "kicker-file", &*document.file),
    ];
    if let Some(outlet) = &document.outlet {
        inside.insert(0, element("span", "kicker-outlet", &**outlet));
    }
    element("div", "kicker", inside)
}

fn published(published: Option<&Published>) -> Html {
    let Some(published) = published else {
        return element("span", "", "date unknown");
    };
    let mut inside = vec![text(&*published.label)];
    if let Some(reason) = &published.inferred {
        let why = vec![
            element("summary", "", "inferred"),
            element("span", "inferred-reason", &**reason),
        ];
        inside.push(element("details", "inferred", why));
    }
    element("span", "", inside)
}
