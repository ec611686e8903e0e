//! Title, byline, subheadings: the lines that stand out.

use super::blocks::Block;
use super::{ends_a_sentence, is_prose};
use crate::document::Role;
use crate::document::facts::{after_by, is_name};

/// Characters in the longest line that can be a heading.
const LONGEST_HEADING: usize = 200;

/// Names title and byline; returns where the body begins.
pub(super) fn name_the_head(text: &str, blocks: &mut [Block]) -> usize {
    let open: Vec<usize> = (0..blocks.len())
        .filter(|&at| blocks[at].is_open())
        .take(4)
        .collect();
    let [first, second, ..] = open[..] else {
        return 0;
    };
    let below = blocks[second].span.of(text);
    let title = &blocks[first];
    let stands_out = title.blank_after
        || below.len() > 2 * title.span.len()
        || after_by(below).is_some_and(is_name);
    if !stands_out || !is_heading(title.span.of(text)) {
        return 0;
    }
    blocks[first].role = Some(Role::Title);
    let mut body = second;
    for &at in &open[1..open.len().min(3)] {
        // There is more below than what stands out.
        if at + 1 >= blocks.len() || !is_byline(blocks[at].span.of(text)) {
            break;
        }
        blocks[at].role = Some(Role::Byline);
        body = at + 1;
    }
    body
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
    let mut author = named.map(|block| {
        let line = block.span.of(text);
        after_by(line).unwrap_or(line)
    });
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
        Some(name) => name.chars().next().is_some_and(|c| !c.is_lowercase()),
        None => is_name(line) || crate::document::facts::is_date_line(line),
    }
}
