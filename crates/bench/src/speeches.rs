//! Speeches cut into many documents.

use dossier_engine::document::{self, Document};
use serde::Deserialize;

/// A line of the file.
#[derive(Deserialize)]
struct Speech {
    id: String,
    text: String,
}

/// At most so many documents, each a paragraph of a speech.
pub(crate) fn documents(lines: &str, most: usize) -> Vec<Document> {
    let paragraphs = speeches(lines).flat_map(|speech| paragraphs(&speech));
    let read = |(file, text): (String, String)| document::read(&file, text.as_bytes()).ok();
    paragraphs.filter_map(read).take(most).collect()
}

/// The speeches, whole.
pub(crate) fn texts(lines: &str) -> Vec<String> {
    speeches(lines).map(|speech| speech.text).collect()
}

fn speeches(lines: &str) -> impl Iterator<Item = Speech> {
    lines
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
}

fn paragraphs(speech: &Speech) -> Vec<(String, String)> {
    let paragraphs = speech.text.split("\n\n").filter(|text| text.len() > 200);
    let named = paragraphs
        .zip(1..)
        .map(|(text, n)| (format!("{}-{n:04}.txt", speech.id), text.to_owned()));
    named.collect()
}
