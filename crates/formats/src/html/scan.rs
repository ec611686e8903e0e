//! The characters of a page that are read, with their places in the file: what is left when tags,
//! comments, scripts and styles are stepped over.

use dossier_engine::text::Span;

use crate::flow::Piece;

/// Elements whose content is no text.
pub(super) const UNREAD: [&str; 8] = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object",
];

/// The encoding a page declares in its first bytes: `<meta charset="windows-1252">`.
pub(crate) fn declared_encoding(bytes: &[u8]) -> Option<String> {
    const LOOKED_AT: usize = 1024;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOKED_AT)]).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c))?;
    Some(label[..end].to_owned()).filter(|label| !label.is_empty())
}

/// What of a page is read, in its order.
pub(crate) fn pieces(page: &str) -> Pieces<'_> {
    Pieces { page, at: 0 }
}

/// The pieces of a page, found one by one.
pub(crate) struct Pieces<'a> {
    page: &'a str,
    at: usize,
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            let rest = self.page.get(self.at..)?;
            let first = rest.chars().next()?;
            match first {
                '<' => match tag(rest) {
                    Some(len) => self.at += len,
                    None => return Some(self.character(first)),
                },
                '&' => match code(rest) {
                    Some(len) => return Some(Piece::code(self.take(len), "?")),
                    None => return Some(self.character(first)),
                },
                first if first.is_ascii_whitespace() => self.at += 1,
                first => return Some(self.character(first)),
            }
        }
    }
}

impl Pieces<'_> {
    fn character(&mut self, ch: char) -> Piece {
        Piece::of(self.take(ch.len_utf8()), ch)
    }

    fn take(&mut self, len: usize) -> Span {
        let start = self.at;
        self.at += len;
        Span::new(start, self.at)
    }
}

/// Bytes of the tag or comment that begins here, with the content of an element that is no text.
fn tag(rest: &str) -> Option<usize> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return Some(
            comment
                .find("-->")
                .map_or(rest.len(), |end| end + "<!---->".len()),
        );
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        return Some(rest.find('>').map_or(rest.len(), |end| end + 1));
    }
    let name = rest.strip_prefix("</").or_else(|| rest.strip_prefix('<'))?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = tag_end(rest);
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let unread = UNREAD
        .iter()
        .find(|unread| name.eq_ignore_ascii_case(unread));
    match unread {
        Some(unread) if !rest.starts_with("</") => Some(end + content(&rest[end..], unread)),
        _ => Some(end),
    }
}

/// Bytes up to and with the `>` that ends a tag; one in quotes does not.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    let mut before = b' ';
    for (at, &byte) in tag.as_bytes().iter().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if byte == b'>' => return at + 1,
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    tag.len()
}

/// Bytes up to the end tag of an element.
fn content(rest: &str, element: &str) -> usize {
    let bytes = rest.as_bytes();
    let ends = |at: &usize| {
        bytes[*at] == b'<'
            && bytes.get(at + 1) == Some(&b'/')
            && bytes
                .get(at + 2..at + 2 + element.len())
                .is_some_and(|name| name.eq_ignore_ascii_case(element.as_bytes()))
    };
    (0..bytes.len()).find(ends).unwrap_or(bytes.len())
}

/// Bytes of the character reference that begins here: `&amp;`, `&#8217;`.
fn code(rest: &str) -> Option<usize> {
    const LONGEST: usize = 33;
    let body = rest.as_bytes().get(1..)?;
    let named = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let len = body
        .iter()
        .take(LONGEST)
        .take_while(|byte| named(byte))
        .count();
    let ended = body.get(len) == Some(&b';');
    let known_without =
        rest.starts_with("&nbsp") || rest.starts_with("&amp") || rest.starts_with("&#");
    (len > 1 && (ended || known_without)).then_some(1 + len + usize::from(ended))
}
