//! What the lines of a plain text are to it, judged by layout alone: white space, length, capitals
//! and the marks a line ends with.

use super::{Fact, Part, Role, Source};
use crate::text::Span;

/// Characters in the longest line that can be a heading.
const LONGEST_HEADING: usize = 200;

/// Characters in the longest line of a text whose lines were broken to fit a width.
const WIDEST_WRAP: usize = 120;

/// Characters in the narrowest such line; shorter lines are lists and verse.
const NARROWEST_WRAP: usize = 50;

/// Cuts a text into its parts, in reading order.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let blocks = blocks(text);
    let mut parts: Vec<Part> = blocks
        .iter()
        .map(|block| Part {
            span: block.span,
            role: Role::Paragraph,
        })
        .collect();
    let body = name_the_head(text, &blocks, &mut parts);
    name_the_headings(text, &blocks, &mut parts, body);
    name_the_credit(text, &mut parts, body);
    parts
}

/// The text of the first part of a role, as a fact.
pub(super) fn stated(text: &str, parts: &[Part], role: Role) -> Option<Fact<String>> {
    let part = parts.iter().find(|part| part.role == role)?;
    Some(Fact {
        value: part.span.of(text).replace('\n', " "),
        source: Source::Stated(part.span),
    })
}

/// The author the byline names, without "by".
pub(super) fn stated_author(text: &str, parts: &[Part]) -> Option<Fact<String>> {
    let mut fact = stated(text, parts, Role::Byline)?;
    if let Some(name) = after_by(&fact.value) {
        fact.value = name.to_owned();
    }
    Some(fact)
}

/// A stretch of text without an end of line that means something.
struct Block {
    span: Span,
    /// Whether white space alone stands in the line after it.
    blank_after: bool,
}

fn blocks(text: &str) -> Vec<Block> {
    let width = wrap_width(text);
    let mut blocks: Vec<Block> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = trimmed(text, start, start + line.len());
        start += line.len();
        match blocks.last_mut() {
            Some(last) if span.is_empty() => last.blank_after = true,
            None if span.is_empty() => {}
            Some(last) if !last.blank_after && is_wrapped(text, last.span, span, width) => {
                last.span.end = span.end;
            }
            _ => blocks.push(Block {
                span,
                blank_after: false,
            }),
        }
    }
    blocks
}

/// The width to which the lines of a text were broken, if they were: in characters.
fn wrap_width(text: &str) -> Option<usize> {
    let longest = text
        .lines()
        .map(|line| line.trim_end().chars().count())
        .max()?;
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

/// Names title and byline; returns where the body begins.
fn name_the_head(text: &str, blocks: &[Block], parts: &mut [Part]) -> usize {
    let [first, second, ..] = blocks else {
        return 0;
    };
    let below = second.span.of(text);
    let stands_out = first.blank_after
        || below.len() > 2 * first.span.len()
        || after_by(below).is_some_and(is_name);
    if !stands_out || !is_heading(first.span.of(text)) {
        return 0;
    }
    parts[0].role = Role::Title;
    if blocks.len() > 2 && is_byline(below) {
        parts[1].role = Role::Byline;
        return 2;
    }
    1
}

/// Short lines that stand alone between paragraphs, and are not followed by another one.
fn name_the_headings(text: &str, blocks: &[Block], parts: &mut [Part], body: usize) {
    for at in body.max(1)..blocks.len().saturating_sub(1) {
        let (before, here, after) = (&blocks[at - 1], &blocks[at], &blocks[at + 1]);
        let alone = before.blank_after && here.blank_after;
        let heads = ends_a_sentence(after.span.of(text)) && !ends_a_sentence(here.span.of(text));
        if alone && heads && is_heading(here.span.of(text)) {
            parts[at].role = Role::Subheading;
        }
    }
}

/// A name on a line of its own, taken up by the line after it: "Ada Lovelace", "Ada Lovelace is…".
fn name_the_credit(text: &str, parts: &mut [Part], body: usize) {
    if parts.iter().any(|part| part.role == Role::Byline) {
        return;
    }
    for at in body..parts.len().saturating_sub(1) {
        let (name, next) = (parts[at].span.of(text), parts[at + 1].span.of(text));
        if is_name(name)
            && next
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(' '))
        {
            parts[at].role = Role::Byline;
            return;
        }
    }
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
    let dotted_word = line
        .rsplit(' ')
        .next()
        .is_some_and(|word| word.trim_end_matches('.').contains('.'));
    line.ends_with([',', ';', ':', '…']) || line.ends_with('.') && !dotted_word
}

fn ends_a_sentence(paragraph: &str) -> bool {
    paragraph
        .trim_end_matches(['"', '\'', '”', '’', '»', ')', ']'])
        .ends_with(['.', '!', '?', '…', ':', '。'])
}

