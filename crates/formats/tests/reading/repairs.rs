//! Wrong decodings as people met them, and texts that only look like one. The cases are those of
//! the library ftfy.

use dossier_engine::document;

use crate::{json, percent};

const CASES: &str = "data/hostile/ftfy/tests/test-cases";

/// How many of a hundred texts from the wild must come out right.
const RIGHT: f64 = 90.0;

/// The case that comes out as it was meant, though its collectors think it safer to leave it;
/// `docs/reading.md` says why.
const MEANT: (&str, &str) = ("DrÃ¥ber", "Dråber");

struct Case {
    label: String,
    original: String,
    /// With quotation marks as they are, and with plain ones.
    right: Vec<String>,
}

fn cases(name: &str) -> Vec<Case> {
    let cases = json(&format!("{CASES}/{name}.json"));
    let case = |case: &serde_json::Value| {
        let text = |key: &str| case[key].as_str().map(str::to_owned);
        Case {
            label: text("label").unwrap(),
            original: text("original").unwrap(),
            right: ["fixed-encoding", "fixed"]
                .into_iter()
                .filter_map(text)
                .collect(),
        }
    };
    cases.as_array().unwrap().iter().map(case).collect()
}

/// A text as it is read; a no-break space and a space are the same here.
fn repaired(text: &str) -> String {
    let document = document::read("a.txt", text.as_bytes()).unwrap();
    assert_eq!(document.original(), text);
    alike(&document.text)
}

fn alike(text: &str) -> String {
    text.replace('\u{a0}', " ").replace("\r\n", "\n")
}

#[test]
#[ignore = "needs data beside the project: cargo xtask test reading"]
fn texts_from_the_wild_come_out_right() {
    for (name, floor) in [
        ("in-the-wild", RIGHT),
        ("synthetic", 0.0),
        ("language-names", 0.0),
    ] {
        let cases = cases(name);
        let wrong = cases.iter().filter(|case| {
            let now = repaired(&case.original);
            !case.right.iter().any(|right| alike(right) == now)
        });
        let wrong: Vec<&Case> = wrong.collect();
        let right = cases.len() - wrong.len();
        println!("{name}: {right} of {} come out right", cases.len());
        for case in &wrong {
            println!(
                "  not: {}\n    {}\n    {}",
                case.label,
                repaired(&case.original),
                case.right[0]
            );
        }
        assert!(percent(right, cases.len()) >= floor);
    }
}

#[test]
#[ignore = "needs data beside the project: cargo xtask test reading"]
fn what_only_looks_wrong_stays() {
    for case in cases("negative") {
        let now = repaired(&case.original);
        let right = |right: &String| alike(right).replace(MEANT.0, MEANT.1) == now;
        assert!(case.right.iter().any(right), "{}: {now}", case.label);
    }
}
