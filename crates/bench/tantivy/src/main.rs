//! How fast tantivy answers the queries of the native bench on the same documents:
//! `cargo run --release -- FOLDER`, where FOLDER is what `dossier-bench` leaves. Adds a row to each
//! of its tables.

mod asked;

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use serde::Deserialize;
use tantivy::collector::TopDocs;
use tantivy::query::Query;
use tantivy::schema::{Field, STORED, STRING, Schema, TEXT};
use tantivy::{Index, IndexWriter, ReloadPolicy, Searcher, TantivyDocument};

/// Results that a page of results shows.
const PAGE: usize = 20;

/// Bytes that tantivy may take while it indexes; enough for one segment.
const ROOM: usize = 200_000_000;

type Done<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: dossier-bench-tantivy FOLDER");
        return ExitCode::FAILURE;
    };
    match measure_all(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure_all(folder: &Path) -> Done<()> {
    for corpus in fs::read_dir(folder)? {
        let corpus = corpus?.path();
        if corpus.join("queries.json").is_file() {
            let row = measure(&corpus)?;
            let mut table = File::options().append(true).open(corpus.join("table.md"))?;
            writeln!(table, "{row}")?;
        }
    }
    Ok(())
}

/// The row of a corpus: what its index weighs, how soon it is ready, and p50 and p95 of every kind.
fn measure(corpus: &Path) -> Done<String> {
    let home = corpus.join("tantivy");
    let field = write_index(corpus, &home)?;
    let start = Instant::now();
    let index = Index::open_in_dir(&home)?;
    let reader = index
        .reader_builder()
        .reload_policy(ReloadPolicy::Manual)
        .try_into()?;
    let searcher = reader.searcher();
    let ready = milliseconds(start);
    let mut row = format!(
        "| tantivy {} | {:.1} | {ready:.1} |",
        env!("TANTIVY"),
        weight(&home)? as f64 / 1e6
    );
    let kinds: Vec<(String, Vec<String>)> =
        serde_json::from_str(&fs::read_to_string(corpus.join("queries.json"))?)?;
    for (_, typed) in kinds {
        let queries = typed.iter().map(|typed| asked::query(field, typed));
        let queries = queries.collect::<tantivy::Result<Vec<_>>>()?;
        let took = queries.iter().map(|query| quickest(&searcher, query));
        let mut took = took.collect::<tantivy::Result<Vec<f64>>>()?;
        took.sort_by(f64::total_cmp);
        row += &format!(" {:.3} / {:.3} |", at(&took, 0.5), at(&took, 0.95));
    }
    Ok(row)
}

#[derive(Deserialize)]
struct Document {
    id: String,
    text: String,
}

/// Indexes the documents with their positions, as phrases need them, in one segment.
fn write_index(corpus: &Path, home: &Path) -> Done<Field> {
    if home.exists() {
        fs::remove_dir_all(home)?;
    }
    fs::create_dir_all(home)?;
    let mut schema = Schema::builder();
    let id = schema.add_text_field("id", STRING | STORED);
    let text = schema.add_text_field("text", TEXT);
    let index = Index::create_in_dir(home, schema.build())?;
    let mut writer: IndexWriter = index.writer_with_num_threads(1, ROOM)?;
    for line in BufReader::new(File::open(corpus.join("documents.jsonl"))?).lines() {
        let read: Document = serde_json::from_str(&line?)?;
        let mut document = TantivyDocument::default();
        document.add_text(id, read.id);
        document.add_text(text, read.text);
        writer.add_document(document)?;
    }
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    writer.wait_merging_threads()?;
    Ok(text)
}

fn weight(folder: &Path) -> Done<u64> {
    let mut bytes = 0;
    for file in fs::read_dir(folder)? {
        bytes += file?.metadata()?.len();
    }
    Ok(bytes)
}

/// The least milliseconds of nine runs, as ours are measured.
fn quickest(searcher: &Searcher, query: &dyn Query) -> tantivy::Result<f64> {
    let mut least = f64::MAX;
    for _ in 0..9 {
        let start = Instant::now();
        let best = searcher.search(query, &TopDocs::with_limit(PAGE).order_by_score())?;
        std::hint::black_box(best);
        least = least.min(milliseconds(start));
    }
    Ok(least)
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

fn at(sorted: &[f64], share: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let place = (last as f64 * share).round() as usize;
    sorted.get(place).copied().unwrap_or(f64::NAN)
}
