//! Line ends and byte order marks.

use super::super::Rule;
use super::super::draft::Edit;
use crate::text::Span;

/// A byte order mark goes; every line ends with `\n`.
pub(super) fn put_right(text: &str) -> Vec<Edit> {
    let edit = |start: usize, len: usize, after: &'static str, rule| Edit {
        span: Span::new(start, start + len),
        after: after.into(),
        rule,
    };
    let mut edits = Vec::new();
    if text.starts_with('\u{feff}') {
        edits.push(edit(0, '\u{feff}'.len_utf8(), "", Rule::ByteOrderMark));
    }
    for (at, _) in text.match_indices('\r') {
        let pair = text.as_bytes().get(at + 1) == Some(&b'\n');
        let after = if pair { "" } else { "\n" };
        edits.push(edit(at, 1, after, Rule::LineEnding));
    }
    edits
}
