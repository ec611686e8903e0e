//! How fast files become documents, and how well on one processor.

use dossier_engine::document;

use crate::clock::timed;
use crate::corpora;

/// Megabytes a second, for the speeches as plain text and as web pages.
pub(crate) fn speeds(lines: &str) -> String {
    let texts = corpora::texts(lines);
    let pages: Vec<String> = texts.iter().map(|text| page(text)).collect();
    let plain = speed(&texts, |text| {
        document::read("a.txt", text.as_bytes()).is_ok()
    });
    let html = speed(&pages, |page| {
        dossier_formats::read("a.html", page.as_bytes())
            .iter()
            .all(Result::is_ok)
    });
    format!(
        "{plain:.0} MB/s for the speeches as plain text, {html:.0} MB/s as web pages with a tag around every paragraph; \
         facts, parts and the file's hash included."
    )
}

fn speed(files: &[String], read: impl Fn(&str) -> bool) -> f64 {
    let bytes: usize = files.iter().map(String::len).sum();
    let (all, took) = timed(|| files.iter().all(|file| read(file)));
    match all {
        true => bytes as f64 / 1e3 / took,
        false => 0.0,
    }
}

/// A speech as a page of the web: every paragraph an element, with navigation around it.
fn page(text: &str) -> String {
    let paragraphs = text.split('\n').filter(|line| !line.trim().is_empty());
    let body: String = paragraphs
        .map(|line| format!("<p class=\"text\">{}</p>\n", line.replace('&', "&amp;")))
        .collect();
    format!(
        "<!doctype html><title>Speech</title><nav><a href=/>Home</a></nav>\
         <article><h1>Speech</h1>{body}</article>"
    )
}
