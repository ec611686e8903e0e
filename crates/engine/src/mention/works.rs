//! Works and products: listed ones, and quoted titles after a word for a work.

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::listed::listed;
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};

pub(super) struct Works;

impl Recogniser for Works {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let mut claims = Vec::new();
        claims.extend(listed(words, &[List::Works], Kind::Work, 88, Finder::Works));
        claims.extend(listed(
            words,
            &[List::Products],
            Kind::Product,
            80,
            Finder::Works,
        ));
        for at in 0..words.len() {
            claims.extend(quoted_title(words, at));
        }
        claims
    }
}

/// `the film “Metropolis”`: a title of at most ten words in quotes, with capitals.
fn quoted_title(words: &Words, at: usize) -> Option<Claim> {
    let opens = matches!(words.raw(at), "\"" | "“" | "‘" | "'" | "«");
    let is_noun = |before: Option<usize>| {
        before.is_some_and(|before| words.together(at, before) && words.is(before, Is::BeforeTitle))
    };
    let comma = words.before(at) == ",";
    let named = is_noun(at.checked_sub(1 + usize::from(comma)));
    if !opens || !named || words.casing(at) == Casing::Lower {
        return None;
    }
    let closes = |at: usize| matches!(words.raw(at), "\"" | "”" | "’" | "'" | "»");
    let from = at + 1;
    let end = (from..words.len().min(from + 14)).find(|&next| closes(next))?;
    let mut last = end;
    while last > from && matches!(words.raw(last - 1), "," | ".") {
        last -= 1;
    }
    let titled = last > from && words.shape(from) != crate::text::Shape::Lower;
    titled.then(|| Claim::new(from..last, Kind::Work, 85, Finder::Works))
}
