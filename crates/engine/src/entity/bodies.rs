//! Organisations and events: acronyms by initials, short forms, a nationality before the name.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use super::LinkRule;
use super::joins::Join;
use super::names::{Family, Name};
use crate::mention::Kind;
use crate::mention::lexicon::{Is, List, lexicon};

/// Joins names of organisations and events that are one.
///
/// `defined` are those that documents set side by side.
pub(super) fn joins(names: &[Name], defined: &[Join]) -> Vec<Join> {
    let mut joins = acronyms(names);
    joins.extend(without_state(names));
    joins.extend(without_form(names));
    joins.extend(without_article(names));
    joins.extend(first_words(names));
    joins.extend(departments(names));
    joins.extend(undefined(names, defined));
    joins.extend(elections(names));
    joins
}

fn is_organisation(name: &Name) -> bool {
    name.key.family == Family::Thing && name.kind() == Kind::Organisation
}

fn is_small(word: &str) -> bool {
    const SMALL: &[&str] = &[
        "of", "the", "and", "for", "on", "in", "to", "&", "de", "des", "du", "la", "der", "und",
        "fur", "van", "voor", "en", "y", "e", "di", "del", "della",
    ];
    SMALL.contains(&word)
}

/// How many words at the start of a name are a country or a people.
fn state_words(words: &[&str]) -> usize {
    (1..words.len().min(4))
        .rev()
        .find(|&count| {
            let state = |list| matches!(list, List::Countries | List::Nationalities);
            lexicon()
                .phrase(&words[..count].join(" "))
                .iter()
                .any(|entry| state(entry.list))
        })
        .unwrap_or_default()
}

/// `CIA` and `Central Intelligence Agency`: an acronym goes with the only name of these initials.
fn acronyms(names: &[Name]) -> Vec<Join> {
    let mut by_initials: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, name) in names
        .iter()
        .enumerate()
        .filter(|(_, name)| is_organisation(name))
    {
        for initials in initials(&name.words()) {
            by_initials.entry(initials).or_default().push(at);
        }
    }
    let mut joins = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let single = is_organisation(name) && !name.key.words.contains(' ');
        if !single {
            continue;
        }
        if let Some([other]) = by_initials.get(&*name.key.words).map(Vec::as_slice) {
            joins.push(Join::new(*other, at, LinkRule::Acronym));
        }
    }
    joins
}

/// The initials a name may be known by: with and without its small words, and without the state.
fn initials(words: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for words in [words, &words[state_words(words)..]] {
        for with_small in [true, false] {
            let taken: Vec<_> = words
                .iter()
                .filter(|word| with_small || !is_small(word))
                .collect();
            if taken.len() > 1 {
                found.insert(
                    taken
                        .iter()
                        .filter_map(|word| word.chars().next())
                        .collect(),
                );
            }
        }
    }
    found
}

/// `Dutch Safety Board` and `Safety Board`, unless another state has one.
fn without_state(names: &[Name]) -> Vec<Join> {
    let mut plain: BTreeMap<&str, usize> = BTreeMap::new();
    let mut of_states: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
    for (at, name) in names
        .iter()
        .enumerate()
        .filter(|(_, name)| is_organisation(name))
    {
        plain.insert(&name.key.words, at);
        let words = name.words();
        let state = state_words(&words);
        let rest = words[state..].join(" ");
        if state > 0 && rest.contains(' ') {
            of_states
                .entry(rest)
                .or_default()
                .push((words[..state].join(" "), at));
        }
    }
    let mut joins = Vec::new();
    for (rest, bodies) in &of_states {
        let states: BTreeSet<&str> = bodies.iter().map(|(state, _)| state.as_str()).collect();
        if let (Some(&other), 1) = (plain.get(rest.as_str()), states.len()) {
            joins.extend(
                bodies
                    .iter()
                    .map(|&(_, at)| Join::new(other, at, LinkRule::ShortForm)),
            );
        }
    }
    joins
}

