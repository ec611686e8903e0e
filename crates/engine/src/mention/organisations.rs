//! Organisations: listed ones, those whose name says what they are, and those the text announces.

mod acronyms;
mod bodies;
mod companies;
mod datelines;
mod foreign;
mod said;

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::listed::{begins_listed, ends_listed, listed};
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};
use crate::text::{Gap, Shape};

pub(super) struct Organisations;

impl Recogniser for Organisations {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let lists = &[List::Organisations];
        let mut claims: Vec<Claim> =
            listed(words, lists, Kind::Organisation, 92, Finder::Organisations).collect();
        for at in 0..words.len() {
            claims.extend(bodies::body(words, at));
            claims.extend(bodies::body_without_capitals(words, at));
            claims.extend(bodies::body_in_capitals(words, at));
            claims.extend(foreign::body(words, at));
            claims.extend(foreign::compound(words, at));
            claims.extend(said::so(words, at));
            claims.extend(companies::company(words, at));
            claims.extend(companies::partners(words, at));
            claims.extend(companies::danish(words, at));
            claims.extend(datelines::agency(words, at));
            claims.extend(response_team(words, at));
            claims.extend(of_country(words, at));
            claims.extend(national_society(words, at));
            claims.extend(named_after_noun(words, at));
            claims.extend(named_after_role(words, at));
            claims.extend(named_so(words, at));
            claims.extend(left_behind(words, at));
        }
        claims.extend(acronyms::acronyms(words));
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

/// `Marine Scotland`, `Oxfam India`: a word or a listed body right before a country.
fn of_country(words: &Words, at: usize) -> Option<Claim> {
    let country = begins_listed(words, &[List::Countries], at)?;
    let before = at
        .checked_sub(1)
        .filter(|&before| words.together(at, before) && words.is_joined(at))?;
    let mixed = words.casing(at) == Casing::Mixed && words.shape(at) == Shape::Capitalised;
    let start = match ends_listed(words, &[List::Organisations], at) {
        Some(body) => body.start,
        None if words.is(before, Is::BeforeCountry) && is_capital(words, before) => before,
        None => return None,
    };
    let alone = start == 0 || !words.together(start, start - 1) || !is_capital(words, start - 1);
    (mixed && alone && words.shape(start).is_capitalised()).then(|| claim(start..country.end, 88))
}

/// `Lebanese Red Cross`, `Philippine Coast Guard`: societies and services whose names have the people.
fn national_society(words: &Words, at: usize) -> Option<Claim> {
    let people = begins_listed(words, &[List::Nationalities], at)?;
    let end = people.end + 2;
    let named = matches!(
        (words.word(people.end), words.word(people.end + 1)),
        ("red", "cross" | "crescent") | ("coast", "guard")
    );
    (named && words.together(at, end - 1)).then(|| claim(at..end, 97))
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

/// `CERT-LT`: the team of a country that answers attacks.
fn response_team(words: &Words, at: usize) -> Option<Claim> {
    let end = at + 3;
    let named = matches!(words.raw(at), "CERT" | "CSIRT")
        && end <= words.len()
        && words.together(at, end - 1)
        && words.raw(at + 1) == "-"
        && words.tokens[end - 1].gap == Gap::None
        && words.shape(end - 1) == Shape::Upper;
    named.then(|| claim(at..end, 92))
}

/// `the newspaper X`, `cybersecurity firm X`: also in text without capitals.
fn named_after_noun(words: &Words, at: usize) -> Option<Claim> {
    let mixed = words.casing(at) == Casing::Mixed;
    if !words.is(at, Is::BeforeBody) || mixed && words.shape(at) != Shape::Lower {
        return None;
    }
    // "The regulator, SAMR," has its name between commas.
    let comma = mixed && words.after(at + 1) == "," && is_set_off(words, at + 2);
    let from = at + 1 + usize::from(comma);
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
    // A company may bear the name of a town, and is told by the noun: "the miner Antofagasta".
    let town = begins_listed(words, &[List::Cities, List::Regions], from);
    let percent = match town {
        Some(town) if mixed && town.end == from + run => 93,
        _ if mixed => 84,
        _ => 70,
    };
    (run > 0 && !person).then(|| claim(from..from + run, percent))
}

/// One word in capitals alone and a mark after it, or a name between commas that is not of somebody
/// who speaks.
fn is_set_off(words: &Words, at: usize) -> bool {
    let close = at + 1;
    let one = words.together(at.saturating_sub(1), close) && words.raw(at).len() > 2;
    let letters = words.shape(at) == Shape::Upper;
    let named = words.shape(at).is_capitalised()
        && words.looks_like_name(at)
        && !words.is(at, Is::FirstName)
        && words.raw(close) == ","
        && !words.is(close + 1, Is::Saying);
    one && (letters && matches!(words.raw(close), "," | "." | ";" | ")") || named)
}

/// `reporter for X`, `chief executive of X`.
fn named_after_role(words: &Words, at: usize) -> Option<Claim> {
    let link = matches!(words.word(at), "for" | "at" | "of" | "with");
    let role = link && ends_listed(words, &[List::Roles], at).is_some();
    let staff = words.is(at.saturating_sub(1), Is::Staff);
    let head = words.word(at) == "of" && words.before(at) == "head";
    if !(head || role && staff) || words.casing(at) != Casing::Mixed {
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
    let place = begins_listed(words, &[List::Countries, List::Regions, List::Cities], from);
    let headed = head && place.is_none() && !words.is(from, Is::FirstName);
    (run > 0).then(|| claim(from..from + run, if headed { 84 } else { 72 }))
}

/// `a joint venture, to be named X`, `the firm, now called X`.
fn named_so(words: &Words, at: usize) -> Option<Claim> {
    let verb = matches!(
        words.word(at),
        "named" | "called" | "renamed" | "christened"
    );
    if !verb || words.casing(at) != Casing::Mixed {
        return None;
    }
    let from = at.saturating_sub(5).max(words.sentence(at).tokens.start);
    let body = (from..at)
        .rev()
        .take_while(|&before| words.shape(before) == Shape::Lower || words.raw(before) == ",")
        .find(|&before| words.is(before, Is::BeforeBody) || words.is(before, Is::SaidBody));
    let name = name_after(words, at + 1)?;
    body.map(|_| claim(name, 84))
}

/// `formerly of X`: one leaves a body, seldom a place.
fn left_behind(words: &Words, at: usize) -> Option<Claim> {
    let left = matches!(words.word(at), "formerly" | "previously" | "latterly")
        && matches!(words.after(at + 1), "of" | "at" | "with");
    let name = left.then(|| name_after(words, at + 2)).flatten()?;
    let place = begins_listed(
        words,
        &[List::Countries, List::Regions, List::Cities],
        name.start,
    );
    place.is_none().then(|| claim(name, 84))
}

/// At most three words that look like a name, and no person's.
fn name_after(words: &Words, from: usize) -> Option<Range<usize>> {
    let run = (from..words.len())
        .take_while(|&next| words.together(from, next) && words.looks_like_name(next))
        .take_while(|&next| next == from || words.is_joined(next))
        .take(4)
        .count();
    let named = (1..=3).contains(&run) && !words.is(from, Is::FirstName);
    named.then(|| from..from + run)
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
                "They stood outside ⟦St Aldhelm's Primary School⟧ again.",
                "Then came the ⟦Volunteers for the Defence of the Homeland⟧ and others.",
                "The ⟦Group for the Support of Rain and Buddhists⟧ (⟦QNIM⟧) did it.",
            ],
        );
    }

