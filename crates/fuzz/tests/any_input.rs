//! What holds of any bytes that reach Dossier from outside, whatever they are.
//!
//! As tests, these take the inputs kept in `__fuzz__/NAME/corpus`, which are ordinary ones and those
//! that once failed, and random ones for a second. `cargo xtask fuzz NAME` looks for inputs that take
//! new ways through the code, for as long as it is let.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::rc::Rc;
use std::sync::LazyLock;
use std::time::Duration;

use bolero::check;
use dossier_engine::address::Address;
use dossier_engine::complaint::Complaint;
use dossier_engine::corpus::{self, Settings};
use dossier_engine::decision::{self, Decision};
use dossier_engine::document::{self, Document, Fact, Source};
use dossier_engine::mention::recognise;
use dossier_engine::mention::tagger::Model;
use dossier_engine::moment::Moment;
use dossier_engine::query::Query;
use dossier_engine::statement::statements;
use dossier_engine::text::Span;

/// How long a test looks at random inputs.
const SHORT: Duration = Duration::from_secs(1);

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    Model::open(include_bytes!("../../engine/model/english.tagger")).expect("the model is whole")
});

/// One name for every way in which a file is read.
const FILES: &[&str] = &[
    "a.txt", "a.html", "a.md", "a.eml", "a.csv", "a.tsv", "a.jsonl", "a.pdf", "a.docx", "a.zip",
];

#[test]
fn any_file() {
    let hold = |bytes: &[u8]| {
        for file in FILES {
            dossier_formats::read(file, bytes)
                .into_iter()
                .flatten()
                .for_each(|document| leads_back(&document));
        }
    };
    check!(name = "any_file")
        .with_test_time(SHORT)
        .for_each(hold);
}

/// Every character of the text leads to whole characters of the file.
fn leads_back(document: &Document) {
    let (offsets, original) = (document.offsets(), document.original());
    for (at, ch) in document.text.char_indices() {
        let there = offsets.original_of(Span::new(at, at + ch.len_utf8()));
        assert!(original.get(there.range()).is_some(), "{ch:?} at {at}");
    }
}

#[test]
fn any_text() {
    let hold = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let Ok(mut document) = document::read("a.txt", text.as_bytes()) else {
            return;
        };
        for published in [None, Some("2018-01-26")] {
            Rc::make_mut(&mut document.facts).published = published.map(|day| Fact {
                value: Moment::new(day),
                source: Source::Declared(String::new()),
            });
            for model in [None, Some(&*MODEL)] {
                stand_in_order(&document, model);
            }
        }
    };
    check!(name = "any_text")
        .with_test_time(SHORT)
        .for_each(hold);
}

/// What is found stands on characters, one after the other.
fn stand_in_order(document: &Document, model: Option<&Model>) {
    let mentions = recognise(document, model);
    assert!(
        mentions
            .iter()
            .all(|mention| !mention.span.of(&document.text).is_empty())
    );
    assert!(mentions.is_sorted_by(|one, other| one.span.end <= other.span.start));
    assert!(
        statements(document, &mentions)
            .iter()
            .all(|statement| !statement.content.of(&document.text).is_empty())
    );
}

#[test]
fn any_decisions() {
    let hold = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let (decisions, refused) = decision::parse(&text);
        assert!(
            refused
                .iter()
                .all(|refusal| text.is_char_boundary(refusal.byte))
        );
        let decisions: Vec<Decision> = decisions.into_iter().map(|(_, said)| said).collect();
        let (again, refused) = decision::parse(&decision::print(&decisions));
        assert_eq!(refused, []);
        assert!(again.into_iter().map(|(_, said)| said).eq(decisions));
    };
    check!(name = "any_decisions")
        .with_test_time(SHORT)
        .for_each(hold);
}

#[test]
fn any_settings() {
    let hold = |bytes: &[u8]| {
        let (_, problems) = Settings::parse(&String::from_utf8_lossy(bytes));
        assert!(
            problems
                .iter()
                .all(|problem| !problem.fault.remedy().is_empty())
        );
    };
    check!(name = "any_settings")
        .with_test_time(SHORT)
        .for_each(hold);
}

#[test]
fn any_query() {
    let hold = |bytes: &[u8]| {
        let typed = String::from_utf8_lossy(bytes);
        let (query, complaints) = Query::parse(&typed);
        stand_on_characters(&complaints, &typed);
        assert_eq!(Query::parse(&query.to_string()), (query, vec![]));
    };
    check!(name = "any_query")
        .with_test_time(SHORT)
        .for_each(hold);
}

#[test]
fn any_link() {
    let hold = |bytes: &[u8]| {
        let link = String::from_utf8_lossy(bytes);
        let (address, _) = Address::parse(&link);
        assert_eq!(Address::parse(&address.to_string()).0, address);
    };
    check!(name = "any_link")
        .with_test_time(SHORT)
        .for_each(hold);
}

fn stand_on_characters(complaints: &[Complaint], typed: &str) {
    let places = complaints.iter().filter_map(|complaint| complaint.place);
    assert!(
        places
            .into_iter()
            .all(|place| typed.get(place.range()).is_some())
    );
}

#[test]
fn any_image() {
    let hold = |bytes: &[u8]| {
        let _ = corpus::unpack(bytes);
    };
    check!(name = "any_image")
        .with_test_time(SHORT)
        .for_each(hold);
}
