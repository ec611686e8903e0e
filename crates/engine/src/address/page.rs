//! Addresses on a host that has a page for each document, `read/letter-07/?about=ada-loon`, and for
//! what they mention most, `about/ada-loon/`.
//!
//! Such a link opens a page that can be read before, and without, any program; what the page does
//! not say in its path stands in the query. Where there is one page only, a file on a disk, all of
//! it stands in the fragment.

use percent_encoding::{AsciiSet, percent_decode_str, utf8_percent_encode};

use super::print::IN_VALUE;
use super::{Address, LONGEST_ADDRESS, LONGEST_LINK, View};
use crate::complaint::Complaint;
use crate::document::is_own;

/// The folder of the pages of documents.
const DOCUMENTS: &str = "read/";

/// The folder of the pages of entities.
const ENTITIES: &str = "about/";

/// What a host serves where a folder is asked for; some links name it.
const INDEX: &str = "index.html";

/// What a folder's name may not hold as it is.
const IN_FOLDER: &AsciiSet = &IN_VALUE.add(b'/').add(b' ').add(b'&');

/// The page of a document, as a link from the edition's root.
pub fn document_page(slug: &str) -> String {
    page(DOCUMENTS, slug)
}

/// The page of an entity, as a link from the edition's root.
pub fn entity_page(slug: &str) -> String {
    page(ENTITIES, slug)
}

fn page(folder: &str, slug: &str) -> String {
    format!("{folder}{}/", utf8_percent_encode(slug, IN_FOLDER))
}

impl Address {
    /// The link from the edition's root: empty for the overview of everything, a document's page
    /// for a document that is read by itself, an entity's for one that has a page. What is longer
    /// than [`LONGEST_LINK`] stands in the fragment of the first page, for hosts refuse to be asked
    /// at such length.
    pub fn link_on_host(&self) -> String {
        let mut rest = self.clone();
        let page = rest.take_page().unwrap_or_default();
        let link = match rest.to_string().as_str() {
            "" => page,
            rest => format!("{page}?{rest}"),
        };
        if link.len() <= LONGEST_LINK {
            link
        } else {
            format!("#{self}")
        }
    }

    /// The page of what is shown, if it has one, leaving the address of what the page does not say.
    fn take_page(&mut self) -> Option<String> {
        let (shown, page): (_, fn(&str) -> String) = match self.view {
            View::Read => (&mut self.document, document_page),
            View::Entity if self.is_paged => (&mut self.entity, entity_page),
            _ => return None,
        };
        let slug = shown.take_if(|slug| names_a_folder(slug))?;
        self.view = View::default();
        Some(page(&slug))
    }

    /// Reads such a link: the path below the edition's root, and what follows it as in
    /// [`Address::parse`]. What the query says goes before what the path says.
    pub fn parse_on_host(link: &str) -> (Address, Vec<Complaint>) {
        let end = link.find(['?', '#']).unwrap_or(link.len());
        let (path, rest) = link.split_at(end);
        let (mut address, complaints) = Address::parse(rest);
        let says_view = address.view != View::default();
        if let Some(slug) = slug_in(path, DOCUMENTS).filter(|_| !says_view) {
            address.view = View::Read;
            address.document.get_or_insert(slug);
        }
        if let Some(slug) = slug_in(path, ENTITIES) {
            if !says_view {
                address.view = View::Entity;
                address.is_paged = address.entity.is_none() && names_a_folder(&slug);
            }
            address.entity.get_or_insert(slug);
        }
        (address, complaints)
    }
}

/// Whether something can have a page in a folder of its name: browsers take `.` and `..` for other
/// folders, and a reader's own documents have no pages.
fn names_a_folder(slug: &str) -> bool {
    !["", ".", ".."].contains(&slug) && !is_own(slug)
}

/// The slug in the path of a page below a folder.
fn slug_in(path: &str, folder: &str) -> Option<String> {
    let name = path.strip_prefix(folder)?;
    let name = name.strip_suffix(INDEX).unwrap_or(name);
    let name = name.strip_suffix('/').unwrap_or(name);
    let is_one = !name.is_empty() && name.len() <= LONGEST_ADDRESS && !name.contains('/');
    let decoded = percent_decode_str(name).decode_utf8_lossy();
    is_one.then(|| decoded.chars().filter(|c| !c.is_control()).collect())
}
