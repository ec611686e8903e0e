//! One facet: its values, and how much of each a document has.

use std::collections::BTreeMap;

use super::super::numbering::Numbering;
use super::super::strings::Strings;
use super::super::{each_word, tally};
use super::{FacetValue, ValueId};
use crate::entity::DocumentId;
use crate::mention::Kind;

/// One facet.
#[derive(Debug, Default)]
pub(super) struct Table {
    values: Vec<FacetValue>,
    /// The kinds of the values, close together.
    kinds: Vec<Option<Kind>>,
    /// The slugs of the values, numbered as they are.
    slugs: Numbering,
    /// For each value its names, folded, each between spaces.
    names: Strings,
    /// What the documents have, one document after another.
    had: Vec<(ValueId, u32)>,
    /// For each document, where in `had` its values end.
    ends: Vec<u32>,
    revised: Revised,
}

/// What differs from what the table was made of, by an editor's decisions.
#[derive(Debug, Default)]
struct Revised {
    /// Values as they were.
    before: Vec<(ValueId, FacetValue)>,
    names: BTreeMap<ValueId, String>,
    slugs: BTreeMap<String, ValueId>,
    /// What documents have.
    had: BTreeMap<DocumentId, Vec<(ValueId, u32)>>,
}

impl Table {
    /// Takes a value in; of values with one slug the first stays.
    pub(super) fn add<'n>(
        &mut self,
        value: FacetValue,
        names: impl IntoIterator<Item = &'n str>,
    ) -> ValueId {
        let id = ValueId(self.slugs.number(&value.slug));
        if id.0 as usize == self.values.len() {
            self.kinds.push(value.kind);
            self.values.push(value);
            self.names.push(&enclosed(names));
        }
        id
    }

    /// Takes in the next document with the values it has.
    pub(super) fn add_document(&mut self, values: impl Iterator<Item = ValueId>) {
        self.had.extend(tally(values));
        self.ends.push(self.had.len() as u32);
    }

    /// The same without room for more.
    pub(super) fn shrunk(mut self) -> Self {
        self.values.shrink_to_fit();
        self.names.shrink_to_fit();
        self.had.shrink_to_fit();
        self.ends.shrink_to_fit();
        self
    }

    /// Puts a value in the place of another, or after all others.
    pub(super) fn revise<'n>(
        &mut self,
        id: ValueId,
        value: FacetValue,
        names: impl IntoIterator<Item = &'n str>,
    ) {
        let place = id.0 as usize;
        self.revised.slugs.insert(value.slug.clone(), id);
        self.revised.names.insert(id, enclosed(names));
        let kind = value.kind;
        match self.values.get_mut(place) {
            Some(known) => {
                let before = std::mem::replace(known, value);
                self.revised.before.push((id, before));
                self.kinds[place] = kind;
            }
            None => {
                self.values.push(value);
                self.kinds.push(kind);
            }
        }
    }

    /// Says anew what a document has.
    pub(super) fn revise_document(
        &mut self,
        document: DocumentId,
        values: impl Iterator<Item = ValueId>,
    ) {
        self.revised.had.insert(document, tally(values));
    }

    /// Takes back what was revised.
    pub(super) fn restore(&mut self) {
        let revised = std::mem::take(&mut self.revised);
        self.values.truncate(self.names.len());
        self.kinds.truncate(self.names.len());
        for (ValueId(place), value) in revised.before {
            if let Some(known) = self.values.get_mut(place as usize) {
                self.kinds[place as usize] = value.kind;
                *known = value;
            }
        }
    }

    pub(super) fn values(&self) -> &[FacetValue] {
        &self.values
    }

    pub(super) fn kind(&self, ValueId(value): ValueId) -> Option<Kind> {
        self.kinds.get(value as usize).copied().flatten()
    }

    pub(super) fn find(&self, slug: &str) -> Option<ValueId> {
        let revised = self.revised.slugs.get(slug).copied();
        revised.or_else(|| self.slugs.find(slug).map(ValueId))
    }

    /// The values with these letters, enclosed as words are, in their names; in order.
    pub(super) fn with_letters(&self, letters: String) -> impl Iterator<Item = ValueId> {
        let all = (0..self.values.len() as u32).map(ValueId);
        all.filter(move |&value| self.names(value).contains(&letters))
    }

    fn names(&self, value: ValueId) -> &str {
        match self.revised.names.is_empty() {
            true => self.names.get(value.0),
            false => match self.revised.names.get(&value) {
                Some(names) => names,
                None => self.names.get(value.0),
            },
        }
    }

    /// The values in the order of their names.
    pub(super) fn in_order(&self) -> Vec<u32> {
        self.names.order()
    }

    pub(super) fn of_document(&self, document: DocumentId) -> &[(ValueId, u32)] {
        if !self.revised.had.is_empty()
            && let Some(had) = self.revised.had.get(&document)
        {
            return had;
        }
        let place = document.0 as usize;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.had[start as usize..self.ends[place] as usize]
    }
}

fn enclosed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let mut enclosed = String::new();
    for name in names {
        enclose(name, &mut enclosed);
    }
    enclosed
}

/// Adds the words of a name, folded, with spaces before, between and after.
pub(super) fn enclose(name: &str, enclosed: &mut String) {
    enclosed.push(' ');
    each_word(name, |word, _| {
        enclosed.push_str(word);
        enclosed.push(' ');
    });
}
