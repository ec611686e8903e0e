//! Every mention of an entity with the words around it, a page at a time.

use serde::{Deserialize, Serialize};

use super::context::evened;
use super::{ContextLine, Engine};
use crate::address::{Facet, Filter, Lines, Sorting};
use crate::decision::Places;
use crate::entity::MentionId;
use crate::index::ValueId;
use crate::text::Span;
use crate::text::fold::fold;

/// Lines of a page.
pub const LINES: u32 = 50;

/// A page of a concordance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concordance {
    /// All lines there are, on all pages.
    pub count: u32,
    /// The lines of this page.
    pub lines: Vec<Line>,
}

/// A line of a concordance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The mention with the words around it.
    pub context: ContextLine,
    /// Which mention of the entity it is in its document, from 1.
    pub at: u32,
    /// How a decision names the place, as text; none if its words cannot tell it.
    pub place: Option<String>,
}

/// Bytes beside a name that lines are sorted by.
const LONGEST_SIDE: usize = 40;

impl Engine {
    /// The lines from a place on, of the mentions in documents that pass.
    pub(super) fn concordance(
        &self,
        slug: &str,
        filter: &Filter,
        Lines { sorting, from }: Lines,
    ) -> Concordance {
        let Some(ValueId(place)) = self.index.facets.value(Facet::Entity, slug) else {
            return Concordance::default();
        };
        let entity = &self.corpus.entities[place as usize];
        let mentions = numbered(self.passing_mentions(entity, filter));
        let count = mentions.len() as u32;
        let sorted = match sorting {
            Sorting::Text => mentions,
            _ => self.sorted(mentions, sorting),
        };
        let lines = sorted.into_iter().skip(from as usize).take(LINES as usize);
        let mut places = Places::default();
        let line = |(mention, at)| Line {
            context: self.context_line(mention),
            at,
            place: self.place(&mut places, mention),
        };
        Concordance {
            count,
            lines: lines.map(line).collect(),
        }
    }

    fn place(&self, places: &mut Places, id: MentionId) -> Option<String> {
        let document = &self.corpus.documents[id.document.0 as usize];
        let mention = &self.corpus.mentions[id.document.0 as usize][id.ordinal as usize];
        let place = places.reference(document, mention.span)?;
        Some(place.to_string())
    }

    fn sorted(&self, mentions: Vec<(MentionId, u32)>, sorting: Sorting) -> Vec<(MentionId, u32)> {
        let mut keyed: Vec<(String, (MentionId, u32))> = mentions
            .into_iter()
            .map(|line| (self.sorting_key(line.0, sorting), line))
            .collect();
        keyed.sort();
        keyed.into_iter().map(|(_, line)| line).collect()
    }

    /// The words beside a mention as they are sorted: those before it from the last one back.
    fn sorting_key(&self, id: MentionId, sorting: Sorting) -> String {
        let text = &self.corpus.documents[id.document.0 as usize].text;
        let Span { start, end } =
            self.corpus.mentions[id.document.0 as usize][id.ordinal as usize].span;
        let (start, end) = (start as usize, end as usize);
        let side = match sorting {
            Sorting::After => {
                let until = text.floor_char_boundary(end + LONGEST_SIDE);
                &text[end..until]
            }
            _ => {
                let from = text.ceil_char_boundary(start.saturating_sub(LONGEST_SIDE));
                &text[from..start]
            }
        };
        let folded = fold(side);
        let is_mark = |c: char| !c.is_alphanumeric();
        let words = folded.split(is_mark).filter(|word| !word.is_empty());
        let words: Vec<&str> = match sorting {
            Sorting::After => words.collect(),
            _ => words.rev().collect(),
        };
        evened(&words.join(" "))
    }
}

/// Mentions in order, each with its number among those of its document, from 1.
fn numbered(mentions: Vec<MentionId>) -> Vec<(MentionId, u32)> {
    let documents = mentions.chunk_by(|a, b| a.document == b.document);
    documents
        .flat_map(|mentions| mentions.iter().copied().zip(1..))
        .collect()
}