    #[test]
    fn and_joins_what_is_one_name() {
        check_all(
            Organisation,
            &[
                "The ⟦Department of Health and Human Services⟧ agreed.",
                "The ⟦Ministry of Energy and Non-Renewable Resources⟧ agreed.",
                "The ⟦College of Arts, Science and Technology⟧ agreed, Science and all.",
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
    fn a_team_against_attacks_has_its_country() {
        check_all(Organisation, &["They told ⟦CERT-LT⟧ and ⟦CERT-UA⟧ so."]);
    }

    #[test]
    fn what_a_firm_is_called_or_whom_somebody_left() {
        check_all(
            Organisation,
            &[
                "It is a joint venture, to be named ⟦Revoltaq⟧, in the north.",
                "Ada Lovelace, formerly of ⟦Umicorel⟧, was there.",
                "So says the regulator, ⟦QAMR⟧, today.",
                "The environmental agency, ⟦Velbama⟧, has refused; the head of ⟦Velbama⟧ left.",
                "A street named Velluk begins here.",
            ],
        );
    }

    #[test]
    fn a_country_may_end_a_name() {
        check_all(
            Organisation,
            &[
                "Inspectors of ⟦Marine Scotland⟧ and ⟦Greenpeace Brazil⟧ met.",
                "She saw Scotland and left ⟦Oxfam⟧, India and all.",
            ],
        );
    }

    #[test]
    fn a_national_society_has_its_people() {
        check_all(
            Organisation,
            &[
                "The ⟦Lebanese Red Cross⟧ called the Lebanese army and the ⟦Philippine Coast Guard⟧.",
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
