//! What stands in one line with running text and is something else: a dateline before it, a
//! prompt at its end, the credits that agencies set off with a rule.

use super::blocks::{Block, trimmed};
use super::boilerplate;
use crate::document::Role;
use crate::document::facts::{ends_in_date, is_agency};
use crate::text::Span;

/// Bytes of the longest dateline, and of the longest prompt.
const LONGEST_DATELINE: usize = 80;
const LONGEST_PROMPT: usize = 200;

/// Cuts blocks where something else begins.
pub(super) fn split(text: &str, blocks: &mut Vec<Block>) {
    let mut cut = Vec::with_capacity(blocks.len());
    for block in blocks.drain(..) {
        if block.is_open() {
            split_at_rules(text, block, &mut cut);
        } else {
            cut.push(block);
        }
    }
    *blocks = cut;
}

fn split_at_rules(text: &str, block: Block, out: &mut Vec<Block>) {
    let mut pieces = vec![block.span.range().start];
    pieces.extend(rules(text, block.span));
    pieces.push(block.span.range().end);
    let blank_after = block.blank_after;
    for ends in pieces.windows(2) {
        let span = trimmed(text, Span::new(ends[0], ends[1]));
        if span.is_empty() {
            continue;
        }
        let after_rule = span.of(text).starts_with("___");
        let piece = Block {
            span,
            role: (after_rule || is_bracketed(span.of(text)))
                .then(|| credit(text, span))
                .flatten(),
            blank_before: span.start == block.span.start && block.blank_before,
            blank_after: span.end == block.span.end && blank_after,
        };
        split_ends(text, piece, out);
    }
}

/// Where rules of underscores begin inside of a block.
fn rules(text: &str, span: Span) -> impl Iterator<Item = usize> {
    let start = span.range().start;
    let block = span.of(text);
    let begins = move |&(at, _): &(usize, &str)| at > 0 && block.as_bytes()[at - 1] == b' ';
    block
        .match_indices("___")
        .filter(begins)
        .map(move |(at, _)| start + at)
}

/// `(Loon reported from Paris.)`
fn is_bracketed(block: &str) -> bool {
    block.starts_with('(') && block.ends_with(')')
}

/// What stands after a rule: who else worked on the text, or where to read more.
fn credit(text: &str, span: Span) -> Option<Role> {
    const CREDITS: [&str; 5] = [
        "contributed to this",
        "contributed reporting",
        "reported from",
        "to this report",
        "additional reporting",
    ];
    let line = span.of(text).to_lowercase();
    if CREDITS.iter().any(|phrase| line.contains(phrase)) {
        return Some(Role::Byline);
    }
    boilerplate::judge(text, span)
}

/// Takes the dateline from the start of a block, and a prompt from its end.
fn split_ends(text: &str, mut block: Block, out: &mut Vec<Block>) {
    if block.is_open()
        && let Some(len) = dateline(block.span.of(text))
    {
        let start = block.span.range().start;
        out.push(Block {
            span: trimmed(text, Span::new(start, start + len)),
            role: Some(Role::Dateline),
            blank_before: block.blank_before,
            blank_after: false,
        });
        block.span = trimmed(text, Span::new(start + len, block.span.range().end));
        block.blank_before = false;
    }
    match last_sentence(text, block.span).filter(|&last| is_prompt(text, last)) {
        Some(prompt) if block.is_open() => {
            let start = block.span.range().start;
            let blank_after = block.blank_after;
            block.span = trimmed(text, Span::new(start, prompt.range().start));
            block.blank_after = false;
            out.push(block);
            out.push(Block {
                span: prompt,
                role: Some(Role::Prompt),
                blank_before: false,
                blank_after,
            });
        }
        _ => out.push(block),
    }
}

/// Bytes of the dateline a paragraph begins with: a place, an agency in brackets, a dash; one of
/// the first two may be missing.
fn dateline(paragraph: &str) -> Option<usize> {
    let dashes = [" — ", " – ", " - ", " -- "];
    let head = &paragraph[..paragraph.floor_char_boundary(LONGEST_DATELINE)];
    let dash = |dash: &str| head.find(dash).map(|at| (at, at + dash.len()));
    let (end, len) = dashes.iter().filter_map(|d| dash(d)).min()?;
    let before = &head[..end];
    if let Some((place, agency)) = before.split_once('(') {
        let signed = is_agency(agency.strip_suffix(')')?.trim());
        return (signed && place.split(' ').count() <= 6).then_some(len);
    }
    let begins = paragraph[len..].chars().next()?;
    let capitals = |c: char| c.is_uppercase() || " .-/".contains(c);
    let place = before.split(',').next().unwrap_or_default();
    let named = place.chars().count() >= 3 && place.chars().all(capitals);
    let dated = ends_in_date(before) && place.split(' ').count() <= 6;
    ((named || dated) && !begins.is_lowercase()).then_some(len)
}

/// The last sentence of a block, if it is short and not the only one.
fn last_sentence(text: &str, span: Span) -> Option<Span> {
    let block = span.of(text).as_bytes();
    let from = block.len().saturating_sub(LONGEST_PROMPT);
    let spaces = (from + 2..block.len())
        .rev()
        .filter(|&at| block[at] == b' ');
    let mut begins = spaces.filter(|&at| {
        let quoted = block[at - 1] == b'"' || block[..at].ends_with("”".as_bytes());
        let before = if quoted {
            &block[at.saturating_sub(4)..at - 1]
        } else {
            &block[at - 1..at]
        };
        before.iter().any(|mark| b".?!".contains(mark))
    });
    let start = span.range().start + begins.next()? + 1;
    Some(Span::new(start, span.range().end))
}

fn is_prompt(text: &str, sentence: Span) -> bool {
    boilerplate::judge(text, sentence) == Some(Role::Prompt)
}
