//! Single names that the words beside them tell to be organisations: `Sunfin, the labour
//! inspectorate`, `Ventana's shares`, `At Girmeta, engineer …`.

use std::ops::Range;

use super::claim;
use crate::mention::claim::Claim;
use crate::mention::lexicon::{Is, List};
use crate::mention::listed::{begins_listed, ends_listed};
use crate::mention::words::{Casing, Words};
use crate::text::{Class, Shape};

/// Words in the longest name that is looked for.
const LONGEST: usize = 3;

/// Words in the longest description that is read up to its noun.
const DESCRIPTION: usize = 5;

/// A name of unknown words that begins at `at`, if what stands beside it tells an organisation.
pub(super) fn so(words: &Words, at: usize) -> Option<Claim> {
    let name = unknown_name(words, at)?;
    let told = is_described(words, &name) || owns(words, &name) || has_staff(words, &name);
    told.then(|| claim(name, 86))
}

/// Up to three words that look like a name, of which none is the name of anything else.
fn unknown_name(words: &Words, at: usize) -> Option<Range<usize>> {
    let joined = |at: usize| words.is_joined(at) && words.looks_like_name(at);
    let goes_on = at > 0 && words.together(at, at - 1) && joined(at) && joined(at - 1);
    if words.casing(at) != Casing::Mixed || goes_on || !words.looks_like_name(at) {
        return None;
    }
    let more = (at + 1..words.len())
        .take_while(|&next| words.together(at, next) && joined(next))
        .take(LONGEST);
    let name = at..at + 1 + more.count();
    const OTHERS: &[List] = &[
        List::Countries,
        List::Regions,
        List::Cities,
        List::Landmarks,
        List::Nationalities,
        List::Products,
        List::Roles,
        List::Groups,
    ];
    let other = name.clone().any(|at| words.is(at, Is::FirstName))
        || begins_listed(words, OTHERS, at).is_some()
        || ends_listed(words, &[List::Roles], at).is_some()
        || matches!(words.before(at), "." | "mr" | "mrs" | "ms" | "dr");
    (name.len() <= LONGEST && !other).then_some(name)
}

/// `X, the labour inspectorate,`, `X, a maker of`: a noun for a body ends the description.
fn is_described(words: &Words, name: &Range<usize>) -> bool {
    let opens = words.after(name.end) == ","
        && matches!(
            words.after(name.end + 1),
            "a" | "an" | "the" | "its" | "another"
        );
    let from = name.end + 2;
    let mut noun = (from..words.len())
        .take_while(|&at| words.together(name.start, at) && words.tokens[at].class == Class::Word)
        .take(DESCRIPTION)
        .filter(|&at| words.is(at, Is::BeforeBody) || words.is(at, Is::SaidBody));
    let told = noun.find(|&at| ends_description(words, at + 1));
    opens && told.is_some_and(|noun| name.len() == 1 || !may_be_a_person(words.word(noun)))
}

/// A vendor, maker or operator may be a person, and a name of several words mostly is one then.
fn may_be_a_person(noun: &str) -> bool {
    noun.ends_with("er") || noun.ends_with("or")
}

/// Whether a description's noun stands before `at`: a mark or a small word follows, not another noun.
fn ends_description(words: &Words, at: usize) -> bool {
    const AFTER: &[&str] = &[
        "based",
        "owned",
        "founded",
        "controlled",
        "run",
        "whose",
        "set",
    ];
    !words.together(at - 1, at)
        || words.tokens[at].class == Class::Mark
        || words.is(at, Is::Function)
        || AFTER.contains(&words.word(at))
}

/// `X's shares`, `shares in X`.
fn owns(words: &Words, name: &Range<usize>) -> bool {
    let clitic = name.end < words.len()
        && words.tokens[name.end].class == Class::Clitic
        && words.together(name.start, name.end);
    let owned = name.end + 1;
    let owns = clitic && words.together(name.start, owned) && words.is(owned, Is::OfBody);
    let link = matches!(words.before(name.start), "in" | "of" | "at");
    owns || link
        && name.start > 1
        && words.together(name.start, name.start - 2)
        && words.is(name.start - 2, Is::OfBody)
}

/// `At X, engineer Ada Lovelace said`.
fn has_staff(words: &Words, name: &Range<usize>) -> bool {
    let opens = words.before(name.start) == "at" && words.after(name.end) == ",";
    let from = name.end + 1;
    let lower = |at: &usize| words.together(name.start, *at) && words.shape(*at) != Shape::Lower;
    opens
        && (from..from + 3)
            .filter(|at| !lower(at))
            .any(|at| words.is(at, Is::Staff))
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Organisation;
    use crate::mention::marked::check_all;

    #[test]
    fn a_description_after_it_tells_an_organisation() {
        check_all(
            Organisation,
            &[
                "⟦Sunfinel⟧, the labour inspectorate, opened four files.",
                "Later ⟦Hoverak Ost⟧, a shipping company, closed.",
                "They met ⟦Tellaro⟧, another supplier.",
            ],
        );
    }

    #[test]
    fn what_it_has_tells_an_organisation() {
        check_all(
            Organisation,
            &[
                "Then ⟦Ventanil⟧'s shares fell, and those who held shares in ⟦Kortaq⟧ sold.",
                "At ⟦Girmeta⟧, engineer Ada Lovelace said so.",
            ],
        );
    }

    #[test]
    fn whoever_is_described_as_something_else_is_none() {
        check_all(
            Organisation,
            &[
                "Then Kortaq, a company director, spoke.",
                "At Ventanil, the mayor spoke.",
                "It was Ada, a supplier.",
                "It was Ishmar Kumar, a vendor.",
            ],
        );
    }
}
