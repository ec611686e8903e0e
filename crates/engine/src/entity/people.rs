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
        let words = &*names[at].key.words;
        let ends = words
            .match_indices(' ')
            .map(|(space, _)| &words[space + 1..]);
        let ends = ends.filter(|end| end.contains(' ')).take(LONGEST);
        ends.for_each(|end| by_end.entry(end).or_default().push(at));
    }
    let join = |&at: &usize| match by_end.get(&*names[at].key.words)?.as_slice() {
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
    }

    /// Who may be meant by this surname.
    fn choice(&self, names: &[Name], surname: &str) -> Choice {
        let mut choice = Choice::of(names, self.by_word.get(surname), LinkRule::ShortForm);
        // Who outstands the others is meant in every document, whoever sounds like that.
        if choice.anywhere.is_none() {
            let heard = self.by_sound.get(&skeleton(surname));
            let heard = Choice::of(names, heard, LinkRule::Transliterated);
            choice.otherwise = Some(Box::new(heard));
        }
        choice
    }
}

/// Those who may be meant by a name alone.
struct Choice {
    rule: LinkRule,
    /// Those whom each document names.
    here: HashMap<DocumentId, Vec<Bearer>>,
    /// Who is named most often in the corpus, if nobody else comes near.
    anywhere: Option<usize>,
    /// Who else may be meant, where none of these is.
    otherwise: Option<Box<Choice>>,
}

impl Choice {
    fn of(names: &[Name], candidates: Option<&Vec<usize>>, rule: LinkRule) -> Self {
        let candidates = candidates.map_or(&[][..], Vec::as_slice);
        let mut named: HashMap<DocumentId, Vec<Bearer>> = HashMap::new();
        for &at in candidates {
            for here in names[at].mentions.chunk_by(|a, b| a.document == b.document) {
                named.entry(here[0].document).or_default().push(Bearer {
                    at,
                    first: here[0],
                    count: here.len(),
                });
            }
        }
        Self {
            rule,
            here: named,
            anywhere: outstanding(names, candidates),
            otherwise: None,
        }
    }

    /// The one who is meant by a name that stands here first; failing that, in the corpus.
    fn meant(&self, short: MentionId) -> Option<(usize, LinkRule)> {
        let here = self.here.get(&short.document);
        // Whoever the text named before is meant rather than who it names later.
        let rank = |bearer: &&Bearer| {
            let is_later = bearer.first > short;
            (is_later, std::cmp::Reverse(bearer.count), bearer.first)
        };
        let here = here.and_then(|bearers| bearers.iter().min_by_key(rank));
        let own = here.map(|bearer| bearer.at).or(self.anywhere);
        let own = own.map(|at| (at, self.rule));
        own.or_else(|| self.otherwise.as_ref()?.meant(short))
    }
}

/// Somebody whom a document names.
struct Bearer {
    /// The place of the name.
    at: usize,
    /// Where the document has it first.
    first: MentionId,
    /// How often.
    count: usize,
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
    // Names of the same words follow each other, so that each choice is weighed once.
    let mut weighed: Option<(&str, Choice)> = None;
    for at in with_particle.into_iter().chain(plain) {
        let name = &names[at];
        let (Some(first), surname) = (name.mentions.first(), surname(name)) else {
            continue;
        };
        let kept = weighed.take().filter(|(of, _)| *of == surname);
        let (_, choice) =
            weighed.insert(kept.unwrap_or_else(|| (surname, bearers.choice(names, surname))));
        if let Some((bearer, rule)) = choice.meant(*first) {
            joins.push(Join::new(bearer, at, rule));
            continue;
        }
        match unborne.get(&*name.key.words) {
            Some(&other) => joins.push(Join::new(other, at, LinkRule::SameName)),
            None => {
                unborne.insert(&name.key.words, at);
            }
        }
        if name.key.words.contains(' ') {
            bearers.add(names, at);
            weighed = None;
        }
    }
    joins
}

/// Who is named most often, if alone or if the next comes nowhere near.
fn outstanding(names: &[Name], candidates: &[usize]) -> Option<usize> {
    let mut ranked: Vec<usize> = candidates.to_vec();
    ranked.sort_by_key(|&at| (std::cmp::Reverse(names[at].count()), at));
    match ranked.as_slice() {
        [only] => Some(*only),
        [most, next, ..] if names[*most].count() >= 3 * names[*next].count() => Some(*most),
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
