//! The corpora of the bench: the project's own documents, and speeches, whole and cut into many.

use std::fs;
use std::io;
use std::path::Path;

use dossier_engine::document::{self, Document};
use serde::Deserialize;

/// As many documents as speeches are cut into at most.
const MOST: usize = 20_000;

/// Paragraphs of more than so many bytes are documents.
const SHORTEST: usize = 200;

/// Documents to be measured.
pub(crate) struct Sample {
    /// The name of its folder and of its tables.
    pub(crate) name: &'static str,
    /// What it is, for people.
    pub(crate) title: &'static str,
    pub(crate) documents: Vec<Document>,
}

/// A line of the file of speeches.
#[derive(Deserialize)]
struct Speech {
    id: String,
    text: String,
}

/// All corpora, the smallest first. `lines` are the speeches.
pub(crate) fn all(seeds: &Path, lines: &str) -> io::Result<[Sample; 3]> {
    let whole = speeches(lines).map(|speech| (format!("{}.txt", speech.id), speech.text));
    let cut = speeches(lines).flat_map(|speech| paragraphs(&speech));
    Ok([
        Sample {
            name: "seeds",
            title: "the five seeds",
            documents: files(seeds)?,
        },
        Sample {
            name: "whole",
            title: "speeches, whole",
            documents: read(whole).collect(),
        },
        Sample {
            name: "cut",
            title: "speeches, cut at paragraphs",
            documents: read(cut).take(MOST).collect(),
        },
    ])
}

/// The texts of the speeches.
pub(crate) fn texts(lines: &str) -> Vec<String> {
    speeches(lines).map(|speech| speech.text).collect()
}

fn files(folder: &Path) -> io::Result<Vec<Document>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let files = paths.iter().map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Ok((name.into_owned(), fs::read_to_string(path)?))
    });
    let files = files.collect::<io::Result<Vec<_>>>()?;
    Ok(read(files.into_iter()).collect())
}

fn read(files: impl Iterator<Item = (String, String)>) -> impl Iterator<Item = Document> {
    files.filter_map(|(file, text)| document::read(&file, text.as_bytes()).ok())
}

fn speeches(lines: &str) -> impl Iterator<Item = Speech> {
    lines
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
}

fn paragraphs(speech: &Speech) -> Vec<(String, String)> {
    let paragraphs = speech.text.split("\n\n");
    let named = paragraphs
        .filter(|text| text.len() > SHORTEST)
        .zip(1..)
        .map(|(text, n)| (format!("{}-{n:04}.txt", speech.id), text.to_owned()));
    named.collect()
}
