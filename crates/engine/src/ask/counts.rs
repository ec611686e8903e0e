//! How documents divide: the values of a facet and how much there is of each.

use serde::{Deserialize, Serialize};

use super::Engine;
use super::passing::Passing;
use crate::address::{Facet, Filter};
use crate::index::{ValueId, most_first};
use crate::mention::Kind;

/// A facet's values. Counts follow the other facets' conditions and the query, not its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FacetCounts {
    /// Which.
    pub facet: Facet,
    /// Its values: those of a fixed facet in their order, years in time, all others by falling count. Of these the
    /// first [`MOST_VALUES`], the first [`MOST_OF_KIND`] of each kind, and those that the filter
    /// names.
    pub values: Vec<Value>,
    /// How many values there are besides.
    pub left_out: u32,
}

/// A value a reader can choose, and how much there is of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// What stands in the address.
    pub slug: String,
    /// What the reader sees.
    pub label: String,
    /// Kind of the entity, for the facets whose values are entities or kinds.
    pub kind: Option<Kind>,
    /// Mentions (of kinds, of entities, of years told, so sure, reviewed or not), or documents (all
    /// other facets).
    pub count: u32,
}

/// Values of a facet that are told unasked.
pub const MOST_VALUES: usize = 50;

/// Of entities so many of each kind are told unasked.
pub const MOST_OF_KIND: usize = 12;

/// Values of a facet that are told when they are looked for.
pub const MOST_LISTED: usize = 300;

impl Engine {
    /// A facet's values: those there are but for the facet's own conditions, and those that its
    /// conditions name.
    pub(super) fn count(&self, facet: Facet, passing: &Passing, filter: &Filter) -> FacetCounts {
        let facets = &self.index.facets;
        let named = self.named(facet, filter);
        let mut of_kind = [0; Kind::ALL.len()];
        let mut is_told = |place: usize, value: ValueId| {
            let kind = facets.kind(facet, value);
            let is_of_first = kind.is_some_and(|kind| {
                of_kind[kind as usize] += 1;
                of_kind[kind as usize] <= MOST_OF_KIND
            });
            place < MOST_VALUES || is_of_first || has_order(facet) || named.contains(&value)
        };
        let all = self.tallied(facet, passing, &named);
        let mut told = all.clone();
        let mut places = 0..;
        told.retain(|&(value, _)| places.next().is_some_and(|place| is_told(place, value)));
        self.counts(facet, &told, all.len(), filter)
    }

    /// The values of a facet with a name one of whose words starts so, [`MOST_LISTED`] at most; all
    /// values if nothing was typed.
    pub(super) fn values_starting(
        &self,
        facet: Facet,
        start: &str,
        filter: &Filter,
    ) -> FacetCounts {
        let passing = self.passing(filter);
        let mut values = self.tallied(facet, &passing, &self.named(facet, filter));
        if !start.trim().is_empty() {
            let fitting: Vec<ValueId> = self.index.facets.starting(facet, start).collect();
            values.retain(|(value, _)| fitting.binary_search(value).is_ok());
        }
        let told = &values[..values.len().min(MOST_LISTED)];
        self.counts(facet, told, values.len(), filter)
    }

    /// Values with their counts, as they are told; `of` is how many there are.
    fn counts(
        &self,
        facet: Facet,
        told: &[(ValueId, u32)],
        of: usize,
        filter: &Filter,
    ) -> FacetCounts {
        let conditions = filter.conditions.iter();
        let moved = conditions.filter_map(|condition| {
            let moved = self.index.facets.moved(facet, &condition.value);
            Some((moved.flatten()?, condition.value.as_str()))
        });
        let moved: Vec<(ValueId, &str)> = moved.collect();
        let values = told.iter().map(|&(value, count)| {
            let mut shown = self.value(facet, value, count);
            // A condition is set and taken back under the address that the link has.
            if let Some((_, before)) = moved.iter().find(|(now, _)| *now == value) {
                shown.slug = (*before).to_owned();
            }
            shown
        });
        FacetCounts {
            facet,
            values: values.collect(),
            left_out: (of - told.len()) as u32,
        }
    }

    /// The values that the filter's conditions on a facet name.
    fn named(&self, facet: Facet, filter: &Filter) -> Vec<ValueId> {
        let conditions = filter.conditions.iter();
        let own = conditions.filter(|condition| condition.facet == facet);
        own.flat_map(|condition| self.index.facets.meant(facet, &condition.value))
            .collect()
    }

    /// All values that are to be told, in the order in which they are, with their counts.
    fn tallied(&self, facet: Facet, passing: &Passing, named: &[ValueId]) -> Vec<(ValueId, u32)> {
        let facets = &self.index.facets;
        let mut counts = vec![0; facets.count(facet)];
        for document in passing.but_for(facet).iter() {
            for &(value, count) in facets.of_document(facet, document) {
                counts[value.0 as usize] += count;
            }
        }
        let values = (0..).map(ValueId).zip(counts);
        let values: Vec<_> = values
            .filter(|(value, count)| *count > 0 || named.contains(value))
            .collect();
        if has_order(facet) {
            values
        } else {
            most_first(&values)
        }
    }
}

/// Whether a facet's values have an order of their own.
fn has_order(facet: Facet) -> bool {
    facet.is_fixed() || facet.is_of_years()
}
