//! Measures recognition and prints the tables of `docs/recognition.md`; `cargo xtask measure` runs it.
//!
//! ```text
//! dossier-measure sheets FOLDER SPEECHES FILE[@FROM-TO]…
//! dossier-measure tables MODEL FINDINGS FILE[@FROM-TO]…
//! dossier-measure speed MODEL FOLDER
//! dossier-measure hostile MODEL
//! ```
//!
//! `sheets` writes each set in each dress as a text, for other recognisers to read; and every fifth
//! speech, for measuring speed. `FINDINGS` has a folder for each other recogniser with what it found.

use std::error::Error;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use dossier_engine::document;
use dossier_engine::mention::tagger::Model;
use dossier_engine::mention::{Kind, recognise};

use dossier_train::clock;
use dossier_train::hostile;
use dossier_train::mistakes::mistakes;
use dossier_train::report::{self, Row};
use dossier_train::score::{Judged, judge, judge_all, judge_tagger, mentioned, written};
use dossier_train::sentence::Dress;
use dossier_train::sets::{AnnotatedSentence, read_share};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// One speech in so many is recognised for its speed.
const EVERY: usize = 5;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["sheets", folder, speeches, sets @ ..] => {
            write_sheets(Path::new(folder), sets)?;
            write_speeches(Path::new(folder), Path::new(speeches))
        }
        ["tables", model, findings, sets @ ..] => {
            let model = Model::open(&fs::read(model)?)?;
            print_tables(&model, Path::new(findings), sets)
        }
        ["hostile", model] => {
            let model = Model::open(&fs::read(model)?)?;
            tell(&section("hostile", &hostile::table(&model)));
            Ok(())
        }
        ["speed", model, folder] => {
            let model = Model::open(&fs::read(model)?)?;
            print_speed(&model, Path::new(folder))
        }
        _ => Err("dossier-measure sheets …, tables … or speed … expected".into()),
    }
}

#[allow(clippy::print_stdout, reason = "a program on the command line")]
fn tell(text: &str) {
    println!("{text}");
}

/// `natural-ewt_dev`: a set in a dress, as a name of a file.
fn sheet(set: &str, dress: Dress) -> String {
    let dress = format!("{dress:?}").to_lowercase();
    format!("{dress}-{}", report::name_of(set))
}

fn write_sheets(folder: &Path, sets: &[&str]) -> Outcome<()> {
    let sheets = folder.join("sheets");
    fs::create_dir_all(&sheets)?;
    for name in sets {
        let set = read_share(name)?;
        for dress in Dress::ALL {
            let path = sheets.join(sheet(name, dress)).with_extension("txt");
            fs::write(path, written(&set, dress).text)?;
        }
    }
    Ok(())
}

fn write_speeches(folder: &Path, speeches: &Path) -> Outcome<()> {
    let texts = folder.join("speeches");
    fs::create_dir_all(&texts)?;
    let lines = fs::read_to_string(speeches)?;
    for (number, line) in lines.lines().enumerate().step_by(EVERY) {
        let speech: serde_json::Value = serde_json::from_str(line)?;
        let text = speech["text"].as_str().unwrap_or_default();
        fs::write(texts.join(format!("{number:03}.txt")), text)?;
    }
    Ok(())
}

fn print_tables(model: &Model, findings: &Path, names: &[&str]) -> Outcome<()> {
    let sets: Vec<_> = names
        .iter()
        .map(|name| read_share(name))
        .collect::<Result<_, _>>()?;
    let each = |judge: &dyn Fn(&[AnnotatedSentence], Dress) -> Judged| -> Vec<[Judged; 3]> {
        let all = sets.iter();
        all.map(|set| Dress::ALL.map(|dress| judge(set, dress)))
            .collect()
    };
    let together = each(&|set, dress| judge_all(Some(model), set, dress));
    let mut rows = vec![
        Row::of(
            "rules and lists",
            &each(&|set, dress| judge_all(None, set, dress)),
        ),
        Row::of(
            "tagger alone",
            &each(&|set, dress| judge_tagger(model, set, dress)),
        ),
        Row::of("together", &together),
    ];
    for peer in folders(findings)? {
        let judged = judge_peer(&peer, names, &sets)?;
        let name = peer.file_name().unwrap_or_default().to_string_lossy();
        rows.push(Row::of(&name, &judged));
    }
    tell(&section("quality", &report::quality(&rows, names)));
    let natural = || together.iter().zip(&sets);
    let wrong: Vec<_> = natural()
        .flat_map(|(judged, set)| mistakes(&judged[0], set))
        .collect();
    tell(&section("errors", &report::errors(&wrong)));
    tell(&section("mistakes", &report::frequent(&wrong)));
    print_calibration(model, &sets);
    Ok(())
}

fn print_calibration(model: &Model, sets: &[Vec<AnnotatedSentence>]) {
    let mut verdicts = Vec::new();
    let mut there = 0;
    for set in sets {
        for dress in Dress::ALL {
            let annotated = judge(set, dress, std::iter::empty()).there;
            let found = mentioned(Some(model), set, dress);
            verdicts.extend(
                found
                    .into_iter()
                    .map(|(name, percent)| (percent, annotated.contains(&name))),
            );
            there += annotated.len();
        }
    }
    tell(&section("calibration", &report::calibration(&verdicts)));
    tell(&section(
        "thresholds",
        &report::thresholds(&verdicts, there),
    ));
}

/// A part of the document, as `cargo xtask measure` finds it.
fn section(name: &str, text: &str) -> String {
    format!("<!-- measured: {name} -->\n{text}<!-- end -->")
}

fn folders(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder)? {
        folders.extend(Some(entry?.path()).filter(|path| path.is_dir()));
    }
    folders.sort();
    Ok(folders)
}

fn judge_peer(
    peer: &Path,
    names: &[&str],
    sets: &[Vec<AnnotatedSentence>],
) -> Outcome<Vec<[Judged; 3]>> {
    let mut all = Vec::new();
    for (name, set) in names.iter().zip(sets) {
        let mut judged: [Judged; 3] = Default::default();
        for (judged, dress) in judged.iter_mut().zip(Dress::ALL) {
            let path = peer.join(sheet(name, dress)).with_extension("tsv");
            let found = fs::read_to_string(path)?;
            *judged = judge(set, dress, found.lines().filter_map(finding));
        }
        all.push(judged);
    }
    Ok(all)
}

/// A line of a peer's findings: first byte, byte after the last, kind.
fn finding(line: &str) -> Option<(Range<usize>, Kind)> {
    let mut columns = line.split('\t');
    let start = columns.next()?.parse().ok()?;
    let end = columns.next()?.parse().ok()?;
    Some((start..end, Kind::from_slug(columns.next()?)?))
}

/// Megabytes a second of a folder of documents, from their bytes to their mentions: the best of five
/// runs.
fn print_speed(model: &Model, folder: &Path) -> Outcome<()> {
    let mut documents = Vec::new();
    for entry in fs::read_dir(folder)? {
        documents.push(fs::read(entry?.path())?);
    }
    let size: usize = documents.iter().map(Vec::len).sum();
    let run = || -> usize {
        let read = documents
            .iter()
            .flat_map(|bytes| document::read("a.txt", bytes));
        read.map(|document| recognise(&document, Some(model)).len())
            .sum()
    };
    let best = clock::best_of_five(run);
    tell(&format!("{:.2}", size as f64 / 1e6 / best));
    Ok(())
}
