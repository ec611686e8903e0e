//! Whatever a text holds, recognition ends, its mentions stand in order on characters, and who is who
//! is told of them.
//!
//! `PROPTEST_CASES=100000 cargo test -p dossier-engine --test any_text` looks harder. A text that once
//! failed is kept in `any_text/`.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use dossier_engine::document::{self, Document, Fact, Source};
use dossier_engine::entity;
use dossier_engine::mention::tagger::Model;
use dossier_engine::mention::{Kind, recognise};
use dossier_engine::moment::Moment;
use dossier_engine::statement::statements;
use proptest::prelude::*;

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    Model::open(include_bytes!("../model/english.tagger")).expect("the model is whole")
});

/// Pieces of which hostile and ordinary texts are made alike.
const PIECES: &[&str] = &[
    "Ada ",
    "Lovelace",
    " van der ",
    "the ",
    "The ",
    "U.S.",
    "u . s . ",
    "US$",
    "$",
    "5",
    "Ministry of ",
    "and ",
    "Inc. ",
    "(",
    ")",
    "[",
    "“",
    "” ",
    "\"",
    "'s ",
    "' s ",
    "’",
    "-",
    "–",
    "/",
    ".",
    ". ",
    ", ",
    ":",
    "@",
    "#",
    "https://",
    "a.b/",
    "2016",
    "1/2/20",
    "26-Jan-",
    "May ",
    "Sept. ",
    "5 ",
    "31 ",
    "99",
    "Friday ",
    "last ",
    "next ",
    "this ",
    "year ",
    "weeks ",
    "ago ",
    "Q3 ",
    "late ",
    "mid-",
    "10:30 ",
    "p.m. ",
    "noon ",
    "on the ",
    "26th",
    "between ",
    "to ",
    "at least ",
    "two ",
    "several ",
    "a ",
    "election ",
    "APT",
    "UNC",
    "29 ",
    "known as ",
    "tracked as ",
    "dubbed ",
    "hackers ",
    "Panda ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "É",
    "e\u{301}",
    "\u{301}",
    "中国",
    "👩\u{200d}👧",
    "\u{202e}",
    "\u{feff}",
    "\u{fffd}",
    "\u{0}",
    "said ",
    "says so",
    "told ",
    "that ",
    "who ",
    "he ",
    "saying ",
    "accused ",
    "according to ",
    "confident ",
    "al-",
    "J. ",
    "President ",
    "Dear ",
    "Cllr ",
    "QC ",
    "FRENCH ",
    "PARIS ",
    "war ",
    "of ",
    "said ",
    "2.0 ",
    "5-0 ",
    "A/S ",
    "ß",
    "İ",
    "ﬁ",
    "century ",
    "19th ",
    "fall ",
    "spring ",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..80);
    prop_oneof![
        4 => pieces.prop_map(|pieces| pieces.concat()),
        1 => "\\PC{0,160}",
        1 => prop::collection::vec(any::<u8>(), 0..160)
            .prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    ]
}

fn published() -> impl Strategy<Value = &'static str> {
    prop::sample::select(
        &[
            "",
            "2018",
            "2018-02",
            "2016-W53",
            "2020-02-29",
            "-9999",
            "99999-99-99",
            "é",
        ][..],
    )
}

/// Few texts, unless more are asked for.
fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = ProptestConfig::default();
    ProptestConfig {
        cases: if asked { default.cases } else { 64 },
        ..default
    }
}

/// Recognises the text with the model and without, and holds what is found against what must hold.
fn hold(text: &str, published: &str) {
    let Ok(mut document) = document::read("a.txt", text.as_bytes()) else {
        return;
    };
    std::rc::Rc::make_mut(&mut document.facts).published = (!published.is_empty()).then(|| Fact {
        value: Moment::new(published),
        source: Source::Declared(String::new()),
    });
    for model in [None, Some(&*MODEL)] {
        let mentions = recognise(&document, model);
        for mention in &mentions {
            assert!(!mention.span.of(&document.text).is_empty());
            assert!(mention.moment.is_none() || mention.kind == Kind::Date);
            assert!(mention.found_by.iter().next().is_some());
            assert!(mention.confidence.as_percent() <= 100);
            if let Some(moment) = &mention.moment {
                assert!(!moment.label().is_empty());
            }
        }
        assert!(mentions.is_sorted_by(|one, other| one.span.end <= other.span.start));
        let said = statements(&document, &mentions);
        for statement in &said {
            assert!(!statement.content.of(&document.text).is_empty());
            let source = statement.source_in(&mentions);
            assert_eq!(source.is_some(), statement.source.is_some());
        }
        assert!(said.is_sorted());
        assert_eq!(
            mentions,
            recognise(&document, model),
            "the same text, the same mentions"
        );
    }
}

proptest! {
    #![proptest_config(config())]
    #[test]
    fn mentions_stand_in_order_on_characters(text in text(), published in published()) {
        hold(&text, published);
    }

    #[test]
    fn who_is_who_is_told_of_every_name(texts in prop::collection::vec(text(), 1..4)) {
        let read = |(number, text): (usize, &String)| {
            document::read(&format!("{number}.txt"), text.as_bytes()).ok()
        };
        let documents: Vec<Document> = texts.iter().enumerate().filter_map(read).collect();
        let mentions: Vec<_> = documents.iter().map(|document| recognise(document, None)).collect();
        let entities = entity::resolve(&documents, &mentions);
        for (mention, entity) in mentions.iter().flatten().zip(entities.entity_of.iter().flatten()) {
            let is_named = !matches!(mention.kind, Kind::Date | Kind::Web);
            prop_assert_eq!(entity.is_some(), is_named);
        }
        for entity in &entities.entities {
            prop_assert!(!entity.slug.is_empty() && !entity.aliases.is_empty());
        }
    }
}

#[test]
fn texts_that_once_failed_do_not_fail_again() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/any_text");
    for entry in fs::read_dir(folder).expect("the texts are there") {
        let path = entry.expect("it can be read").path();
        let text = fs::read(&path).expect("it can be read");
        for published in ["", "2018-01-26"] {
            hold(&String::from_utf8_lossy(&text), published);
        }
    }
}

#[test]
fn long_texts_of_one_thing_come_to_an_end() {
    const PIECES: &[&str] = &[
        "a",
        "A",
        "1",
        "U.",
        "Anne-",
        "“No ",
        "( ",
        "Ministry of ",
        "Royal Society (RS) RS ",
        "5 May - ",
        "hackers known as ",
        "e\u{301}",
        "Ada.\n\n",
        "https://a.example/",
        "said ",
        "Ada, and said ",
        "“No,” Ada said. ",
        "a. \"b\" said ",
        "Ada: no\n",
    ];
    for piece in PIECES {
        hold(&piece.repeat(20_000 / piece.len()), "2018-01-26");
    }
}
