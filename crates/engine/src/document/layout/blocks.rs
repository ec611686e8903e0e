//! A text as its lines, on the way to becoming parts.

use crate::document::{Part, Role};
use crate::text::Span;

/// A line of a text: what was broken to fit a width is joined by now.
pub(super) struct Block {
    pub(super) span: Span,
    /// What it is, once that is known.
    pub(super) role: Option<Role>,
    /// Whether the line before it is empty, or there is none.
    pub(super) blank_before: bool,
    /// Whether the line after it is empty, or there is none.
    pub(super) blank_after: bool,
}

impl Block {
    /// A part, open to be named if nothing more is known than that it is running text.
    pub(super) fn of(part: Part) -> Self {
        Self {
            span: part.span,
            role: Some(part.role).filter(|&role| role != Role::Paragraph),
            blank_before: true,
            blank_after: true,
        }
    }

    pub(super) fn part(&self) -> Part {
        Part {
            span: self.span,
            role: self.role.unwrap_or(Role::Paragraph),
        }
    }

    /// Whether it stands alone between empty lines.
    pub(super) fn is_alone(&self) -> bool {
        self.blank_before && self.blank_after
    }

    pub(super) fn is_open(&self) -> bool {
        self.role.is_none()
    }
}

/// The blocks of a text, in its order; they leave out only white space.
pub(super) fn cut(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut start, mut blank) = (0, true);
    for line in text.split_inclusive('\n') {
        let span = trimmed(text, Span::new(start, start + line.len()));
        start += line.len();
        if span.is_empty() {
            blank = true;
            if let Some(last) = blocks.last_mut() {
                last.blank_after = true;
            }
            continue;
        }
        blocks.push(Block {
            span,
            role: None,
            blank_before: blank,
            blank_after: false,
        });
        blank = false;
    }
    if let Some(last) = blocks.last_mut() {
        last.blank_after = true;
    }
    blocks
}

/// The same stretch without the white space at its ends.
pub(in crate::document) fn trimmed(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let inner = line.trim();
    let from = span.range().start + (line.len() - line.trim_start().len());
    Span::new(from, from + inner.len())
}
