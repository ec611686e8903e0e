use std::collections::{BTreeMap, HashMap};

use super::words;
use crate::address::Facet;
use crate::corpus::Corpus;
use crate::document::Document;
use crate::entity::DocumentId;
use crate::mention::Kind;
use crate::text::opening;

/// A value's place among the values of its facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ValueId(pub u32);

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// What stands in the address.
    pub slug: String,
    /// What the reader sees.
    pub label: String,
    /// The kind, for kinds and entities.
    pub kind: Option<Kind>,
}

/// Which document has which value of each facet.
#[derive(Debug)]
pub struct Facets {
    /// In the order of [`Facet::ALL`].
    tables: Vec<Table>,
}

/// One facet.
#[derive(Debug, Default)]
struct Table {
    values: Vec<FacetValue>,
    by_slug: HashMap<String, ValueId>,
    /// For each document, its values in their order and how much there is of each.
    of_document: Vec<Vec<(ValueId, u32)>>,
}

impl Facets {
    /// The facets of a corpus.
    pub fn of(corpus: &Corpus) -> Self {
        let table = |facet| match facet {
            Facet::Kind => kinds(corpus),
            Facet::Entity => entities(corpus),
            Facet::Document => documents(corpus),
            Facet::Outlet => outlets(corpus),
            Facet::Year => years(corpus),
        };
        Self {
            tables: Facet::ALL.into_iter().map(table).collect(),
        }
    }

    /// All values of a facet: kinds in their order, years in time, entities by mentions,
    /// documents and outlets as they come in the corpus.
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        &self.table(facet).values
    }

    /// The value that stands so in the address.
    pub fn value(&self, facet: Facet, slug: &str) -> Option<ValueId> {
        self.table(facet).by_slug.get(slug).copied()
    }

    /// A document's values and how much it has of each: mentions for kinds and entities, else 1.
    pub fn of_document(&self, facet: Facet, document: DocumentId) -> &[(ValueId, u32)] {
        &self.table(facet).of_document[document.0 as usize]
    }

    fn table(&self, facet: Facet) -> &Table {
        &self.tables[facet as usize]
    }
}

impl Table {
    fn new(values: Vec<FacetValue>, of_document: Vec<Vec<(ValueId, u32)>>) -> Self {
        let slugs = values.iter().map(|value| value.slug.clone());
        Self {
            by_slug: slugs.zip((0..).map(ValueId)).collect(),
            values,
            of_document,
        }
    }
}

fn kinds(corpus: &Corpus) -> Table {
    let value = |kind: Kind| FacetValue {
        slug: kind.slug().to_owned(),
        label: plural(kind).to_owned(),
        kind: Some(kind),
    };
    let of_document = corpus
        .mentions
        .iter()
        .map(|mentions| count(mentions.iter().map(|mention| ValueId(mention.kind as u32))));
    Table::new(Kind::ALL.map(value).to_vec(), of_document.collect())
}

/// What a reader calls all things of a kind.
fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "People",
        Kind::Organisation => "Organisations",
        Kind::Group => "Hacking groups",
        Kind::Place => "Places",
        Kind::Nationality => "Nationalities",
        Kind::Event => "Events",
        Kind::Work => "Works",
        Kind::Product => "Products",
        Kind::Date => "Dates",
        Kind::Web => "Web addresses",
    }
}

fn entities(corpus: &Corpus) -> Table {
    let values = corpus.entities.iter().map(|entity| FacetValue {
        slug: entity.slug.clone(),
        label: entity.name.clone(),
        kind: Some(entity.kind),
    });
    let of_document = corpus
        .entity_of
        .iter()
        .map(|entities| count(entities.iter().flatten().map(|entity| ValueId(entity.0))));
    Table::new(values.collect(), of_document.collect())
}

fn documents(corpus: &Corpus) -> Table {
    let values = corpus.documents.iter().map(|document| FacetValue {
        slug: document.slug.clone(),
        label: title(document),
        kind: None,
    });
    let of_document = (0..corpus.documents.len() as u32).map(|n| vec![(ValueId(n), 1)]);
    Table::new(values.collect(), of_document.collect())
}

fn outlets(corpus: &Corpus) -> Table {
    let mut known: HashMap<String, ValueId> = HashMap::new();
    let mut values = vec![];
    let of_document = corpus.documents.iter().map(|document| {
        let Some(outlet) = &document.facts.outlet else {
            return vec![];
        };
        let slug = slug(&outlet.value);
        let value = *known.entry(slug.clone()).or_insert_with(|| {
            values.push(FacetValue {
                slug,
                label: outlet.value.clone(),
                kind: None,
            });
            ValueId(values.len() as u32 - 1)
        });
        vec![(value, 1)]
    });
    let of_document = of_document.collect();
    Table::new(values, of_document)
}

fn years(corpus: &Corpus) -> Table {
    let year_of = |document: &Document| document.facts.published.as_ref()?.value.year();
    let years: Vec<Option<i32>> = corpus.documents.iter().map(year_of).collect();
    let mut sorted: Vec<i32> = years.iter().flatten().copied().collect();
    sorted.sort_unstable();
    sorted.dedup();
    let of_document = years.iter().map(|year| {
        let place = year.and_then(|year| sorted.binary_search(&year).ok());
        place
            .map(|place| (ValueId(place as u32), 1))
            .into_iter()
            .collect()
    });
    let of_document = of_document.collect();
    let values = sorted.iter().map(|year| FacetValue {
        slug: year.to_string(),
        label: year.to_string(),
        kind: None,
    });
    Table::new(values.collect(), of_document)
}

/// How often each value comes up.
fn count(values: impl Iterator<Item = ValueId>) -> Vec<(ValueId, u32)> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts.into_iter().collect()
}

/// What a document is called: its title, or else its first words, or else its file.
fn title(document: &Document) -> String {
    if let Some(title) = &document.facts.title {
        return opening(&title.value, LONGEST_TITLE);
    }
    match opening(&document.text, LONGEST_STAND_IN) {
        nothing if nothing.is_empty() => document.file.clone(),
        words => words,
    }
}

/// Characters of a title that are shown.
const LONGEST_TITLE: usize = 300;

/// Characters of the first words that stand in for a title.
const LONGEST_STAND_IN: usize = 80;

/// The words of a name, folded and hyphenated: `de-volkskrant`.
fn slug(name: &str) -> String {
    let words: Vec<_> = words(name).into_iter().map(|(_, word)| word).collect();
    words.join("-")
}
