use crate::document::{Part, Role};
use crate::text::Span;

/// Characters in the longest line of a text whose lines were broken to fit a width.
const WIDEST_WRAP: usize = 120;

/// Characters in the narrowest such line; shorter lines are lists and verse.
const NARROWEST_WRAP: usize = 50;

/// A stretch of text in which no end of line means anything.
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
    let width = wrap_width(text);
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
        match blocks.last_mut() {
            Some(last) if !blank && is_wrapped(text, last.span, span, width) => {
                last.span.end = span.end;
            }
            _ => blocks.push(Block {
                span,
                role: None,
                blank_before: blank,
                blank_after: false,
            }),
        }
        blank = false;
    }
    if let Some(last) = blocks.last_mut() {
        last.blank_after = true;
    }
    blocks
}

/// The width to which the lines of a text were broken, if they were: in characters.
fn wrap_width(text: &str) -> Option<usize> {
    let length = |line: &str| line.trim_end().chars().count();
    let longest = text.lines().map(length).max()?;
    (NARROWEST_WRAP..=WIDEST_WRAP)
        .contains(&longest)
        .then_some(longest)
}

/// Whether a line was broken only because the next word did not fit.
fn is_wrapped(text: &str, before: Span, next: Span, width: Option<usize>) -> bool {
    let Some(width) = width else { return false };
    let line = before.of(text).rsplit('\n').next().unwrap_or_default();
    let word = next.of(text).split_whitespace().next().unwrap_or_default();
    line.chars().count() + 1 + word.chars().count() > width
}

/// The same stretch without the white space at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let inner = line.trim();
    let from = span.range().start + (line.len() - line.trim_start().len());
    Span::new(from, from + inner.len())
}
