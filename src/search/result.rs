//! A document or a passage that was found.

use dossier_engine::ask::{Found, Run, Snippet, counted};
use yew::prelude::*;

use crate::state::Move;
use crate::widgets::{Ways, element, text};

/// A document that was found, with its best places; or a passage, under its document's name.
pub(super) fn result(ways: &Ways, found: &Found) -> Html {
    let document = &found.document;
    let first = found.snippets.first().map_or(0, |snippet| snippet.hit);
    let title = ways.link(
        to_hit(&document.slug, first),
        "result-link",
        text(&*document.title),
    );
    let places = found.snippets.iter();
    let mut inside = vec![
        element("h2", "result-title", title),
        element("p", "result-facts", facts(found)),
    ];
    inside.extend(places.map(|snippet| place(ways, &document.slug, snippet)));
    element("li", "result", inside)
}

fn facts(found: &Found) -> String {
    let document = &found.document;
    let published = document
        .published
        .as_ref()
        .map(|published| published.label.clone());
    let much = match found.hits {
        0 => counted(document.mentions, "mention"),
        hits => counted(hits, "hit"),
    };
    let facts = [document.outlet.clone(), published, Some(much)];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// To a hit, or to the document's start if it is none.
fn to_hit(slug: &str, hit: u32) -> Move {
    match hit {
        0 => Move::Read(Some(slug.to_owned())),
        _ => Move::ReadHit(slug.to_owned(), hit),
    }
}

fn place(ways: &Ways, slug: &str, snippet: &Snippet) -> Html {
    let cut = |is_cut, sign| text(if is_cut { sign } else { "" });
    let mut runs = vec![cut(snippet.cut_before, "… ")];
    runs.extend(snippet.runs.iter().map(run));
    runs.push(cut(snippet.cut_after, " …"));
    let inside = match snippet.hit {
        0 => Html::from_iter(runs),
        hit => ways.link(to_hit(slug, hit), "", Html::from_iter(runs)),
    };
    element("p", "snippet", inside)
}

fn run(run: &Run) -> Html {
    match run.hit {
        Some(_) => element("mark", "hit", &*run.text),
        None => text(&*run.text),
    }
}
