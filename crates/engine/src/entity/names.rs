//! The distinct names of a corpus, each with its mentions.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

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
    /// Its spellings, in order, and how often each stands in the corpus.
    pub(super) spellings: Vec<(Rc<str>, u32)>,
    /// In the order of documents and texts.
    pub(super) mentions: Vec<MentionId>,
    /// As the lists spell it, where they know it.
    pub(super) listed: Option<&'static str>,
}

/// What makes two names the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) family: Family,
    /// Its words as they are compared, joined by spaces, or those of its first listed form.
    pub(super) words: Rc<str>,
    /// The slug of the document, for a name so short that it may name somebody else in another.
    pub(super) document: Option<Rc<str>>,
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
        let spellings = self
            .spellings
            .iter()
            .map(|(spelling, count)| (spelling, *count));
        most_frequent(spellings).unwrap_or(&self.key.words)
    }
}

/// The kind that is counted most often; of equals the first in the order of kinds.
pub(super) fn foremost(counts: &[u32; Kind::ALL.len()]) -> Kind {
    let kinds = Kind::ALL.into_iter().rev();
    let most = kinds.max_by_key(|kind| counts[*kind as usize]);
    most.unwrap_or(Kind::Person)
}

/// What is counted most often; of equals the first.
pub(super) fn most_frequent<T>(counts: impl Iterator<Item = (T, u32)>) -> Option<T> {
    let most = counts.reduce(|most, next| if next.1 > most.1 { next } else { most });
    most.map(|(what, _)| what)
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
        ambiguous: &BTreeSet<Rc<str>>,
        readings: &mut Readings<'t>,
    ) -> Self {
        let mut gathering = Gathering {
            readings,
            ambiguous,
            gathered: Vec::new(),
            latest: Vec::new(),
        };
        for (number, (document, found)) in documents.iter().zip(mentions).enumerate() {
            let slug = Rc::from(document.slug.as_str());
            for (ordinal, mention) in found.iter().enumerate() {
                let id = MentionId {
                    document: DocumentId(number as u32),
                    ordinal: ordinal as u32,
                };
                gathering.add(document, &slug, mention, id);
            }
        }
        let all = gathering.sorted(documents);
        let name_of = name_of(&all, mentions);
        Self { all, name_of }
    }
}

/// What has been read off the texts: most names are written the same way again and again.
#[derive(Default)]
pub(super) struct Readings<'t> {
    read: HashMap<(Kind, &'t str), Option<Read>>,
    /// The families and words that were read, each once, and the place of each among them.
    forms: Vec<(Family, Rc<str>)>,
    form_of: HashMap<(Family, Rc<str>), FormId>,
}

/// A family and words, by their place in [`Readings::forms`].
type FormId = usize;

impl<'t> Readings<'t> {
    fn of(&mut self, text: &'t str, kind: Kind) -> Option<&Read> {
        let Self {
            read,
            forms,
            form_of,
        } = self;
        let form_id = |form: (Family, Rc<str>)| {
            *form_of.entry(form).or_insert_with_key(|form| {
                forms.push(form.clone());
                forms.len() - 1
            })
        };
        let read = read.entry((kind, text));
        read.or_insert_with(|| Read::of(text, kind, form_id))
            .as_ref()
    }

    /// For each form its place in the order of families and words.
    fn ranks(&self) -> Vec<usize> {
        ranks(&self.forms)
    }
}

/// For each of these its place in their order.
fn ranks<T: Ord>(of: &[T]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..of.len()).collect();
    order.sort_unstable_by(|&one, &other| of[one].cmp(&of[other]));
    let mut ranks = vec![0; of.len()];
    for (rank, at) in order.into_iter().enumerate() {
        ranks[at] = rank;
    }
    ranks
}

/// Names as they come.
struct Gathering<'r, 't> {
    readings: &'r mut Readings<'t>,
    ambiguous: &'r BTreeSet<Rc<str>>,
    gathered: Vec<(FormId, Name)>,
    /// The place of the latest name of each form. One that a document has for itself is not that of
    /// another.
    latest: Vec<Option<usize>>,
}

impl<'t> Gathering<'_, 't> {
    fn add(&mut self, document: &'t Document, slug: &Rc<str>, mention: &Mention, id: MentionId) {
        let Some(read) = self
            .readings
            .of(mention.span.of(&document.text), mention.kind)
        else {
            return;
        };
        let is_own = read.is_short || self.ambiguous.contains(&read.words);
        if self.latest.len() <= read.form {
            self.latest.resize(read.form + 1, None);
        }
        let is_here =
            |name: &Name| name.mentions.last().map(|last| last.document) == Some(id.document);
        let place = self.latest[read.form].filter(|&at| !is_own || is_here(&self.gathered[at].1));
        let place = place.unwrap_or_else(|| {
            let name = Name {
                key: Key {
                    family: read.family,
                    words: read.words.clone(),
                    document: is_own.then(|| slug.clone()),
                },
                kinds: [0; Kind::ALL.len()],
                spellings: Vec::new(),
                mentions: Vec::new(),
                listed: read.listed,
            };
            self.gathered.push((read.form, name));
            self.gathered.len() - 1
        });
        self.latest[read.form] = Some(place);
        let name = &mut self.gathered[place].1;
        name.kinds[mention.kind as usize] += 1;
        name.mentions.push(id);
        let spellings = name.spellings.iter_mut();
        match spellings
            .into_iter()
            .find(|(spelling, _)| *spelling == read.spelling)
        {
            Some((_, count)) => *count += 1,
            None => name.spellings.push((read.spelling.clone(), 1)),
        }
    }

    /// In the order of their keys.
    fn sorted(self, documents: &[Document]) -> Vec<Name> {
        let forms = self.readings.ranks();
        let slugs: Vec<&str> = documents
            .iter()
            .map(|document| document.slug.as_str())
            .collect();
        let slugs = ranks(&slugs);
        let mut gathered = self.gathered;
        gathered.sort_by_cached_key(|(form, name)| {
            let own = name.key.document.is_some();
            let document = name.mentions.first().filter(|_| own);
            (
                forms[*form],
                document.map(|id| slugs[id.document.0 as usize]),
            )
        });
        let names = gathered.into_iter().map(|(_, mut name)| {
            name.spellings.sort_unstable();
            name
        });
        names.collect()
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
    family: Family,
    /// Its words as they are compared.
    words: Rc<str>,
    form: FormId,
    /// Whether it is so short that it may name somebody else in another document.
    is_short: bool,
    spelling: Rc<str>,
    listed: Option<&'static str>,
}

impl Read {
    fn of(
        text: &str,
        kind: Kind,
        form_id: impl FnOnce((Family, Rc<str>)) -> FormId,
    ) -> Option<Read> {
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
        let words: Rc<str> = words.into();
        Some(Read {
            family,
            form: form_id((family, words.clone())),
            is_short: family == Family::Person && is_short(&words),
            words,
            spelling: spelling.into(),
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
