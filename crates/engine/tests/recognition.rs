//! What is recognised in texts of many kinds, against what a reader would mark.
//!
//! The texts lie in `recognition/`, names drawn as `⟦person:Ada Lovelace⟧`, dates with their values as
//! `⟦date:Friday=2018-01-26⟧`; `@published` tells when the text is from. A leading article makes no
//! difference. What is wrong in them was mended where that helps texts of their kind.
#![allow(clippy::expect_used, reason = "a test says what it expects")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use dossier_engine::document::{self, Fact, Source};
use dossier_engine::mention::tagger::Model;
use dossier_engine::mention::{Kind, recognise};
use dossier_engine::moment::Moment;

const MODEL: &[u8] = include_bytes!("../model/english.tagger");

/// What must be reached over all texts: strict F1 of names, and the share of dates with their value.
const NAMES: f64 = 0.90;
const DATES: f64 = 0.93;

/// Lengths and times of day may be marked or not: gold says nothing about them.
fn is_optional(value: &str) -> bool {
    value.starts_with(['P', 'T']) || value.contains('T')
}

/// A name: its first byte, the byte after its last, its kind.
type Name = (usize, usize, Kind);

/// A text as it was drawn.
#[derive(Default)]
struct Drawn {
    text: String,
    published: Option<Moment>,
    names: BTreeSet<Name>,
    dates: Vec<(usize, usize, String)>,
}

impl Drawn {
    fn read(drawn: &str) -> Drawn {
        let mut read = Drawn::default();
        let mut rest = drawn;
        if let Some((fact, after)) = drawn.split_once("\n\n")
            && let Some(published) = fact.strip_prefix("@published ")
        {
            read.published = Some(Moment::new(published));
            rest = after;
        }
        while let Some((before, marked)) = rest.split_once('⟦') {
            let (name, after) = marked.split_once('⟧').expect("what is opened is closed");
            read.text.push_str(before);
            read.mark(name);
            rest = after;
        }
        read.text.push_str(rest);
        read
    }

    fn mark(&mut self, name: &str) {
        let (kind, name) = name.split_once(':').expect("a kind is told");
        let kind = Kind::from_slug(kind).expect("it is a kind");
        let (name, value) = name.split_once('=').unwrap_or((name, ""));
        let start = self.text.len();
        self.text.push_str(name);
        let end = self.text.len();
        match kind {
            Kind::Date => self.dates.push((start, end, value.to_owned())),
            _ => drop(self.names.insert((start, end, kind))),
        }
    }
}

/// What became of a text.
#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    there: usize,
    dates_right: usize,
    dates: usize,
    /// What is wrong, to be read where the test fails.
    wrong: Vec<String>,
}

impl Score {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.there).max(1) as f64
    }

    fn add(&mut self, other: Score) {
        self.right += other.right;
        self.found += other.found;
        self.there += other.there;
        self.dates_right += other.dates_right;
        self.dates += other.dates;
        self.wrong.extend(other.wrong);
    }
}

fn score(drawn: &Drawn, model: &Model) -> Score {
    let mut document = document::read("a.txt", drawn.text.as_bytes()).expect("it is text");
    std::rc::Rc::make_mut(&mut document.facts).published =
        drawn.published.clone().map(|value| Fact {
            value,
            source: Source::Declared(String::new()),
        });
    let offsets = document.offsets();
    let mut names = BTreeSet::new();
    let mut dates = BTreeSet::new();
    for mention in recognise(&document, Some(model)) {
        let place = offsets.original_of(mention.span).range();
        let value = mention.moment.as_ref().map_or("", Moment::as_str);
        match mention.kind {
            Kind::Date => drop(dates.insert((place.start, place.end, value.to_owned()))),
            kind => {
                let article = drawn.text[place.clone()].to_lowercase().starts_with("the ");
                let start = place.start + if article { "the ".len() } else { 0 };
                names.insert((start, place.end, kind));
            }
        }
    }
    let said = |start: usize, end: usize| &drawn.text[start..end];
    let mut score = Score {
        right: names.intersection(&drawn.names).count(),
        found: names.len(),
        there: drawn.names.len(),
        ..Score::default()
    };
    for &(start, end, kind) in drawn.names.difference(&names) {
        score
            .wrong
            .push(format!("- {} {}", kind.slug(), said(start, end)));
    }
    for &(start, end, kind) in names.difference(&drawn.names) {
        score
            .wrong
            .push(format!("+ {} {}", kind.slug(), said(start, end)));
    }
    score.judge_dates(drawn, &dates);
    score
}

impl Score {
    /// A date counts as found where it overlaps, and as right if its value is.
    fn judge_dates(&mut self, drawn: &Drawn, found: &BTreeSet<(usize, usize, String)>) {
        for (start, end, value) in drawn.dates.iter().filter(|date| !is_optional(&date.2)) {
            let here = found.iter().find(|date| date.0 < *end && date.1 > *start);
            let right = here.is_some_and(|date| date.2 == *value);
            self.dates += 1;
            self.dates_right += usize::from(right);
            if !right {
                let got = here.map_or("nothing", |date| &date.2);
                let said = &drawn.text[*start..*end];
                self.wrong
                    .push(format!("date {said}: {got} instead of {value}"));
            }
        }
        let invented = found.iter().filter(|date| {
            let overlaps = |other: &(usize, usize, String)| other.0 < date.1 && other.1 > date.0;
            !is_optional(&date.2) && !drawn.dates.iter().any(overlaps)
        });
        for (start, end, value) in invented {
            self.dates += 1;
            let said = &drawn.text[*start..*end];
            self.wrong
                .push(format!("date {said}: {value} instead of nothing"));
        }
    }
}

#[test]
fn names_and_dates_are_found_in_texts_of_many_kinds() {
    let model = Model::open(MODEL).expect("the model is whole");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recognition");
    let entries = fs::read_dir(folder).expect("the texts are there");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    paths.sort();
    let mut all = Score::default();
    for path in paths {
        let text = fs::read_to_string(&path).expect("it is text");
        let mut one = score(&Drawn::read(&text), &model);
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let figures = format!(
            "{name}: {:.2}, dates {} of {}",
            one.f1(),
            one.dates_right,
            one.dates
        );
        one.wrong.insert(0, figures);
        all.add(one);
    }
    let (names, dates) = (all.f1(), all.dates_right as f64 / all.dates as f64);
    let wrong = all.wrong.join("\n");
    assert!(
        names >= NAMES && dates >= DATES,
        "names {names:.3}, dates {dates:.3}\n{wrong}"
    );
}
