//! What is set apart, repaired and dated in the seeds, against what people found there.

use std::collections::BTreeSet;
use std::path::Path;

use dossier_engine::document::{Document, Role};
use dossier_engine::text::Span;
use serde_json::Value;

use crate::{json, percent, read};

/// Shares of a hundred that must be reached.
const BOILERPLATE_F1: f64 = 95.0;
const REPAIRS: f64 = 90.0;

/// The seeds with what people found in them.
fn seeds() -> Vec<(Document, Value)> {
    let gold = json("gold/seeds-gold.json");
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds"));
    let found = gold["docs"].as_object().unwrap().values();
    let seed = |found: &Value| {
        let file = found["file"].as_str().unwrap();
        let bytes = std::fs::read(folder.join(file)).unwrap();
        (read(file, &bytes), found.clone())
    };
    found.map(seed).collect()
}

/// Where a finding stands, in bytes of the original; it counts code points.
fn span(finding: &Value, original: &str) -> Span {
    let byte = |key: &str| {
        let point = finding[key].as_u64().unwrap() as usize;
        original
            .char_indices()
            .nth(point)
            .map_or(original.len(), |(at, _)| at)
    };
    Span::new(byte("start"), byte("end"))
}

/// The places of the characters of some stretches of a text, white space aside.
fn characters(text: &str, spans: impl Iterator<Item = Span>) -> BTreeSet<usize> {
    let visible = |span: Span| {
        let from = span.range().start;
        let chars = span
            .of(text)
            .char_indices()
            .filter(|(_, ch)| !ch.is_whitespace());
        chars.map(move |(at, _)| from + at)
    };
    spans.flat_map(visible).collect()
}

/// Whether a finding belongs to the article all the same.
fn is_head(kind: &str) -> bool {
    matches!(kind, "title" | "subheading" | "byline" | "dateline")
}

#[test]
#[ignore = "needs data beside the project: cargo xtask test reading"]
fn what_is_put_around_an_article_is_set_apart() {
    for (name, head) in [("boilerplate", false), ("headings and credits", true)] {
        let (mut both, mut ours, mut theirs) = (0, 0, 0);
        for (document, found) in seeds() {
            let original = document.original();
            let there = found["boilerplate"].as_array().unwrap().iter();
            let there = there.filter(|finding| is_head(finding["kind"].as_str().unwrap()) == head);
            let there = characters(&original, there.map(|finding| span(finding, &original)));
            let offsets = document.offsets();
            let heads = [Role::Title, Role::Subheading, Role::Byline, Role::Dateline];
            let wanted = |role: Role| {
                if head {
                    heads.contains(&role)
                } else {
                    role.is_boilerplate()
                }
            };
            let here = document.parts.iter().filter(|part| wanted(part.role));
            let here = characters(&original, here.map(|part| offsets.original_of(part.span)));
            both += here.intersection(&there).count();
            (ours, theirs) = (ours + here.len(), theirs + there.len());
        }
        let f1 = percent(2 * both, ours + theirs);
        println!(
            "{name}: precision {:.1}, recall {:.1}, F1 {f1:.1}",
            percent(both, ours),
            percent(both, theirs)
        );
        assert!(f1 >= BOILERPLATE_F1);
    }
}

#[test]
#[ignore = "needs data beside the project: cargo xtask test reading"]
fn what_is_damaged_is_repaired_or_offered() {
    let (mut applied, mut offered, mut all) = (0, 0, 0);
    for (document, found) in seeds() {
        let original = document.original();
        for finding in found["repairs"].as_array().unwrap() {
            let Some(right) = finding["right"].as_str() else {
                continue;
            };
            let here = document.offsets().text_of(span(finding, &original));
            // The case of tokenised texts is lost, and not guessed at.
            let same = |text: &str| text.trim().eq_ignore_ascii_case(right.trim());
            all += 1;
            if same(here.of(&document.text)) {
                applied += 1;
            } else if document.offers.iter().any(|offer| {
                offer.span.start <= here.end && here.start <= offer.span.end && same(&offer.after)
            }) {
                offered += 1;
            } else {
                println!("  not: {finding} reads {:?}", here.of(&document.text));
            }
        }
    }
    println!("repairs: {applied} made and {offered} offered of {all}");
    assert!(percent(applied + offered, all) >= REPAIRS);
}

#[test]
#[ignore = "needs data beside the project: cargo xtask test reading"]
fn a_date_that_the_document_settles_is_told() {
    for (document, found) in seeds() {
        let wanted = found["publication"]["value"].as_str();
        let told = document
            .facts
            .published
            .as_ref()
            .map(|fact| fact.value.as_str());
        println!("published: {} {told:?}", document.file);
        assert_eq!(told, wanted, "{}", document.file);
    }
}
