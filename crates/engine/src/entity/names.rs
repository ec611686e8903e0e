//! The distinct names of a corpus, each with its mentions.

use std::collections::BTreeMap;

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
    /// How often it names something of each kind.
    pub(super) kinds: BTreeMap<Kind, u32>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
        most_frequent(&self.kinds).copied().unwrap_or(Kind::Person)
    }

    /// Its most frequent spelling.
    pub(super) fn spelling(&self) -> &str {
        most_frequent(&self.spellings).unwrap_or(&self.key.words)
    }
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
    pub(super) fn gather(documents: &[Document], mentions: &[Vec<Mention>]) -> Self {
        let mut names: BTreeMap<Key, Name> = BTreeMap::new();
        for (number, (document, found)) in documents.iter().zip(mentions).enumerate() {
            for (ordinal, mention) in found.iter().enumerate() {
                let Some(read) = Read::of(document, mention) else {
                    continue;
                };
                let name = names.entry(read.key).or_insert_with_key(|key| Name {
                    key: key.clone(),
                    kinds: BTreeMap::new(),
                    spellings: BTreeMap::new(),
                    mentions: Vec::new(),
                    listed: read.listed,
                });
                *name.kinds.entry(mention.kind).or_default() += 1;
                *name.spellings.entry(read.spelling).or_default() += 1;
                name.mentions.push(MentionId {
                    document: DocumentId(number as u32),
                    ordinal: ordinal as u32,
                });
            }
        }
        let all: Vec<Name> = names.into_values().collect();
        let name_of = name_of(&all, mentions);
        Self { all, name_of }
    }
}

fn name_of(all: &[Name], mentions: &[Vec<Mention>]) -> Vec<Vec<Option<usize>>> {
    let mut name_of: Vec<Vec<Option<usize>>> = mentions
        .iter()
        .map(|found| vec![None; found.len()])
        .collect();
    for (number, name) in all.iter().enumerate() {
        for id in &name.mentions {
            name_of[id.document.0 as usize][id.ordinal as usize] = Some(number);
        }
    }
    name_of
}

/// A mention's name as it is read off the text.
struct Read {
    key: Key,
    spelling: String,
    listed: Option<&'static str>,
}

impl Read {
    fn of(document: &Document, mention: &Mention) -> Option<Read> {
        let family = Family::of(mention.kind)?;
        let text = mention.span.of(&document.text);
        let found = tokens(text);
        let core = without_article(text, &found);
        let spelling = spelled(text, core)?;
        let plain = words_of(text, core);
        let (words, listed) = match listed(mention.kind, &plain) {
            Some(name) => (words_of(name, &tokens(name)), Some(name)),
            None => (plain, None),
        };
        let short = family == Family::Person && !words.contains(' ');
        Some(Read {
            key: Key {
                family,
                document: short.then(|| document.slug.clone()),
                words,
            },
            spelling,
            listed,
        })
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
