//! Texts that are out to make recognition slow: long, and of few things repeated.

use std::fmt::Write as _;

use dossier_engine::document;
use dossier_engine::mention::recognise;
use dossier_engine::mention::tagger::Model;

use crate::clock;

/// Bytes of the shorter and the longer text.
const SIZES: [usize; 2] = [1_000_000, 10_000_000];

/// What is repeated, and what it is called in the table.
const PIECES: &[(&str, &str)] = &[
    ("one word", "a"),
    ("one word in capitals", "A"),
    ("one number", "1"),
    ("one acronym with points", "U."),
    ("one address", "https://a.example/b?c=d&"),
    ("words in one line", "word "),
    ("names in one line", "Ada Lovelace "),
    ("hyphens in names", "Anne-"),
    ("bodies without end", "Ministry of "),
    ("quotes that open", "“No "),
    ("brackets that open", "( "),
    ("names defined and used", "Royal Society (RS) RS "),
    ("dates", "May 5, "),
    ("numbers and months", "5 May - "),
    ("dubbed groups", "hackers known as "),
    ("marks over letters", "e\u{301}\u{301}"),
    ("signs without letters", "👩\u{200d}👧"),
    ("empty lines", "\n\n"),
    ("short paragraphs", "Ada.\n\n"),
];

/// A table of the seconds each text takes in its two lengths.
pub fn table(model: &Model) -> String {
    let mut table = "| | 1 MB, s | 10 MB, s |\n|---|---|---|\n".to_owned();
    for (name, piece) in PIECES {
        let [short, long] = SIZES.map(|size| seconds(model, &piece.repeat(size / piece.len())));
        let _ = writeln!(table, "| {name} | {short:.2} | {long:.2} |");
    }
    table
}

fn seconds(model: &Model, text: &str) -> f64 {
    clock::seconds(|| {
        let document = document::read("a.txt", text.as_bytes());
        document.map(|document| recognise(&document, Some(model)).len())
    })
}
