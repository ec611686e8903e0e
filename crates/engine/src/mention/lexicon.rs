//! What is known before a document is opened: lists of names and words, one file each.
//!
//! A line holds a name and, after bars, other names of the same thing. `?` after a name says
//! that it is an ordinary word too, so that it names something only where the context says so.

mod classes;

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::BuildHasherDefault;
use std::sync::OnceLock;

use crate::text::fold::fold;
use crate::text::{Class, Shape, Token, tokens};
use classes::classed_words;

pub(crate) use classes::{Is, Traits};

/// A map that is the same on every machine and in every run.
pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<DefaultHasher>>;

/// The lists of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum List {
    Countries,
    Regions,
    Cities,
    Landmarks,
    Nationalities,
    Organisations,
    Groups,
    Events,
    Works,
    Products,
    Roles,
}

const LISTS: [(List, &str); 11] = [
    (List::Countries, include_str!("lists/countries.txt")),
    (List::Regions, include_str!("lists/regions.txt")),
    (List::Cities, include_str!("lists/cities.txt")),
    (List::Landmarks, include_str!("lists/landmarks.txt")),
    (List::Nationalities, include_str!("lists/nationalities.txt")),
    (List::Organisations, include_str!("lists/organisations.txt")),
    (List::Groups, include_str!("lists/groups.txt")),
    (List::Events, include_str!("lists/events.txt")),
    (List::Works, include_str!("lists/works.txt")),
    (List::Products, include_str!("lists/products.txt")),
    (List::Roles, include_str!("lists/roles.txt")),
];

const FIRST_NAMES: &str = include_str!("lists/first_names.txt");
const ORDINARY: &str = include_str!("lists/ordinary.txt");

/// A name in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) list: List,
    /// The line it stands in: names in one line are names of one thing.
    pub(crate) line: u16,
    pub(crate) form: Form,
    /// Whether it is an ordinary word too.
    pub(crate) doubtful: bool,
}

/// How a name is written in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// One word in capitals alone: `CIA`.
    Acronym,
    /// With a capital first: `White House`.
    Name,
    /// With a small letter or a digit first: `al-Qaeda`, `iPhone`.
    Plain,
}

pub(crate) struct Lexicon {
    /// By the phrase's words, folded, with single spaces between them.
    phrases: Map<String, Vec<Entry>>,
    /// For the first word of each phrase, how many words the longest has that begins with it.
    longest: Map<String, u8>,
    /// For each word of a class, a list of ordinary words or first names, what it is.
    traits: Map<String, Traits>,
}

/// The lists, read once.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::read)
}

impl Lexicon {
    fn read() -> Self {
        let mut lexicon = Lexicon {
            phrases: Map::default(),
            longest: Map::default(),
            traits: Map::default(),
        };
        for (_, word) in entries(ORDINARY) {
            lexicon.add_trait(word, Is::Ordinary);
        }
        for (_, name) in entries(FIRST_NAMES) {
            lexicon.add_trait(name, Is::FirstName);
        }
        for (word, is) in classed_words() {
            lexicon.add_trait(word, is);
        }
        for (list, text) in LISTS {
            for (line, names) in entries(text) {
                for name in names.split('|') {
                    lexicon.add(list, line, name.trim());
                }
            }
        }
        lexicon
    }

    fn add_trait(&mut self, word: &str, is: Is) {
        self.traits
            .entry(fold(word).into_owned())
            .or_default()
            .add(is);
    }

    fn add(&mut self, list: List, line: usize, name: &str) {
        let doubtful = name.ends_with('?');
        let name = name.trim_end_matches('?');
        let words = phrase_words(name);
        let Some(first) = words.first() else { return };
        let longest = self.longest.entry(first.clone()).or_default();
        *longest = (*longest).max(words.len().min(u8::MAX as usize) as u8);
        self.phrases
            .entry(words.join(" "))
            .or_default()
            .push(Entry {
                list,
                line: line as u16,
                form: form(name),
                doubtful,
            });
    }

    /// The entries whose words, folded and joined by spaces, are these.
    pub(crate) fn phrase(&self, words: &str) -> &[Entry] {
        self.phrases.get(words).map_or(&[], Vec::as_slice)
    }

    /// How many words the longest phrase has that begins with this word; 0 if none does.
    pub(crate) fn longest(&self, word: &str) -> usize {
        self.longest.get(word).copied().unwrap_or_default().into()
    }

