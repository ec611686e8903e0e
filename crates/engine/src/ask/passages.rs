//! The list of passages: which parts have hits, and in which order they are told.

use super::found::Item;
use super::passing::Passing;
use crate::address::{Listing, Order};
use crate::entity::DocumentId;
use crate::search::{PartHits, Search};

/// Hits that are looked at in one go: so many that memory stays small whatever is searched.
const HITS_AT_ONCE: u32 = 1 << 16;

/// Bits of a part's place in its document, and of that with the document's place in the list.
const PART: u32 = 28;
const DOCUMENT: u32 = 53;

/// All passages of a list, in order.
///
/// Where the best comes first, that is the passage with the most different things asked for;
/// among equals the one where these stand nearest together, in steps that double; then the
/// passage of the better document, and the earlier one. In other orders it is document by
/// document, each as it is read. All of this is in the index: no text is read, and the order
/// holds for the list as a whole, however much of it is shown.
pub(super) struct Passages {
    /// The documents of the list, in its order.
    documents: Vec<DocumentId>,
    /// A number for each passage, the smaller the further up: how little it answers, the place of
    /// its document, its part.
    keys: Vec<u64>,
}

impl Passages {
    /// The passages that a filter lists; none if it lists documents, or nothing has hits.
    pub(super) fn of(passing: &Passing, search: &Search) -> Self {
        let mut passages = Self {
            documents: vec![],
            keys: vec![],
        };
        if passing.listing == Listing::Passages {
            passages.documents = passing.best(0, usize::MAX);
            let has_hits = |&document: &DocumentId| passing.hits(document) > 0;
            passages.documents.retain(has_hits);
            passages.gather(passing, search);
        }
        passages
    }

    fn gather(&mut self, passing: &Passing, search: &Search) {
        let mut rest = &self.documents[..];
        let mut rank = 0;
        while !rest.is_empty() {
            let mut hits = 0;
            let count = rest.iter().take_while(|&&document| {
                let is_room = hits < HITS_AT_ONCE;
                hits += passing.hits(document);
                is_room
            });
            let (now, later) = rest.split_at(count.count());
            let places = search.places(now);
            for &document in now {
                for part in places.of(document) {
                    let worth = match passing.order {
                        Order::Best => little(&part),
                        _ => 0,
                    };
                    self.keys
                        .push(worth << DOCUMENT | rank << PART | part.part as u64);
                }
                rank += 1;
            }
            rest = later;
        }
        self.keys.sort_unstable();
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// Those from a place on.
    pub(super) fn page(&self, from: usize, count: usize) -> Vec<Item> {
        let page = self.keys.iter().skip(from).take(count);
        let passage = |key: &u64| {
            let rank = key >> PART & ((1 << (DOCUMENT - PART)) - 1);
            let part = key & ((1 << PART) - 1);
            (self.documents[rank as usize], Some(part as usize))
        };
        page.map(passage).collect()
    }
}

/// How little a part answers, in eleven bits.
fn little(part: &PartHits) -> u64 {
    let lacking = 63 - u64::from(part.asked().count_ones().min(63));
    lacking << 5 | u64::from(part.reach().saturating_add(1).ilog2())
}
