//! Companies, by the legal form that ends their names or by the sign that joins partners.

use super::{bodies, claim, is_capital};
use crate::mention::claim::Claim;
use crate::mention::lexicon::Is;
use crate::mention::words::{Casing, Words};
use crate::text::Gap;

/// Words in the longest name that is looked for where all letters are capitals.
const LONGEST: usize = 6;

/// `Recorded Systems Inc.`, `Müller GmbH`, `Meridian Freight plc`, `MERIDIAN FREIGHT PLC`.
pub(super) fn company(words: &Words, at: usize) -> Option<Claim> {
    if at == 0 || !words.is(at, Is::LegalForm) || !is_form(words, at) {
        return None;
    }
    let comma = usize::from(words.raw(at - 1) == ",");
    let last = at
        .checked_sub(1 + comma)
        .filter(|&last| words.together(at, last))?;
    let start = match words.casing(at) {
        Casing::Capitals => start_in_capitals(words, last)?,
        _ if is_capital(words, last) => start(words, last),
        _ => return None,
    };
    let point = words.together(at, at + 1)
        && words.raw(at + 1) == "."
        && words.tokens[at + 1].gap == Gap::None
        && words.word(at).len() < 5;
    Some(claim(start..at + 1 + usize::from(point), 92))
}

/// A legal form with a capital, or one that is written without.
fn is_form(words: &Words, at: usize) -> bool {
    let small = matches!(
        words.raw(at),
        "plc" | "gmbh" | "ltd" | "llc" | "spa" | "oyj"
    );
    let in_capitals = words.casing(at) == Casing::Capitals && words.word(at).len() > 2;
    is_capital(words, at) || in_capitals || small && words.casing(at) == Casing::Mixed
}

/// Where a company's name begins that ends at `last`: after the part it plays in a court.
fn start(words: &Words, last: usize) -> usize {
    let start = bodies::start(words, last);
    let part = matches!(
        words.word(start),
        "plaintiff" | "defendant" | "claimant" | "appellant" | "respondent" | "petitioner"
    );
    start + usize::from(part && start < last)
}

/// In capitals alone a name has the words of its line before the form, if they are few.
fn start_in_capitals(words: &Words, last: usize) -> Option<usize> {
    let belongs = |before: &usize| {
        words.together(last, *before)
            && (words.is_word(*before) && !words.is(*before, Is::Function)
                || matches!(words.raw(*before), "&" | "-"))
    };
    let mut start = last + 1;
    while let Some(before) = start.checked_sub(1).filter(belongs) {
        start = before;
        if last - start >= LONGEST {
            return None;
        }
        if words.tokens[start].gap != Gap::None && words.tokens[start].gap != Gap::Space {
            break;
        }
    }
    (start <= last).then_some(start)
}

/// `Symonds & Pike`: what joins two names so is a firm; initials alone may stand for anything.
pub(super) fn partners(words: &Words, at: usize) -> Option<Claim> {
    let long = |at: usize| is_capital(words, at) && words.raw(at).chars().nth(1).is_some();
    let last = at + 1;
    let joins = words.raw(at) == "&" && at > 0 && words.together(at - 1, last);
    let couple = |at: usize| words.is(at, Is::FirstName);
    if !joins || !long(at - 1) || !long(last) || couple(at - 1) || couple(last) {
        return None;
    }
    let start = start(words, at - 1);
    let more = (last..words.len())
        .take_while(|&next| words.together(at, next) && words.is_joined(next))
        .take_while(|&next| is_capital(words, next));
    let end = last + more.count();
    let topics = (start..end).all(|part| part == at || words.is(part, Is::Ordinary));
    (!topics).then(|| claim(start..end, 86))
}

/// `Vestas Wind Systems A/S`: a legal form with a stroke.
pub(super) fn danish(words: &Words, at: usize) -> Option<Claim> {
    let form = at > 0
        && words.raw(at) == "/"
        && matches!(words.raw(at - 1), "A" | "I")
        && words.word_near(at, Some(at + 1)) == "s";
    let last = at
        .checked_sub(2)
        .filter(|&last| form && words.together(at, last))?;
    is_capital(words, last).then(|| claim(start(words, last)..at + 2, 92))
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Organisation;
    use crate::mention::marked::check_all;

    #[test]
    fn a_company_has_a_legal_form() {
        check_all(
            Organisation,
            &[
                "⟦Galp Energia SGPS⟧ sold ⟦Meridian Freight LLC⟧ to ⟦Vestas Wind Systems A/S⟧.",
                "It was ⟦General Electric Co.⟧ that paid.",
            ],
        );
    }

    #[test]
    fn a_form_may_have_small_letters_and_a_name_capitals_alone() {
        check_all(
            Organisation,
            &[
                "They sued ⟦Velluk Freight plc⟧ and defendant ⟦Sikrano Lines Ltd⟧ again.",
                "Plaintiff ⟦Velluk Line A/S⟧ sued.",
                "⟦VELLUK FREIGHT PLC⟧, PLAINTIFF",
            ],
        );
    }

    #[test]
    fn an_ampersand_joins_a_firm() {
        check_all(
            Organisation,
            &[
                "It was sold by auctioneers ⟦Symonds & Pikely⟧ again.",
                "Tom & Jerry spoke again.",
            ],
        );
    }
}
