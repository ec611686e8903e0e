//! Native benches of the engine: `cargo run --profile tool -p dossier-bench -- SPEECHES.jsonl`, or
//! `crowd` in place of the file for who is who among half a million drawn mentions.
#![allow(clippy::print_stdout, reason = "a bench prints what it measured")]

mod clock;
mod crowd;
mod queries;
mod reading;
mod speeches;

use std::process::ExitCode;

use dossier_engine::address::Filter;
use dossier_engine::ask::{Engine, Question};
use dossier_engine::corpus::{About, Corpus, pack, unpack};
use dossier_engine::index::Index;
use dossier_engine::query::Query;
use dossier_engine::search::Search;

use clock::{Spread, quickest, timed};

/// Results that a page of results shows.
const PAGE: usize = 20;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        println!("usage: dossier-bench SPEECHES.jsonl | crowd");
        return ExitCode::FAILURE;
    };
    if path == "crowd" {
        println!("{}", crowd::resolving(10_000));
        println!("{}", crowd::merging(20_000));
        return ExitCode::SUCCESS;
    }
    let Ok(lines) = std::fs::read_to_string(&path) else {
        println!("{path} cannot be read");
        return ExitCode::FAILURE;
    };
    println!("{}", reading::speeds(&lines));
    let documents = speeches::documents(&lines, 20_000);
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    println!(
        "{} documents, {:.1} MB",
        documents.len(),
        bytes as f64 / 1e6
    );
    let (corpus, took) = timed(|| Corpus::build(About::default(), documents, None));
    println!("recognise {took:.0} ms; {} entities", corpus.entities.len());
    let (image, took) = timed(|| pack(&corpus));
    println!("pack {took:.0} ms, {:.1} MB", image.len() as f64 / 1e6);
    let (opened, took) = timed(|| unpack(&image));
    println!("unpack {took:.0} ms, {}", opened.is_ok());
    let (index, took) = timed(|| Index::of(&corpus));
    let vocabulary = index.words.vocabulary().len();
    let packed = index.words.packed_size() as f64 / 1e6;
    println!("index {took:.0} ms; {vocabulary} words, {packed:.1} MB");
    for (kind, typed) in queries::all(&corpus, &index) {
        println!("{kind:<8} {}", ranked(&corpus, &index, &typed));
    }
    let engine = Engine::open(corpus);
    for typed in ["", "public", "public debt", "con*"] {
        println!("survey {typed:?} {:.2} ms", survey(&engine, typed));
    }
    ExitCode::SUCCESS
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

fn survey(engine: &Engine, typed: &str) -> f64 {
    let filter = Filter {
        query: typed.to_owned(),
        ..Filter::default()
    };
    let question = Question::Survey { filter };
    quickest(|| engine.ask(&question))
}
