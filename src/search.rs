//! Searching: the box, and the Results view.

mod remedies;
mod result;
mod search_box;

use dossier_engine::address::{Listing, Order};
use dossier_engine::ask::{Found, Survey, counted};
use yew::prelude::*;

use self::remedies::remedies;
use self::result::result;
use crate::browser::history;
use crate::state::{Action, Move, Shared};
use crate::widgets::{Inside, Ways, choice, element, more, nothing, skeleton};
use crate::wording::{self, amount};

pub use search_box::{SEARCH_BOX, Typed, search_box};

/// What was found, by document or by passage, with the places where it stands; a skeleton while it
/// is on its way. `others` is what comes after the first, as far as it is asked for.
pub fn results(
    ways: &Ways,
    survey: Option<Shared<Survey>>,
    others: Option<Shared<Vec<Found>>>,
) -> Html {
    let Some(survey) = survey else {
        return skeleton(6, "Searching.");
    };
    let others = others.as_ref().map_or(&[][..], |others| others);
    let found = || survey.found.iter().chain(others);
    let list: Inside = found().map(|found| result(ways, found)).collect();
    let shown = amount(&survey.found) + amount(others);
    let query = ways.here.filter.query.trim();
    let inside = if survey.found.is_empty() {
        vec![head(&survey, query), remedies(ways, &survey)]
    } else {
        vec![
            head(&survey, query),
            tools(ways, survey.hits > 0),
            element("ol", list_class(ways, &survey), list),
            more(ways, shown, survey.listed),
        ]
    };
    element("div", "results", inside)
}

fn list_class(ways: &Ways, survey: &Survey) -> &'static str {
    match ways.here.filter.listing {
        Listing::Passages if survey.hits > 0 => "result-list is-of-passages",
        _ => "result-list",
    }
}

fn head(survey: &Survey, query: &str) -> Html {
    element("h1", "results-head", heading(survey, query))
}

fn heading(survey: &Survey, query: &str) -> String {
    let documents = counted(survey.documents, "document");
    if query.is_empty() {
        documents
    } else {
        format!(
            "{} for “{query}” in {documents}",
            counted(survey.hits, "hit")
        )
    }
}

/// What is listed, if there are hits to choose by, in which order, and the ways to take it along.
fn tools(ways: &Ways, has_hits: bool) -> Html {
    let take = |_: MouseEvent| Action::Take(history::before_addresses());
    let take = ways.act.reform(take);
    let copy = |_: MouseEvent| history::copy_link();
    let filter = &ways.here.filter;
    let listing = if has_hits {
        let names = Listing::ALL.map(wording::listing);
        let to = |place: usize| Listing::ALL.get(place).copied().map(Move::List);
        offer(ways, "What is listed", &names, filter.listing as usize, to)
    } else {
        nothing()
    };
    let names = Order::ALL.map(wording::order);
    let to = |place: usize| Order::ALL.get(place).copied().map(Move::Sort);
    let order = offer(
        ways,
        "Order of the results",
        &names,
        filter.order as usize,
        to,
    );
    html! {
        <div class="result-tools">
            { listing }
            { order }
            <button class="quiet" onclick={copy}>{ "Copy link" }</button>
            <button class="quiet" onclick={take}>{ "Save as CSV" }</button>
        </div>
    }
}

fn offer(
    ways: &Ways,
    label: &str,
    names: &[&str],
    chosen: usize,
    to: fn(usize) -> Option<Move>,
) -> Html {
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    choice(label.to_owned(), &names, chosen, ways.on(to))
}
