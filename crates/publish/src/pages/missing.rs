//! The page for what is not there.

use maud::html;

use super::frame::frame;
use super::{MISSING, Page, Sort};
use crate::edition::Edition;
use crate::links::Links;

/// What a host shows for an address that leads nowhere.
pub(super) fn page(edition: &Edition, links: &Links) -> Page {
    let title = &edition.contents.title;
    let view = html! {
        div.overview {
            header.overview-head {
                h1 { "There is no such page" }
                p.overview-description {
                    "The address leads nowhere in “" (title) "”: it may be mistyped, or from an \
                     older edition."
                }
            }
            section {
                h2 { "What there is" }
                p { a href=(links.front()) { (title) } }
                ol {
                    @for document in &edition.documents {
                        li { a href=(links.document(&document.slug)) { (document.title) } }
                    }
                }
            }
        }
    };
    Page {
        slug: String::new(),
        address: MISSING.to_owned(),
        file: MISSING.to_owned(),
        title: format!("There is no such page – {title}"),
        description: edition.contents.description.clone(),
        kicker: String::new(),
        language: edition.contents.language.clone(),
        meaning: None,
        published: None,
        sort: Sort::Missing,
        body: frame(edition, links, view),
    }
}
