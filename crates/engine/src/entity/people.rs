//! Persons: surnames and first names alone, middle names, initials.

use std::collections::BTreeMap;

use super::joins::Join;
use super::names::{Family, Name};
use super::{DocumentId, LinkRule};

/// Joins the names of persons that are one.
pub(super) fn joins(names: &[Name]) -> Vec<Join> {
    let full: Vec<usize> = (0..names.len())
        .filter(|&at| names[at].key.family == Family::Person && names[at].key.document.is_none())
        .collect();
    let mut joins = without_middle_names(names, &full);
    joins.extend(short_names(names, &full));
    joins
}

/// `Donald J. Trump` and `Donald Trump`, `J. Smith` and `John Smith`.
fn without_middle_names(names: &[Name], full: &[usize]) -> Vec<Join> {
    let mut by_surname: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &at in full {
        by_surname.entry(surname(&names[at])).or_default().push(at);
    }
    let mut joins = Vec::new();
    for bearers in by_surname.values() {
        let mut by_first: BTreeMap<&str, usize> = BTreeMap::new();
        for &at in bearers {
            let first = first_name(&names[at]);
            match by_first.get(first) {
                Some(&other) => joins.push(Join::new(other, at, LinkRule::ShortForm)),
                None => {
                    by_first.insert(first, at);
                }
            }
        }
        joins.extend(initials(&by_first));
    }
    joins
}

/// A first name that is an initial goes with the only one that begins so.
fn initials(by_first: &BTreeMap<&str, usize>) -> Vec<Join> {
    let mut joins = Vec::new();
    for (first, &at) in by_first {
        if first.chars().nth(1).is_some() {
            continue;
        }
        let mut longer = by_first
            .range(*first..)
            .take_while(|(other, _)| other.starts_with(first))
            .skip(1);
        if let (Some((_, &other)), None) = (longer.next(), longer.next()) {
            joins.push(Join::new(other, at, LinkRule::ShortForm));
        }
    }
    joins
}

/// A surname or first name alone is whoever bears it in the document; failing that, whoever
/// bears it in the corpus, if nobody else comes near.
fn short_names(names: &[Name], full: &[usize]) -> Vec<Join> {
    let mut bearers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &at in full {
        bearers.entry(surname(&names[at])).or_default().push(at);
        bearers.entry(first_name(&names[at])).or_default().push(at);
    }
    let mut here: BTreeMap<(DocumentId, usize), usize> = BTreeMap::new();
    for &at in full {
        for id in &names[at].mentions {
            *here.entry((id.document, at)).or_default() += 1;
        }
    }
    let mut joins = Vec::new();
    let mut unborne: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        let Some(first) = name.mentions.first() else {
            continue;
        };
        if name.key.family != Family::Person || name.key.document.is_none() {
            continue;
        }
        let candidates = bearers
            .get(name.key.words.as_str())
            .map_or(&[][..], Vec::as_slice);
        let in_document = ranked(candidates, |at| {
            here.get(&(first.document, at)).copied().unwrap_or_default()
        });
        let in_corpus = ranked(candidates, |at| names[at].count());
        match in_document
            .first()
            .map(|&(_, at)| at)
            .or_else(|| outstanding(&in_corpus))
        {
            Some(bearer) => joins.push(Join::new(bearer, at, LinkRule::ShortForm)),
            None => match unborne.get(name.key.words.as_str()) {
                Some(&other) => joins.push(Join::new(other, at, LinkRule::SameName)),
                None => {
                    unborne.insert(&name.key.words, at);
                }
            },
        }
    }
    joins
}

/// Counts and candidates, without those that count nothing; most first, and of equals the first
/// in the order of names.
fn ranked(candidates: &[usize], count: impl Fn(usize) -> usize) -> Vec<(usize, usize)> {
    let mut ranked: Vec<(usize, usize)> = candidates
        .iter()
        .map(|&at| (count(at), at))
        .filter(|(count, _)| *count > 0)
        .collect();
    ranked.sort_by_key(|&(count, at)| (std::cmp::Reverse(count), at));
    ranked
}

/// The first, if it is alone or the next comes nowhere near.
fn outstanding(ranked: &[(usize, usize)]) -> Option<usize> {
    match ranked {
        [(_, at)] => Some(*at),
        [(most, at), (next, _), ..] if *most >= 3 * next => Some(*at),
        _ => None,
    }
}

fn first_name(name: &Name) -> &str {
    name.key.words.split(' ').next().unwrap_or_default()
}

/// The last word, or the one before it if that is "Jr".
fn surname(name: &Name) -> &str {
    let mut words = name.key.words.rsplit(' ');
    match words.next() {
        Some("jr" | "sr" | "ii" | "iii" | "iv") => words.next().unwrap_or_default(),
        Some(word) => word,
        None => "",
    }
}