/// `Recorded Future Inc` and `Recorded Future`: a name without its legal form or its last word.
fn without_form(names: &[Name]) -> Vec<Join> {
    const FORMS: &[&str] = &[
        "inc",
        "corp",
        "corporation",
        "ltd",
        "limited",
        "llc",
        "plc",
        "gmbh",
        "ag",
        "sa",
        "nv",
        "bv",
        "co",
        "company",
        "group",
        "holdings",
        "technologies",
        "ab",
        "asa",
        "spa",
        "oy",
        "kk",
        "llp",
        "lp",
        "se",
        "limitada",
        "ltda",
        "pte",
        "pty",
        "newspaper",
        "magazine",
        "news",
    ];
    let plain: BTreeMap<&str, usize> = names
        .iter()
        .enumerate()
        .filter(|(_, name)| is_organisation(name))
        .map(|(at, name)| (&*name.key.words, at))
        .collect();
    plain
        .iter()
        .filter_map(|(words, &at)| {
            let (start, last) = words.rsplit_once(' ')?;
            let other = *plain.get(start)?;
            FORMS
                .contains(&last)
                .then(|| Join::new(at, other, LinkRule::ShortForm))
        })
        .collect()
}

/// `Velluk` and `Velluk Marine Insurance`: one telling word that begins the name of one organisation only.
fn first_words(names: &[Name]) -> Vec<Join> {
    let mut by_first: HashMap<&str, Vec<usize>> = HashMap::new();
    let long = |name: &Name| is_organisation(name) && name.key.words.contains(' ');
    for (at, name) in names.iter().enumerate().filter(|(_, name)| long(name)) {
        let first = name.words()[0];
        by_first.entry(first).or_default().push(at);
    }
    let telling = |word: &str| {
        let traits = lexicon().traits_of(word);
        let other = [
            Is::Ordinary,
            Is::FirstName,
            Is::Function,
            Is::Body,
            Is::BodyFirst,
        ];
        word.chars().count() > 3
            && !other.iter().any(|&is| traits.has(is))
            && lexicon().phrase(word).is_empty()
    };
    let single = names.iter().enumerate().filter(|(_, name)| {
        is_organisation(name) && !name.key.words.contains(' ') && name.key.document.is_none()
    });
    // "Velluk Marine" and "Velluk Marine plc" are one, "Velluk Marine" and "Velluk Bank" are not.
    let one = |long: &[usize]| {
        let shortest = *long.iter().min_by_key(|&&at| names[at].key.words.len())?;
        let goes_on = |&at: &usize| {
            let rest = names[at]
                .key
                .words
                .strip_prefix(&*names[shortest].key.words);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        long.iter().all(goes_on).then_some(shortest)
    };
    single
        .filter(|(_, name)| telling(&name.key.words))
        .filter_map(|(at, name)| {
            let long = one(by_first.get(&*name.key.words)?)?;
            Some(Join::new(long, at, LinkRule::ShortForm))
        })
        .collect()
}

/// `De Courant` and `Courant`: an article of another language.
fn without_article(names: &[Name]) -> Vec<Join> {
    const ARTICLES: &[&str] = &[
        "das", "de", "der", "die", "el", "en", "het", "il", "la", "le", "les", "los",
    ];
    by_other_words(names, |words| {
        let (first, rest) = words.split_once(' ')?;
        ARTICLES.contains(&first).then(|| rest.to_owned())
    })
}

/// `Department of Justice` and `Justice Department`.
fn departments(names: &[Name]) -> Vec<Join> {
    const BODIES: &[&str] = &["department", "ministry", "office"];
    by_other_words(names, |words| {
        let (start, last) = words.rsplit_once(' ')?;
        let (state, rest) = start.split_at(state_bytes(start));
        let turned = format!("{state}{last} of {rest}");
        (BODIES.contains(&last) && !rest.is_empty()).then_some(turned)
    })
}

/// Bytes at the start of a name that are a country or a people, with the space after.
fn state_bytes(words: &str) -> usize {
    let split: Vec<&str> = words.split(' ').collect();
    let state = &split[..state_words(&split)];
    let bytes = state.iter().map(|word| word.len() + 1).sum::<usize>();
    bytes.min(words.len())
}

/// Joins each organisation to the one that bears the other words it may go by.
fn by_other_words(names: &[Name], other_words: impl Fn(&str) -> Option<String>) -> Vec<Join> {
    let organisations = || {
        let all = names.iter().enumerate();
        all.filter(|(_, name)| is_organisation(name) && name.key.document.is_none())
    };
    let by_words: HashMap<&str, usize> = organisations()
        .map(|(at, name)| (&*name.key.words, at))
        .collect();
    organisations()
        .filter_map(|(at, name)| {
            let other = *by_words.get(other_words(&name.key.words)?.as_str())?;
            (other != at).then(|| Join::new(at, other, LinkRule::ShortForm))
        })
        .collect()
}

/// Acronyms that documents define in ways that cannot be of one body: each document has its own.
pub(super) fn ambiguous(names: &[Name], defined: &[Join]) -> BTreeSet<Rc<str>> {
    let mut meanings: BTreeMap<&str, Vec<Vec<&str>>> = BTreeMap::new();
    for join in defined {
        for (short, long) in [(join.one, join.other), (join.other, join.one)] {
            let (short, long) = (&names[short], &names[long]);
            let is_short = is_organisation(short) && !short.key.words.contains(' ');
            if is_short && initials(&long.words()).contains(&*short.key.words) {
                let telling = long.words().into_iter().filter(|word| !is_small(word));
                let meaning = telling.collect();
                meanings.entry(&short.key.words).or_default().push(meaning);
            }
        }
    }
    let differ = |meanings: &[Vec<&str>]| {
        let first = &meanings[0];
        meanings.iter().any(|other| {
            let (short, long) = if other.len() <= first.len() {
                (other, first)
            } else {
                (first, other)
            };
            !short.iter().all(|word| long.contains(word))
        })
    };
    let ambiguous = meanings
        .into_iter()
        .filter(|(_, meanings)| differ(meanings));
    ambiguous.map(|(words, _)| Rc::from(words)).collect()
}

/// Ambiguous acronyms in documents that do not say what they mean are one by themselves.
fn undefined(names: &[Name], defined: &[Join]) -> Vec<Join> {
    let told: BTreeSet<usize> = defined
        .iter()
        .flat_map(|join| [join.one, join.other])
        .collect();
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut joins = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let is_own = name.key.family == Family::Thing && name.key.document.is_some();
        if !is_own || told.contains(&at) {
            continue;
        }
        match first.get(&*name.key.words) {
            Some(&other) => joins.push(Join::new(other, at, LinkRule::SameName)),
            None => {
                first.insert(&name.key.words, at);
            }
        }
    }
    joins
}

