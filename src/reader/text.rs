//! The text of a document, and all that decides how it is drawn.

use std::ops::Range;

use dossier_engine::ask::{Block, DocumentText, Reading};
use dossier_engine::mention::Kind;
use yew::prelude::*;

use super::parts::Parts;
use super::stops::Stop;
use crate::state::Shared;
use crate::widgets::Ways;

/// The text of one document of what is read.
#[derive(Clone, PartialEq)]
pub(super) struct Text {
    reading: Shared<Reading>,
    document: usize,
    alone: bool,
    entity: Option<String>,
    unmarked: Vec<Kind>,
    current: Option<Stop>,
    entry: Option<Stop>,
}

impl Text {
    /// That of the document at this place. `here` is the stop stood at.
    pub(super) fn of(
        ways: &Ways,
        reading: &Shared<Reading>,
        document: usize,
        here: Option<Stop>,
    ) -> Self {
        let text = &reading.documents[document];
        let current = here.filter(|stop| stop.document == document);
        let unmarked = &ways.here.unmarked;
        Self {
            reading: reading.clone(),
            document,
            alone: reading.documents.len() == 1,
            entity: ways.here.entity.clone(),
            unmarked: unmarked.clone(),
            entry: current.or_else(|| Stop::first(text, document, unmarked)),
            current,
        }
    }

    /// The document.
    pub(super) fn document(&self) -> &DocumentText {
        &self.reading.documents[self.document]
    }

    /// The document's place in what is read.
    pub(super) fn place(&self) -> usize {
        self.document
    }

    /// Draws the parts of these blocks.
    pub(super) fn draw(&self, blocks: Range<usize>) -> Html {
        let draw = |block: usize| {
            let parts = self.blocks(block..block + 1);
            let parts = places(parts);
            let in_block = |stop: Option<Stop>| stop.filter(|stop| parts.contains(&stop.part));
            html! {
                <Parts
                    key={block}
                    reading={self.reading.clone()}
                    document={self.document}
                    {block}
                    alone={self.alone}
                    entity={self.entity.clone()}
                    unmarked={self.unmarked.clone()}
                    current={in_block(self.current)}
                    entry={in_block(self.entry)}
                />
            }
        };
        blocks.map(draw).collect()
    }

    fn blocks(&self, blocks: Range<usize>) -> &[Block] {
        &self.document().blocks[blocks]
    }

    /// How long these blocks are, in bytes.
    pub(super) fn bytes(&self, blocks: Range<usize>) -> usize {
        let bytes = self.blocks(blocks).iter().map(|block| block.bytes);
        bytes.sum::<u32>() as usize
    }

    /// The text of these blocks, without anything that lies over it.
    pub(super) fn bare(&self, blocks: Range<usize>) -> AttrValue {
        let texts = self.blocks(blocks).iter();
        let bare: String = texts
            .flat_map(|block| [block.text(), "\n\n".into()])
            .collect();
        bare.into()
    }

    /// What is read.
    pub(super) fn reading(&self) -> &Shared<Reading> {
        &self.reading
    }

    /// Whether a part is in these blocks.
    pub(super) fn has(&self, blocks: Range<usize>, part: usize) -> bool {
        places(self.blocks(blocks)).contains(&part)
    }

    /// Whether the reader stands in one of these blocks.
    pub(super) fn is_stood_in(&self, blocks: Range<usize>) -> bool {
        self.current.is_some_and(|stop| self.has(blocks, stop.part))
    }
}

/// The places of the parts of neighbouring blocks.
fn places(blocks: &[Block]) -> Range<usize> {
    let start = blocks.first().map_or(0, |block| block.parts.start);
    let end = blocks.last().map_or(0, |block| block.parts.end);
    start as usize..end as usize
}