fn is_byline(line: &str) -> bool {
    match after_by(line) {
        Some(name) => {
            name.chars().next().is_some_and(|c| !c.is_lowercase()) && !line.ends_with('.')
        }
        None => is_name(line),
    }
}

fn after_by(line: &str) -> Option<&str> {
    let (by, name) = line.split_once(' ')?;
    by.eq_ignore_ascii_case("by").then(|| name.trim_start())
}

/// Two to four capitalised words, particles of names among them.
fn is_name(line: &str) -> bool {
    const PARTICLES: [&str; 16] = [
        "van", "von", "de", "der", "den", "da", "di", "del", "della", "dos", "du", "la", "le",
        "bin", "al", "ten",
    ];
    // Words that headings capitalise and names do not have.
    const NO_NAMES: [&str; 18] = [
        "A", "An", "And", "As", "At", "By", "For", "From", "How", "In", "Of", "On", "Or", "The",
        "To", "What", "Why", "With",
    ];
    let words: Vec<&str> = line.split(' ').take(6).collect();
    let capitalised = |word: &&&str| {
        word.starts_with(char::is_uppercase)
            && !NO_NAMES.contains(*word)
            && word
                .chars()
                .all(|c| c.is_alphabetic() || ".'’-".contains(c))
    };
    let names = words.iter().filter(capitalised).count();
    let particles = words
        .iter()
        .filter(|word| PARTICLES.contains(*word))
        .count();
    (2..=4).contains(&names)
        && names + particles == words.len()
        && words.len() < 6
        && words.last().as_ref().is_some_and(capitalised)
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let line = &text[start..end];
    let inner = line.trim();
    let from = start + (line.len() - line.trim_start().len());
    Span::new(from, from + inner.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each part on a line of its own after a letter for its role: T, S, B, or blank.
    fn check(text: &str, expected: &[&str]) {
        let letter = |role| match role {
            Role::Title => "T",
            Role::Subheading => "S",
            Role::Byline => "B",
            Role::Paragraph => " ",
        };
        let shown: Vec<String> = parts(text)
            .iter()
            .map(|part| {
                let text = part.span.of(text).replace('\n', "/");
                format!("{} {text}", letter(part.role))
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_short_line_on_top_is_the_title_and_a_name_below_it_the_byline() {
        check(
            "Harbour Opens Again\n\nAda van Loon\n\nThe harbour opened.\n\nShips came.\n",
            &[
                "T Harbour Opens Again",
                "B Ada van Loon",
                "  The harbour opened.",
                "  Ships came.",
            ],
        );
        check(
            "Who Owns the Sea?\nby Ada Loon\n\nNobody does.\n\nOr all do.\n",
            &[
                "T Who Owns the Sea?",
                "B by Ada Loon",
                "  Nobody does.",
                "  Or all do.",
            ],
        );
    }

    #[test]
    fn a_sentence_on_top_is_no_title() {
        check(
            "It rained.\n\nIt stopped.",
            &["  It rained.", "  It stopped."],
        );
        check("the rain , it fell\n", &["  the rain , it fell"]);
        check("Dear Ada,\n\nIt rains.", &["  Dear Ada,", "  It rains."]);
    }

    #[test]
    fn a_title_may_end_with_an_abbreviation() {
        check(
            "Rain in the U.S.\n\nIt rained.",
            &["T Rain in the U.S.", "  It rained."],
        );
    }

    #[test]
    fn a_heading_stands_between_paragraphs() {
        check(
            "A Title\n\nIt rained.\n\nThe Days After\n\nIt stopped.\n\nMore to read",
            &[
                "T A Title",
                "  It rained.",
                "S The Days After",
                "  It stopped.",
                "  More to read",
            ],
        );
    }

    #[test]
    fn a_second_title_is_no_name() {
        check(
            "A Title\n\nWhy the Sea Rises\n\nIt rained.\n",
            &["T A Title", "S Why the Sea Rises", "  It rained."],
        );
    }

    #[test]
    fn a_credit_may_stand_at_the_end() {
        check(
            "A Title\n\nIt rained.\n\nAda Loon\n\nAda Loon is a reporter.",
            &[
                "T A Title",
                "  It rained.",
                "B Ada Loon",
                "  Ada Loon is a reporter.",
            ],
        );
    }

    #[test]
    fn lines_broken_to_a_width_are_one_paragraph() {
        let first = "When the lines of a text all reach about the same width before";
        let second = "they end, someone broke them to fit, and so they belong.";
        check(
            &format!("{first}\n{second}\n\n{second}\nA list\nof short lines"),
            &[
                &format!("  {first}/{second}"),
                &format!("  {second}"),
                "  A list",
                "  of short lines",
            ],
        );
    }
}
