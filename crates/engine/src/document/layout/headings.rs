//! Title, byline, subheadings: the lines that stand out.

use super::blocks::Block;
use super::{ends_a_sentence, is_prose};
use crate::document::Role;
use crate::document::facts::{after_by, credited, is_date_line, is_name};

/// Characters in the longest line that can be a heading.
const LONGEST_HEADING: usize = 200;

/// Blocks among which the head of a text is looked for.
const LONGEST_HEAD: usize = 14;

/// Names title and byline; returns where the body begins.
pub(super) fn name_the_head(text: &str, blocks: &mut [Block]) -> usize {
    if let Some(title) = blocks
        .iter()
        .position(|block| block.role == Some(Role::Title))
    {
        return name_the_bylines_below(text, blocks, title);
    }
    if let Some(title) = title_above_a_credit(text, blocks) {
        for block in blocks[..title].iter_mut().filter(|block| block.is_open()) {
            block.role = Some(Role::PageFurniture);
        }
        blocks[title].role = Some(Role::Title);
        return name_the_bylines_below(text, blocks, title);
    }
    let mut open = (0..blocks.len()).filter(|&at| blocks[at].is_open());
    let (Some(first), Some(second)) = (open.next(), open.next()) else {
        return 0;
    };
    let below = blocks[second].span.of(text);
    let title = &blocks[first];
    let stands_out = title.blank_after
        || below.len() > 2 * title.span.len()
        || after_by(below).is_some_and(is_name)
        || is_date_line(below);
    if !stands_out || !is_heading(title.span.of(text)) {
        return 0;
    }
    blocks[first].role = Some(Role::Title);
    name_the_bylines_below(text, blocks, first)
}

/// The heading above the line that says who wrote a text or when. What a page puts above that,
/// its own name and its menu, is told by standing together with boilerplate.
fn title_above_a_credit(text: &str, blocks: &[Block]) -> Option<usize> {
    let credits = |at: &usize| {
        let line = blocks[*at].span.of(text);
        blocks[*at].is_open()
            && (after_by(line).is_some_and(|name| name.split(',').next().is_some_and(is_name))
                || is_date_line(line))
    };
    let credit = (0..blocks.len().min(LONGEST_HEAD)).find(credits)?;
    let mut group = 0;
    let mut titles = Vec::new();
    for (at, block) in blocks.iter().enumerate().take(credit) {
        if block.blank_before {
            group = at;
        }
        if block.role.is_some_and(Role::is_boilerplate) {
            titles.retain(|&title| title < group);
            group = credit;
        } else if group <= at && block.is_open() && is_heading(block.span.of(text)) {
            titles.push(at);
        }
    }
    titles.first().copied()
}

/// Names who wrote a text and when, below its title; returns where the body begins.
fn name_the_bylines_below(text: &str, blocks: &mut [Block], title: usize) -> usize {
    const FARTHEST: usize = 5;
    let mut body = title + 1;
    for at in title + 1..blocks.len().min(title + 1 + FARTHEST) {
        let line = blocks[at].span.of(text);
        if !blocks[at].is_open() {
            continue;
        }
        // There is more below than what stands out.
        let more = at + 1 < blocks.len();
        let tells = after_by(line).is_some() || is_date_line(line);
        let next = body == at;
        let follows = next && at > title + 1 && !blocks[at].blank_before;
        if more && (is_byline(line) && (tells || next) || follows && is_affiliation(line)) {
            blocks[at].role = Some(Role::Byline);
            body = at + 1;
        } else if is_prose(line) {
            break;
        }
    }
    body
}

/// Names who wrote a text and when, in a text whose markup tells its title.
pub(super) fn name_the_bylines(text: &str, blocks: &mut [Block]) -> usize {
    let title = blocks
        .iter()
        .position(|block| block.role == Some(Role::Title));
    match title {
        Some(title) => name_the_bylines_below(text, blocks, title),
        None => blocks.iter().position(Block::is_open).unwrap_or(0),
    }
}

