//! `dossier check`: what would become of each file of a folder, before anything is published.

mod decisions;
mod table;

use std::collections::BTreeMap;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use dossier_engine::corpus::{SETTINGS_FILE, Seed, Settings, repeated_slugs};
use dossier_engine::document::{
    Document, Fact, Format, Offer, Problem, Repair, Role, Rule, Source,
};
use dossier_formats::folder::Found;
use serde::Serialize;

use self::decisions::misfits;
use crate::points::CodePoints;

/// In which form the findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// To be read.
    Table,
    /// To be worked on.
    Json,
}

/// What was found, and whether all of it can be used.
pub(crate) struct Checked {
    /// The findings, printed.
    pub(crate) printed: String,
    /// Whether every file can be used.
    pub(crate) good: bool,
}

#[derive(Serialize)]
struct Report {
    documents: Vec<Finding>,
    problems: Vec<Told>,
    /// Decisions that do not fit; all else holds without them.
    remarks: Vec<Told>,
}

/// What would become of a document.
#[derive(Serialize)]
struct Finding {
    file: String,
    /// The file that it is one row of many of.
    row_of: Option<String>,
    address: String,
    format: Format,
    encoding: String,
    bytes: u64,
    sha256: String,
    words: usize,
    /// Its parts in reading order.
    parts: Vec<Placed>,
    /// Every repair; marks of the format are none.
    repairs: Vec<Change>,
    /// Repairs that are offered and may as well be wrong.
    offers: Vec<Change>,
    /// How many of a hundred letters are boilerplate.
    boilerplate: usize,
    title: Option<Known>,
    author: Option<Known>,
    outlet: Option<Known>,
    published: Option<Known>,
    language: Option<Known>,
    /// What else the file says about it: the other columns of a table.
    others: BTreeMap<String, String>,
}

/// A part. Places are code points of the file's characters, half-open.
#[derive(Serialize)]
struct Placed {
    start: usize,
    end: usize,
    role: Role,
    boilerplate: bool,
}

/// A change to the file's characters, at places as above.
#[derive(Serialize)]
struct Change {
    start: usize,
    end: usize,
    before: String,
    after: String,
    rule: &'static str,
    /// Whether it is made, or only offered.
    certain: bool,
}

/// A fact and how it is known.
#[derive(Serialize)]
struct Known {
    value: String,
    how: String,
}

/// A problem and what can be done about it.
#[derive(Serialize)]
struct Told {
    file: String,
    line: Option<u32>,
    problem: String,
    remedy: String,
}

/// Looks at all files of a folder.
pub(crate) fn check(folder: &Path, form: Form) -> Checked {
    let found = Found::in_folder(folder);
    let (settings, seeds): (Vec<Seed>, Vec<Seed>) = found
        .seeds
        .into_iter()
        .partition(|seed| seed.file == SETTINGS_FILE);
    let Reading {
        mut documents,
        mut problems,
        tables,
    } = read(&seeds);
    let mut decisions = Vec::new();
    problems.extend(found.problems);
    problems.extend(repeated_slugs(&documents));
    if let Some(settings) = settings.first() {
        let (settings, told) = Settings::parse(&String::from_utf8_lossy(&settings.bytes));
        problems.extend(told);
        problems.extend(settings.strangers(documents.iter().map(|d| d.file.as_str())));
        settings.declare(&mut documents);
        decisions = settings.decisions;
    }
    let good = problems.is_empty() && !documents.is_empty();
    let report = Report {
        documents: documents
            .iter()
            .map(|document| finding(document, tables.get(&document.file)))
            .collect(),
        problems: problems.iter().map(told).collect(),
        remarks: misfits(decisions, &documents).iter().map(told).collect(),
    };
    let printed = match form {
        Form::Table => table::table(&report),
        Form::Json => serde_json::to_string_pretty(&report).unwrap_or_default() + "\n",
    };
    Checked { printed, good }
}

/// What came of the files.
#[derive(Default)]
struct Reading {
    documents: Vec<Document>,
    problems: Vec<Problem>,
    /// The table that a document is a row of, by the document's file.
    tables: BTreeMap<String, String>,
}

