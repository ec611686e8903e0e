//! Facets: which document has which kinds, entities, outlet, author and years, and how sure its
//! mentions are.

mod reliance;
mod table;

use std::collections::BTreeMap;

use self::table::{Table, enclose};
use super::words;
use crate::address::{Facet, Years};
use crate::corpus::Corpus;
use crate::decision::{Changes, Ledger};
use crate::document::{Document, Fact};
use crate::entity::{DocumentId, Entity, EntityId};
use crate::mention::{Kind, Mention};
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
    /// The years told of as they were found, if decisions changed these.
    told: Option<Table>,
    /// Addresses that entities had before an editor merged, renamed or hid them.
    former: BTreeMap<String, Option<ValueId>>,
}

impl Facets {
    /// The facets of a corpus.
    pub fn of(corpus: &Corpus) -> Self {
        let table = |facet| match facet {
            Facet::Kind => kinds(corpus),
            Facet::Entity => entities(corpus),
            Facet::Document => documents(corpus),
            Facet::Outlet => said(corpus, |document| document.facts.outlet.as_ref()),
            Facet::Author => said(corpus, |document| document.facts.author.as_ref()),
            Facet::Year => years_of(&years_published(corpus)),
            Facet::Told => years_of(&years_told(corpus)),
            Facet::Confidence => reliance::confidence(corpus),
            Facet::Reviewed => reliance::reviewed(corpus),
        };
        Self {
            tables: Facet::ALL
                .into_iter()
                .map(table)
                .map(Table::shrunk)
                .collect(),
            told: None,
            former: BTreeMap::new(),
        }
    }

    /// Follows decisions: `corpus` is as they leave it, these changes would take them back, and the
    /// ledger tells what they speak of.
    pub fn revise(&mut self, corpus: &Corpus, back: &Changes, ledger: &Ledger) {
        let mentions = |document: DocumentId| &corpus.mentions[document.0 as usize];
        for (document, _) in &back.mentions {
            let now = mentions(*document).iter();
            self.tables[Facet::Kind as usize]
                .revise_document(*document, now.clone().map(kind_value));
            self.tables[Facet::Confidence as usize]
                .revise_document(*document, now.map(reliance::certainty));
        }
        let reviewed = &mut self.tables[Facet::Reviewed as usize];
        reliance::review(reviewed, corpus, back, ledger);
        let entities = &mut self.tables[Facet::Entity as usize];
        for (id, _) in &back.entities {
            if let Some(entity) = corpus.entities.get(id.0 as usize) {
                let is_there = !entity.mentions.is_empty();
                let names = names(entity).filter(|_| is_there);
                entities.revise(ValueId(id.0), entity_value(entity), names);
            }
        }
        for (document, _) in &back.owners {
            let owners = &corpus.entity_of[document.0 as usize];
            entities.revise_document(*document, owners.iter().flatten().map(value_of));
        }
        let is_told_otherwise = |(document, before): &(DocumentId, Vec<Mention>)| {
            let now = mentions(*document).iter().filter_map(year_told);
            now.ne(before.iter().filter_map(year_told))
        };
        if back.mentions.iter().any(is_told_otherwise) {
            let told = &mut self.tables[Facet::Told as usize];
            let before = std::mem::replace(told, years_of(&years_told(corpus)));
            self.told = Some(before);
        }
    }

    /// Takes back what was revised.
    pub fn restore(&mut self) {
        self.tables.iter_mut().for_each(Table::restore);
        if let Some(told) = self.told.take() {
            self.tables[Facet::Told as usize] = told;
        }
        self.former.clear();
    }

    /// Remembers addresses that entities had before, and whose they are now: nobody's if they were
    /// hidden.
    pub fn remember(&mut self, former: &BTreeMap<String, Option<EntityId>>) {
        let value = |id: &Option<EntityId>| id.map(|EntityId(place)| ValueId(place));
        let known = former.iter().map(|(slug, id)| (slug.clone(), value(id)));
        self.former = known.collect();
    }

    /// Whose address this is now, if it was an entity's before; nobody's if that was hidden.
    pub fn moved(&self, facet: Facet, slug: &str) -> Option<Option<ValueId>> {
        let moved = self.former.get(slug).filter(|_| facet == Facet::Entity);
        moved.copied()
    }

    /// How many values a facet has: those of a fixed facet in their order, years in time, entities
    /// by mentions, all others as they come in the corpus.
    pub fn count(&self, facet: Facet) -> usize {
        self.table(facet).len()
    }

    /// One of the values.
    pub fn known(&self, facet: Facet, value: ValueId) -> FacetValue {
        self.table(facet).value(value)
    }

    /// The value that stands so in the address, or stood so before.
    pub fn value(&self, facet: Facet, slug: &str) -> Option<ValueId> {
        match self.moved(facet, slug) {
            Some(now) => now,
            None => self.table(facet).find(slug),
        }
    }

    /// The values that a condition names: those of a range of years, else one or none.
    pub fn meant(&self, facet: Facet, value: &str) -> Vec<ValueId> {
        match Years::parse(value) {
            Some(years) if facet.is_of_years() => {
                let values = (0..self.count(facet) as u32).map(ValueId);
                let is_meant = |label: &str| label.parse().is_ok_and(|year| years.hold(year));
                values
                    .filter(|&value| is_meant(&self.known(facet, value).slug))
                    .collect()
            }
            _ => self.value(facet, value).into_iter().collect(),
        }
    }

    /// The documents in the order of their titles.
    pub fn by_title(&self) -> Vec<DocumentId> {
        let titles = self.table(Facet::Document).in_order();
        titles.into_iter().map(DocumentId).collect()
    }

