//! What stands around every page.

use maud::{Markup, html};

use crate::edition::Edition;
use crate::links::Links;

/// The frame that the app draws too, with the same names, so that the text stays where it is when
/// the app takes the page's place.
pub(super) fn frame(edition: &Edition, links: &Links, view: Markup) -> Markup {
    html! {
        header.bar {
            a.skip href="#main" { "Skip to the text" }
            a.brand href=(links.front()) {
                span.brand-mark {}
                span.brand-title { (edition.contents.title) }
            }
            nav.views aria-label="Views" {
                a href=(links.front()) { "Overview" }
            }
        }
        div.chips {
            noscript {
                p { "Searching and filtering need JavaScript; reading does not." }
            }
        }
        div.frame {
            aside.facets {}
            main #main.main tabindex="-1" { (view) }
        }
    }
}

/// The way to what shows this page in other people's.
pub(super) fn elsewhere(links: &Links, page: &str) -> Markup {
    html! {
        @if let Some(inset) = links.inset(page) {
            a href=(inset) { "Show this in a page of yours" }
        }
    }
}
