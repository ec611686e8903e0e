//! Organisations: listed ones, and those whose name says what they are.

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::listed::{begins_listed, ends_listed, listed};
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};
use crate::text::{Gap, Shape};

pub(super) struct Organisations;

/// Tokens in the longest name that is looked for.
const LONGEST: usize = 16;

impl Recogniser for Organisations {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let lists = &[List::Organisations];
        let mut claims: Vec<Claim> =
            listed(words, lists, Kind::Organisation, 92, Finder::Organisations).collect();
        for at in 0..words.len() {
            claims.extend(body(words, at));
            claims.extend(body_without_capitals(words, at));
            claims.extend(company(words, at));
            claims.extend(danish_company(words, at));
            claims.extend(named_after_noun(words, at));
            claims.extend(named_after_role(words, at));
        }
        let listed = words
            .phrases
            .iter()
            .filter(|name| name.entry.list == List::Organisations);
        claims.extend(listed.filter_map(|name| extended(words, name.start, name.end)));
        claims
    }
}

fn claim(tokens: Range<usize>, percent: u8) -> Claim {
    Claim::new(tokens, Kind::Organisation, percent, Finder::Organisations)
}

/// A word with a capital that names have.
fn is_capital(words: &Words, at: usize) -> bool {
    // A small word has its capital for its place, or for that of a headline.
    let small = words.is(at, Is::Function);
    words.is_word(at)
        && words.shape(at).is_capitalised()
        && match words.casing(at) {
            Casing::Mixed => !(small && words.is_initial(at)),
            Casing::Title => !small,
            Casing::Capitals | Casing::Lower => false,
        }
}

/// `Dutch Safety Board`, `Ministry of Foreign Affairs`, `Communist Party of China`: capitalised
/// words around a word for a body.
fn body(words: &Words, at: usize) -> Option<Claim> {
    let ends = words.is(at, Is::Body);
    let begins = words.is(at, Is::BodyFirst);
    if !(ends || begins) || !is_capital(words, at) {
        return None;
    }
    let start = start_of_body(words, at);
    let start = without_state(words, start, at);
    let end = match begins {
        true => end_of_body(words, at),
        false => at + 1,
    };
    let titled = words.casing(at) == Casing::Title;
    let start = if titled {
        start.max(at.saturating_sub(2))
    } else {
        start
    };
    let named = start < at && ends || end > at + 1;
    // "Obama Administration" speaks of Obama.
    let of_a_person = words.word(at) == "administration" && end == at + 1 && start + 1 == at;
    let percent = match titled {
        true => 65,
        false if end > at + 1 => 90,
        false => 86,
    };
    (named && !of_a_person).then(|| claim(start..end, percent))
}

/// Where the name begins whose word for a body stands at `at`: the capitalised words before it,
/// hyphens, and "and" where what stands before it can be no name of its own.
fn start_of_body(words: &Words, at: usize) -> usize {
    let sentence = words.sentence(at).tokens.start;
    let mut start = at;
    while start > sentence && at - start < LONGEST {
        let before = start - 1;
        if is_capital(words, before) {
            start = before;
        } else if let Some(joined) = joined_before(words, before, sentence) {
            start = joined;
        } else {
            break;
        }
    }
    start
}

/// For a hyphen or an "and" at `at`, the word before it if that belongs to the same name.
fn joined_before(words: &Words, at: usize, sentence: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|&before| before >= sentence)?;
    if !is_capital(words, before) {
        return None;
    }
    match words.word(at) {
        "-" => (words.tokens[at].gap == Gap::None).then_some(before),
        "&" => Some(before),
        // "People's Party", "Workers' Union".
        "'s" | "'" | "’" => words.is(before, Is::Ordinary).then_some(before),
        "and" => {
            let other = words.is(before, Is::Body) || names_by_itself(words, before);
            let starts_name = before > sentence && is_capital(words, before - 1);
            let single = words.is(before, Is::Ordinary) && !other && !starts_name;
            (single || starts_name && ends_in_adjective(words, before)).then_some(before)
        }
        _ => None,
    }
}

