//! Where the mentions and hits of a document stand: all that stepping from one to the next needs,
//! without the text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Mark, Run};
use crate::mention::Kind;

/// A mention or a hit, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The part it begins in, by its place.
    pub part: u32,
    /// Bytes of the document's parts before it.
    pub before: u32,
    /// What stands there.
    pub what: Spotted,
}

/// What stands at a [`Spot`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Spotted {
    /// A mention.
    Mention {
        /// Its place among the document's mentions, from 0.
        ordinal: u32,
        /// What sort of thing it names.
        kind: Kind,
        /// The entity it belongs to, by its place in
        /// [`DocumentText::entities`](super::DocumentText::entities).
        entity: Option<u32>,
    },
    /// A hit, by its place among the document's hits, from 1.
    Hit(u32),
}

/// The spots of a document, gathered part by part.
#[derive(Default)]
pub(super) struct Spots {
    pub(super) all: Vec<Spot>,
    /// The entities they name, by slug.
    pub(super) entities: Vec<String>,
    place_of: BTreeMap<String, u32>,
    parts: u32,
    bytes: usize,
    /// The last mention and the last hit: runs of one follow one another.
    last: (Option<u32>, Option<u32>),
}

impl Spots {
    /// Goes on with the next part.
    pub(super) fn add(&mut self, runs: &[Run]) {
        for run in runs {
            let new = run
                .mark
                .as_ref()
                .filter(|mark| Some(mark.ordinal) != self.last.0);
            if let Some(mark) = new {
                self.last.0 = Some(mark.ordinal);
                let mention = self.mention(mark);
                self.put(mention);
            }
            if let Some(hit) = run.hit.filter(|hit| Some(*hit) != self.last.1) {
                self.last.1 = Some(hit);
                self.put(Spotted::Hit(hit));
            }
            self.bytes += run.text.len();
        }
        self.parts += 1;
    }

    fn put(&mut self, what: Spotted) {
        self.all.push(Spot {
            part: self.parts,
            before: u32::try_from(self.bytes).unwrap_or(u32::MAX),
            what,
        });
    }

    fn mention(&mut self, mark: &Mark) -> Spotted {
        Spotted::Mention {
            ordinal: mark.ordinal,
            kind: mark.kind,
            entity: mark.entity.as_ref().map(|slug| self.place(slug)),
        }
    }

    fn place(&mut self, slug: &str) -> u32 {
        if let Some(place) = self.place_of.get(slug) {
            return *place;
        }
        let place = self.entities.len() as u32;
        self.entities.push(slug.to_owned());
        self.place_of.insert(slug.to_owned(), place);
        place
    }
}
