use super::{End, Phrase, Query};
use crate::complaint::{Complaint, Complaints, quoted};
use crate::index::words;
use crate::text::Span;

/// Characters of a query that are read.
pub const LONGEST_QUERY: usize = 2_000;

/// A word being typed must have as many letters before it is taken for the start of a longer one:
/// `us` is not asking for `used`.
const SHORTEST_OPEN: usize = 3;

impl Query {
    /// Reads what was typed. Words may stand in any order; those in quotation marks, and those
    /// that a hyphen or an apostrophe joins, stand as they are. A `-` before either refuses it.
    ///
    /// The last word, while nothing follows it, may be the start of a longer one: results come
    /// while a reader still types. A space behind it ends it.
    pub fn parse(typed: &str) -> (Query, Vec<Complaint>) {
        let mut complaints = Complaints::default();
        let typed = shorten(typed, &mut complaints);
        let mut query = Query::default();
        let mut rest = typed.trim_start();
        while !rest.is_empty() {
            let refused = rest.strip_prefix('-').filter(|after| !after.is_empty());
            let (phrase, after) = next_phrase(refused.unwrap_or(rest));
            let place = Span::new(typed.len() - rest.len(), typed.len() - after.len());
            match (phrase, refused) {
                (Some(phrase), None) => query.asked.push(phrase),
                (Some(phrase), Some(_)) => query.refused.push(phrase),
                (None, _) => complaints.add(|| no_word(typed, place)),
            }
            rest = after.trim_start();
        }
        (query, complaints.finish())
    }
}

fn shorten<'a>(typed: &'a str, complaints: &mut Complaints) -> &'a str {
    let Some((end, _)) = typed.char_indices().nth(LONGEST_QUERY) else {
        return typed;
    };
    complaints.add(|| {
        let message = format!("Only the first {LONGEST_QUERY} characters were searched for.");
        Complaint::at(Span::new(end, typed.len()), message)
    });
    &typed[..end]
}

/// The first phrase of what was typed, if it has words, and what comes after it.
fn next_phrase(typed: &str) -> (Option<Phrase>, &str) {
    match typed.strip_prefix('"') {
        Some(quoted) => {
            let (inside, after) = quoted.split_once('"').unwrap_or((quoted, ""));
            (phrase(inside, End::Whole), after)
        }
        None => {
            let end = typed.find(|c: char| c == '"' || c.is_whitespace());
            let (word, after) = typed.split_at(end.unwrap_or(typed.len()));
            let is_last = after.is_empty() && word.chars().count() >= SHORTEST_OPEN;
            (
                phrase(word, if is_last { End::Open } else { End::Whole }),
                after,
            )
        }
    }
}

fn phrase(typed: &str, end: End) -> Option<Phrase> {
    let words: Vec<_> = words(typed).into_iter().map(|(_, word)| word).collect();
    (!words.is_empty()).then_some(Phrase { words, end })
}

fn no_word(typed: &str, place: Span) -> Complaint {
    let asked = quoted(place.of(typed));
    Complaint::at(
        place,
        format!("{asked} has no letter or digit to search for."),
    )
}
