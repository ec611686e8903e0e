//! Titles of works without quotes: `wrote Concrete Thinking (1979)`, `a screening of The Quiet Strand`.

use std::ops::Range;

use super::{is_telling_capital, is_year};
use crate::mention::claim::Claim;
use crate::mention::lexicon::{Is, List};
use crate::mention::listed::begins_listed;
use crate::mention::words::Words;
use crate::mention::{Finder, Kind};
use crate::text::Class;

/// Tokens in the longest title that is looked for.
const LONGEST: usize = 10;

/// Tokens before a title among which a word for a work may stand.
const NEAR: usize = 3;

/// A title that begins at `at`: ordinary words with capitals, with a year in brackets after them or a
/// word for a work before.
pub(super) fn bare(words: &Words, at: usize) -> Option<Claim> {
    let inside = at > 0 && words.together(at, at - 1) && is_part(words, at - 1);
    if inside || !is_telling_capital(words, at) || words.is_initial(at) {
        return None;
    }
    let title = at..end(words, at);
    let dated = is_dated(words, title.end);
    let article = matches!(words.word(at), "the" | "a");
    let owned = words.raw(at) == "The" && words.before(at) == "'s" && title.len() > 1;
    let told = owned
        || dated && article && title.len() > 2
        || (dated || is_announced(words, at)) && is_made_of_ordinary_words(words, &title);
    (told && !is_known(words, &title)).then(|| Claim::new(title, Kind::Work, 84, Finder::Works))
}

/// A word with a capital, or a hyphen.
fn is_part(words: &Words, at: usize) -> bool {
    words.is_word(at) && is_telling_capital(words, at) || words.raw(at) == "-"
}

/// Where the title ends: small words belong to it if capitals follow.
fn end(words: &Words, at: usize) -> usize {
    let mut end = at + 1;
    let mut next = end;
    while words.together(at, next) && words.is_joined(next) && next - at < LONGEST {
        if is_part(words, next) {
            end = next + 1;
        } else if !is_small(words, next) {
            break;
        }
        next += 1;
    }
    end
}

fn is_small(words: &Words, at: usize) -> bool {
    matches!(
        words.word(at),
        "a" | "an" | "the" | "of" | "in" | "on" | "to" | "for" | "with" | "my" | "your"
    )
}

/// `(1979)` after it.
fn is_dated(words: &Words, at: usize) -> bool {
    words.together(at - 1, at)
        && words.together(at - 1, at + 2)
        && words.raw(at) == "("
        && is_year(words.raw(at + 1))
        && words.raw(at + 2) == ")"
}

/// A word for a work, or for making or showing one, and small words at most between.
fn is_announced(words: &Words, at: usize) -> bool {
    let from = at.saturating_sub(NEAR).max(words.sentence(at).tokens.start);
    let mut before = (from..at).rev();
    let small = |at: usize| {
        matches!(words.word(at), "of" | "called" | "entitled")
            || words.raw(at) == "," && at > 1 && is_whose(words.word(at - 2))
    };
    let close = before.find(|&before| !small(before));
    close.is_some_and(|noun| words.is(noun, Is::BeforeTitle) && !words.is_initial(noun))
}

/// `my memoir, `: of a work of somebody's the title may stand after a comma.
fn is_whose(word: &str) -> bool {
    matches!(
        word,
        "my" | "his" | "her" | "their" | "our" | "your" | "'s" | "first" | "latest" | "new"
    )
}

/// Whether it has two words or more, and none that is a name of something else.
fn is_made_of_ordinary_words(words: &Words, title: &Range<usize>) -> bool {
    let told = |at: &usize| words.tokens[*at].class == Class::Word && !is_small(words, *at);
    let named: Vec<usize> = title.clone().filter(told).collect();
    let count = |is: Is| named.iter().filter(|&&at| words.is(at, is)).count();
    // After an article one word may be unknown: "The Quiet Strand".
    let unknown = usize::from(matches!(words.word(title.start), "the" | "a") && named.len() > 1);
    named.len() > 1
        && count(Is::Ordinary) + unknown >= named.len()
        && count(Is::FirstName) < named.len()
}

/// Whether it is the name of something else: listed, or ending in what says so.
fn is_known(words: &Words, title: &Range<usize>) -> bool {
    const OTHERS: &[List] = &[List::Roles, List::Organisations, List::Countries];
    let last = title.end - 1;
    [Is::Body, Is::Place, Is::Event]
        .iter()
        .any(|&is| words.is(last, is))
        || words.is(title.start, Is::BodyFirst)
        || begins_listed(words, OTHERS, title.start).is_some()
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Work;
    use crate::mention::marked::check_all;

    #[test]
    fn ordinary_words_with_capitals_are_a_title_beside_a_word_for_a_work() {
        check_all(
            Work,
            &[
                "She directed ⟦The Quiet Strand⟧ and wrote ⟦A Pocket of Glass⟧.",
                "It was printed as ⟦Concrete Thinking⟧ (1979).",
                "Now comes ⟦The Unbending Velluk⟧ (2021).",
                "He read the novel ⟦Open Country⟧ twice.",
                "In her memoir, ⟦Heavy Weather⟧, she says so.",
                "In the memoir, Old Friends are few.",
            ],
        );
    }

    #[test]
    fn a_body_or_a_person_is_none() {
        check_all(
            Work,
            &[
                "She directed the Water Board and wrote Prime Minister Rose a note.",
                "He wrote to Grace Stone.",
                "The author of it, Ada Lovelace (1815) is dead.",
            ],
        );
    }
}
