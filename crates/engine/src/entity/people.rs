//! Persons: surnames and first names alone, middle names, initials, other letters, other orders.

use std::collections::{BTreeMap, HashMap};

use super::joins::Join;
use super::names::{Family, Name};
use super::transliteration::skeleton;
use super::{DocumentId, LinkRule, MentionId, given};

/// Joins the names of persons that are one.
pub(super) fn joins(names: &[Name]) -> Vec<Join> {
    let full: Vec<usize> = (0..names.len())
        .filter(|&at| names[at].key.family == Family::Person && names[at].key.document.is_none())
        .collect();
    let mut joins = alike(names, &full);
    joins.extend(without_first_names(names, &full));
    joins.extend(given::joins(names, &full));
    joins.extend(short_names(names, &full));
    joins
}

/// Whether it is a surname or a first name alone: one word besides particles and "Jr".
pub(super) fn is_short(words: &str) -> bool {
    let telling = words
        .split(' ')
        .filter(|word| !is_particle(word) && !is_generation(word));
    telling.count() <= 1
}

/// Whether a word goes with the surname after it.
fn is_particle(word: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "al", "am", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "des", "di",
        "do", "dos", "du", "el", "ibn", "la", "le", "st", "ten", "ter", "van", "vom", "von", "zu",
        "zum", "zur",
    ];
    PARTICLES.contains(&word)
}

/// Whether a word tells father and son apart.
pub(super) fn is_generation(word: &str) -> bool {
    matches!(
        word,
        "jr" | "junior" | "sr" | "senior" | "ii" | "iii" | "iv"
    )
}

/// Full names of the same words in another order, or put into these letters in another way.
fn alike(names: &[Name], full: &[usize]) -> Vec<Join> {
    let mut by_words: HashMap<Vec<&str>, usize> = HashMap::new();
    let mut by_sound: HashMap<String, usize> = HashMap::new();
    let mut joins = Vec::new();
    for &at in full {
        let mut words = names[at].words();
        words.sort_unstable();
        match by_words.get(&words) {
            Some(&other) => joins.push(Join::new(other, at, LinkRule::SameName)),
            None => {
                by_words.insert(words, at);
            }
        }
        let sound = skeleton(&names[at].key.words);
        match by_sound.get(&sound) {
            Some(&other) => joins.push(Join::new(other, at, LinkRule::Transliterated)),
            None => {
                by_sound.insert(sound, at);
            }
        }
    }
    joins
}

/// `García Márquez` and `Gabriel García Márquez`, if nobody else ends so.
fn without_first_names(names: &[Name], full: &[usize]) -> Vec<Join> {
    /// As many words of a name as are looked at.
    const LONGEST: usize = 8;
    let mut by_end: HashMap<&str, Vec<usize>> = HashMap::new();
    for &at in full {
        let words = names[at].key.words.as_str();
        let ends = words
            .match_indices(' ')
            .map(|(space, _)| &words[space + 1..]);
        let ends = ends.filter(|end| end.contains(' ')).take(LONGEST);
        ends.for_each(|end| by_end.entry(end).or_default().push(at));
    }
    let join = |&at: &usize| match by_end.get(names[at].key.words.as_str())?.as_slice() {
        [only] => Some(Join::new(*only, at, LinkRule::ShortForm)),
        _ => None,
    };
    full.iter().filter_map(join).collect()
}

/// Who may be meant by a surname or first name alone.
#[derive(Default)]
struct Bearers<'n> {
    by_word: HashMap<&'n str, Vec<usize>>,
    by_sound: HashMap<String, Vec<usize>>,
    /// How often each is named in a document.
    here: HashMap<(DocumentId, usize), usize>,
}

impl<'n> Bearers<'n> {
    fn add(&mut self, names: &'n [Name], at: usize) {
        let name = &names[at];
        let (surname, first) = (surname(name), first_name(name));
        self.by_word.entry(surname).or_default().push(at);
        if first != surname {
            self.by_word.entry(first).or_default().push(at);
        }
        self.by_sound.entry(skeleton(surname)).or_default().push(at);
        for id in &name.mentions {
            *self.here.entry((id.document, at)).or_default() += 1;
        }
    }

    /// The one who is meant in this document; failing that, in the corpus, if nobody else comes
    /// near.
    fn meant(&self, names: &[Name], candidates: &[usize], short: MentionId) -> Option<usize> {
        let document = short.document;
        let here = |at| self.here.get(&(document, at)).copied().unwrap_or_default();
        let mut in_document = ranked(candidates, here);
        // Whoever the text named before is meant rather than who it names later.
        in_document.sort_by_key(|&(count, at)| {
            let first = first_here(&names[at], document);
            (first > Some(short), std::cmp::Reverse(count), first)
        });
        let in_corpus = || outstanding(&ranked(candidates, |at| names[at].count()));
        in_document.first().map(|&(_, at)| at).or_else(in_corpus)
    }
}

/// Where a document has the name first.
fn first_here(name: &Name, document: DocumentId) -> Option<MentionId> {
    let from = name.mentions.partition_point(|id| id.document < document);
    name.mentions
        .get(from)
        .copied()
        .filter(|id| id.document == document)
}

/// Names so short that each document has its own, those with a particle first: where nobody bears
/// them, they may be whole names themselves.
fn short_names(names: &[Name], full: &[usize]) -> Vec<Join> {
    let mut bearers = Bearers::default();
    full.iter().for_each(|&at| bearers.add(names, at));
    let is_short = |name: &Name| name.key.family == Family::Person && name.key.document.is_some();
    let short = (0..names.len()).filter(|&at| is_short(&names[at]));
    let (with_particle, plain): (Vec<usize>, Vec<usize>) =
        short.partition(|&at| names[at].key.words.contains(' '));
    let mut joins = Vec::new();
    let mut unborne: BTreeMap<&str, usize> = BTreeMap::new();
    for at in with_particle.into_iter().chain(plain) {
        let name = &names[at];
        let Some(first) = name.mentions.first() else {
            continue;
        };
        let meant = |candidates: Option<&Vec<usize>>, rule| {
            let bearer = bearers.meant(names, candidates?, *first)?;
            Some(Join::new(bearer, at, rule))
        };
        let spelled = meant(bearers.by_word.get(surname(name)), LinkRule::ShortForm);
        let sound = || bearers.by_sound.get(&skeleton(surname(name)));
        match spelled.or_else(|| meant(sound(), LinkRule::Transliterated)) {
            Some(join) => joins.push(join),
            None => {
                match unborne.get(name.key.words.as_str()) {
                    Some(&other) => joins.push(Join::new(other, at, LinkRule::SameName)),
                    None => {
                        unborne.insert(&name.key.words, at);
                    }
                }
                if name.key.words.contains(' ') {
                    bearers.add(names, at);
                }
            }
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

pub(super) fn first_name(name: &Name) -> &str {
    name.key.words.split(' ').next().unwrap_or_default()
}

/// The last word, or the one before it if that is "Jr".
pub(super) fn surname(name: &Name) -> &str {
    let mut words = name.key.words.rsplit(' ');
    match words.next() {
        Some(word) if is_generation(word) => words.next().unwrap_or(word),
        Some(word) => word,
        None => "",
    }
}
