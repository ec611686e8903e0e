//! Bodies named in another language, in an English text: `Federación Nacional de Trabajadores`,
//! `Agence française de développement`, `Skatteverket`.

use super::claim;
use crate::mention::claim::Claim;
use crate::mention::lexicon::Is;
use crate::mention::words::{Casing, Words};
use crate::text::Class;

/// Tokens in the longest name that is looked for.
const LONGEST: usize = 14;

/// A foreign word for a body with a capital, and the words that follow it: other capitalised ones,
/// and small ones of that language.
pub(super) fn body(words: &Words, at: usize) -> Option<Claim> {
    let head = (words.is(at, Is::ForeignBody) || is_a_school(words, at))
        && words.shape(at).is_capitalised()
        && words.casing(at) == Casing::Mixed;
    if !head {
        return None;
    }
    let mut end = at + 1;
    let mut next = end;
    while words.together(at, next) && words.is_joined(next) && next - at < LONGEST {
        let linked = next > at + 1 && words.is(next - 1, Is::ForeignLink);
        match step(words, next, linked) {
            Step::Name => end = next + 1,
            Step::Small => {}
            Step::Other => break,
        }
        next += 1;
    }
    (end > at + 1).then(|| claim(at..end, 92))
}

/// `TU Clausthal`: the letters of a school before its town.
fn is_a_school(words: &Words, at: usize) -> bool {
    matches!(
        words.raw(at),
        "TU" | "FH" | "ETH" | "RWTH" | "KU" | "UC" | "SUNY"
    )
}

/// What the next word is to a name that has begun.
enum Step {
    /// Part of it.
    Name,
    /// Part of it if more of it follows.
    Small,
    Other,
}

fn step(words: &Words, at: usize, linked: bool) -> Step {
    if words.is(at, Is::ForeignLink) {
        return Step::Small;
    }
    let apostrophe = matches!(words.raw(at), "'" | "’" | "-");
    if apostrophe {
        return Step::Small;
    }
    if words.tokens[at].class != Class::Word || words.is(at, Is::Function) {
        return Step::Other;
    }
    let foreign = !words.is(at, Is::Ordinary);
    match words.shape(at).is_capitalised() {
        true => Step::Name,
        false if linked => Step::Name,
        false if foreign => Step::Small,
        false => Step::Other,
    }
}

/// How compounds end that name bodies in Germanic and Slavic languages.
const ENDINGS: &[&str] = &[
    "bank",
    "behorde",
    "bladet",
    "departementet",
    "direktoratet",
    "forbundet",
    "gericht",
    "gesellschaft",
    "kammer",
    "maatschappij",
    "ministerie",
    "ministerium",
    "nadzor",
    "partiet",
    "sparkasse",
    "staat",
    "styrelsen",
    "vereniging",
    "verket",
    "verband",
    "werke",
    "zeitung",
];

/// Letters before such an ending, so that `Burbank` and `Eubank` are left alone.
const STEM: usize = 4;

/// `Skatteverket`, `Bundesverwaltungsgericht`, `Swedbank`.
pub(super) fn compound(words: &Words, at: usize) -> Option<Claim> {
    let name = words.word(at);
    let ends = |ending: &&str| {
        name.strip_suffix(ending)
            .is_some_and(|stem| stem.len() >= STEM)
    };
    let is_one = words.casing(at) == Casing::Mixed
        && words.shape(at).is_capitalised()
        && words.looks_like_name(at)
        && !words.is(at, Is::Ordinary)
        && ENDINGS.iter().any(ends);
    is_one.then(|| claim(at..at + 1, 84))
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Organisation;
    use crate::mention::marked::check_all;

    #[test]
    fn a_foreign_word_for_a_body_with_what_follows_it() {
        check_all(
            Organisation,
            &[
                "The ⟦Confederación General del Trabajo⟧ called a strike.",
                "She wrote to the ⟦Agence nationale de la recherche⟧ about it.",
                "The ⟦Câmara Municipal de Lisboa⟧ said no.",
                "He left the ⟦Sindicato de Estibadores⟧ and the town.",
            ],
        );
    }

    #[test]
    fn a_foreign_word_by_itself_is_none() {
        check_all(
            Organisation,
            &["The Junta met.", "He spoke of the Junta in May."],
        );
    }

    #[test]
    fn a_compound_says_what_it_is() {
        check_all(
            Organisation,
            &[
                "It was ⟦Transportstyrelsen⟧ that fined him.",
                "They sold it to ⟦Hypobank⟧ and moved to Burbank.",
            ],
        );
    }
}
