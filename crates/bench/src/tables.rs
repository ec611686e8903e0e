//! The tables in which other programs add a row of theirs, and what they need to measure the same.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use dossier_engine::corpus::Corpus;
use serde_json::json;

use crate::clock::Spread;
use crate::queries::Asked;

/// Leaves the documents and queries of a corpus in a folder, for other programs to measure.
pub(crate) fn hand_over(folder: &Path, corpus: &Corpus, asked: &[Asked]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let kinds: Vec<_> = asked
        .iter()
        .map(|asked| (asked.kind, &asked.typed))
        .collect();
    fs::write(folder.join("queries.json"), json!(kinds).to_string())?;
    let file = fs::File::create(folder.join("documents.jsonl"))?;
    let mut lines = io::BufWriter::new(file);
    for document in &corpus.documents {
        let line = json!({ "id": document.slug, "text": document.text.once() });
        writeln!(lines, "{line}")?;
    }
    lines.flush()
}

/// A table with a column for each kind of query and our row: what the index weighs, how soon it is
/// ready, how long queries take.
pub(crate) fn ranked(asked: &[Asked], index_mb: f64, ready: f64, took: &[Spread]) -> String {
    let heads: String = asked
        .iter()
        .map(|asked| format!(" {} |", asked.kind))
        .collect();
    let rule = "---|".repeat(asked.len() + 3);
    let cells: String = took
        .iter()
        .map(|spread| format!(" {} |", spread.cell()))
        .collect();
    format!(
        "| | index, MB | ready |{heads}\n|{rule}\n| Dossier | {index_mb:.1} | {ready:.0} |{cells}\n"
    )
}
