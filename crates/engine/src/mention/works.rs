//! Works and products: listed ones, and quoted titles after a word for a work.

use super::claim::Claim;
use super::lexicon::List;
use super::listed::listed;
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};

pub(super) struct Works;

const WORKS: &[&str] = &[
    "book",
    "novel",
    "film",
    "movie",
    "documentary",
    "song",
    "album",
    "single",
    "series",
    "play",
    "opera",
    "ballet",
    "musical",
    "poem",
    "essay",
    "memoir",
    "autobiography",
    "biography",
    "painting",
    "sculpture",
    "podcast",
    "show",
    "game",
    "titled",
    "entitled",
    "manifesto",
    "bestseller",
    "trilogy",
    "symphony",
    "thriller",
];

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
    let named = WORKS.contains(&words.before(at))
        || at > 1 && words.raw(at - 1) == "," && WORKS.contains(&words.before(at - 1));
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
