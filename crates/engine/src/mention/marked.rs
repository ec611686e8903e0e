//! Texts in which tests draw what they expect: `⟦ ⟧` stand around names.

use super::{Kind, recognise};
use crate::document;

/// Whether rules and lists find exactly the marked names of a kind.
#[track_caller]
pub(super) fn check(kind: Kind, marked: &str) {
    let text = marked.replace(['⟦', '⟧'], "");
    let document = document::read("a.txt", text.as_bytes()).expect("it is text");
    let mut found = document.text.to_string();
    for mention in recognise(&document, None).iter().rev() {
        if mention.kind == kind {
            found.insert(mention.span.end as usize, '⟧');
            found.insert(mention.span.start as usize, '⟦');
        }
    }
    assert_eq!(found, marked);
}

/// [`check`] for several texts.
#[track_caller]
pub(super) fn check_all(kind: Kind, marked: &[&str]) {
    for text in marked {
        check(kind, text);
    }
}
