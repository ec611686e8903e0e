//! The distinct names of a corpus, each with its mentions.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::people::{is_generation, is_short};
use super::spelling::{spelled, without_article};
use super::{DocumentId, MentionId};
use crate::document::Document;
use crate::mention::lexicon::{List, compared, is_skipped, lexicon};
use crate::mention::{Kind, Mention};
use crate::text::{Token, tokens};

/// A name, with everything that is called by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) key: Key,
    /// How often it names something of each kind, in the order of kinds.
    pub(super) kinds: [u32; Kind::ALL.len()],
    /// Its spellings and how often each stands in the corpus.
    pub(super) spellings: BTreeMap<String, u32>,
    pub(super) mentions: Vec<MentionId>,
    /// As the lists spell it, where they know it.
    pub(super) listed: Option<&'static str>,
}

/// What makes two names the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) family: Family,
    /// Its words as they are compared, joined by spaces, or those of its first listed form.
    pub(super) words: String,
    /// The document, for a name so short that it may name somebody else in another.
    pub(super) document: Option<String>,
}

/// Kinds that one name may waver between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Family {
    Person,
    /// Organisations, places, products: the White House is all three.
    Thing,
    Group,
    Nationality,
    Event,
    Work,
}

impl Family {
    fn of(kind: Kind) -> Option<Family> {
        match kind {
            Kind::Person => Some(Family::Person),
            Kind::Organisation | Kind::Place | Kind::Product => Some(Family::Thing),
            Kind::Group => Some(Family::Group),
            Kind::Nationality => Some(Family::Nationality),
            Kind::Event => Some(Family::Event),
            Kind::Work => Some(Family::Work),
            Kind::Date | Kind::Web => None,
        }
    }
}

impl Name {
    pub(super) fn words(&self) -> Vec<&str> {
        self.key.words.split(' ').collect()
    }

    pub(super) fn count(&self) -> usize {
        self.mentions.len()
    }

    /// The kind it names most often; of equals the first in the order of kinds.
    pub(super) fn kind(&self) -> Kind {
        foremost(&self.kinds)
    }

    /// Its most frequent spelling.
    pub(super) fn spelling(&self) -> &str {
        most_frequent(&self.spellings).unwrap_or(&self.key.words)
    }
}

/// The kind that is counted most often; of equals the first in the order of kinds.
pub(super) fn foremost(counts: &[u32; Kind::ALL.len()]) -> Kind {
    let kinds = Kind::ALL.into_iter().rev();
    let most = kinds.max_by_key(|kind| counts[*kind as usize]);
    most.unwrap_or(Kind::Person)
}

/// What is counted most often; of equals the first.
pub(super) fn most_frequent<T: Ord>(counts: &BTreeMap<T, u32>) -> Option<&T> {
    let most = counts.values().max()?;
    counts
        .iter()
        .find(|(_, count)| *count == most)
        .map(|(what, _)| what)
}

/// The names of a corpus, in the order of their keys, and for each mention its name.
pub(super) struct Names {
    pub(super) all: Vec<Name>,
    pub(super) name_of: Vec<Vec<Option<usize>>>,
}

impl Names {
    /// Names that are `ambiguous` are kept apart by document, as surnames are. What was read off the
    /// texts before is not read again.
    pub(super) fn gather<'t>(
        documents: &'t [Document],
        mentions: &[Vec<Mention>],
        ambiguous: &BTreeSet<String>,
        readings: &mut Readings<'t>,
    ) -> Self {
        let mut gathering = Gathering::after(readings);
        for (number, (document, found)) in documents.iter().zip(mentions).enumerate() {
            gathering.here.clear();
            for (ordinal, mention) in found.iter().enumerate() {
                let id = MentionId {
                    document: DocumentId(number as u32),
                    ordinal: ordinal as u32,
                };
                gathering.add(document, mention, id, ambiguous);
            }
        }
        let mut all = gathering.names;
        all.sort_unstable_by(|one, other| one.key.cmp(&other.key));
        let name_of = name_of(&all, mentions);
        Self { all, name_of }
    }
}

/// What has been read off the texts: most names are written the same way again and again.
#[derive(Default)]
pub(super) struct Readings<'t>(HashMap<(Kind, &'t str), Option<Read>>);

/// Names as they come.
struct Gathering<'r, 't> {
    names: Vec<Name>,
    readings: &'r mut Readings<'t>,
    /// The place of each name of the whole corpus.
    everywhere: HashMap<(Family, String), usize>,
    /// The place of each name that is the document's own.
    here: HashMap<(Family, String), usize>,
}

