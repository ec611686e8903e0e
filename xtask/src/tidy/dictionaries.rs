//! Dictionaries are sorted and say nothing twice, so that a change shows as the line it is.
//!
//! A dictionary is a text file among the sources: one entry a line, `#` starts a comment, and a
//! blank line or a comment begins a section, sorted by itself. Order is that of a printed
//! dictionary: capitals and accents do not count, unless nothing else differs.

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
            match in_order(before, entry) {
                Ordering::Less => None,
                Ordering::Equal => Some((number, format!("`{entry}` stands here twice"))),
                Ordering::Greater => Some((number, format!("`{entry}` belongs before `{before}`"))),
            }
        })
        .map(|(number, says)| Complaint::about_line(path, *number, says))
        .collect()
}

fn in_order(one: &str, other: &str) -> Ordering {
    folded(one).cmp(folded(other)).then_with(|| one.cmp(other))
}

/// Small letters without their accents.
fn folded(entry: &str) -> impl Iterator<Item = char> {
    entry.chars().flat_map(char::to_lowercase).map(bare)
}

/// The letter under an accent; others as they are.
fn bare(letter: char) -> char {
    let bases = ACCENTED
        .iter()
        .find(|(accented, _)| accented.contains(letter));
    bases.map_or(letter, |(_, base)| *base)
}

const ACCENTED: [(&str, char); 17] = [
    ("àáâãäåāăą", 'a'),
    ("çćĉċč", 'c'),
    ("ďđð", 'd'),
    ("èéêëēėęěế", 'e'),
    ("ğģ", 'g'),
    ("ìíîïīįı", 'i'),
    ("ķ", 'k'),
    ("łļľ", 'l'),
    ("ñńņň", 'n'),
    ("òóôõöøōő", 'o'),
    ("řŕ", 'r'),
    ("śşšș", 's'),
    ("ţťț", 't'),
    ("ùúûüūůűų", 'u'),
    ("ŵ", 'w'),
    ("ýÿ", 'y'),
    ("źżž", 'z'),
];

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
    fn capitals_and_accents_do_not_count() {
        assert!(says("Cádiz\nCaen\nCERN\niTunes\nJava\n").is_empty());
        assert_eq!(says("Caen\nCádiz\n").len(), 1);
    }

    #[test]
    fn an_entry_stands_once() {
        assert_eq!(
            says("Ada\nAda\n"),
            ["crates/engine/src/names.txt:2: `Ada` stands here twice"]
        );
    }
}
