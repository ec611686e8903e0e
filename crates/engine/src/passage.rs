//! Passages: places in a text that can be found again after it was repaired, extracted anew or
//! edited.
//!
//! A passage is what stands there, what stands around it, and where it stood: the W3C's
//! TextQuoteSelector and TextPositionSelector (Web Annotation Data Model, 2017). Letters are
//! compared, folded; white space is not, for it changes most easily.

mod alike;
mod bare;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use self::alike::likest;
use self::bare::Bare;
use crate::text::Span;

/// Characters of a quotation that can be shared. Links stay well below 2,000.
pub const LONGEST_QUOTE: usize = 500;

/// Characters of what stands around a quotation that are kept, on each side.
pub const CONTEXT: usize = 32;

/// Letters of a quotation that can hardly stand twice by chance: so many are believed to be the
/// passage even where all around it has changed.
const TELLING: usize = 20;

/// A place in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// What stands there; never empty.
    pub quote: String,
    /// What stands before it.
    pub before: String,
    /// What stands after it.
    pub after: String,
    /// Characters (code points) of the text before it, as it was.
    pub from: u32,
}

/// How well a passage was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fit {
    /// The same words in the same surroundings.
    Exact,
    /// Elsewhere, or changed: so many hundredths of its letters are the same.
    Moved(u8),
    /// Nothing comes near enough, or several places do.
    Lost,
}

impl Passage {
    /// The passage at a place in a text, on one line; none if only white space stands there. A quotation that
    /// is longer than [`LONGEST_QUOTE`] is cut there.
    pub fn at(text: &str, place: Span) -> Option<Self> {
        let start = place.start as usize;
        let quote = first_chars(place.of(text), LONGEST_QUOTE);
        let lead = quote.len() - quote.trim_start().len();
        let quote = quote.trim();
        let (start, end) = (start + lead, start + lead + quote.len());
        (!quote.is_empty()).then(|| Self {
            quote: spaced(quote),
            before: spaced(last_chars(&text[..start], CONTEXT)),
            after: spaced(first_chars(&text[end..], CONTEXT)),
            from: u32::try_from(text[..start].chars().count()).unwrap_or(u32::MAX),
        })
    }

    /// Finds the passage in a text: the same words in the same surroundings; or else the same
    /// words nearby; or else words like them. Where two places come equally near, it is lost: it
    /// is never silently taken for another. Linear in the text.
    pub fn find(&self, text: &str) -> (Fit, Option<Span>) {
        let bare = Bare::of(text);
        let sought = Sought {
            quote: Bare::of(first_chars(&self.quote, LONGEST_QUOTE)).letters,
            before: Bare::of(last_chars(&self.before, CONTEXT)).letters,
            after: Bare::of(first_chars(&self.after, CONTEXT)).letters,
        };
        if sought.quote.is_empty() {
            return (Fit::Lost, None);
        }
        let stood = bare.letters_before(text, self.from);
        let found =
            same_words(&bare.letters, &sought, stood).or_else(|| likest(&bare.letters, &sought));
        match found {
            Some((fit, letters)) => (fit, Some(bare.source_of(letters))),
            None => (Fit::Lost, None),
        }
    }
}

/// What is sought, in letters.
struct Sought {
    quote: String,
    before: String,
    after: String,
}

/// The place where the very words stand whose surroundings are most alike; if several are, the
/// one nearest to where it stood.
fn same_words(letters: &str, sought: &Sought, stood: usize) -> Option<(Fit, Span)> {
    let context = sought.before.len() + sought.after.len();
    let quote = sought.quote.len();
    if let Some(rest) = letters.get(stood..)
        && rest.starts_with(&sought.quote)
        && letters[..stood].ends_with(&sought.before)
        && rest[quote..].starts_with(&sought.after)
    {
        return Some((Fit::Exact, Span::new(stood, stood + quote)));
    }
    let places = letters.match_indices(&sought.quote);
    let rated = places.map(|(start, quote)| {
        let end = start + quote.len();
        let alike = common_end(&letters[..start], &sought.before)
            + common_start(&letters[end..], &sought.after);
        (alike, start)
    });
    let rated: Vec<(usize, usize)> = rated.collect();
    let most = rated.iter().map(|(alike, _)| *alike).max()?;
    let best = || rated.iter().filter(|(alike, _)| *alike == most);
    let (_, start) = *best().min_by_key(|(_, start)| start.abs_diff(stood))?;
    let is_only = best().count() == 1;
    let fit = if most == context && is_only {
        Fit::Exact
    } else {
        Fit::Moved(100)
    };
    let is_sure =
        2 * most >= context && (most > 0 || is_only) || (is_only && sought.quote.len() >= TELLING);
    let place = Span::new(start, start + sought.quote.len());
    is_sure.then_some((fit, place))
}

/// Bytes of the longest end that both have.
fn common_end(one: &str, other: &str) -> usize {
    let pairs = one.chars().rev().zip(other.chars().rev());
    pairs
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}

/// Bytes of the longest start that both have.
fn common_start(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars());
    pairs
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}

/// A text on one line: any run of white space is a space, and control characters are gone.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            out.extend((!c.is_control()).then_some(c));
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

fn first_chars(text: &str, most: usize) -> &str {
    let end = text
        .char_indices()
        .nth(most)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

fn last_chars(text: &str, most: usize) -> &str {
    let start = text.char_indices().rev().nth(most.saturating_sub(1));
    start.map_or(text, |(at, _)| &text[at..])
}
