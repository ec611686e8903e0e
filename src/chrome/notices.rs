//! What could not be used, and what was lost.

use dossier_engine::ask::{Progress, counted, grouped};
use dossier_engine::complaint::Complaint;
use dossier_engine::text::Span;
use yew::prelude::*;

use crate::browser::page;
use crate::widgets::{self, Inside, button, element, element_with, nothing, text};

/// What was asked and could not be used; all else was. `link` is what the link that was opened
/// asked for, which the reader can dismiss; `filter` what the filter asks for, some of it at a place
/// in the query `typed`.
pub fn notices(
    link: &[Complaint],
    filter: &[Complaint],
    typed: &str,
    dismiss: Callback<MouseEvent>,
) -> Html {
    if link.is_empty() && filter.is_empty() {
        return nothing();
    }
    let complaint = |complaint: &Complaint| {
        let mut inside = vec![text(&*complaint.message)];
        inside.extend(complaint.place.and_then(|place| shown_in(typed, place)));
        element("li", "", inside)
    };
    let complaints: Inside = link.iter().chain(filter).map(complaint).collect();
    let mut inside = vec![element("ul", "", complaints)];
    if !link.is_empty() {
        inside.push(button("quiet", dismiss, "Understood"));
    }
    widgets::notices("notices", "What could not be used", inside)
}

/// The query with a place in it marked; none if it has none, being another query by now.
fn shown_in(typed: &str, place: Span) -> Option<Html> {
    let (start, end) = (place.range().start, place.range().end);
    let before = typed
        .get(start.saturating_sub(LONGEST_SIDE)..start)
        .or(typed.get(..start))?;
    let (meant, after) = (typed.get(start..end)?, typed.get(end..)?);
    let after: String = after.chars().take(LONGEST_SIDE).collect();
    let inside = vec![text(before), element("mark", "wrong", meant), text(after)];
    Some(element("code", "typed", inside))
}

/// As much of a query as is shown before and after the place of a complaint, in bytes.
const LONGEST_SIDE: usize = 60;

/// How far the engine has come with reading the texts, while it does.
pub fn progress(read: Option<Progress>) -> Html {
    let Some(Progress { done, of }) = read else {
        return nothing();
    };
    let says = format!(
        "Reading for the search: {} of {}",
        grouped(done),
        counted(of, "document")
    );
    html! {
        <div class="progress">
            <progress aria-label="Reading for the search" value={done.to_string()} max={of.to_string()} />
            { text(says) }
        </div>
    }
}

/// What a reader sees when the engine is gone for good: what is on the page stays.
pub fn engine_lost() -> Html {
    let says = "The part of this page that searches and filters has stopped. What you see stays \
                readable; the address keeps where you are.";
    let reload = Callback::from(|_| page::reload());
    let inside = vec![
        element("p", "", says),
        button("plain", reload, "Reload the page"),
    ];
    element_with(
        "section",
        &["class", "role"],
        ["notices is-grave", "alert"],
        inside,
    )
}
