//! What an entity is said to be: "the director of the service", with everybody who says so.
//!
//! Read off the words right beside its mentions: a description set between commas, one after "is",
//! and a title before the name. Documents may disagree; each is told with its sources.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::context::{evened, part_of, sentence_around};
use super::{ContextLine, Engine};
use crate::entity::MentionId;
use crate::text::Span;
use crate::text::fold::fold;

/// Descriptions that are told.
const MOST_DESCRIBED: usize = 12;

/// Sources that are told of each.
const MOST_SOURCES: usize = 4;

/// Bytes of the longest description.
const LONGEST: usize = 90;

/// Something that an entity is said to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Described {
    /// What it is said to be, in the words of the first who says so.
    pub says: String,
    /// How often.
    pub count: u32,
    /// Where; the first few.
    pub sources: Vec<ContextLine>,
}

impl Engine {
    /// What these mentions of an entity are said to be, most often first.
    pub(super) fn described(&self, mentions: &[MentionId]) -> Vec<Described> {
        let mut by_words: BTreeMap<String, (String, Vec<MentionId>)> = BTreeMap::new();
        for &mention in mentions {
            for says in self.descriptions(mention) {
                let entry = by_words.entry(plain(&says));
                let (_, sources) = entry.or_insert_with(|| (says, Vec::new()));
                if sources.last() != Some(&mention) {
                    sources.push(mention);
                }
            }
        }
        let described = by_words.into_values().map(|(says, sources)| Described {
            says,
            count: sources.len() as u32,
            sources: sources
                .iter()
                .take(MOST_SOURCES)
                .map(|&mention| self.context_line(mention))
                .collect(),
        });
        let mut described: Vec<Described> = described.collect();
        described.sort_by_key(|described| std::cmp::Reverse(described.count));
        described.truncate(MOST_DESCRIBED);
        described
    }

    fn descriptions(&self, id: MentionId) -> Vec<String> {
        let document = &self.corpus.documents[id.document.0 as usize];
        let mention = &self.corpus.mentions[id.document.0 as usize][id.ordinal as usize];
        let part = part_of(&document.parts, mention.span);
        let sentence = sentence_around(&document.text, part, mention.span);
        let side = |start, end| Span { start, end }.of(&document.text);
        let before = side(sentence.start, mention.span.start);
        let after = side(mention.span.end, sentence.end);
        [set_after(after), said_after(after), set_before(before)]
            .into_iter()
            .flatten()
            .map(|says| evened(says.trim()))
            .collect()
    }
}

/// `NAME, the director of the service, …`
fn set_after(after: &str) -> Option<&str> {
    let rest = after.strip_prefix(", ")?;
    let end = rest.find([',', '.', ';', ':', '(', '—', '–', '?', '!', '"', '”'])?;
    let says = rest.get(..end)?;
    let closes = rest[end..].starts_with([',', '.', ';', ')', '—', '–']);
    (closes && is_description(says)).then_some(says)
}

/// `NAME is the director of the service`
fn said_after(after: &str) -> Option<&str> {
    const VERBS: [&str; 4] = [" is ", " was ", " has been ", " had been "];
    let rest = VERBS.iter().find_map(|verb| after.strip_prefix(verb))?;
    let end = rest.find([',', '.', ';', ':', '(', '—', '–', '?', '!', '"', '”']);
    let says = rest.get(..end.unwrap_or(rest.len()))?;
    let clause = [
        " who ", " which ", " that ", " and ", " but ", " when ", " where ",
    ];
    let cut = clause.iter().filter_map(|word| says.find(word)).min();
    let says = says.get(..cut.unwrap_or(says.len()))?;
    let starts = ["a ", "an ", "the ", "one of "];
    let is_said = starts.iter().any(|start| says.starts_with(start));
    (is_said && is_description(says)).then_some(says)
}

/// `the director NAME`, `Director NAME`: from the article, or the title alone.
fn set_before(before: &str) -> Option<&str> {
    let before = before.strip_suffix(' ')?;
    let last = before.rsplit([' ', '(', '“', '"']).next()?;
    if !is_role(&fold(last)) {
        return None;
    }
    let clause = before.rfind([
        ',', '.', ';', ':', '(', ')', '“', '”', '"', '—', '–', '?', '!',
    ]);
    let start = clause.map_or(0, |at| before.ceil_char_boundary(at + 1));
    let clause = &before[start..];
    let articles = [" the ", " a ", " an ", "The ", "A ", "An "];
    let article = articles
        .iter()
        .filter_map(|article| clause.rfind(article))
        .max();
    let says = match article {
        Some(at) => clause[at..].trim(),
        None => last,
    };
    let words = says.split_whitespace().count();
    (words <= 8 && says.len() <= LONGEST).then_some(says)
}

