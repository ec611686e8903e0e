//! Who speaks, in texts that put the name before what is said: `Velluk: I was not there.`

use std::collections::BTreeMap;
use std::ops::Range;

use crate::mention::claim::Claim;
use crate::mention::lexicon::{Is, List};
use crate::mention::listed::begins_listed;
use crate::mention::words::Words;
use crate::mention::{Finder, Kind};
use crate::text::{Gap, Shape};

/// Words in the longest name that is looked for.
const LONGEST: usize = 3;

/// Lines that must begin so for a text to be one of speakers.
const LINES: usize = 3;

/// The names before a colon at the beginnings of lines, where enough lines begin so and one of the
/// names at least comes again.
pub(super) fn speakers(words: &Words) -> Vec<Claim> {
    let labels: Vec<Range<usize>> = (0..words.len()).filter_map(|at| label(words, at)).collect();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for label in &labels {
        *times.entry(words.key(label.clone())).or_default() += 1;
    }
    if labels.len() < LINES || times.values().all(|&times| times < 2) {
        return Vec::new();
    }
    let named = labels
        .into_iter()
        .map(|label| Claim::new(label, Kind::Person, 90, Finder::Persons));
    named.collect()
}

/// Unknown words that look like a name, at the beginning of a line and before a colon.
fn label(words: &Words, at: usize) -> Option<Range<usize>> {
    let begins = matches!(words.tokens[at].gap, Gap::Line | Gap::Paragraph) || at == 0;
    let marks = (at..words.len())
        .take(2)
        .take_while(|&mark| matches!(words.raw(mark), "*" | "**" | "-" | "—" | "–"))
        .count();
    let from = at + marks;
    let start = match begins_listed(words, &[List::Roles], from.min(words.len())) {
        Some(title) if begins => title.end,
        _ => from,
    };
    let is_part = |next: usize| {
        words.together(start, next)
            && (next == start || matches!(words.tokens[next].gap, Gap::Space))
            && words.is_word(next)
            && words.shape(next).is_capitalised()
            && words.shape(next) != Shape::Caseless
            && !words.is(next, Is::Ordinary)
            && !words.is(next, Is::Calendar)
            && !words.is(next, Is::Abbreviation)
    };
    if !begins || start >= words.len() {
        return None;
    }
    let count = (start..words.len())
        .take_while(|&next| is_part(next))
        .take(LONGEST + 1)
        .count();
    let end = start + count;
    let marks = (end..words.len())
        .take(2)
        .take_while(|&mark| matches!(words.raw(mark), "*" | "**"))
        .count();
    let colon = end + marks;
    let places = &[
        List::Countries,
        List::Cities,
        List::Regions,
        List::Organisations,
    ];
    let speaks = words.together(start, colon)
        && words.raw(colon) == ":"
        && words.together(start, colon + 1)
        && words.tokens[colon + 1].gap != Gap::None;
    let named = (1..=LONGEST).contains(&count) && begins_listed(words, places, start).is_none();
    (named && speaks).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Person;
    use crate::mention::marked::check;

    #[test]
    fn who_speaks_stands_before_a_colon() {
        check(
            Person,
            "⟦Sikrano⟧: I was not there.\n\n⟦Velluk⟧: You were.\n\n⟦Sikrano⟧: Who said so?\n\nNote: it rained.",
        );
        check(
            Person,
            "Velluk: a novel.\n\nSikrano: another.\n\nQortaq: the third.",
        );
    }
}