impl<'r, 't> Gathering<'r, 't> {
    fn after(readings: &'r mut Readings<'t>) -> Self {
        Self {
            names: Vec::new(),
            readings,
            everywhere: HashMap::new(),
            here: HashMap::new(),
        }
    }

    fn add(
        &mut self,
        document: &'t Document,
        mention: &Mention,
        id: MentionId,
        ambiguous: &BTreeSet<String>,
    ) {
        let text = mention.span.of(&document.text);
        let read = self.readings.0.entry((mention.kind, text));
        let Some(read) = read.or_insert_with(|| Read::of(text, mention.kind)) else {
            return;
        };
        let is_own = read.is_short || ambiguous.contains(&read.name.1);
        let places = if is_own {
            &mut self.here
        } else {
            &mut self.everywhere
        };
        let place = places.get(&read.name).copied().unwrap_or_else(|| {
            let (family, words) = read.name.clone();
            places.insert(read.name.clone(), self.names.len());
            self.names.push(Name {
                key: Key {
                    family,
                    words,
                    document: is_own.then(|| document.slug.clone()),
                },
                kinds: [0; Kind::ALL.len()],
                spellings: BTreeMap::new(),
                mentions: Vec::new(),
                listed: read.listed,
            });
            self.names.len() - 1
        });
        let name = &mut self.names[place];
        name.kinds[mention.kind as usize] += 1;
        name.mentions.push(id);
        match name.spellings.get_mut(&read.spelling) {
            Some(count) => *count += 1,
            None => {
                name.spellings.insert(read.spelling.clone(), 1);
            }
        }
    }
}

fn name_of(all: &[Name], mentions: &[Vec<Mention>]) -> Vec<Vec<Option<usize>>> {
    let empty = mentions.iter().map(|found| vec![None; found.len()]);
    let mut name_of: Vec<Vec<Option<usize>>> = empty.collect();
    for (number, name) in all.iter().enumerate() {
        for id in &name.mentions {
            name_of[id.document.0 as usize][id.ordinal as usize] = Some(number);
        }
    }
    name_of
}

/// A mention's name as it is read off the text.
struct Read {
    /// Its family and its words as they are compared.
    name: (Family, String),
    /// Whether it is so short that it may name somebody else in another document.
    is_short: bool,
    spelling: String,
    listed: Option<&'static str>,
}

impl Read {
    fn of(text: &str, kind: Kind) -> Option<Read> {
        let family = Family::of(kind)?;
        let found = tokens(text);
        let core = without_article(text, &found);
        let spelling = spelled(text, core)?;
        let plain = match family {
            Family::Person => first_name_first(words_of(text, core)),
            _ => words_of(text, core),
        };
        let (words, listed) = match listed(kind, &plain) {
            Some(name) => (words_of(name, &tokens(name)), Some(name)),
            None => (plain, None),
        };
        Some(Read {
            is_short: family == Family::Person && is_short(&words),
            name: (family, words),
            spelling,
            listed,
        })
    }
}

/// `loon , ada` as it is said: `ada loon`.
fn first_name_first(words: String) -> String {
    match words.split_once(" , ") {
        Some((name, after)) if is_generation(after) => format!("{name} {after}"),
        Some((surname, given)) => format!("{given} {surname}"),
        None => words,
    }
}

fn words_of(text: &str, tokens: &[Token]) -> String {
    let words: Vec<String> = without_article(text, tokens)
        .iter()
        .filter(|token| !is_skipped(text, token))
        .map(|token| compared(text, token))
        .collect();
    words.join(" ")
}

/// The first name in the line in which the lists have a name.
fn listed(kind: Kind, words: &str) -> Option<&'static str> {
    let lists: &[List] = match kind {
        Kind::Place => &[
            List::Countries,
            List::Regions,
            List::Cities,
            List::Landmarks,
        ],
        Kind::Organisation => &[List::Organisations],
        Kind::Nationality => &[List::Nationalities],
        Kind::Event => &[List::Events],
        Kind::Work => &[List::Works],
        Kind::Product => &[List::Products],
        // That two names of a group are one is for a document to say.
        Kind::Person | Kind::Group | Kind::Date | Kind::Web => return None,
    };
    let entries = lexicon().phrase(words);
    let entry = lists
        .iter()
        .find_map(|list| entries.iter().find(|entry| entry.list == *list))?;
    Some(lexicon().first_name_of(*entry))
}