/// `Social Democratic` before "and": ordinary words of which the last is an adjective, and so no name.
fn ends_in_adjective(words: &Words, last: usize) -> bool {
    let ordinary = |at: usize| words.is(at, Is::Ordinary) && !words.is(at, Is::FirstName);
    let word = words.word(last);
    ordinary(last) && ordinary(last - 1) && (word.ends_with("ic") || word.ends_with("al"))
}

/// Whether a listed name ends there.
fn names_by_itself(words: &Words, at: usize) -> bool {
    const LISTS: &[List] = &[
        List::Countries,
        List::Nationalities,
        List::Organisations,
        List::Cities,
        List::Regions,
    ];
    ends_listed(words, LISTS, at + 1).is_some()
}

/// Leaves out the state before one of its bodies, and roles before the name.
fn without_state(words: &Words, start: usize, at: usize) -> usize {
    let mut start = start;
    let of_state = words.is(at, Is::BodyOfState);
    while let Some(phrase) = begins_listed(words, &[List::Countries, List::Nationalities], start)
        && of_state
        && (phrase.end < at || phrase.end == at && words.after(at + 1) == "of")
    {
        start = phrase.end;
    }
    while let Some(phrase) = begins_listed(words, &[List::Roles], start)
        && phrase.end < at
        && !words.is(phrase.end - 1, Is::BodyTopic)
    {
        start = phrase.end;
    }
    start
}

/// Where the name ends that has a word for a body at `at`: `… of Health and Human Services`.
fn end_of_body(words: &Words, at: usize) -> usize {
    let mut end = at + 1;
    loop {
        let link = words.together(at, end)
            && words.is(end, Is::BodyLink)
            && end - at < LONGEST
            && (words.word(end) != "on" || words.is(at, Is::BodyOnTopic));
        let mut from = end + 1;
        if link && words.word_near(at, Some(from)) == "the" {
            from += 1;
        }
        let run = capital_run(words, at, from);
        if !link || run.is_empty() {
            return end;
        }
        end = run.end;
        while let Some(more) = conjoined(words, at, end) {
            end = more;
        }
    }
}

/// The capitalised words from `from` on in the sentence of `at`.
fn capital_run(words: &Words, at: usize, from: usize) -> Range<usize> {
    let mut end = from;
    while words.together(at, end) && words.is_joined(end) && end - from < LONGEST {
        let hyphen = end > from
            && words.raw(end) == "-"
            && words.tokens[end].gap == Gap::None
            && words.together(at, end + 1)
            && is_capital(words, end + 1);
        if !is_capital(words, end) && !hyphen {
            break;
        }
        end += 1;
    }
    from..end
}

/// `and Human Services`: what follows "and" belongs to the name if it is made of ordinary words
/// and is no name by itself.
fn conjoined(words: &Words, at: usize, end: usize) -> Option<usize> {
    if !matches!(words.word_near(at, Some(end)), "and" | "&") {
        return None;
    }
    let run = capital_run(words, at, end + 1);
    let ordinary = !run.is_empty() && run.clone().all(|at| words.is(at, Is::Ordinary));
    // An agency is another body; "services" and "affairs" are not.
    let body = |at: usize| words.is(at, Is::Body) && !words.word(at).ends_with('s');
    let other = run.clone().any(|at| body(at) || names_by_itself(words, at));
    let list = List::Organisations;
    let listed = begins_listed(words, &[list], run.start).is_some();
    (ordinary && !other && !listed).then_some(run.end)
}