    /// The values that stand so in the address, or else have these words in their names; in order.
    pub fn named(&self, facet: Facet, name: &str) -> Vec<ValueId> {
        if let Some(value) = self.value(facet, name) {
            return vec![value];
        }
        let mut wanted = String::new();
        enclose(name, &mut wanted);
        self.table(facet).with_letters(wanted).collect()
    }

    /// The values with a name one of whose words starts so, in their order.
    pub fn starting(&self, facet: Facet, start: &str) -> impl Iterator<Item = ValueId> {
        let mut wanted = String::new();
        enclose(start, &mut wanted);
        wanted.truncate(wanted.trim_end().len());
        let wanted = Some(wanted).filter(|wanted| !wanted.is_empty());
        let found = wanted.map(|wanted| self.table(facet).with_letters(wanted));
        found.into_iter().flatten()
    }

    /// The kind of a value, for kinds and entities.
    pub fn kind(&self, facet: Facet, value: ValueId) -> Option<Kind> {
        self.table(facet).kind(value)
    }

    /// A document's values and how much it has of each, in order: mentions for what mentions have,
    /// else 1.
    pub fn of_document(&self, facet: Facet, document: DocumentId) -> &[(ValueId, u32)] {
        self.table(facet).of_document(document)
    }

    fn table(&self, facet: Facet) -> &Table {
        &self.tables[facet as usize]
    }
}

fn kinds(corpus: &Corpus) -> Table {
    let mut table = Table::default();
    for kind in Kind::ALL {
        let value = FacetValue {
            slug: kind.slug().to_owned(),
            label: kind.plural().to_owned(),
            kind: Some(kind),
        };
        table.add(value, [kind.slug()]);
    }
    for mentions in &corpus.mentions {
        table.add_document(mentions.iter().map(kind_value));
    }
    table
}

fn entities(corpus: &Corpus) -> Table {
    let mut table = Table::default();
    for entity in &corpus.entities {
        table.add(entity_value(entity), names(entity));
    }
    for entities in &corpus.entity_of {
        table.add_document(entities.iter().flatten().map(value_of));
    }
    table
}

fn kind_value(mention: &Mention) -> ValueId {
    ValueId(mention.kind as u32)
}

fn value_of(&EntityId(place): &EntityId) -> ValueId {
    ValueId(place)
}

fn entity_value(entity: &Entity) -> FacetValue {
    FacetValue {
        slug: entity.slug.clone(),
        label: entity.name.clone(),
        kind: Some(entity.kind),
    }
}

fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    let aliases = entity.aliases.iter().map(|alias| alias.name.as_str());
    [entity.name.as_str()].into_iter().chain(aliases)
}

fn documents(corpus: &Corpus) -> Table {
    let mut table = Table::default();
    for document in &corpus.documents {
        let label = title(document);
        let value = FacetValue {
            slug: document.slug.clone(),
            label: label.clone(),
            kind: None,
        };
        let own = table.add(value, [label.as_str(), document.file.as_str()]);
        table.add_document([own].into_iter());
    }
    table
}

/// A facet of what is said of documents: who wrote them, who published them.
fn said(corpus: &Corpus, fact: fn(&Document) -> Option<&Fact<String>>) -> Table {
    let mut table = Table::default();
    for document in &corpus.documents {
        let value = fact(document).map(|fact| {
            let value = FacetValue {
                slug: slug(&fact.value),
                label: fact.value.clone(),
                kind: None,
            };
            table.add(value, [fact.value.as_str()])
        });
        table.add_document(value.into_iter());
    }
    table
}

/// The year each document was published.
fn years_published(corpus: &Corpus) -> Vec<Vec<i32>> {
    let documents = corpus.documents.iter();
    let published = documents.map(|document| document.facts.published.as_ref()?.value.year());
    published.map(|year| year.into_iter().collect()).collect()
}

/// The years each document tells of, each as often as it does.
fn years_told(corpus: &Corpus) -> Vec<Vec<i32>> {
    let documents = corpus.mentions.iter();
    documents
        .map(|mentions| mentions.iter().filter_map(year_told).collect())
        .collect()
}

fn year_told(mention: &Mention) -> Option<i32> {
    mention.moment.as_ref()?.year()
}

/// A facet of years, from those that each document has.
fn years_of(documents: &[Vec<i32>]) -> Table {
    let mut sorted: Vec<i32> = documents.iter().flatten().copied().collect();
    sorted.sort_unstable();
    sorted.dedup();
    let mut table = Table::default();
    for year in &sorted {
        let value = FacetValue {
            slug: year.to_string(),
            label: year.to_string(),
            kind: None,
        };
        table.add(value, [year.to_string().as_str()]);
    }
    for years in documents {
        let values = years
            .iter()
            .filter_map(|year| sorted.binary_search(year).ok());
        table.add_document(values.map(|place| ValueId(place as u32)));
    }
    table
}

/// The words of a name, folded and hyphenated: `de-volkskrant`.
fn slug(name: &str) -> String {
    words(name).join("-")
}

/// What a document is called: its title, or else its first words, or else its file.
fn title(document: &Document) -> String {
    if let Some(title) = &document.facts.title {
        return opening(&title.value, LONGEST_TITLE);
    }
    match opening(&document.text.once(), LONGEST_STAND_IN) {
        nothing if nothing.is_empty() => document.file.clone(),
        words => words,
    }
}

/// Characters of a title that are shown.
const LONGEST_TITLE: usize = 300;

/// Characters of the first words that stand in for a title.
const LONGEST_STAND_IN: usize = 80;
