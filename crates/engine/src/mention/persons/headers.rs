//! Names in the headers of mail, which put the surname first: `To: Sandahl, Erik`.

use crate::mention::claim::Claim;
use crate::mention::lexicon::Is;
use crate::mention::words::Words;
use crate::mention::{Finder, Kind};
use crate::text::{Class, Gap};

/// Tokens of a line among which the name may stand after the header's word.
const FAR: usize = 24;

/// A surname, a comma and a first name that end there or are parted from what follows.
pub(super) fn turned(words: &Words, at: usize) -> Option<Claim> {
    let end = at + 3;
    let named = end <= words.len()
        && words.raw(at + 1) == ","
        && words.together(at, end - 1)
        && is_name(words, at)
        && is_name(words, at + 2)
        && words.is(at + 2, Is::FirstName)
        && !words.is(at, Is::FirstName);
    let ends = end >= words.len()
        || matches!(
            words.tokens[end.min(words.len() - 1)].gap,
            Gap::Line | Gap::Paragraph
        )
        || matches!(words.raw(end), ";" | "<" | "[" | "(");
    (named && ends && is_in_a_header(words, at))
        .then(|| Claim::new(at..end, Kind::Person, 95, Finder::Persons))
}

fn is_name(words: &Words, at: usize) -> bool {
    words.tokens[at].class == Class::Word && words.shape(at).is_capitalised()
}

/// Whether the line begins with `To:` and the like.
fn is_in_a_header(words: &Words, at: usize) -> bool {
    let begins = |line: &usize| matches!(words.tokens[*line].gap, Gap::Line | Gap::Paragraph);
    let line = (at.saturating_sub(FAR)..at).rev().find(begins);
    let line = line.or((at <= FAR).then_some(0));
    line.is_some_and(|line| {
        matches!(words.word(line), "to" | "from" | "cc" | "bcc") && words.raw(line + 1) == ":"
    })
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Person;
    use crate::mention::marked::check;

    #[test]
    fn a_header_puts_the_surname_first() {
        check(
            Person,
            "From: ⟦Sandahl, Erik⟧\nTo: ⟦Velluk, Ada⟧; ⟦Kortaq, John⟧\nSubject: Velluk, ⟦Ada⟧ and others\n\nIt rained.",
        );
    }
}
