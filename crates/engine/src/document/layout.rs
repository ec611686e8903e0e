//! What the lines of a plain text are to it, judged by layout and by the phrases that pages put
//! around their articles: white space, length, capitals, the marks a line ends with.

mod blocks;
mod boilerplate;
mod furniture;
mod headings;
mod mail;
mod notes;
mod phrases;
mod run_in;

use super::Part;
use blocks::Block;

pub(super) use blocks::trimmed;

/// Cuts a text into its parts, in reading order.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let mut blocks = blocks::cut(text);
    mail::name(text, &mut blocks);
    furniture::name(text, &mut blocks);
    notes::name(text, &mut blocks);
    run_in::split(text, &mut blocks);
    boilerplate::name(text, &mut blocks);
    let body = headings::name_the_head(text, &mut blocks);
    headings::name_the_credit(text, &mut blocks, body);
    headings::name_the_subheadings(text, &mut blocks, body);
    boilerplate::name_the_tail(text, &mut blocks);
    blocks.iter().map(Block::part).collect()
}

/// Parts that markup told, and what in them layout tells better: boilerplate by its phrases, who
/// is spoken of in the end.
pub(super) fn refined(text: &str, parts: Vec<Part>) -> Vec<Part> {
    let mut blocks: Vec<Block> = parts.into_iter().map(Block::of).collect();
    run_in::split(text, &mut blocks);
    boilerplate::name(text, &mut blocks);
    let body = headings::name_the_bylines(text, &mut blocks);
    headings::name_the_credit(text, &mut blocks, body);
    boilerplate::name_the_tail(text, &mut blocks);
    blocks.iter().map(Block::part).collect()
}

/// Whether a stretch of text reads like a sentence or more of running text.
fn is_prose(text: &str) -> bool {
    const SHORTEST: usize = 120;
    text.len() >= SHORTEST && ends_a_sentence(text)
}

fn ends_a_sentence(paragraph: &str) -> bool {
    paragraph
        .trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', ' '])
        .ends_with(['.', '!', '?', '…', ':', '。'])
}

#[cfg(test)]
mod tests;
