//! The tags of the page that Trunk built, which may be minified: attributes lose their quotes and
//! change their order. The page is the project's own, so no attribute holds a `>`.

use std::ops::Range;

/// A tag in a page.
#[derive(Clone, Copy)]
pub(crate) struct Tag<'a> {
    text: &'a str,
    start: usize,
}

/// The tags of one name, in their order.
pub(crate) fn tags<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = Tag<'a>> {
    html.match_indices('<').filter_map(move |(start, _)| {
        let after = html[start + 1..].strip_prefix(name)?;
        after.starts_with([' ', '>']).then_some(())?;
        let end = html[start..].find('>')? + start + 1;
        let text = &html[start..end];
        Some(Tag { text, start })
    })
}

impl<'a> Tag<'a> {
    /// Where it stands, in bytes.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// An attribute's value, with or without quotes.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        let sought = format!(" {name}=");
        let start = self.text.find(&sought)? + sought.len();
        let value = &self.text[start..];
        match value.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => value.split([' ', '>']).next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        let html = "<links><link rel=\"icon\" href=a.svg><link href=./b.css rel=stylesheet>";
        let found = tags(html, "link").map(|tag| (tag.attribute("rel"), tag.attribute("href")));
        assert_eq!(
            found.collect::<Vec<_>>(),
            [
                (Some("icon"), Some("a.svg")),
                (Some("stylesheet"), Some("./b.css"))
            ]
        );
    }

    #[test]
    fn a_tag_knows_where_it_stands() {
        let html = "<p>Text<meta name=x>more";
        let found = tags(html, "meta").map(|tag| &html[tag.range()]);
        assert_eq!(found.collect::<Vec<_>>(), ["<meta name=x>"]);
    }
}
