//! Native benches of the engine. `dossier-bench FOLDER SEEDS SPEECHES.jsonl` leaves tables in the
//! folder, and with them what other programs need to add rows of theirs; `dossier-bench crowd` says
//! who is who among half a million drawn mentions.
#![allow(clippy::print_stdout, reason = "a bench prints what it measured")]

mod clock;
mod corpora;
mod crowd;
mod queries;
mod reading;
mod tables;

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use dossier_engine::address::{Filter, Listing};
use dossier_engine::ask::{Engine, Question};
use dossier_engine::corpus::{About, Corpus, pack, unpack};
use dossier_engine::index::Index;
use dossier_engine::query::Query;
use dossier_engine::search::Search;

use clock::{Spread, quickest, timed};
use corpora::Sample;

/// Results that a page of results shows.
const PAGE: usize = 20;

/// What a page asks for all that it shows of a search.
const SURVEYED: [&str; 4] = ["", "public", "public debt", "con*"];

/// And where it lists passages.
const BY_PASSAGE: [&str; 2] = ["public debt", "the "];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["crowd"] => {
            println!("{}", crowd::resolving(10_000));
            println!("{}", crowd::merging(20_000));
            ExitCode::SUCCESS
        }
        [folder, seeds, speeches] => {
            match measure(Path::new(folder), Path::new(seeds), Path::new(speeches)) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    println!("{error}");
                    ExitCode::FAILURE
                }
            }
        }
        _ => {
            println!("usage: dossier-bench FOLDER SEEDS SPEECHES.jsonl | crowd");
            ExitCode::FAILURE
        }
    }
}

fn measure(folder: &Path, seeds: &Path, speeches: &Path) -> io::Result<()> {
    let lines = fs::read_to_string(speeches)?;
    fs::create_dir_all(folder)?;
    fs::write(folder.join("files.md"), reading::speeds(&lines))?;
    let mut heads = SURVEYED
        .map(|typed| format!(" all that is shown for “{typed}” |"))
        .to_vec();
    heads.extend(BY_PASSAGE.map(|typed| format!(" by passage for “{}” |", typed.trim())));
    let mut steps = format!(
        "| | documents | MB of text | image, MB | opened | index built | words |{}\n|{}\n",
        heads.concat(),
        "---|".repeat(heads.len() + 7)
    );
    for sample in corpora::all(seeds, &lines)? {
        let row = one(&folder.join(sample.name), sample)?;
        println!("{row}");
        steps += &row;
        steps.push('\n');
    }
    fs::write(folder.join("steps.md"), steps)
}

/// Measures one corpus: leaves the table of its queries, and gives the row of what comes before.
fn one(folder: &Path, sample: Sample) -> io::Result<String> {
    let title = sample.title;
    let corpus = Corpus::build(About::default(), sample.documents, None);
    let image = pack(&corpus);
    let (opened, opening) = timed(|| unpack(&image));
    drop(opened);
    let (index, indexing) = timed(|| Index::of(&corpus));
    let index_mb = index.words.packed_size() as f64 / 1e6;
    let asked = queries::all(&corpus, &index);
    tables::hand_over(folder, &corpus, &asked)?;
    let took = asked
        .iter()
        .map(|asked| ranked(&corpus, &index, &asked.typed));
    let took: Vec<Spread> = took.collect();
    let table = tables::ranked(&asked, index_mb, opening + indexing, &took);
    fs::write(folder.join("table.md"), table)?;
    let texts = corpus.documents.iter().map(|document| document.text.len());
    let row = format!(
        "| {title} | {} | {:.2} | {:.2} | {opening:.0} | {indexing:.0} | {} |",
        corpus.documents.len(),
        texts.sum::<usize>() as f64 / 1e6,
        image.len() as f64 / 1e6,
        index.words.vocabulary().len(),
    );
    let engine = Engine::open(corpus);
    let cell = |typed, listing| format!(" {:.2} |", survey(&engine, typed, listing));
    let surveys = SURVEYED.map(|typed| cell(typed, Listing::Documents));
    let passages = BY_PASSAGE.map(|typed| cell(typed, Listing::Passages));
    Ok(row + &surveys.concat() + &passages.concat())
}

/// Milliseconds from what is typed to the first page of ranked documents.
fn ranked(corpus: &Corpus, index: &Index, typed: &[String]) -> Spread {
    let one = |typed: &String| {
        let search = || {
            let (query, _) = Query::parse(typed);
            let ranking = Search::new(corpus, index, &query).rank();
            ranking.best(&ranking.documents, 0, PAGE).len()
        };
        quickest(search)
    };
    Spread::of(typed.iter().map(one).collect())
}

fn survey(engine: &Engine, typed: &str, listing: Listing) -> f64 {
    let filter = Filter {
        query: typed.to_owned(),
        listing,
        ..Filter::default()
    };
    let question = Question::Survey { filter };
    quickest(|| engine.ask(&question))
}