/// Reads the files one after the other, and says so where someone is looking on.
fn read(seeds: &[Seed]) -> Reading {
    let mut reading = Reading::default();
    let mut screen = std::io::stderr();
    let watched = screen.is_terminal() && seeds.len() > 20;
    for (at, seed) in seeds.iter().enumerate() {
        if watched {
            let _ = write!(screen, "\r{} of {} files", at + 1, seeds.len());
        }
        for read in dossier_formats::read(&seed.file, &seed.bytes) {
            match read {
                Ok(document) => {
                    if document.origin.format == Format::Row {
                        let row = document.file.clone();
                        reading.tables.insert(row, seed.file.clone());
                    }
                    reading.documents.push(document);
                }
                Err(problem) => reading.problems.push(problem),
            }
        }
    }
    if watched {
        let _ = write!(screen, "\r\x1b[K");
    }
    reading
}

fn finding(document: &Document, table: Option<&String>) -> Finding {
    let points = CodePoints::of(document);
    let letters = |boilerplate: bool| -> usize {
        let parts = document.parts.iter();
        let parts = parts.filter(|part| !boilerplate || part.role.is_boilerplate());
        parts.map(|part| part.span.len()).sum()
    };
    let facts = &document.facts;
    Finding {
        file: document.file.clone(),
        row_of: table.cloned(),
        address: document.slug.clone(),
        format: document.origin.format,
        encoding: document.origin.encoding.clone(),
        bytes: document.origin.bytes,
        sha256: document.origin.sha256.to_string(),
        words: document.text.split_whitespace().count(),
        parts: parts(document, &points),
        repairs: repairs(document, &points),
        offers: offers(document, &points),
        others: facts.others.iter().cloned().collect(),
        boilerplate: (100 * letters(true)).div_ceil(letters(false).max(1)),
        title: facts.title.as_ref().map(|fact| known(fact, Clone::clone)),
        author: facts.author.as_ref().map(|fact| known(fact, Clone::clone)),
        outlet: facts.outlet.as_ref().map(|fact| known(fact, Clone::clone)),
        published: facts
            .published
            .as_ref()
            .map(|fact| known(fact, |moment| moment.as_str().to_owned())),
        language: facts
            .language
            .as_ref()
            .map(|fact| known(fact, Clone::clone)),
    }
}

fn parts(document: &Document, points: &CodePoints) -> Vec<Placed> {
    let placed = document.parts.iter().map(|part| {
        let (start, end) = points.place(part.span);
        Placed {
            start,
            end,
            role: part.role,
            boilerplate: part.role.is_boilerplate(),
        }
    });
    placed.collect()
}

fn repairs(document: &Document, points: &CodePoints) -> Vec<Change> {
    let made = document.repairs.iter();
    let made = made.filter(|repair| repair.rule != Rule::Markup);
    let change = |repair: &Repair| {
        let (start, end) = points.place(repair.span);
        Change {
            start,
            end,
            before: repair.before.clone(),
            after: repair.span.of(&document.text).to_owned(),
            rule: repair.rule.name(),
            certain: true,
        }
    };
    made.map(change).collect()
}

fn offers(document: &Document, points: &CodePoints) -> Vec<Change> {
    let change = |offer: &Offer| {
        let (start, end) = points.place(offer.span);
        Change {
            start,
            end,
            before: offer.span.of(&document.text).to_owned(),
            after: offer.after.clone(),
            rule: offer.doubt.name(),
            certain: false,
        }
    };
    document.offers.iter().map(change).collect()
}

fn known<T>(fact: &Fact<T>, value: impl Fn(&T) -> String) -> Known {
    let how = match &fact.source {
        Source::Stated(_) => "stated in the text".to_owned(),
        Source::Inferred(reason) => reason.clone(),
        Source::Declared(note) if note.is_empty() => format!("declared in {SETTINGS_FILE}"),
        Source::Declared(note) => format!("declared in {SETTINGS_FILE}: {note}"),
    };
    Known {
        value: value(&fact.value),
        how,
    }
}

fn told(problem: &Problem) -> Told {
    Told {
        file: problem.file.clone(),
        line: problem.place.map(|place| place.line),
        problem: problem.to_string(),
        remedy: problem.fault.remedy(),
    }
}

#[cfg(test)]
mod tests;
