//! Agencies in the datelines of their reports: `ROTTERDAM, March 14 (Reuters) - Gale-force winds …`.

use super::claim;
use crate::mention::claim::Claim;
use crate::mention::lexicon::{Is, List};
use crate::mention::listed::begins_listed;
use crate::mention::words::{Casing, Words};
use crate::text::Gap;

/// Tokens of a paragraph among which the bracket may open.
const FAR: usize = 14;

/// Tokens in the longest name that is looked for.
const LONGEST: usize = 5;

/// The name in the brackets at `at`, after a place and before a dash.
pub(super) fn agency(words: &Words, at: usize) -> Option<Claim> {
    if words.raw(at) != "(" {
        return None;
    }
    let first = (at.saturating_sub(FAR)..at)
        .rev()
        .find(|&first| words.tokens[first].gap == Gap::Paragraph)?;
    let close =
        (at + 2..words.len().min(at + 2 + LONGEST)).find(|&close| words.raw(close) == ")")?;
    let dash = close + 1 < words.len()
        && words.together(at, close + 1)
        && matches!(words.raw(close + 1), "-" | "–" | "—" | "--");
    let named = |at: usize| {
        words.is_word(at)
            && !words.is(at, Is::Calendar)
            && (words.shape(at).is_capitalised() || words.casing(at) != Casing::Mixed)
    };
    let place = &[List::Cities, List::Regions, List::Countries];
    let placed =
        words.shape(first).is_capitalised() || begins_listed(words, place, first).is_some();
    let told = dash && placed && (at + 1..close).all(named);
    told.then(|| claim(at + 1..close, 93))
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Organisation;
    use crate::mention::marked::check_all;

    #[test]
    fn a_dateline_has_its_agency_in_brackets() {
        check_all(
            Organisation,
            &[
                "MOMBASA, Kenya, Sept 16 (⟦Velluk Ocean Wire⟧) - Trucks queued for a third day.",
                "Velluk said so (on Monday) - and left.",
            ],
        );
    }
}
