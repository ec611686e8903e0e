//! Organisations: listed ones, and those whose name says what they are.

use super::claim::Claim;
use super::lexicon::List;
use super::listed::{begins_listed, listed};
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};
use crate::text::Shape;

pub(super) struct Organisations;

/// Last words of names that keep a nationality or country before them as part of the name.
const LAST: &[&str] = &[
    "academy",
    "administration",
    "agency",
    "airlines",
    "airways",
    "alliance",
    "army",
    "assembly",
    "associates",
    "association",
    "authority",
    "bank",
    "board",
    "broadcasting",
    "brotherhood",
    "bureau",
    "cabinet",
    "capital",
    "center",
    "centre",
    "chamber",
    "church",
    "club",
    "coalition",
    "college",
    "commission",
    "committee",
    "communications",
    "confederation",
    "congress",
    "consortium",
    "corporation",
    "council",
    "court",
    "department",
    "directorate",
    "division",
    "electronics",
    "energy",
    "enterprises",
    "entertainment",
    "federation",
    "force",
    "forces",
    "forum",
    "foundation",
    "front",
    "fund",
    "gazette",
    "group",
    "guard",
    "herald",
    "holdings",
    "hospital",
    "industries",
    "initiative",
    "inquirer",
    "inspectorate",
    "institute",
    "institution",
    "insurance",
    "journal",
    "laboratories",
    "laboratory",
    "labs",
    "league",
    "magazine",
    "media",
    "ministry",
    "monitor",
    "motors",
    "movement",
    "museum",
    "network",
    "networks",
    "news",
    "newspaper",
    "newspapers",
    "office",
    "orchestra",
    "organisation",
    "organization",
    "parliament",
    "partners",
    "partnership",
    "party",
    "patrol",
    "pharmaceuticals",
    "police",
    "post",
    "press",
    "project",
    "quartet",
    "radio",
    "records",
    "regiment",
    "review",
    "school",
    "secretariat",
    "security",
    "senate",
    "service",
    "services",
    "society",
    "software",
    "solutions",
    "studios",
    "syndicate",
    "systems",
    "task",
    "technologies",
    "television",
    "theatre",
    "times",
    "tribunal",
    "tribune",
    "trust",
    "union",
    "university",
];

/// Legal forms that end the name of a company.
const LEGAL: &[&str] = &[
    "inc",
    "corp",
    "ltd",
    "llc",
    "llp",
    "plc",
    "gmbh",
    "ag",
    "sa",
    "nv",
    "bv",
    "spa",
    "srl",
    "oy",
    "ab",
    "asa",
    "kg",
    "ooo",
    "oao",
    "pao",
    "zao",
    "incorporated",
    "limited",
    "co",
    "company",
    "pty",
];

/// Words that begin a name: `Ministry of …`, `Universität …`.
const FIRST: &[&str] = &[
    "academy",
    "administration",
    "agency",
    "alliance",
    "army",
    "association",
    "bank",
    "board",
    "bureau",
    "center",
    "centre",
    "chamber",
    "church",
    "college",
    "command",
    "commission",
    "committee",
    "confederation",
    "congress",
    "council",
    "court",
    "department",
    "directorate",
    "faculty",
    "federation",
    "foundation",
    "front",
    "fund",
    "government",
    "house",
    "institute",
    "institution",
    "league",
    "ministry",
    "movement",
    "museum",
    "office",
    "order",
    "organisation",
    "organization",
    "party",
    "school",
    "secretariat",
    "society",
    "tribunal",
    "union",
    "university",
    "library",
    "supreme",
    "universität",
    "université",
    "universidad",
    "università",
    "ministère",
    "ministerio",
    "ministero",
    "bundesamt",
    "partido",
    "parti",
    "partito",
    "instituto",
    "institut",
];

/// Words after which an unknown name names an organisation: `the newspaper X`.
const BEFORE: &[&str] = &[
    "agency",
    "airline",
    "bank",
    "blog",
    "broadcaster",
    "charity",
    "channel",
    "club",
    "collective",
    "company",
    "contractor",
    "daily",
    "firm",
    "giant",
    "journal",
    "label",
    "magazine",
    "maker",
    "manufacturer",
    "militia",
    "network",
    "newspaper",
    "ngo",
    "nonprofit",
    "outlet",
    "paper",
    "party",
    "platform",
    "programme",
    "publication",
    "publisher",
    "retailer",
    "site",
    "startup",
    "station",
    "supplier",
    "tabloid",
    "thinktank",
    "tank",
    "union",
    "vendor",
    "website",
    "weekly",
    "wire",
];

