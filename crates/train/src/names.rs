//! The lexicon: lists of names and clusters of words, hashed.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use dossier_engine::mention::tagger::{Entry, Word, joined, name_of};
use dossier_engine::text::tokens;

/// The lists, in the order of their bits.
const LISTS: [&str; 6] = ["CAPITAL", "CITY", "COUNTRY", "FIRST", "LAST", "STATE"];

/// What is known of each name, by the part of its hash that the lexicon keeps.
pub type Names = BTreeMap<u32, Entry>;

/// Reads `gaz.tsv` (list TAB name) and `clusters.tsv` (code TAB word; the code's three characters
/// are a path of 5, 4 and 3 bits).
pub fn read(lists: &Path, clusters: &Path) -> io::Result<Names> {
    let mut names = Names::new();
    for line in fs::read_to_string(lists)?.lines() {
        let (list, name) = line.split_once('\t').unwrap_or_default();
        let bit = LISTS.iter().position(|&known| known == list);
        if let (Some(bit), Some(hash)) = (bit, hash(name)) {
            names.entry(name_of(hash)).or_default().lists |= 1 << bit;
        }
    }
    for line in fs::read_to_string(clusters)?.lines() {
        let (code, word) = line.split_once('\t').unwrap_or_default();
        if let (Some(cluster), Some(hash)) = (cluster(code), hash(word)) {
            names.entry(name_of(hash)).or_default().cluster = cluster + 1;
        }
    }
    Ok(names)
}

/// The hash by which the engine looks a name up; none if it has no words.
fn hash(name: &str) -> Option<u32> {
    tokens(name)
        .iter()
        .map(|token| Word::of(token.span.of(name), token).fold)
        .reduce(joined)
}

fn cluster(code: &str) -> Option<u16> {
    let mut digits = code.chars().map(|c| c.to_digit(32));
    let mut next = || digits.next().flatten().map(|digit| digit as u16);
    Some(next()? << 7 | (next()? & 15) << 3 | next()? & 7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_path() {
        assert_eq!(cluster("vf7"), Some(0xfff));
        assert_eq!(cluster("1a2"), Some(1 << 7 | 10 << 3 | 2));
        assert_eq!(cluster("1"), None);
    }

    #[test]
    fn a_name_of_several_words_has_one_hash() {
        assert_ne!(hash("abu dhabi"), hash("dhabi abu"));
        assert_eq!(hash("  "), None);
    }
}
