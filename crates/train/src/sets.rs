//! The annotated sets: how they are read, what each says, what it says nothing about.

use std::error::Error;
use std::fs;
use std::io;
use std::num::ParseFloatError;
use std::path::Path;

use dossier_engine::mention::Kind;

use crate::labels::{LabelSet, OUTSIDE, label_of};

/// A word as it was annotated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotated {
    /// The word.
    pub word: String,
    /// Its label; [`OUTSIDE`] for kinds not learnt.
    pub label: usize,
    /// The labels that the annotation leaves possible.
    pub possible: LabelSet,
}

/// A sentence as it was annotated.
pub type AnnotatedSentence = Vec<Annotated>;

/// Reads a `.conll` file: a word, its label and, from a teacher in doubt, further labels in each
/// line, tabs between; an empty line after each sentence. `name` tells which set it is.
pub fn read(path: &Path, name: &str) -> io::Result<Vec<AnnotatedSentence>> {
    let mut sentences = vec![AnnotatedSentence::new()];
    for line in fs::read_to_string(path)?.lines() {
        if line.is_empty() {
            sentences.push(AnnotatedSentence::new());
        } else if let Some(sentence) = sentences.last_mut() {
            sentence.push(annotated(line, name));
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    Ok(sentences)
}

/// The sentences of `FILE@FROM-TO`: the shares of the file, between 0 and 1, that they lie between;
/// all of them without. The file's name tells which set it is.
pub fn read_share(set: &str) -> Result<Vec<AnnotatedSentence>, Box<dyn Error>> {
    let (path, share) = set.split_once('@').unwrap_or((set, "0-1"));
    let (from, to) = share.split_once('-').ok_or("FROM-TO expected")?;
    let path = Path::new(path);
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut sentences = read(path, &name)?;
    let place = |share: &str| -> Result<usize, ParseFloatError> {
        Ok((sentences.len() as f64 * share.parse::<f64>()?).round() as usize)
    };
    let (from, to) = (place(from)?, place(to)?);
    Ok(sentences.drain(from..to).collect())
}

fn annotated(line: &str, set: &str) -> Annotated {
    let mut columns = line.split('\t');
    let word = columns.next().unwrap_or_default().to_owned();
    let tag = columns.next().unwrap_or("O");
    let label = label_of(tag).unwrap_or(OUTSIDE);
    let mut possible = LabelSet::only(label);
    if label == OUTSIDE {
        possible = possible.or(LabelSet::of_kinds(not_annotated(set, tag)));
    }
    for tag in columns.next().unwrap_or_default().split(',') {
        if let Some(label) = label_of(tag) {
            possible = possible.or(LabelSet::only(label));
        } else if tag == "O" {
            possible = possible.or(LabelSet::only(OUTSIDE));
        }
    }
    Annotated {
        word,
        label,
        possible,
    }
}

/// Kinds that a set leaves unmarked, so that its silence says nothing about them.
fn not_annotated(set: &str, tag: &str) -> &'static [Kind] {
    use Kind::{Nationality, Person, Place};
    let miscellaneous = tag.ends_with("-MISC");
    match set.split('_').next().unwrap_or_default() {
        "gmb" | "gum" | "sotu" | "silver" => &[],
        "crossner" => &[Nationality],
        _ if miscellaneous => &[],
        "cyner" => &[Person, Place, Nationality],
        _ => &[Nationality],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn possible(set: &str, line: &str) -> LabelSet {
        annotated(line, set).possible
    }

    #[test]
    fn a_set_that_does_not_annotate_a_kind_says_nothing_about_it() {
        let outside = LabelSet::only(OUTSIDE);
        let nationality = LabelSet::of_kinds(&[Kind::Nationality]);
        assert_eq!(possible("gum_ccby", "Dutch\tO"), outside);
        assert_eq!(possible("btc", "Dutch\tO"), outside.or(nationality));
        assert_eq!(
            possible("crossner_ai_dev", "Dutch\tB-MISC"),
            outside.or(nationality)
        );
        assert_eq!(possible("wnut17_dev", "iPhone\tB-MISC"), outside);
    }

    #[test]
    fn a_teacher_in_doubt_leaves_the_question_open() {
        let person = LabelSet::only(label_of("B-PER").unwrap());
        let found = possible("silver", "Paris\tB-PER\tO,B-ORG");
        let both = person.or(LabelSet::only(OUTSIDE));
        assert_eq!(found, both.or(LabelSet::only(label_of("B-ORG").unwrap())));
    }
}
