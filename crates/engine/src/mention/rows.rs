//! Names in a row are of one kind: `Bruges, Bergen, Novgorod and London`.

use super::claim::Claim;
use super::words::Words;
use super::{Confidence, Kind};

/// A claim this sure keeps its kind whatever stands beside it, in per cent.
const SURE: u8 = 75;

/// Gives a doubtful name between two of one kind that kind, where nothing but a comma or "and" stands
/// between. `claims` are settled and in order.
pub(super) fn fit_into_rows(words: &Words, claims: &mut [Claim]) {
    for at in 1..claims.len().saturating_sub(1) {
        let [before, here, after] = [&claims[at - 1], &claims[at], &claims[at + 1]];
        let row = is_listed(words, before, here) && is_listed(words, here, after);
        let (kind, percent) = (before.kind, here.confidence.as_percent());
        let doubtful = can_change(here.kind) && percent < SURE && here.tokens.len() == 1;
        if row && doubtful && can_change(kind) && kind == after.kind && kind != here.kind {
            claims[at].kind = kind;
            claims[at].confidence = Confidence::percent(percent.max(55));
        }
    }
}

fn can_change(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation | Kind::Place)
}

/// Whether a comma, "and" or both stand between two claims, and nothing else.
fn is_listed(words: &Words, one: &Claim, other: &Claim) -> bool {
    let between = one.tokens.end..other.tokens.start;
    let short =
        matches!(between.len(), 1 | 2) && words.together(one.tokens.start, other.tokens.start);
    short
        && between
            .clone()
            .all(|at| matches!(words.word(at), "," | "and" | "or"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::mention::Finder;

    /// The kinds of names in a row, of which the second is doubtful.
    fn kinds_in(text: &str, percent: u8) -> Vec<Kind> {
        let document = document::read("a.txt", text.as_bytes()).expect("it is text");
        let words = Words::of(&document);
        let names = (0..words.len()).filter(|&at| words.raw(at).starts_with(char::is_uppercase));
        let mut claims: Vec<Claim> = names
            .zip([Kind::Place, Kind::Person, Kind::Place])
            .map(|(at, kind)| Claim::new(at..at + 1, kind, percent, Finder::Tagger))
            .collect();
        fit_into_rows(&words, &mut claims);
        claims.iter().map(|claim| claim.kind).collect()
    }

    #[test]
    fn a_doubtful_name_in_a_row_is_what_its_neighbours_are() {
        use Kind::{Person, Place};
        assert_eq!(kinds_in("in Bergen, Novgorod and London", 60), [Place; 3]);
        assert_eq!(
            kinds_in("in Bergen, Novgorod and London", 80),
            [Place, Person, Place]
        );
        assert_eq!(
            kinds_in("in Bergen, where Novgorod met London", 60),
            [Place, Person, Place]
        );
    }
}
