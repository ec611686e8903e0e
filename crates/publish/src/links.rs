//! Where pages lead: to other pages, or to places in the one page there is.

use dossier_engine::address::{Address, Lines, View, document_page};

use crate::inset;

/// How a page writes its links.
#[derive(Clone)]
pub(crate) enum Links {
    /// To pages, by way of the edition's root: `../../`, or an absolute address.
    Pages(String),
    /// To places in the page itself.
    Places,
}

impl Links {
    /// To the overview of everything.
    pub(crate) fn front(&self) -> String {
        match self {
            Links::Pages(root) => root.clone(),
            Links::Places => "#".to_owned(),
        }
    }

    /// To a document.
    pub(crate) fn document(&self, slug: &str) -> String {
        match self {
            Links::Pages(root) => root.clone() + &document_page(slug),
            Links::Places => format!("#{}", place(slug)),
        }
    }

    /// To an entity: to its page, for links are made to those that have one.
    pub(crate) fn entity(&self, slug: &str) -> String {
        self.entity_from(slug, 0)
    }

    /// To an entity's mentions from one on, counted from 0. Pages have only the first ones.
    pub(crate) fn entity_from(&self, slug: &str, line: u32) -> String {
        let address = Address {
            view: View::Entity,
            entity: Some(slug.to_owned()),
            is_paged: true,
            lines: Lines {
                from: line,
                ..Lines::default()
            },
            ..Address::default()
        };
        match self {
            Links::Pages(root) => root.clone() + &address.link_on_host(),
            Links::Places => format!("#{address}"),
        }
    }

    /// To the inset of a page; one page for everything has none.
    pub(crate) fn inset(&self, page: &str) -> Option<String> {
        match self {
            Links::Pages(root) => Some(format!("{root}{}{page}", inset::FOLDER)),
            Links::Places => None,
        }
    }
}

/// What a document's place in the page is called: its address in the fragment, so that browsers go
/// there without any program.
pub(crate) fn place(document: &str) -> String {
    let address = Address {
        view: View::Read,
        document: Some(document.to_owned()),
        ..Address::default()
    };
    address.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages_by_way_of_the_root() {
        let links = Links::Pages("../../".into());
        assert_eq!(links.front(), "../../");
        assert_eq!(links.document("letter-07"), "../../read/letter-07/");
        assert_eq!(links.entity("ada"), "../../about/ada/");
        assert_eq!(links.entity_from("ada", 50), "../../about/ada/?line=51");
        let inset = links.inset("about/ada/");
        assert_eq!(inset.as_deref(), Some("../../embed/about/ada/"));
    }

    #[test]
    fn links_in_one_page_are_the_apps_addresses() {
        assert_eq!(
            Links::Places.document("letter-07"),
            "#view=read&read=letter-07"
        );
        assert_eq!(Links::Places.entity("ada"), "#view=entity&about=ada");
    }
}
