//! Clean texts, which are to stay as they are: the speeches of two centuries of presidents.

use std::collections::BTreeMap;

use dossier_engine::document::{self, Rule};

use crate::shared;

#[test]
#[ignore = "needs data beside the project: cargo xtask test reading"]
fn clean_texts_stay_as_they_are() {
    let lines = std::fs::read_to_string(shared("data/text/sotu.jsonl")).unwrap();
    let mut made: BTreeMap<Rule, usize> = BTreeMap::new();
    let mut offers = 0;
    for line in lines.lines() {
        let speech: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = speech["text"].as_str().unwrap();
        let document = document::read("a.txt", text.as_bytes()).unwrap();
        assert_eq!(document.original(), text);
        offers += document.offers.len();
        for repair in &document.repairs {
            *made.entry(repair.rule).or_default() += 1;
            println!(
                "  {}: {:?} for {:?} in {}",
                repair.rule.name(),
                repair.span.of(&document.text),
                repair.before,
                speech["id"]
            );
        }
    }
    println!(
        "{} speeches: {made:?} repaired, {offers} offered",
        lines.lines().count()
    );
    assert!(made.is_empty());
}
