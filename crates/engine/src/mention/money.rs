//! Sums of money, which name nothing: `US$365 million`, `HK$5`. Their letters are no country.

use std::ops::Range;

use super::claim::Claim;
use super::words::Words;
use crate::text::{Class, Gap};

/// Leaves out the claims that are part of a sum.
pub(super) fn without_money(words: &Words, claims: &mut Vec<Claim>) {
    claims.retain(|claim| !is_sum(words, &claim.tokens));
}

/// Whether a sign of a currency touches the end of what is named, and a number the sign.
fn is_sum(words: &Words, tokens: &Range<usize>) -> bool {
    let touches = |at: usize| at < words.len() && words.tokens[at].gap == Gap::None;
    let sign = tokens.end;
    let short = tokens.len() == 1 && words.raw(tokens.start).len() <= 3;
    short
        && touches(sign)
        && matches!(words.raw(sign), "$" | "£" | "€" | "¥")
        && sign + 1 < words.len()
        && words.tokens[sign + 1].class == Class::Number
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Place;
    use crate::mention::marked::check_all;

    #[test]
    fn the_letters_of_a_currency_are_no_country() {
        check_all(Place, &["It cost US$365 million, and in the ⟦US⟧ $3 more."]);
    }
}
