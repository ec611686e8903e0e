//! The name an entity is shown by, and its address.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use super::Alias;
use super::names::{Family, Name, most_frequent};
use crate::mention::Kind;
use crate::text::fold::fold;

/// Bytes in the longest slug, before a number is added.
const LONGEST_SLUG: usize = 80;

/// The best of an entity's names: listed or fullest, spelled with capitals.
pub(super) fn best_name(names: &[&Name]) -> String {
    let best = names.iter().max_by_key(|name| {
        let fullness = match name.key.family {
            Family::Person | Family::Thing => name.key.words.split(' ').count().min(6),
            _ => 0,
        };
        (
            name.listed.is_some(),
            is_spelled_out(name.spelling()),
            fullness,
            name.count(),
            Reverse(&name.key),
        )
    });
    match best {
        Some(name) => name
            .listed
            .map_or_else(|| with_capitals(name), str::to_owned),
        None => String::new(),
    }
}

/// Whether it is spelled with capitals where names have them, and not with capitals alone.
fn is_spelled_out(spelling: &str) -> bool {
    spelling.contains(char::is_uppercase) && spelling.contains(char::is_lowercase)
}

fn with_capitals(name: &Name) -> String {
    let spellings = name
        .spellings
        .iter()
        .map(|(spelling, count)| (&**spelling, count));
    let best = spellings
        .max_by_key(|&(spelling, count)| (is_spelled_out(spelling), count, Reverse(spelling)));
    let spelling = best.map_or(&*name.key.words, |(spelling, _)| spelling);
    let small = !spelling.contains(char::is_uppercase);
    let shouted = spelling.contains(' ') && !spelling.contains(char::is_lowercase);
    if !small && !shouted {
        return spelling.to_owned();
    }
    let acronym = name.kind() == Kind::Organisation
        && !spelling.contains(' ')
        && spelling.chars().count() <= 4;
    if acronym {
        return spelling.to_uppercase();
    }
    spelling
        .split(' ')
        .map(capitalised)
        .collect::<Vec<_>>()
        .join(" ")
}

fn capitalised(word: &str) -> String {
    const SMALL: &[&str] = &[
        "of", "the", "and", "for", "on", "in", "to", "de", "van", "von", "der", "den", "bin", "al",
        "del", "di", "da",
    ];
    let lower = word.to_lowercase();
    if SMALL.contains(&lower.as_str()) {
        return lower;
    }
    let mut chars = lower.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars.clone()).collect()
}

/// The name, folded and hyphenated; with its kind, then a number, if another entity has it.
pub(super) fn slug(name: &str, kind: Kind, used: &mut HashSet<String>) -> String {
    let slug = free_slug(name, kind, |slug| used.contains(slug));
    used.insert(slug.clone());
    slug
}

/// The first address for something of this name and kind that is not taken.
pub(crate) fn free_slug(name: &str, kind: Kind, is_taken: impl Fn(&str) -> bool) -> String {
    let plain = hyphenated(name);
    let plain = if plain.is_empty() {
        kind.slug().to_owned()
    } else {
        plain
    };
    if !is_taken(&plain) {
        return plain;
    }
    let with_kind = format!("{plain}-{}", kind.slug());
    let numbered = (2..).map(|number| format!("{with_kind}-{number}"));
    let mut candidates = [with_kind.clone()].into_iter().chain(numbered);
    candidates.find(|slug| !is_taken(slug)).unwrap_or(with_kind)
}

fn hyphenated(name: &str) -> String {
    let mut plain = String::new();
    for c in fold(name).chars() {
        if c.is_alphanumeric() {
            plain.push(c);
        } else if !plain.is_empty() && !plain.ends_with('-') {
            plain.push('-');
        }
        if plain.len() >= LONGEST_SLUG {
            break;
        }
    }
    plain.trim_end_matches('-').to_owned()
}

/// The names under which something goes, of spellings and how often each stands somewhere.
/// Spellings that differ in case, points or spaces alone are one, under the most frequent.
pub(crate) fn aliases(spellings: impl Iterator<Item = (String, u32)>) -> Vec<Alias> {
    let mut names: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    for (spelling, count) in spellings {
        let key = spelling.to_lowercase().replace([' ', '.'], "");
        *names.entry(key).or_default().entry(spelling).or_default() += count;
    }
    let alias = |forms: &BTreeMap<String, u32>| Alias {
        name: most_frequent(forms.iter().map(|(form, count)| (form, *count)))
            .cloned()
            .unwrap_or_default(),
        count: forms.values().sum(),
    };
    let mut aliases: Vec<Alias> = names.values().map(alias).collect();
    aliases.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    aliases
}
