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
    /// The slugs of the values, numbered as they are.
    slugs: Numbering,
    /// What a reader sees of the values.
    labels: Strings,
    /// The kinds of the values.
    kinds: Vec<Option<Kind>>,
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
    /// Values with their names, as [`Table::names`] has these.
    values: BTreeMap<ValueId, (FacetValue, String)>,
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
        if id.0 as usize == self.kinds.len() {
            self.kinds.push(value.kind);
            self.labels.push(&value.label);
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
        self.labels.shrink_to_fit();
        self.kinds.shrink_to_fit();
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
        self.revised.slugs.insert(value.slug.clone(), id);
        self.revised.values.insert(id, (value, enclosed(names)));
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
        self.revised = Revised::default();
    }

    /// How many values there are.
    pub(super) fn len(&self) -> usize {
        // What is added by decisions comes after all others.
        let last = self.revised.values.last_key_value();
        let after = last.map_or(0, |(ValueId(place), _)| *place as usize + 1);
        self.kinds.len().max(after)
    }

    pub(super) fn value(&self, id: ValueId) -> FacetValue {
        match self.revised.values.get(&id) {
            Some((revised, _)) => revised.clone(),
            None => FacetValue {
                slug: self.slugs.words.get(id.0).to_owned(),
                label: self.labels.get(id.0).to_owned(),
                kind: self.kinds.get(id.0 as usize).copied().flatten(),
            },
        }
    }

    pub(super) fn kind(&self, id: ValueId) -> Option<Kind> {
        if !self.revised.values.is_empty()
            && let Some((revised, _)) = self.revised.values.get(&id)
        {
            return revised.kind;
        }
        self.kinds.get(id.0 as usize).copied().flatten()
    }

    pub(super) fn find(&self, slug: &str) -> Option<ValueId> {
        let revised = self.revised.slugs.get(slug).copied();
        revised.or_else(|| self.slugs.find(slug).map(ValueId))
    }

    /// The values with these letters, enclosed as words are, in their names; in order.
    pub(super) fn with_letters(&self, letters: String) -> impl Iterator<Item = ValueId> {
        let all = (0..self.len() as u32).map(ValueId);
        all.filter(move |&value| self.names(value).contains(&letters))
    }

    fn names(&self, value: ValueId) -> &str {
        if !self.revised.values.is_empty()
            && let Some((_, names)) = self.revised.values.get(&value)
        {
            return names;
        }
        self.names.get(value.0)
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