/// `2016 election` and `2016 United States presidential election`: elections of one year are one
/// unless two states are named.
fn elections(names: &[Name]) -> Vec<Join> {
    let mut by_year: BTreeMap<&str, Vec<(Option<String>, usize)>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        let words = name.words();
        let is_year = |word: &&&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let year = words.iter().find(is_year).copied();
        let election = words
            .iter()
            .any(|word| matches!(*word, "election" | "elections"));
        if let (Family::Event, Some(year), true) = (name.key.family, year, election) {
            by_year
                .entry(year)
                .or_default()
                .push((state_of(&words), at));
        }
    }
    let mut joins = Vec::new();
    for elections in by_year.values() {
        let states: BTreeSet<&String> = elections
            .iter()
            .filter_map(|(state, _)| state.as_ref())
            .collect();
        if states.len() <= 1 {
            let pairs = elections.windows(2);
            joins.extend(pairs.map(|pair| Join::new(pair[0].1, pair[1].1, LinkRule::ShortForm)));
        }
    }
    joins
}

/// The first state or people that is named in a name.
fn state_of(words: &[&str]) -> Option<String> {
    (0..words.len()).find_map(|from| {
        let count = state_words(&words[from..]);
        (count > 0).then(|| words[from..from + count].join(" "))
    })
}
