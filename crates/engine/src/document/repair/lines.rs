//! Lines that were broken to fit a width: joined to the paragraphs they were, and words that were
//! hyphenated over them with them.

use std::collections::BTreeSet;

use super::super::Rule;
use super::super::draft::Edit;
use crate::text::Span;

/// Characters in the longest line of a text whose lines were broken to fit.
const WIDEST: usize = 120;

/// Characters in the narrowest such line; shorter lines are lists and verse.
const NARROWEST: usize = 50;

/// How many lines in a hundred may be longer, as addresses and tables are.
const LONGER: usize = 5;

/// Words in the shortest line that is part of a sentence.
const SENTENCE: usize = 6;

/// How many lines must be nearly full.
const FULL: usize = 3;

/// Joins what was broken to fit.
pub(super) fn put_right(text: &str) -> Vec<Edit> {
    match width(text) {
        Some(width) => joined(text, breaks(text, width)),
        None => Vec::new(),
    }
}

/// Joins the lines of a text in which all were broken to fit, and an empty line stands between
/// paragraphs.
pub(super) fn put_right_fitted(text: &str) -> Vec<Edit> {
    joined(text, ends(text).filter(|end| !begins_anew(end.after)))
}

fn joined<'a>(text: &'a str, breaks: impl Iterator<Item = Break<'a>>) -> Vec<Edit> {
    let breaks: Vec<Break<'_>> = breaks.collect();
    let words = if breaks.iter().any(Break::is_hyphenated) {
        words(text)
    } else {
        BTreeSet::new()
    };
    breaks.iter().map(|here| here.edit(&words)).collect()
}

/// The width to which the lines of a text were broken, if they were: in characters.
fn width(text: &str) -> Option<usize> {
    // What stands apart in a line, as the heads and feet of pages do, was set and not broken.
    let set = |line: &&str| line.trim().contains("   ");
    let lines = text.lines().filter(|line| !set(line));
    let lengths = lines.map(|line| line.trim_end().chars().count());
    let mut counts = [0_usize; WIDEST + 1];
    let mut longer = 0;
    for length in lengths.filter(|&length| length > 0) {
        match counts.get_mut(length) {
            Some(count) => *count += 1,
            None => longer += 1,
        }
    }
    let fitting: usize = counts.iter().sum();
    let longest = counts.iter().rposition(|&count| count > 0)?;
    let full: usize = counts[longest * 3 / 4..].iter().sum();
    (longest >= NARROWEST && full >= FULL && longer * 100 <= LONGER * fitting).then_some(longest)
}

/// A place where a line was broken.
struct Break<'a> {
    /// The white space between the lines.
    span: Span,
    before: &'a str,
    after: &'a str,
}

/// Ends of lines without which the first word of the next line would not have fitted.
fn breaks(text: &str, width: usize) -> impl Iterator<Item = Break<'_>> {
    ends(text).filter(move |end| {
        let word = end.after.split_whitespace().next().unwrap_or_default();
        let fits = end.before.chars().count() + 1 + word.chars().count() <= width;
        (!fits || runs_on(end.before, end.after, width)) && !begins_anew(end.after)
    })
}

/// Ends of lines between two lines with text on them.
fn ends(text: &str) -> impl Iterator<Item = Break<'_>> {
    text.match_indices('\n').filter_map(|(at, _)| {
        let before = text[..at].rsplit('\n').next()?.trim_end();
        let after = text[at + 1..].split('\n').next()?;
        let next = after.trim_start();
        let start = at - (text[..at].len() - text[..at].trim_end_matches([' ', '\t']).len());
        let end = at + 1 + (after.len() - next.len());
        let between = !before.is_empty() && !next.is_empty();
        between.then(|| Break {
            span: Span::new(start, end),
            before,
            after: next,
        })
    })
}

/// Whether a line goes on in the next though that had room for a word more: one line of a text may
/// be wider than all others.
fn runs_on(before: &str, next: &str, width: usize) -> bool {
    let full = before.chars().count() * 4 >= width * 3;
    let cut = before.ends_with(HYPHENS) && !before.ends_with(" -");
    let open = !before.ends_with(['.', '!', '?', ':', ';', '|']);
    if next.starts_with(char::is_lowercase) {
        return cut || full && open;
    }
    // A name or a number may begin the next line of a sentence.
    let longish = before.chars().count() * 3 >= width * 2;
    let words = || before.split_whitespace();
    let sentence = words().count() >= SENTENCE
        && words()
            .filter(|word| word.starts_with(char::is_lowercase))
            .count()
            * 3
            >= words().count();
    longish
        && open
        && sentence
        && before.ends_with(|c: char| c.is_alphanumeric())
        && !next.starts_with("By ")
}

/// Whether a line begins with the mark of a list, a quotation or a table.
fn begins_anew(line: &str) -> bool {
    let marks = [
        "- ", "* ", "• ", "– ", "— ", ">", "|", "#", "___", "---", "***",
    ];
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered =
        number.len() < line.len() && (number.starts_with(". ") || number.starts_with(") "));
    numbered || marks.iter().any(|mark| line.starts_with(mark))
}

const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{ad}'];

impl<'a> Break<'a> {
    fn is_hyphenated(&self) -> bool {
        self.parts().is_some()
    }

    /// What stands of a word on both sides of a hyphen at the end of the line.
    fn parts(&self) -> Option<(&'a str, char, &'a str)> {
        let hyphen = self
            .before
            .chars()
            .next_back()
            .filter(|c| HYPHENS.contains(c))?;
        let line = &self.before[..self.before.len() - hyphen.len_utf8()];
        let first = line.rsplit(|c: char| !c.is_alphabetic()).next()?;
        let second = self.after.split(|c: char| !c.is_alphabetic()).next()?;
        let word = !first.is_empty() && second.starts_with(char::is_lowercase);
        word.then_some((first, hyphen, second))
    }