/// `ministry of foreign affairs`, `university of amsterdam`: where capitals do not tell where a
/// name ends, it has one word after "of", or two of which the first is an adjective.
fn body_without_capitals(words: &Words, at: usize) -> Option<Claim> {
    let telling = matches!(words.casing(at), Casing::Mixed | Casing::Title);
    if telling || !words.is(at, Is::BodyFirst) || words.after(at + 1) != "of" {
        return None;
    }
    let country = &[List::Countries];
    if words.after(at + 2) == "the"
        && let Some(state) =
            begins_listed(words, country, at + 3).filter(|_| words.together(at, at + 3))
    {
        let supreme = at > 0 && words.together(at, at - 1) && words.word(at - 1) == "supreme";
        return Some(claim(at - usize::from(supreme)..state.end, 85));
    }
    let topic = at + 2;
    if !words.together(at, topic) || !words.is_word(topic) || words.is(topic, Is::Function) {
        return None;
    }
    let two = words.is(topic, Is::BodyTopic)
        && words.together(at, topic + 1)
        && words.is_word(topic + 1)
        && !words.is(topic + 1, Is::Function);
    let known = two || !words.is(topic, Is::Ordinary) || words.word(at) == "ministry";
    let states = [List::Countries, List::Nationalities];
    let start = match ends_listed(words, &states, at) {
        Some(state) if words.together(at, state.start) && !words.is(at, Is::BodyOfState) => {
            state.start
        }
        _ => at,
    };
    known.then(|| claim(start..topic + 1 + usize::from(two), 85))
}

/// `Siemens Gamesa`: a listed name that goes on with an unknown word.
fn extended(words: &Words, start: usize, end: usize) -> Option<Claim> {
    let goes_on = words.together(start, end)
        && words.is_joined(end)
        && is_capital(words, end)
        && words.casing(end) == Casing::Mixed
        && words.looks_like_name(end)
        && !words.is(end, Is::Ordinary)
        && !words.is(end, Is::FirstName)
        && begins_listed(
            words,
            &[List::Roles, List::Nationalities, List::Products],
            end,
        )
        .is_none();
    let single = !words.together(start, end + 1) || !words.looks_like_name(end + 1);
    (goes_on && single).then(|| claim(start..end + 1, 70))
}

/// `Recorded Systems Inc.`, `Müller GmbH`.
fn company(words: &Words, at: usize) -> Option<Claim> {
    if at == 0 || !words.is(at, Is::LegalForm) || !is_capital(words, at) {
        return None;
    }
    let comma = usize::from(words.raw(at - 1) == ",");
    let last = at
        .checked_sub(1 + comma)
        .filter(|&last| words.together(at, last))?;
    if !is_capital(words, last) {
        return None;
    }
    let start = start_of_body(words, last);
    let point = words.together(at, at + 1)
        && words.raw(at + 1) == "."
        && words.tokens[at + 1].gap == Gap::None
        && words.word(at).len() < 5;
    Some(claim(start..at + 1 + usize::from(point), 92))
}

/// `Vestas Wind Systems A/S`: a legal form with a stroke.
fn danish_company(words: &Words, at: usize) -> Option<Claim> {
    let form = at > 0
        && words.raw(at) == "/"
        && matches!(words.raw(at - 1), "A" | "I")
        && words.word_near(at, Some(at + 1)) == "s";
    let last = at
        .checked_sub(2)
        .filter(|&last| form && words.together(at, last))?;
    is_capital(words, last).then(|| claim(start_of_body(words, last)..at + 2, 92))
}

/// `the newspaper X`, `cybersecurity firm X`: also in text without capitals.
fn named_after_noun(words: &Words, at: usize) -> Option<Claim> {
    let mixed = words.casing(at) == Casing::Mixed;
    if !words.is(at, Is::BeforeBody) || mixed && words.shape(at) != Shape::Lower {
        return None;
    }
    let from = at + 1;
    let most = if mixed { 4 } else { 2 };
    let is_part = |next: usize| {
        words.together(at, next)
            && words.is_joined(next)
            && words.looks_like_name(next)
            && begins_listed(words, &[List::Countries, List::Nationalities], next).is_none()
            && (mixed || !words.is(next, Is::FirstName))
    };
    let run = (from..words.len())
        .take_while(|&next| is_part(next))
        .take(most)
        .count();
    let person = run >= 2 && words.is(from, Is::FirstName);
    (run > 0 && !person).then(|| claim(from..from + run, if mixed { 84 } else { 70 }))
}

