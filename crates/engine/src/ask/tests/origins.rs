//! What is told about where a text comes from, and how it reads before its repairs.

use super::*;
use crate::corpus::{Corpus, pack, unpack};
use crate::document;

/// A file with a no-break space, a wrong decoding and a heading.
const FILE: &str =
    "Rain Again\n\nIt rained\u{a0}there â€” they say.\n\nThe Days After\n\nIt stopped.\n";

fn engine_of(file: &str) -> Engine {
    let document = document::read("rain 1.txt", file.as_bytes()).unwrap();
    let corpus = Corpus {
        mentions: vec![vec![]],
        statements: vec![vec![]],
        entity_of: vec![vec![]],
        documents: vec![document],
        ..Corpus::default()
    };
    Engine::open(unpack(pack(&corpus)).unwrap())
}

fn origin() -> OriginCard {
    let document = "rain-1".to_owned();
    match engine_of(FILE).ask(&Question::Origin { document }) {
        Answer::Origin(Some(origin)) => origin,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_repair_is_told_with_its_words() {
    let origin = origin();
    let shown: Vec<String> = origin
        .repairs
        .iter()
        .map(|r| {
            format!(
                "{}: {}[{} → {}]{}",
                r.what, r.lead, r.before, r.after, r.tail
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "no-break space: It rained[U+00A0 → space]there — they say.",
            "wrong decoding: It rained there [â€” → —] they say.",
        ]
    );
    assert_eq!(origin.repaired, 2);
}

#[test]
fn the_words_around_a_repair_are_whole() {
    let text = "Rain\n\nThe wardens of the northern dikes said\u{a0}that the water would be over them by night.\n";
    let question = Question::Origin {
        document: "rain-1".to_owned(),
    };
    let Answer::Origin(Some(origin)) = engine_of(text).ask(&question) else {
        panic!("it is there");
    };
    let repair = &origin.repairs[0];
    assert_eq!(repair.lead, "… of the northern dikes said");
    assert_eq!(repair.tail, "that the water would be over …");
}

#[test]
fn the_file_and_the_headings_are_told() {
    let origin = origin();
    let file = origin.file.expect("it is published");
    assert_eq!(file.link, "originals/rain%201.txt.original");
    assert_eq!(file.name, "rain 1.txt");
    let names: Vec<&str> = origin.facts.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Title", "File", "Format", "Size", "SHA-256"]);
    let headings: Vec<&str> = origin
        .headings
        .iter()
        .map(|(_, says)| says.as_str())
        .collect();
    assert_eq!(headings, ["The Days After"]);
}

#[test]
fn the_original_is_read_with_what_was_repaired() {
    let question = Question::Reading {
        document: Some("rain-1".to_owned()),
        filter: filter("q=there"),
        version: Version::Original,
    };
    let Answer::Reading(reading) = engine_of(FILE).ask(&question) else {
        panic!("no reading");
    };
    let shown = runs(&reading.documents[0]).map(|run| match (&run.repair, run.hit) {
        (Some(why), _) => format!("[{}: {why}]", run.text),
        (None, Some(_)) => format!("«{}»", run.text),
        (None, None) => run.text.clone(),
    });
    let shown: Vec<String> = shown.collect();
    assert_eq!(
        shown.concat(),
        "Rain AgainIt rained[\u{a0}: no-break space; repaired to “space”]«there» \
         [â€”: wrong decoding; repaired to “—”] they say.The Days AfterIt stopped."
    );
}
