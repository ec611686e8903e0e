//! Inputs of html5lib's tests and of a stress test for UTF-8: every one is read or refused, and can
//! be rebuilt from its document.

use std::fs;

use dossier_engine::text::{sentences, tokens};

use crate::{json, shared};

/// Reads a file; whatever becomes of it, its characters can be had back.
fn hold(file: &str, source: &str) {
    for document in dossier_formats::read(file, source.as_bytes())
        .into_iter()
        .flatten()
    {
        assert_eq!(document.original(), source);
    }
}

fn files(folder: &str, extension: &str) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(shared(folder)).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|found| found == extension));
    files.sort();
    files
}

#[test]
#[ignore = "needs data beside the project: cargo xtask test reading"]
fn pages_of_every_shape_are_read() {
    let mut count = 0;
    for file in files("data/hostile/html5lib-tests/tree-construction", "dat") {
        let cases = String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned();
        for case in cases.split("#data\n").skip(1) {
            let page = case.split("\n#errors").next().unwrap_or_default();
            hold("a.html", page);
            count += 1;
        }
    }
    for file in files("data/hostile/html5lib-tests/tokenizer", "test") {
        let cases: serde_json::Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        let cases = cases["tests"]
            .as_array()
            .or_else(|| cases["xmlViolationTests"].as_array());
        for case in cases.into_iter().flatten() {
            hold("a.html", case["input"].as_str().unwrap_or_default());
            count += 1;
        }
    }
    println!("{count} inputs of html5lib: read or refused, all can be rebuilt");
    assert!(count > 8_000);
}

#[test]
#[ignore = "needs data beside the project: cargo xtask test reading"]
fn bytes_that_are_no_utf_8_are_told() {
    let vectors = json("data/hostile/generated/utf8-vectors.json");
    let vectors = vectors.as_array().unwrap();
    for vector in vectors {
        let hex = vector["hex"].as_str().unwrap();
        let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
        let bytes: Vec<u8> = (0..hex.len()).step_by(2).map(byte).collect();
        // Among whole characters, so that what is broken is no other encoding.
        let text = [
            &b"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 caf\xc3\xa9 "[..],
            &bytes,
            b" caf\xc3\xa9".repeat(400).as_slice(),
        ]
        .concat();
        let broken = std::str::from_utf8(&text).is_err();
        let read = dossier_formats::read("a.txt", &text);
        assert_eq!(read.iter().all(Result::is_err), broken, "{hex}");
        for problem in read.into_iter().filter_map(Result::err) {
            assert!(problem.place.is_some(), "{problem}");
        }
    }
    println!(
        "{} vectors of UTF-8: read if whole, else told with their place",
        vectors.len()
    );
}

/// The characters of a line of Unicode's break tests, and where in them a break may be.
fn unicode_case(line: &str) -> (String, Vec<usize>) {
    let (mut text, mut breaks) = (String::new(), Vec::new());
    for sign in line
        .split('#')
        .next()
        .unwrap_or_default()
        .split_whitespace()
    {
        match sign {
            "÷" => breaks.push(text.len()),
            "×" => {}
            code => text.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap()),
        }
    }
    (text, breaks)
}

/// Words here are our own, with hyphens and points as recognisers want them; what holds is that no
/// letter loses what is written on it.
#[test]
#[ignore = "needs data beside the project: cargo xtask test reading"]
fn letters_are_not_parted_from_their_marks() {
    let lines = fs::read_to_string(shared("data/unicode/GraphemeBreakTest.txt")).unwrap();
    let lines: Vec<&str> = lines.lines().filter(|line| line.starts_with('÷')).collect();
    for line in &lines {
        let (text, breaks) = unicode_case(line);
        let words = tokens(&text).into_iter().map(|token| token.span);
        for end in words.chain(sentences(&text)).map(|span| span.range().end) {
            // The tone of a face is none of a letter, whatever it stands after.
            let toned = text[end..].starts_with(|c| ('\u{1f3fb}'..='\u{1f3ff}').contains(&c));
            let after_letter = text[..end].ends_with(char::is_alphabetic);
            assert!(!after_letter || toned || breaks.contains(&end), "{line}");
        }
    }
    println!(
        "{} cases of grapheme clusters: no letter is cut",
        lines.len()
    );
}
