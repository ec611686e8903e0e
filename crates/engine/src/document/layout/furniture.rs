//! What pages of paper leave in a text: running headers and footers, page numbers.

use std::collections::BTreeMap;

use super::blocks::Block;
use super::ends_a_sentence;
use crate::document::Role;

/// How often a line must come back before it is a running header or footer; most times beside a
/// page's number or end.
const TIMES: usize = 3;

/// Characters of the longest running header.
const LONGEST_HEADER: usize = 80;

/// How many blocks away from a page's number or end a running header may stand.
const NEAR: usize = 1;

/// Names page numbers, and the lines that come back beside them.
pub(super) fn name(text: &str, blocks: &mut [Block]) {
    let numbers: Vec<usize> = (0..blocks.len())
        .filter(|&at| is_page_number(blocks[at].span.of(text)) || begins_page(text, blocks, at))
        .collect();
    name_the_numbered(text, blocks);
    if numbers.len() < TIMES {
        return;
    }
    let near = beside(&numbers, blocks.len());
    let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, block) in blocks.iter().enumerate() {
        let line = block.span.of(text);
        if line.len() <= LONGEST_HEADER && !ends_a_sentence(line) {
            seen.entry(without_numbers(line)).or_default().push(at);
        }
    }
    let running = seen.into_values().filter(|places| {
        let beside = places.iter().filter(|at| near.binary_search(at).is_ok());
        let beside = beside.count();
        places.len() >= TIMES && 2 * beside > places.len()
            || places.len() > 1 && beside == places.len()
    });
    for at in running.flatten() {
        blocks[at].role = Some(Role::PageFurniture);
    }
    for at in numbers {
        if is_page_number(blocks[at].span.of(text)) {
            blocks[at].role = Some(Role::PageFurniture);
        }
    }
}

/// Names lines that come back with the number of a page in them: `Annual report  Page 3 of 40`.
fn name_the_numbered(text: &str, blocks: &mut [Block]) {
    let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, block) in blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.is_open())
    {
        let line = block.span.of(text);
        if line.len() <= LONGEST_HEADER && names_its_page(line) {
            seen.entry(without_numbers(line)).or_default().push(at);
        }
    }
    for at in seen
        .into_values()
        .filter(|places| places.len() > 1)
        .flatten()
    {
        blocks[at].role = Some(Role::PageFurniture);
    }
}

/// `… Page 3 of 40`, `… Page 3`.
fn names_its_page(line: &str) -> bool {
    let lower = line.to_lowercase();
    let Some((_, number)) = lower.rsplit_once("page ") else {
        return false;
    };
    let number = number.strip_prefix(|c: char| c.is_ascii_digit());
    number.is_some_and(|rest| {
        rest.chars()
            .all(|c| c.is_ascii_digit() || " of/.".contains(c))
    })
}

/// `12`, `- 12 -`, `[12]`, `Page 12 of 40`, `12/40`.
fn is_page_number(line: &str) -> bool {
    if line.len() > 24 {
        return false;
    }
    let lower = line.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = bare.strip_prefix("page").unwrap_or(bare).trim_start();
    let mut numbers = bare
        .split(|c: char| !c.is_ascii_digit())
        .filter(|n| !n.is_empty());
    let first = numbers.next().is_some_and(|number| number.len() <= 4);
    let words: String = bare.chars().filter(|c| c.is_alphabetic()).collect();
    first && numbers.count() <= 1 && matches!(words.as_str(), "" | "of")
}

/// Whether a page ends just before the block; or a text of several pages begins with it.
fn begins_page(text: &str, blocks: &[Block], at: usize) -> bool {
    match at.checked_sub(1) {
        Some(before) => {
            let end = blocks[before].span.range().end;
            text[end..blocks[at].span.range().start].contains('\u{c}')
        }
        None => text.contains('\u{c}'),
    }
}

/// The blocks near any of the given ones, each once, in order.
fn beside(places: &[usize], len: usize) -> Vec<usize> {
    let near = places
        .iter()
        .flat_map(|&at| at.saturating_sub(NEAR)..(at + NEAR + 1).min(len));
    let mut near: Vec<usize> = near.collect();
    near.sort_unstable();
    near.dedup();
    near
}

fn without_numbers(line: &str) -> String {
    line.chars().filter(|c| !c.is_ascii_digit()).collect()
}