/// `reporter for X`, `chief executive of X`.
fn named_after_role(words: &Words, at: usize) -> Option<Claim> {
    let link = matches!(words.word(at), "for" | "at" | "of" | "with");
    let role = link && ends_listed(words, &[List::Roles], at).is_some();
    if !role || words.casing(at) != Casing::Mixed || !words.is(at.saturating_sub(1), Is::Staff) {
        return None;
    }
    let the = usize::from(words.after(at + 1) == "the");
    let from = at + 1 + the;
    let is_part = |next: usize| {
        words.together(at, next) && words.is_joined(next) && words.looks_like_name(next)
    };
    let run = (from..words.len())
        .take_while(|&next| is_part(next))
        .take(4)
        .count();
    (run > 0).then(|| claim(from..from + run, 72))
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Organisation;
    use crate::mention::marked::check_all;

    #[test]
    fn listed_names_in_all_their_forms() {
        check_all(
            Organisation,
            &[
                "The ⟦CIA⟧ and the ⟦Central Intelligence Agency⟧ are one.",
                "It was on ⟦BBC News⟧, said ⟦Reuters⟧.",
            ],
        );
    }

    #[test]
    fn a_name_may_say_what_it_is() {
        check_all(
            Organisation,
            &[
                "The ⟦Dutch Safety Board⟧ wrote to the ⟦Ministry of Foreign Affairs⟧.",
                "She works at the ⟦University of Leiden⟧.",
                "The ⟦Communist Party of China⟧ met.",
                "He left the ⟦Azanian People’s Organisation⟧.",
            ],
        );
    }

    #[test]
    fn and_joins_what_is_one_name() {
        check_all(
            Organisation,
            &[
                "The ⟦Department of Health and Human Services⟧ agreed.",
                "The ⟦Central Intelligence Agency⟧ and the ⟦National Security Agency⟧ agreed.",
                "The ⟦Ministry of Justice⟧ and nobody else agreed.",
                "He left the ⟦Social Democratic and Labour Party⟧ again.",
            ],
        );
    }

    #[test]
    fn a_state_is_no_part_of_the_name_of_its_bodies() {
        check_all(
            Organisation,
            &[
                "The U.S. ⟦State Department⟧ called the Russian ⟦Foreign Ministry⟧.",
                "The U.S. ⟦Department of Justice⟧ and the Polish ⟦Ministry of Culture⟧ met.",
            ],
        );
    }

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
    fn a_noun_before_it_tells_an_organisation() {
        check_all(
            Organisation,
            &[
                "The newspaper ⟦Gazeta Polska⟧ said so.",
                "She is a reporter for ⟦Protocol⟧.",
            ],
        );
    }

    #[test]
    fn short_names_are_known_after_the_full_one() {
        check_all(
            Organisation,
            &[
                "The ⟦Norwegian Polar Institute⟧ (⟦NPI⟧) wrote. The ⟦NPI⟧ is old.",
                "⟦Northgate Systems⟧ lied. Nobody sued ⟦Northgate⟧.",
            ],
        );
    }

    #[test]
    fn text_without_capitals_has_organisations() {
        check_all(
            Organisation,
            &[
                "the ⟦ministry of foreign affairs⟧ and ⟦nato⟧ spoke to the newspaper ⟦wyborcza⟧ today .",
            ],
        );
    }

    #[test]
    fn ordinary_words_are_none() {
        check_all(
            Organisation,
            &[
                "The party was a success and the bank closed early.",
                "Its office moved to a new centre.",
            ],
        );
    }
}