/// Bodies of a state that are named without the state: `Russian` + `Defence Ministry`.
const OF_A_STATE: &[&str] = &[
    "ministry",
    "department",
    "parliament",
    "army",
    "police",
    "senate",
    "court",
    "cabinet",
    "forces",
    "force",
    "congress",
    "guard",
    "office",
    "agency",
    "service",
    "services",
    "administration",
    "bureau",
    "directorate",
    "navy",
    "air",
    "assembly",
    "embassy",
    "intelligence",
    "treasury",
];

impl Recogniser for Organisations {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let mut claims: Vec<Claim> = listed(
            words,
            &[List::Organisations],
            Kind::Organisation,
            92,
            Finder::Organisations,
        )
        .collect();
        for at in 0..words.len() {
            claims.extend(ends_in_body(words, at));
            claims.extend(begins_with_body(words, at));
            claims.extend(company(words, at));
            claims.extend(named_after_noun(words, at));
        }
        claims
    }
}

fn claim(start: usize, end: usize, percent: u8) -> Claim {
    Claim::new(
        start..end,
        Kind::Organisation,
        percent,
        Finder::Organisations,
    )
}

/// Whether a capital there is one that names have.
fn is_capital(words: &Words, at: usize) -> bool {
    words.is_word(at)
        && words.shape(at).is_capitalised()
        && (words.casing(at) == Casing::Mixed
            || words.casing(at) == Casing::Title && words.looks_like_name(at)
            || words.casing(at) == Casing::Title && !words.is_initial(at))
}

/// A small word that can stand inside a name.
fn is_link(words: &Words, at: usize) -> bool {
    matches!(
        words.word(at),
        "of" | "for"
            | "and"
            | "&"
            | "the"
            | "on"
            | "de"
            | "des"
            | "du"
            | "la"
            | "für"
            | "und"
            | "del"
            | "against"
            | "in"
            | "-"
            | ","
            | "'s"
            | "to"
            | "y"
            | "et"
            | "van"
            | "voor"
            | "en"
    )
}

/// `Dutch Safety Board`, `Office of Naval Research Department`: names that end in a word for a
/// body.
fn ends_in_body(words: &Words, at: usize) -> Option<Claim> {
    let head = words.shape(at).is_capitalised()
        && words.casing(at) == Casing::Mixed
        && LAST.contains(&words.word(at));
    if !head {
        return None;
    }
    let start = name_start(words, at)?;
    let start = without_state(words, start, at);
    (start < at).then(|| claim(start, at + 1, 85))
}

/// Where the name begins that ends in `at`: capitalised words, joined by single small words.
fn name_start(words: &Words, at: usize) -> Option<usize> {
    let sentence = words.sentence(at).tokens.start;
    let mut start = at;
    let mut cursor = at;
    while cursor > sentence && at - cursor < 10 {
        let before = cursor - 1;
        if is_capital(words, before)
            && !(words.is_initial(before) && words.is_function_word(before))
        {
            start = before;
        } else if !matches!(
            words.word(before),
            "of" | "and" | "&" | "for" | "the" | "-" | "on"
        ) || before == sentence
        {
            break;
        }
        cursor = before;
    }
    while start < at && words.is_function_word(start) {
        start += 1;
    }
    (start < at).then_some(start)
}

/// Leaves out the state before one of its bodies, and titles before the name.
fn without_state(words: &Words, start: usize, head: usize) -> usize {
    let of_a_state = OF_A_STATE.contains(&words.word(head));
    let mut start = start;
    for _ in 0..2 {
        let Some(phrase) = begins_listed(words, &[List::Countries, List::Nationalities], start)
        else {
            break;
        };
        let mut after = phrase.end;
        let possessive = after < head && matches!(words.word(after), "'s" | "'" | "’");
        if possessive {
            after += 1;
        }
        if after >= head && !possessive || !(of_a_state || possessive) {
            break;
        }
        start = after;
    }
    start
}

