//! The pages of an edition, each readable before and without any program.

mod book;
mod document;
mod entity;
mod frame;
mod front;
mod missing;

use anyhow::Result;
use maud::Markup;
use serde_json::Value;

pub(crate) use book::book;
pub(crate) use entity::known_as;

use crate::edition::Edition;
use crate::links::Links;

/// A page.
pub(crate) struct Page {
    /// The slug of what it shows; empty where it is no document and no entity.
    pub(crate) slug: String,
    /// Its address from the edition's root: empty, `read/letter-07/`, `404.html`.
    pub(crate) address: String,
    /// The folder names in it, as they are on a disk.
    pub(crate) file: String,
    /// What it is called.
    pub(crate) title: String,
    /// What it is, in a sentence.
    pub(crate) description: String,
    /// What is known about it, in a few words.
    pub(crate) kicker: String,
    /// Language of the page.
    pub(crate) language: String,
    /// What it shows, for programs that read pages (schema.org).
    pub(crate) meaning: Option<Value>,
    /// When what it shows was published, as far as that is known: `2018-01`.
    pub(crate) published: Option<String>,
    /// What it is to those who list pages.
    pub(crate) sort: Sort,
    /// What stands in it.
    pub(crate) body: Markup,
}

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// The overview.
    Front,
    /// A document.
    Document,
    /// An entity.
    Entity,
    /// What a host shows for an address that leads nowhere.
    Missing,
}

impl Sort {
    /// Whether the app takes the page's place when it has come.
    pub(crate) fn starts_the_app(self) -> bool {
        self != Sort::Missing
    }

    /// Whether a picture of it is drawn, for programs in which people send it to each other.
    pub(crate) fn has_preview(self) -> bool {
        matches!(self, Sort::Front | Sort::Document)
    }
}

/// The page that hosts show at any address that leads nowhere.
const MISSING: &str = "404.html";

/// The way from the page at this file to the edition's root: `../../`. What is shown at any address
/// needs the whole path, if `base` tells it.
pub(crate) fn way_to_root(file: &str, base: Option<&str>) -> String {
    let path = base.and_then(|base| base.splitn(4, '/').nth(3));
    match (path, file.matches('/').count()) {
        (Some(path), 0) if file == MISSING => format!("/{path}"),
        (_, 0) => "./".to_owned(),
        (_, depth) => "../".repeat(depth),
    }
}

/// All pages; `links` says how a page at this file writes its links.
pub(crate) fn all(edition: &Edition, links: impl Fn(&str) -> Links) -> Result<Vec<Page>> {
    let mut pages = vec![
        front::page(edition, &links("index.html")),
        missing::page(edition, &links(MISSING)),
    ];
    let documents = &edition.documents;
    for (place, document) in documents.iter().enumerate() {
        let file = format!("read/{}/index.html", document.slug);
        pages.push(document::page(edition, place, &links(&file))?);
    }
    for slug in edition.entities() {
        let file = format!("about/{slug}/index.html");
        pages.push(entity::page(edition, slug, &links(&file))?);
    }
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_the_root_goes_up_as_often_as_there_are_folders() {
        let base = Some("https://example.org/rain/");
        assert_eq!(way_to_root("index.html", base), "./");
        assert_eq!(way_to_root("read/a/index.html", base), "../../");
    }

    #[test]
    fn what_is_shown_anywhere_names_the_whole_path() {
        assert_eq!(way_to_root(MISSING, Some("https://a.org/rain/")), "/rain/");
        assert_eq!(way_to_root(MISSING, Some("https://a.org/")), "/");
        assert_eq!(way_to_root(MISSING, None), "./");
    }
}
