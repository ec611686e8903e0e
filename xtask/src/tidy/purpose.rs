//! Every room says what it is for: with `//!` in Rust, with a comment in scripts and style sheets.
//!
//! A file inside a room may leave that to the documentation of its items.

use super::{Complaint, Tree};

pub(super) fn check(tree: &Tree) -> Vec<Complaint> {
    let rust = tree
        .under("", ".rs")
        .filter(|(path, text)| is_room(path) && !says(text, "//!"));
    let scripts = tree.under("", ".mjs").filter(|(_, text)| !says(text, "//"));
    let sheets = tree
        .under("styles/", ".css")
        .filter(|(_, text)| !says(text, "/*"));
    rust.map(|(path, _)| {
        Complaint::about_file(path, "starts with no `//!` that says what it is for")
    })
    .chain(scripts.chain(sheets).map(|(path, _)| {
        Complaint::about_file(path, "starts with no comment that says what it is for")
    }))
    .collect()
}

/// Whether a file is a room's own or a crate's, and not one inside a room.
fn is_room(path: &str) -> bool {
    path.split_once("src/")
        .is_none_or(|(_, inside)| !inside.contains('/'))
}

/// Whether the first line is a comment of that kind with some words in it.
fn says(text: &str, comment: &str) -> bool {
    text.strip_prefix(comment)
        .and_then(|rest| rest.lines().next())
        .is_some_and(|words| words.split_whitespace().count() >= 3)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::complaints;

    #[test]
    fn a_module_that_says_what_it_is_for_is_fine() {
        assert!(complaints(check, &[("src/app.rs", "//! Providers and frame.\n")]).is_empty());
    }

    #[test]
    fn inside_a_room_the_items_may_say_it() {
        let files = [("crates/engine/src/text/span.rs", "use std::ops::Range;\n")];
        assert!(complaints(check, &files).is_empty());
    }

    #[test]
    fn a_module_that_says_nothing_is_not() {
        let files = [
            ("src/app.rs", "use yew::prelude::*;\n"),
            ("src/desk.rs", "//! Desk.\n"),
        ];
        assert_eq!(
            complaints(check, &files),
            [
                "src/app.rs: starts with no `//!` that says what it is for",
                "src/desk.rs: starts with no `//!` that says what it is for",
            ]
        );
    }
}
