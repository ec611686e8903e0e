//! What an element is to its page: told by its name, and by the names its maker gave it.

use dossier_engine::document::Role;

/// How an element takes part in the flow of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Inside of a line.
    Inline,
    /// A block of its own; text in it is of this role.
    Block(Role),
    /// Ends a line.
    Break,
    /// Lines as they are written.
    Verbatim,
    /// A cell of a row.
    Cell,
    /// No text at all.
    Unread,
}

pub(super) fn layout(element: &str) -> Layout {
    match element {
        "script" | "style" | "noscript" | "template" | "svg" | "math" | "iframe" | "object"
        | "head" => Layout::Unread,
        "br" => Layout::Break,
        "pre" | "textarea" | "xmp" | "listing" => Layout::Verbatim,
        "h1" => Layout::Block(Role::Title),
        "h2" | "h3" | "h4" | "h5" | "h6" => Layout::Block(Role::Subheading),
        "li" | "dd" | "dt" => Layout::Block(Role::ListItem),
        "blockquote" => Layout::Block(Role::Quote),
        "figcaption" | "caption" => Layout::Block(Role::Caption),
        "tr" => Layout::Block(Role::Table),
        "td" | "th" => Layout::Cell,
        "address" | "article" | "aside" | "body" | "center" | "details" | "dialog" | "div"
        | "dl" | "fieldset" | "figure" | "footer" | "form" | "header" | "hgroup" | "hr"
        | "html" | "legend" | "main" | "menu" | "nav" | "ol" | "option" | "p" | "section"
        | "select" | "summary" | "table" | "tbody" | "tfoot" | "thead" | "ul" | "button" => {
            Layout::Block(Role::Paragraph)
        }
        _ => Layout::Inline,
    }
}

/// Elements without content.
pub(super) fn is_void(element: &str) -> bool {
    matches!(
        element,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// The role of all that is in an element, whatever its own elements are; told by the element, and
/// by the words in its class and identity.
pub(super) fn zone(element: &str, named: &str) -> Option<Role> {
    match element {
        "nav" | "menu" => return Some(Role::Navigation),
        "footer" => return Some(Role::PageFurniture),
        "aside" => return Some(Role::RelatedLinks),
        "select" | "button" | "dialog" => return Some(Role::PageFurniture),
        _ => {}
    }
    let named = named.to_ascii_lowercase();
    let words = named
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty());
    // Who the author is goes before that someone is the author.
    if words
        .clone()
        .any(|word| word == "bio" || word == "biography")
    {
        return Some(Role::AuthorBio);
    }
    words.clone().find_map(|word| match word {
        "nav" | "navbar" | "navigation" | "menu" | "breadcrumb" | "breadcrumbs" | "pagination"
        | "toc" | "skip" | "masthead" | "search" => Some(Role::Navigation),
        "comment" | "comments" | "respond" | "disqus" | "commentlist" => Some(Role::Comments),
        "share" | "sharing" | "social" | "sharedaddy" | "addtoany" => Some(Role::SharePrompt),
        "related" | "recommended" | "recommendations" | "trending" | "sidebar" | "popular"
        | "teaser" | "teasers" | "outbrain" | "taboola" | "readmore" | "tags" | "complementary" => {
            Some(Role::RelatedLinks)
        }
        "newsletter" | "subscribe" | "subscription" | "signup" => Some(Role::Newsletter),
        "cookie" | "cookies" | "consent" | "banner" | "ad" | "ads" | "advert" | "advertisement"
        | "promo" | "sponsor" | "sponsored" | "footer" | "popup" | "modal" | "paywall" | "gdpr"
        | "disclaimer" | "contentinfo" => Some(Role::PageFurniture),
        "copyright" => Some(Role::Copyright),
        "byline" | "author" | "dateline" => Some(Role::Byline),
        "caption" | "credit" => Some(Role::Caption),
        "footnote" | "footnotes" | "endnote" | "endnotes" => Some(Role::Footnote),
        _ => None,
    })
}