/// `Ministry of Foreign Affairs`, `University of Leiden`, `Department of Health and Human Services`.
fn begins_with_body(words: &Words, at: usize) -> Option<Claim> {
    let head = words.shape(at).is_capitalised()
        && words.casing(at) == Casing::Mixed
        && FIRST.contains(&words.word(at));
    if !head
        || !is_link(words, at + 1)
            && !(at + 1 < words.len() && is_capital(words, at + 1) && !words.word(at).is_ascii())
    {
        return None;
    }
    if !matches!(
        words.word(at + 1),
        "of" | "for"
            | "on"
            | "de"
            | "des"
            | "du"
            | "für"
            | "del"
            | "against"
            | "to"
            | "della"
            | "di"
            | "van"
            | "voor"
    ) {
        return None;
    }
    let end = name_end(words, at)?;
    let start = name_start(words, at).unwrap_or(at);
    let start = without_state(words, start, at);
    Some(claim(start, end, 90))
}

/// Where the name ends that begins with a body: capitalised words, joined by up to two small
/// words.
fn name_end(words: &Words, at: usize) -> Option<usize> {
    let mut end = at + 1;
    let mut cursor = at + 1;
    let mut links = 0;
    while words.together(at, cursor) && cursor - at < 14 && words.is_joined(cursor) {
        if is_capital(words, cursor) {
            end = cursor + 1;
            links = 0;
        } else if is_link(words, cursor) && links < 2 && continues(words, cursor) {
            links += 1;
        } else {
            break;
        }
        cursor += 1;
    }
    (end > at + 1).then_some(end)
}

/// Whether a small word inside a name is followed by more of it rather than by another name.
fn continues(words: &Words, at: usize) -> bool {
    match words.word(at) {
        "," => false,
        "in" | "'s" => false,
        // "the Ministry of Justice and Interpol": what follows "and" is part of the name only if
        // it is an ordinary word.
        "and" | "&" | "y" | "et" | "und" | "en" => {
            at + 1 < words.len() && (words.is_ordinary(at + 1))
        }
        _ => true,
    }
}

/// `Recorded Systems Inc.`, `Müller GmbH`.
fn company(words: &Words, at: usize) -> Option<Claim> {
    let legal = at > 0
        && words.shape(at) != Shape::Lower
        && words.casing(at) == Casing::Mixed
        && LEGAL.contains(&words.word(at));
    if !legal {
        return None;
    }
    let comma = words.raw(at - 1) == ",";
    let last = at.checked_sub(1 + usize::from(comma))?;
    let sentence = words.sentence(at).tokens.start;
    if last < sentence || !is_capital(words, last) {
        return None;
    }
    let run = (sentence..=last)
        .rev()
        .take_while(|&before| {
            is_capital(words, before)
                || matches!(words.raw(before), "&" | "-")
                || words.word(before) == "and"
        })
        .take(6)
        .count();
    let mut start = last + 1 - run;
    while start < last
        && (words.is_function_word(start) || words.word(start) == "and" || words.raw(start) == "&")
    {
        start += 1;
    }
    let dot = words.together(at, at + 1)
        && words.raw(at + 1) == "."
        && words.tokens[at + 1].gap == crate::text::Gap::None;
    Some(claim(start, at + 1 + usize::from(dot), 92))
}

/// `the newspaper X`, `cybersecurity firm X`: also in text without capitals.
fn named_after_noun(words: &Words, at: usize) -> Option<Claim> {
    if !BEFORE.contains(&words.word(at))
        || words.shape(at) != Shape::Lower && words.casing(at) == Casing::Mixed
    {
        return None;
    }
    let from = at + 1;
    let most = match words.casing(at) {
        Casing::Mixed => 4,
        _ => 1,
    };
    let is_part = |next: usize| {
        words.together(at, next)
            && words.is_joined(next)
            && words.looks_like_name(next)
            && begins_listed(words, &[List::Countries, List::Nationalities], next).is_none()
            && !(words.is_first_name(next) && words.casing(next) == Casing::Lower)
    };
    let run = (from..words.len())
        .take_while(|&next| is_part(next))
        .take(most)
        .count();
    let person = run >= 2 && words.is_first_name(from);
    (run > 0 && !person).then(|| claim(from, from + run, 70))
}