/// What an author does or works for, on the line after the name: `Shipping correspondent`.
fn is_affiliation(line: &str) -> bool {
    const LONGEST: usize = 60;
    line.len() <= LONGEST && !ends_a_sentence(line) && is_heading(line)
}

/// Short lines that stand alone above paragraphs.
pub(super) fn name_the_subheadings(text: &str, blocks: &mut [Block], body: usize) {
    for at in body.max(1)..blocks.len().saturating_sub(1) {
        let (here, after) = (&blocks[at], &blocks[at + 1]);
        let line = here.span.of(text);
        let below = after.span.of(text);
        let heads =
            after.is_open() && ends_a_sentence(below) && !below.starts_with(char::is_lowercase);
        if here.is_open() && here.is_alone() && heads && is_subheading(line) {
            blocks[at].role = Some(Role::Subheading);
        }
    }
}

/// A name on a line of its own, taken up by the paragraph after it: "Ada Lovelace", "Ada Lovelace
/// is…". The one is the author, the other about her; and so is one after the author's name was
/// told above.
pub(super) fn name_the_credit(text: &str, blocks: &mut [Block], body: usize) {
    let named = blocks.iter().find(|block| block.role == Some(Role::Byline));
    let mut author = named.map(|block| credited(block.span.of(text)));
    for at in body..blocks.len() {
        let line = blocks[at].span.of(text);
        let next = blocks.get(at + 1).map_or("", |next| next.span.of(text));
        if blocks[at].is_open() && is_name(line) && is_about(next, line) {
            blocks[at].role = Some(Role::Byline);
            author = Some(line);
        } else if at > body && blocks[at].is_open() && author.is_some_and(|a| is_about(line, a)) {
            blocks[at].role = Some(Role::AuthorBio);
        }
    }
}

/// Whether a paragraph says who someone is: "Ada Lovelace is a reporter."
fn is_about(paragraph: &str, name: &str) -> bool {
    const VERBS: [&str; 8] = [
        " is ",
        " was ",
        " has ",
        " covers ",
        " writes ",
        " reports ",
        " works ",
        " joined ",
    ];
    let rest = paragraph.strip_prefix(name);
    rest.is_some_and(|rest| VERBS.iter().any(|verb| rest.starts_with(verb)))
}

/// Whether a line can head paragraphs: one phrase, and nothing that is left open or said aside.
fn is_subheading(line: &str) -> bool {
    const LONGEST: usize = 120;
    let one = !line.contains(". ") || line.starts_with(|c: char| c.is_ascii_digit());
    let closed = !line.ends_with(['-', '–', '—', ']', ')']);
    line.len() <= LONGEST && one && closed && !ends_a_sentence(line) && is_heading(line)
}

fn is_heading(line: &str) -> bool {
    let starts_well = line
        .chars()
        .next()
        .is_some_and(|c| !c.is_lowercase() && !"-–—*•·_#>|([{@".contains(c));
    let short = line.chars().take(LONGEST_HEADING + 1).count() <= LONGEST_HEADING;
    let letters = line.chars().any(char::is_alphabetic);
    starts_well && short && letters && !line.contains('\n') && !ends_a_clause(line)
}

fn ends_a_clause(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    let dotted_word = last.trim_end_matches('.').contains('.');
    line.ends_with([',', ';', ':', '…']) || line.ends_with('.') && !dotted_word
}

/// Whether a line below the title says who wrote it or when it was published.
fn is_byline(line: &str) -> bool {
    if is_prose(line) || line.ends_with('.') || line.contains('\n') {
        return false;
    }
    match after_by(line) {
        Some(name) => {
            name.starts_with(|c: char| !c.is_lowercase()) && line.len() <= LONGEST_HEADING
        }
        None => is_name(line) || is_date_line(line),
    }
}
