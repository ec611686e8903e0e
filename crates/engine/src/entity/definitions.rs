//! Names that a text itself sets side by side: `the Association (ABC)`, `X, also known as Y`.

use super::joins::Join;
use super::names::Names;
use super::{DocumentId, LinkRule, MentionId};
use crate::document::Document;
use crate::mention::Mention;
use crate::text::is_apostrophe;

/// Bytes in the longest stretch between two names that can say that they are one.
const LONGEST: usize = 60;

/// Words between two names of one thing.
const SAME: &[&str] = &[
    "a.k.a",
    "a.k.a.",
    "abbreviated as",
    "abbreviated to",
    "aka",
    "alias",
    "also called",
    "also known as",
    "also tracked as",
    "better known as",
    "born",
    "called",
    "codenamed",
    "commonly known as",
    "dubbed",
    "formerly",
    "formerly known as",
    "known as",
    "nicknamed",
    "now called",
    "now known as",
    "otherwise known as",
    "previously known as",
    "real name",
    "renamed",
    "short for",
    "tracked as",
    "which is also known as",
    "who is also known as",
    "whose real name is",
];

/// Joins names that stand side by side somewhere with words between them that say they are one.
pub(super) fn joins(documents: &[Document], mentions: &[Vec<Mention>], names: &Names) -> Vec<Join> {
    let mut joins = Vec::new();
    for (number, (document, found)) in documents.iter().zip(mentions).enumerate() {
        for (ordinal, pair) in found.windows(2).enumerate() {
            let [Some(one), Some(other)] = [0, 1].map(|k| names.name_of[number][ordinal + k])
            else {
                continue;
            };
            let alike = one != other && names.all[one].key.family == names.all[other].key.family;
            if alike && says_same(&document.text, &pair[0], &pair[1]) {
                joins.push(Join {
                    one,
                    other,
                    rule: LinkRule::Defined,
                    evidence: Some(MentionId {
                        document: DocumentId(number as u32),
                        ordinal: ordinal as u32 + 1,
                    }),
                });
            }
        }
    }
    joins
}

/// Whether the words between two mentions, and the mark after, say that they name one thing.
fn says_same(text: &str, one: &Mention, other: &Mention) -> bool {
    let between = text.get(one.span.range().end..other.span.range().start);
    let Some(between) = between.filter(|between| between.len() <= LONGEST) else {
        return false;
    };
    let is_quote = |c: char| is_apostrophe(c) || matches!(c, '"' | '“' | '”' | '«' | '»');
    let after =
        text[other.span.range().end..].trim_start_matches(|c: char| is_quote(c) || c == ' ');
    let plain = |c: char| !is_quote(c) && !matches!(c, ',' | '(' | '—' | '–');
    let words: String = between
        .chars()
        .map(|c| if plain(c) { c } else { ' ' })
        .collect();
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let words = match words.as_slice() {
        ["s", rest @ ..] => rest,
        words => words,
    };
    let words = match words {
        [rest @ .., "the" | "a"] => rest,
        words => words,
    };
    let bracketed = between.contains('(') && after.starts_with(')');
    words.is_empty() && bracketed || SAME.contains(&words.join(" ").as_str())
}
