//! Whatever is typed is answered: strings that programs stumble over, as queries.
#![allow(clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "a check that is skipped says so")]

use std::path::Path;

use dossier_engine::address::{Filter, Version};
use dossier_engine::ask::{Answer, Engine, Question};
use dossier_engine::corpus::{About, Corpus};
use dossier_engine::document;
use dossier_engine::query::Query;

/// The Big List of Naughty Strings, where it lies beside the project.
const LIST: &str = "../../../shared/data/hostile/blns/blns.txt";

/// Some of our own, of the same sorts.
const OWN: [&str; 12] = [
    "",
    "\u{0}\u{7f}\u{feff}\u{202e}",
    "title:(((\"a~9 OR -",
    "-(-(-a)) NOT NOT NOT",
    "date:[9999999999 TO -1]",
    "\"\"~30 \"~\" ~~ ** a** ~2",
    "kind:kind:kind: entity:\"\" reviewed:maybe confidence:-1",
    "🏳\u{fe0f}\u{200d}🌈🦀\u{1f3fd}",
    "İıſK ẞß ﬃ Ǆ",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
    "'; DROP TABLE documents; -- <script>alert(1)</script>",
    "𝕋𝕙𝕖 田中さん الكل 社會",
];

fn engine() -> Engine {
    let texts = [
        "The Report\n\nAda Lovelace wrote to Charles Babbage in London.",
        "Nobody\n\nThe undefined null was nil; true or false, it said.",
    ];
    let documents = texts
        .iter()
        .zip(["a.txt", "b.txt"])
        .filter_map(|(text, name)| document::read(name, text.as_bytes()).ok());
    Engine::open(Corpus::build(About::default(), documents.collect(), None))
}

fn check_answered(engine: &Engine, typed: &str) {
    let filter = Filter {
        query: typed.to_owned(),
        ..Filter::default()
    };
    let survey = Question::Survey {
        filter: filter.clone(),
    };
    let Answer::Survey(survey) = engine.ask(&survey) else {
        panic!("a survey answers a survey");
    };
    assert!(survey.documents <= 2, "{typed:?}");
    engine.ask(&Question::Suggest {
        typed: typed.to_owned(),
    });
    engine.ask(&Question::Reading {
        document: None,
        filter,
        version: Version::Original,
    });
    let (query, complaints) = Query::parse(typed);
    let places = complaints.iter().filter_map(|complaint| complaint.place);
    places.for_each(|place| {
        assert!(
            typed
                .get(place.start as usize..place.end as usize)
                .is_some()
        )
    });
    let has_letters = typed.chars().any(char::is_alphanumeric);
    let is_blank = typed.trim().is_empty();
    assert!(
        query.clause.is_some() || is_blank || has_letters || !complaints.is_empty(),
        "{typed:?} finds nothing to look for and says nothing"
    );
}

#[test]
fn naughty_strings_are_answered() {
    let engine = engine();
    OWN.iter().for_each(|typed| check_answered(&engine, typed));
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join(LIST);
    let Ok(list) = std::fs::read_to_string(list) else {
        println!("skipped but for our own: {LIST} is not there");
        return;
    };
    let strings = list.lines().filter(|line| !line.starts_with('#'));
    strings.for_each(|typed| check_answered(&engine, typed));
}
