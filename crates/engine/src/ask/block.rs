//! A block of a document as it is drawn: neighbouring parts, packed until somebody looks at them.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::sealed::Sealed;
use super::{Mark, Run};
use crate::document::Role;

/// A block takes in parts until it has so many bytes of text. No part is divided.
const FULL: u32 = 3_000;

/// Neighbouring parts of a document. All of them belong to its text, or none does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// Their places in the document.
    pub parts: Range<u32>,
    /// Bytes of their text.
    pub bytes: u32,
    /// What they are if they do not belong to the text, each sort once.
    pub boilerplate: Vec<Role>,
    /// Their text, then how it is cut: the text can be had without the rest.
    packed: Sealed,
}

/// A part's text.
#[derive(Clone, Debug, PartialEq)]
pub struct PartText {
    /// What it is.
    pub role: Role,
    /// Its text, cut where what lies over it changes.
    pub runs: Vec<Run>,
}

/// A part without its text.
type CutPart = (Role, Vec<Cut>);

/// A run without its text.
#[derive(Serialize, Deserialize)]
struct Cut {
    /// How long it is.
    bytes: usize,
    mark: Option<Mark>,
    hit: Option<u32>,
    repair: Option<String>,
}

/// What stands between two parts in the text of a block.
const BETWEEN: &str = "\n\n";

impl Block {
    /// The text of its parts, blank lines between them.
    pub fn text(&self) -> String {
        self.packed.open()
    }

    /// Its parts. They are unpacked each time, so ask only for what is drawn.
    pub fn open(&self) -> Vec<PartText> {
        let (text, parts): (String, Vec<CutPart>) = self.packed.open();
        let mut rest = text.as_str();
        let parts = parts.into_iter().map(|(role, cuts)| {
            let runs = cuts.into_iter().map_while(|cut| {
                let (text, after) = rest.split_at_checked(cut.bytes)?;
                rest = after;
                Some(Run {
                    text: text.to_owned(),
                    mark: cut.mark,
                    hit: cut.hit,
                    repair: cut.repair,
                })
            });
            let runs = runs.collect();
            rest = rest.strip_prefix(BETWEEN).unwrap_or(rest);
            PartText { role, runs }
        });
        parts.collect()
    }
}

/// Divides the parts of a document into blocks.
pub(super) fn blocks(parts: impl Iterator<Item = PartText>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut filling = Filling::default();
    for part in parts {
        let is_apart = part.role.is_boilerplate() == filling.boilerplate.is_empty();
        if filling.bytes >= FULL || is_apart {
            blocks.extend(filling.take());
        }
        filling.add(part);
    }
    blocks.extend(filling.take());
    blocks
}

/// A block that is being filled.
#[derive(Default)]
struct Filling {
    /// The place of its first part.
    first: u32,
    bytes: u32,
    boilerplate: Vec<Role>,
    text: String,
    parts: Vec<CutPart>,
}

impl Filling {
    fn add(&mut self, part: PartText) {
        let role = part.role;
        if role.is_boilerplate() && !self.boilerplate.contains(&role) {
            self.boilerplate.push(role);
        }
        if !self.parts.is_empty() {
            self.text.push_str(BETWEEN);
        }
        let cuts = part.runs.into_iter().map(|run| {
            self.text.push_str(&run.text);
            self.bytes += run.text.len() as u32;
            Cut {
                bytes: run.text.len(),
                mark: run.mark,
                hit: run.hit,
                repair: run.repair,
            }
        });
        let cuts = cuts.collect();
        self.parts.push((role, cuts));
    }

    /// The block, if anything is in it; the next one is filled from here on.
    fn take(&mut self) -> Option<Block> {
        let end = self.first + self.parts.len() as u32;
        let next = Self {
            first: end,
            ..Self::default()
        };
        let full = std::mem::replace(self, next);
        (!full.parts.is_empty()).then(|| Block {
            parts: full.first..end,
            bytes: full.bytes,
            boilerplate: full.boilerplate,
            packed: Sealed::new(&(full.text, full.parts)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A part of so many bytes.
    fn part(role: Role, bytes: u32) -> PartText {
        let run = Run {
            text: "a".repeat(bytes as usize),
            ..Run::default()
        };
        PartText {
            role,
            runs: vec![run],
        }
    }

    #[track_caller]
    fn check(parts: &[PartText], expected: &[Range<u32>]) {
        let blocks = blocks(parts.iter().cloned());
        let places: Vec<Range<u32>> = blocks.iter().map(|block| block.parts.clone()).collect();
        assert_eq!(places, expected);
        let opened: Vec<PartText> = blocks.iter().flat_map(Block::open).collect();
        assert_eq!(opened, parts);
    }

    #[test]
    fn every_part_is_in_one_block_and_none_is_divided() {
        let parts = [2_000, 2_000, 100, 30_000, 10, 10].map(|bytes| part(Role::Paragraph, bytes));
        check(&parts, &[0..2, 2..4, 4..6]);
        check(&parts[..3], &[0..2, 2..3]);
        check(&[], &[]);
    }

    #[test]
    fn what_is_no_part_of_the_text_stands_apart() {
        let [paragraph, copyright] = [Role::Paragraph, Role::Copyright].map(|role| part(role, 9));
        let parts = [paragraph.clone(), copyright.clone(), copyright, paragraph];
        check(&parts, &[0..1, 1..3, 3..4]);
        let apart = &blocks(parts.into_iter())[1];
        assert_eq!(
            (apart.bytes, &*apart.boilerplate),
            (18, &[Role::Copyright][..])
        );
    }

    #[test]
    fn the_text_of_a_block_can_be_had_alone() {
        let parts = [part(Role::Title, 1), part(Role::Paragraph, 2)];
        assert_eq!(blocks(parts.into_iter())[0].text(), "a\n\naa");
    }
}
