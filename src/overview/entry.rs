use dossier_engine::ask::DocumentCard;
use yew::prelude::*;

use crate::state::Move;
use crate::widgets::{Link, Names};
use crate::wording::minutes;

/// Properties of [`Entry`].
#[derive(Properties, PartialEq)]
pub(super) struct EntryProps {
    /// The document.
    pub document: DocumentCard,
}

/// A document's line in the contents.
#[component]
pub(super) fn Entry(props: &EntryProps) -> Html {
    let document = &props.document;
    html! {
        <li class="entry">
            <h3 class="entry-title">
                <Link to={Move::Read(Some(document.slug.clone()))}>{ &document.title }</Link>
            </h3>
            <p class="entry-facts">{ facts(document) }</p>
            <p class="entry-opening">{ &document.opening }</p>
            <Names values={document.about.clone()} label="Mentioned most" />
        </li>
    }
}

fn facts(document: &DocumentCard) -> String {
    let published = document.published.as_ref().map_or_else(
        || "date unknown".to_owned(),
        |published| match published.inferred {
            Some(_) => format!("{} (inferred)", published.label),
            None => published.label.clone(),
        },
    );
    let minutes = format!("{} min", minutes(document.words));
    [
        document.outlet.clone(),
        document.author.clone(),
        Some(published),
        Some(minutes),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ")
}
