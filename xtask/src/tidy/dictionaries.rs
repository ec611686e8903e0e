//! Dictionaries are sorted and say nothing twice, so that a change shows as the line it is.
//!
//! A dictionary is a text file among the sources: one entry a line, `#` starts a comment, and a
//! blank line or a comment begins a section, sorted by itself. Order is that of the bytes.

use std::cmp::Ordering;

use super::{Complaint, Tree};

pub(super) fn check(tree: &Tree) -> Vec<Complaint> {
    tree.files()
        .filter(|(path, _)| is_dictionary(path))
        .flat_map(|(path, text)| check_one(path, text))
        .collect()
}

fn is_dictionary(path: &str) -> bool {
    path.starts_with("crates/") && path.contains("/src/") && path.ends_with(".txt")
}

fn check_one(path: &str, text: &str) -> Vec<Complaint> {
    let numbered = text.lines().zip(1..).collect::<Vec<_>>();
    numbered
        .windows(2)
        .filter(|pair| pair.iter().all(|(line, _)| is_entry(line)))
        .filter_map(|pair| {
            let [(before, _), (entry, number)] = pair else {
                return None;
            };
            match before.cmp(entry) {
                Ordering::Less => None,
                Ordering::Equal => Some((number, format!("`{entry}` stands here twice"))),
                Ordering::Greater => Some((number, format!("`{entry}` belongs before `{before}`"))),
            }
        })
        .map(|(number, says)| Complaint::about_line(path, *number, says))
        .collect()
}

fn is_entry(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::complaints;

    #[track_caller]
    fn says(dictionary: &str) -> Vec<String> {
        complaints(check, &[("crates/engine/src/names.txt", dictionary)])
    }

    #[test]
    fn sections_are_sorted_each_by_itself() {
        assert!(says("# given\nAda\nGrace\n\n# family\nHopper\nLovelace\n").is_empty());
    }

    #[test]
    fn an_entry_out_of_order_is_told_its_place() {
        let place = "crates/engine/src/names.txt:2: `Ada` belongs before `Grace`";
        assert_eq!(says("Grace\nAda\n"), [place]);
    }

    #[test]
    fn an_entry_stands_once() {
        assert_eq!(
            says("Ada\nAda\n"),
            ["crates/engine/src/names.txt:2: `Ada` stands here twice"]
        );
    }
}
