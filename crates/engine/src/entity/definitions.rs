//! Names that a text itself sets side by side: `the Association (ABC)`, `X, also known as Y`.

use super::joins::Join;
use super::names::{Family, Names};
use super::{DocumentId, LinkRule, MentionId};
use crate::document::Document;
use crate::mention::{Kind, Mention};
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
    "also referred to as",
    "also tracked as",
    "better known as",
    "born",
    "called",
    "changed its name to",
    "codenamed",
    "commonly known as",
    "dubbed",
    "formerly",
    "formerly known as",
    "has been renamed",
    "has since been renamed",
    "in english",
    "known as",
    "later known as",
    "later renamed",
    "nicknamed",
    "now called",
    "now known as",
    "now renamed",
    "operating as",
    "originally called",
    "originally known as",
    "otherwise known as",
    "previously known as",
    "real name",
    "rebranded as",
    "rebranded itself",
    "rebranded itself as",
    "renamed",
    "renamed as",
    "renamed itself",
    "short for",
    "since renamed",
    "then called",
    "then known as",
    "tracked as",
    "tracked by others as",
    "tracks as",
    "trading as",
    "which became",
    "which changed its name to",
    "which is also known as",
    "which is called",
    "which is now called",
    "which is now known as",
    "which later became",
    "which was renamed",
    "who goes by",
    "who is also known as",
    "who was born",
    "whose full name is",
    "whose real name is",
];

/// Joins names that stand side by side somewhere with words between them that say they are one.
pub(super) fn joins(documents: &[Document], mentions: &[Vec<Mention>], names: &Names) -> Vec<Join> {
    let mut joins = Vec::new();
    for (number, (document, found)) in documents.iter().zip(mentions).enumerate() {
        let mut listing = Listing::Closed;
        for (ordinal, pair) in found.windows(2).enumerate() {
            let [Some(one), Some(other)] = [0, 1].map(|k| names.name_of[number][ordinal + k])
            else {
                continue;
            };
            let alike = one != other && names.all[one].key.family == names.all[other].key.family;
            let family = names.all[one].key.family;
            listing = listing.after(&document.text, &pair[0], &pair[1], family);
            let is_listed = listing == Listing::Open;
            // "NAIROBI (Reuters)" is where an agency reports from.
            let differ = [&pair[0], &pair[1]].map(|mention| mention.kind)
                == [Kind::Place, Kind::Organisation];
            if alike
                && !differ
                && (is_listed || says_same(&document.text, &pair[0], &pair[1], family))
            {
                joins.push(Join {
                    one,
                    other,
                    rule: match family {
                        Family::Group => LinkRule::Reported,
                        _ => LinkRule::Defined,
                    },
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

/// Whether names of a group are being listed in brackets after the first: `A (B, C and D)`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listing {
    Closed,
    Open,
}

impl Listing {
    /// Whether the second of two mentions stands in such a list.
    fn after(self, text: &str, one: &Mention, other: &Mention, family: Family) -> Self {
        let between = text.get(one.span.range().end..other.span.range().start);
        let after = &text[other.span.range().end..];
        let goes_on = match (self, between.map(str::trim)) {
            (_, Some("(")) => closes_soon(after),
            (Self::Open, Some("," | "/" | ";" | "and" | "or" | ", and" | ", or")) => {
                after.starts_with(')') || closes_soon(after)
            }
            _ => false,
        };
        match goes_on && family == Family::Group {
            true => Self::Open,
            false => Self::Closed,
        }
    }
}

/// Whether more names of a group follow in brackets that have been opened.
fn closes_soon(after: &str) -> bool {
    let end = after.find(')').filter(|&end| end <= LONGEST);
    let inside = end.and_then(|end| after.get(..end)).unwrap_or("—.");
    let goes_on = inside.starts_with([',', '/', ';']) || inside.starts_with(" and ");
    goes_on && !inside.contains(['.', '('])
}

/// Whether the words between two mentions, and the mark after, say that they name one thing.
fn says_same(text: &str, one: &Mention, other: &Mention, family: Family) -> bool {
    let between = text.get(one.span.range().end..other.span.range().start);
    let Some(between) = between.filter(|between| between.len() <= LONGEST) else {
        return false;
    };
    let is_quote = |c: char| is_apostrophe(c) || matches!(c, '"' | '“' | '”' | '«' | '»');
    let after =
        text[other.span.range().end..].trim_start_matches(|c: char| is_quote(c) || c == ' ');
    let plain = |c: char| !is_quote(c) && !matches!(c, ',' | '(' | ':' | '—' | '–');
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
    let words = words.join(" ");
    match words.as_str() {
        "" => bracketed,
        "now" | "later" => family == Family::Thing,
        "or" => between.starts_with(',') && after.starts_with([',', '.', ';', ':']),
        // "Ada, called Grace a liar" says nothing of a name.
        "called" if family == Family::Person => between.contains(['"', '“']),
        words => SAME.contains(&words),
    }
}