/// Whether words are no clause of their own, but name what somebody is.
fn is_description(says: &str) -> bool {
    const STARTS: [&str; 14] = [
        "a",
        "an",
        "the",
        "former",
        "then",
        "chief",
        "head",
        "director",
        "president",
        "founder",
        "one",
        "his",
        "her",
        "its",
    ];
    const CLAUSES: [&str; 13] = [
        "said",
        "says",
        "told",
        "according",
        "he",
        "she",
        "they",
        "it",
        "who",
        "which",
        "was",
        "were",
        "has",
    ];
    let says = fold(says);
    let mut words = says.split_whitespace();
    let starts = words
        .next()
        .is_some_and(|word| STARTS.contains(&word) || is_role(word));
    let count = words.clone().count();
    starts
        && says.len() <= LONGEST
        && count <= 14
        && count > 0
        && !words.any(|word| CLAUSES.contains(&word))
}

/// Whether a word says what people or bodies are.
fn is_role(word: &str) -> bool {
    const ROLES: &[&str] = &[
        "adviser",
        "advisor",
        "agency",
        "ambassador",
        "analyst",
        "author",
        "bank",
        "boss",
        "candidate",
        "captain",
        "chairman",
        "chairwoman",
        "chief",
        "city",
        "colonel",
        "columnist",
        "commissioner",
        "committee",
        "company",
        "congressman",
        "correspondent",
        "country",
        "daily",
        "director",
        "editor",
        "engineer",
        "expert",
        "firm",
        "founder",
        "general",
        "governor",
        "group",
        "hacker",
        "journalist",
        "judge",
        "king",
        "lawyer",
        "leader",
        "magazine",
        "mayor",
        "minister",
        "newspaper",
        "nominee",
        "officer",
        "official",
        "organisation",
        "organization",
        "outlet",
        "owner",
        "party",
        "president",
        "prince",
        "princess",
        "professor",
        "programme",
        "prosecutor",
        "queen",
        "reporter",
        "researcher",
        "secretary",
        "senator",
        "service",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "teacher",
        "university",
        "website",
        "writer",
    ];
    ROLES.binary_search(&word).is_ok()
}

/// Words as descriptions are compared: without an article before them.
fn plain(says: &str) -> String {
    let folded = fold(says);
    let mut words = folded.split_whitespace().peekable();
    words.next_if(|word| matches!(*word, "a" | "an" | "the"));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands between the brackets is said of what stands between the bars.
    #[track_caller]
    fn check(drawn: &str) {
        let (before, rest) = drawn.split_once('|').expect("a name begins");
        let (_, after) = rest.split_once('|').expect("a name ends");
        let plain = |text: &str| text.replace(['[', ']'], "");
        let drawn_says = drawn
            .split_once('[')
            .and_then(|(_, rest)| rest.split_once(']'));
        let (before, after) = (plain(before), plain(after));
        let said = [set_after(&after), said_after(&after), set_before(&before)];
        let said: Vec<&str> = said.into_iter().flatten().collect();
        let expected: Vec<&str> = drawn_says.into_iter().map(|(says, _)| says).collect();
        assert_eq!(said, expected, "{drawn}");
    }

    #[test]
    fn what_stands_beside_a_name_describes_it() {
        check("|Ada Loon|, [the director of the harbour], left.");
        check("|Ada Loon|, [former chief of the harbour]; she left.");
        check("|Ada Loon| is [an engineer] who left.");
        check("Then [the harbour director] |Ada Loon| left.");
        check("Then [President] |Loon| left.");
        check("He met [the Dutch intelligence service] |HID|.");
    }

    #[test]
    fn what_goes_on_beside_a_name_does_not() {
        check("|Ada Loon|, the papers said, left.");
        check("|Ada Loon|, Bob and Eve left.");
        check("|Ada Loon| is late.");
        check("Then |Ada Loon| left, the director stayed.");
    }

    #[test]
    fn articles_make_no_difference() {
        assert_eq!(plain("The Director"), plain("director"));
    }
}
