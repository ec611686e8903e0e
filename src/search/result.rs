use dossier_engine::ask::{Found, Snippet};
use yew::prelude::*;

use crate::state::Move;
use crate::widgets::Link;
use crate::wording::counted;

/// Properties of [`Result`].
#[derive(Properties, PartialEq)]
pub(super) struct ResultProps {
    /// The document and where it was found.
    pub found: Found,
}

/// A document that was found, with its best places.
#[component]
pub(super) fn Result(props: &ResultProps) -> Html {
    let Found {
        document,
        hits,
        snippets,
    } = &props.found;
    let first = match snippets.first() {
        Some(snippet) if snippet.hit > 0 => Move::ReadHit(document.slug.clone(), snippet.hit),
        _ => Move::Read(Some(document.slug.clone())),
    };
    html! {
        <li class="result">
            <h2 class="result-title"><Link to={first} class="result-link">{ &document.title }</Link></h2>
            <p class="result-facts">
                { [document.outlet.clone(), document.published.as_ref().map(|p| p.label.clone())]
                    .into_iter()
                    .flatten()
                    .map(|fact| format!("{fact} · "))
                    .collect::<String>() }
                { if *hits > 0 { counted(*hits, "hit") } else { counted(document.mentions, "mention") } }
            </p>
            { for snippets.iter().map(|snippet| place(&document.slug, snippet)) }
        </li>
    }
}

fn place(slug: &str, snippet: &Snippet) -> Html {
    let text = html! {
        <>
            if snippet.cut_before { { "… " } }
            { for snippet.runs.iter().map(|run| match run.hit {
                Some(_) => html! { <mark class="hit">{ &run.text }</mark> },
                None => html! { { &run.text } },
            }) }
            if snippet.cut_after { { " …" } }
        </>
    };
    if snippet.hit == 0 {
        return html! { <p class="snippet">{ text }</p> };
    }
    let to = Move::ReadHit(slug.to_owned(), snippet.hit);
    html! { <p class="snippet"><Link {to}>{ text }</Link></p> }
}