    fn edit(&self, words: &BTreeSet<String>) -> Edit {
        let edit = |start, after: &'static str, rule| Edit {
            span: Span {
                start,
                end: self.span.end,
            },
            after: after.into(),
            rule,
        };
        match self.parts() {
            Some((first, hyphen, second)) if hyphen == '\u{ad}' || is_one(first, second, words) => {
                edit(
                    self.span.start - hyphen.len_utf8() as u32,
                    "",
                    Rule::LineHyphen,
                )
            }
            Some(_) => edit(self.span.start, "", Rule::LineBreak),
            None if self.before.ends_with(HYPHENS) && !self.before.ends_with(" -") => {
                edit(self.span.start, "", Rule::LineBreak)
            }
            None => edit(self.span.start, " ", Rule::LineBreak),
        }
    }
}

/// Whether two halves are one word: as it stands elsewhere in the text; or they are no two words
/// of the text, joined by a hyphen of their own.
fn is_one(first: &str, second: &str, words: &BTreeSet<String>) -> bool {
    let (first, second) = (first.to_lowercase(), second.to_lowercase());
    if words.contains(&format!("{first}{second}")) {
        return true;
    }
    let compound = words.contains(&format!("{first}-{second}"));
    !compound && !(words.contains(&first) && words.contains(&second))
}

/// The words of a text and its compounds with a hyphen, in small letters; those that a line cuts
/// are left out.
fn words(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for line in text.lines() {
        let line = line.trim_end();
        let whole = |c: char| !c.is_alphabetic() && c != '-';
        let cut = if line.ends_with(HYPHENS) {
            line.rfind(' ').unwrap_or(0)
        } else {
            line.len()
        };
        for compound in line[..cut].split(whole).filter(|word| !word.is_empty()) {
            words.extend(compound.split('-').map(str::to_lowercase));
            if compound.contains('-') {
                words.insert(compound.to_lowercase());
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> String {
        let mut draft = super::super::Draft::new(text.into());
        draft.apply(put_right(text));
        draft.text
    }

    const LINE: &str = "When the lines of a text all reach about the same width before";

    #[test]
    fn lines_of_one_paragraph_are_joined() {
        let text = format!(
            "{LINE}\nthey end, they belong together.\nA list\nof short lines\n\n{LINE}\n\n{LINE}\n"
        );
        let whole = format!(
            "{LINE} they end, they belong together.\nA list\nof short lines\n\n{LINE}\n\n{LINE}\n"
        );
        assert_eq!(repaired(&text), whole);
    }

    /// The end of a full line, and how the next one begins.
    fn check_cut(end: &str, next: &str, whole: &str) {
        let full = format!("{} {end}", &LINE[..LINE.len() - end.len() - 1]);
        let text = format!("{LINE}\n{full}\n{next}\n{LINE}\n{LINE}\n");
        assert!(repaired(&text).contains(whole), "{}", repaired(&text));
    }

    #[test]
    fn a_word_cut_by_a_line_is_whole_again() {
        check_cut("the inves-", "tigation of it", "the investigation of it");
        check_cut(
            "the inves\u{ad}",
            "tigation of it",
            "the investigation of it",
        );
    }

    #[test]
    fn a_compound_keeps_its_hyphen() {
        check_cut("a well-", "known thing, well-known", "a well-known thing");
        check_cut("of high-", "tech, high and tech", "of high-tech, high");
        check_cut("the Anglo-", "Saxon word", "the Anglo-Saxon word");
        check_cut("in 2014-", "2016, that is", "in 2014-2016, that");
    }

    #[test]
    fn lines_that_are_known_to_be_broken_are_joined_however_short() {
        let text =
            "It rained all\nday on the har-\nbour.\n\nIt stopped.\n- one\n\u{c}\nThe next\npage.";
        let mut draft = super::super::Draft::new(text.into());
        draft.apply(put_right_fitted(text));
        let whole =
            "It rained all day on the harbour.\n\nIt stopped.\n- one\n\u{c}\nThe next page.";
        assert_eq!(draft.text, whole);
    }

    #[test]
    fn a_name_may_begin_the_next_line_of_a_sentence() {
        let short = "the whole of the industry. We have since then hired Northlight";
        let text = format!("{LINE} or so\n\n{short}\nResearch to test it.\n\n{LINE}\n{LINE}\n");
        assert!(
            repaired(&text).contains("Northlight Research"),
            "{}",
            repaired(&text)
        );
    }

    #[test]
    fn what_stands_apart_in_a_line_is_no_measure_of_the_others() {
        let foot =
            "www.velluk.example                                                Page 12 of 48";
        let text = format!("{foot}\n\n{LINE}\nThey end\n\n{LINE}\n\n{LINE}\n");
        assert!(
            repaired(&text).contains("before They end"),
            "{}",
            repaired(&text)
        );
    }

    #[test]
    fn lists_quotations_and_verse_keep_their_lines() {
        for text in [
            format!("{LINE}\n- one\n- two\n"),
            format!("{LINE}\n> one\n1. two\n"),
            "Shall I compare\nthee to a line\nof verse?\n".to_owned(),
            format!("{LINE} and after that it goes on and on and on and on and on\n{LINE}\n"),
        ] {
            assert_eq!(repaired(&text), text);
        }
    }
}