    /// The first name in the line in which a name is listed.
    pub(crate) fn first_name_of(&self, entry: Entry) -> &'static str {
        let text = LISTS
            .iter()
            .find(|(list, _)| *list == entry.list)
            .map_or("", |(_, text)| text);
        let line = text.lines().nth(entry.line.into()).unwrap_or_default();
        line.split('|')
            .next()
            .unwrap_or_default()
            .trim()
            .trim_end_matches('?')
    }

    /// What a word is.
    pub(crate) fn traits_of(&self, word: &str) -> Traits {
        let mut traits = self.traits.get(word).copied().unwrap_or_default();
        let ordinary = |stem: &String| self.traits.get(stem).is_some_and(|t| t.has(Is::Ordinary));
        if !traits.has(Is::Ordinary) && stems(word).iter().any(ordinary) {
            traits.add(Is::Ordinary);
        }
        traits
    }
}

/// The lines of a list with their places, without its head.
fn entries(list: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    list.lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
}

fn form(name: &str) -> Form {
    let found = tokens(name);
    match found.as_slice() {
        [one] if one.class == Class::Dotted || one.shape == Shape::Upper => Form::Acronym,
        [first, ..] if first.shape.is_capitalised() => Form::Name,
        _ => Form::Plain,
    }
}

/// A name's words as they are compared: see [`compared`].
fn phrase_words(name: &str) -> Vec<String> {
    tokens(name)
        .iter()
        .filter(|token| !is_skipped(name, token))
        .map(|token| compared(name, token))
        .collect()
}

/// A token as it is compared: folded; `U.S.` and `u . s .` as `us`, `' s` as `'s`.
pub(crate) fn compared(text: &str, token: &Token) -> String {
    let folded = fold(token.span.of(text));
    match token.class {
        Class::Dotted => folded.chars().filter(|c| c.is_alphabetic()).collect(),
        Class::Clitic => folded.chars().filter(|c| *c != ' ').collect(),
        _ => folded.into_owned(),
    }
}

/// Marks that make no difference between names: `al-Qaeda` and `al Qaeda`, `St. Petersburg` and
/// `St Petersburg`.
pub(crate) fn is_skipped(text: &str, token: &Token) -> bool {
    token.class == Class::Mark
        && matches!(
            token.span.of(text),
            "-" | "‐" | "‑" | "–" | "." | "'" | "’" | "!"
        )
}

/// What may be the stem of a regularly inflected English word.
fn stems(word: &str) -> Vec<String> {
    let mut stems = Vec::new();
    let mut add = |stem: &str, ending: &str| {
        if stem.len() + ending.len() >= 3 {
            stems.push([stem, ending].concat());
        }
    };
    for (ending, instead) in [
        ("ies", "y"),
        ("ied", "y"),
        ("ily", "y"),
        ("es", ""),
        ("s", ""),
        ("ly", ""),
        ("ness", ""),
    ] {
        if let Some(stem) = word.strip_suffix(ending) {
            add(stem, instead);
        }
    }
    for ending in ["ed", "ing", "er", "ers"] {
        let Some(stem) = word.strip_suffix(ending) else {
            continue;
        };
        add(stem, "");
        add(stem, "e");
        if let [.., before, last] = stem.as_bytes()
            && before == last
            && last.is_ascii()
        {
            add(&stem[..stem.len() - 1], "");
        }
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_one_line_are_names_of_one_thing() {
        let lexicon = lexicon();
        let [long] = lexicon.phrase("united kingdom") else {
            panic!("it is listed once")
        };
        let short = lexicon.phrase("uk");
        assert_eq!((long.list, long.line), (short[0].list, short[0].line));
        assert_eq!((long.form, short[0].form), (Form::Name, Form::Acronym));
    }

    #[test]
    fn hyphens_points_and_accents_make_no_difference() {
        assert!(!lexicon().phrase("al qaeda").is_empty());
        assert!(!lexicon().phrase("st petersburg").is_empty());
        assert!(!lexicon().phrase("bogota").is_empty());
        assert!(!lexicon().phrase("us").is_empty());
    }

    #[test]
    fn ordinary_words_are_known_in_all_their_forms() {
        for word in [
            "house", "houses", "stopped", "parties", "making", "hackers", "quickly",
        ] {
            assert!(lexicon().traits_of(word).has(Is::Ordinary), "{word}");
        }
        for word in ["vladimir", "amsterdam", "kaspersky"] {
            assert!(!lexicon().traits_of(word).has(Is::Ordinary), "{word}");
        }
    }

    #[test]
    fn every_list_is_sorted_and_says_where_it_comes_from() {
        let lists = LISTS
            .iter()
            .map(|(_, text)| *text)
            .chain([FIRST_NAMES, ORDINARY]);
        for text in lists {
            assert!(text.starts_with("# "));
            let lines: Vec<String> = text.lines().skip(1).map(sort_key).collect();
            assert!(
                lines.is_sorted(),
                "after {:?}",
                lines.windows(2).find(|w| w[0] > w[1])
            );
        }
    }

    /// Letters alone, without accents, so that a reader finds a name where they look for it.
    fn sort_key(line: &str) -> String {
        fold(line).chars().filter(|c| c.is_ascii()).collect()
    }
}
