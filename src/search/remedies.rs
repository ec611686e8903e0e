//! Ways on where nothing was found.

use dossier_engine::ask::{Instead, Survey, counted};
use yew::prelude::*;

use crate::state::Move;
use crate::widgets::{Ways, element, nothing, text};
use crate::wording;

/// What to do when nothing was found: what might have been meant, and which filter to drop.
pub(super) fn remedies(ways: &Ways, survey: &Survey) -> Html {
    let mut ways_out: Vec<Html> = survey
        .instead
        .iter()
        .map(|instead| drop_one(ways, instead))
        .collect();
    if ways_out.is_empty() {
        let all = ways.link(
            Move::ClearFilter,
            "",
            text("Clear the search and all filters"),
        );
        ways_out.push(element("li", "", all));
    }
    let inside = vec![
        element("p", "", "Nothing was found."),
        survey
            .meant
            .as_ref()
            .map_or_else(nothing, |meant| did_you_mean(ways, meant)),
        element("ul", "", ways_out),
    ];
    element("div", "nothing", inside)
}

fn did_you_mean(ways: &Ways, meant: &str) -> Html {
    let link = ways.link(Move::Search(meant.to_owned()), "meant", text(meant));
    element("p", "", vec![text("Did you mean "), link, text("?")])
}

/// The way to what is found without the search, or without the filter on one facet.
fn drop_one(ways: &Ways, instead: &Instead) -> Html {
    let (to, says) = match instead.facet {
        None => (Move::Search(String::new()), "Clear the search".to_owned()),
        Some(facet) => (
            Move::ClearFacet(facet),
            format!(
                "Drop the filter on {}",
                wording::facet(facet).to_lowercase()
            ),
        ),
    };
    let says = format!("{says}: {}", counted(instead.documents, "document"));
    element("li", "", ways.link(to, "", text(says)))
}
