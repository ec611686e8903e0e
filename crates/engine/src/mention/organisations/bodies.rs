//! Names around a word for a body: ministries, boards, parties, universities.

use std::ops::Range;

use super::{claim, is_capital};
use crate::mention::claim::Claim;
use crate::mention::lexicon::{Is, List};
use crate::mention::listed::{begins_listed, ends_listed};
use crate::mention::words::{Casing, Words};
use crate::text::{Gap, Shape};

/// Tokens in the longest name that is looked for.
const LONGEST: usize = 16;

/// `Dutch Safety Board`, `Ministry of Foreign Affairs`, `Communist Party of China`: capitalised
/// words around a word for a body.
pub(super) fn body(words: &Words, at: usize) -> Option<Claim> {
    let ends = words.is(at, Is::Body);
    let begins = words.is(at, Is::BodyFirst);
    if !(ends || begins) || !is_capital(words, at) {
        return None;
    }
    let first = start(words, at);
    let start = without_state(words, first, at);
    let end = match begins {
        true => end(words, at),
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
    // Utilities bear the name of a place; "Low Water" is something else.
    let tide = words.word(at) == "water" && at > 0 && words.is(at - 1, Is::Ordinary);
    let of_a_person = words.word(at) == "administration" && end == at + 1 && start + 1 == at;
    let percent = match titled {
        // The whole of a line.
        true if begins && end > at + 1 && first == at && !words.together(at, end) => 84,
        true => 65,
        false if end > at + 1 => 90,
        false => 86,
    };
    (named && !of_a_person && !tide).then(|| claim(start..end, percent))
}

/// Where the name begins whose word for a body stands at `at`: the capitalised words before it,
/// hyphens, and "and" where what stands before it can be no name of its own.
pub(super) fn start(words: &Words, at: usize) -> usize {
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
        // "People's Party", "Workers' Union", "St Mary's School".
        "'s" | "'" | "’" => {
            let saint = before > sentence && matches!(words.raw(before - 1), "St" | "Saint");
            (saint || words.is(before, Is::Ordinary)).then_some(before)
        }
        "and" => {
            let other = words.is(before, Is::Body) || names_by_itself(words, before);
            let starts_name = before > sentence && is_capital(words, before - 1);
            let single = words.is(before, Is::Ordinary) && !other && !starts_name;
            // "Rail, Tram and Bus Union".
            let series = single
                && before > sentence + 1
                && words.raw(before - 1) == ","
                && is_capital(words, before - 2)
                && words.is(before - 2, Is::Ordinary)
                && !names_by_itself(words, before - 2);
            if series {
                return Some(before - 2);
            }
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
    let listed = |from: usize| {
        begins_listed(words, &[List::Groups], from).is_some_and(|body| body.end == at + 1)
    };
    while let Some(phrase) = begins_listed(words, &[List::Countries, List::Nationalities], start)
        && (of_state && (phrase.end < at || phrase.end == at && words.after(at + 1) == "of")
            || listed(phrase.end))
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
fn end(words: &Words, at: usize) -> usize {
    let mut end = at + 1;
    loop {
        let link = words.together(at, end)
            && words.is(end, Is::BodyLink)
            && end - at < LONGEST
            && (words.word(end) != "on" || words.is(at, Is::BodyOnTopic))
            && (words.word(end) != "to"
                || matches!(words.word(at), "mission" | "delegation" | "office"));
        let mut from = end + 1;
        if link && words.word_near(at, Some(from)) == "the" {
            from += 1;
        }
        let run = capital_run(words, at, from);
        if !link || run.is_empty() || is_a_people(words, &run) || is_any_board(words, at, &run) {
            return end;
        }
        end = run.end;
        end = enumerated(words, at, end).unwrap_or(end);
        while let Some(more) = conjoined(words, at, end) {
            end = more;
        }
    }
}

/// `Board of Directors`: every company has one.
fn is_any_board(words: &Words, at: usize, run: &Range<usize>) -> bool {
    words.word(at) == "board"
        && run.len() == 1
        && matches!(
            words.word(run.start),
            "directors" | "trustees" | "governors" | "management" | "supervisors"
        )
}

/// `lawyers for the Kenyan government`: a people by itself, before what is theirs.
fn is_a_people(words: &Words, run: &Range<usize>) -> bool {
    let people = begins_listed(words, &[List::Nationalities], run.start);
    people.is_some_and(|people| people.end == run.end)
        && words.together(run.start, run.end)
        && words.shape(run.end) == Shape::Lower
        && !words.is(run.end, Is::Function)
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

/// `, Science and Technology`, `, Trade and Industry`: topics of ordinary words, of which the last has
/// an "and".
fn enumerated(words: &Words, at: usize, end: usize) -> Option<usize> {
    if words.word_near(at, Some(end)) != "," {
        return None;
    }
    let topic = capital_run(words, at, end + 1);
    let ordinary = !topic.is_empty() && topic.clone().all(|at| words.is(at, Is::Ordinary));
    let other = topic.clone().any(|at| names_by_itself(words, at));
    if !ordinary || other || topic.end - at > LONGEST {
        return None;
    }
    enumerated(words, at, topic.end).or_else(|| conjoined(words, at, topic.end))
}

/// `and Human Services`: what follows "and" belongs to the name if it is made of ordinary words
/// and is no name by itself.
fn conjoined(words: &Words, at: usize, end: usize) -> Option<usize> {
    if !matches!(words.word_near(at, Some(end)), "and" | "&") {
        return None;
    }
    let run = capital_run(words, at, end + 1);
    let plain = |at: usize| words.is(at, Is::Ordinary) || words.raw(at) == "-";
    let ordinary = !run.is_empty() && run.clone().all(plain);
    // An agency is another body; "services" and "affairs" are not.
    let body = |at: usize| words.is(at, Is::Body) && !words.word(at).ends_with('s');
    let other = run.clone().any(|at| body(at) || names_by_itself(words, at));
    let list = List::Organisations;
    let listed = begins_listed(words, &[list], run.start).is_some();
    (ordinary && !other && !listed || is_shortened(words, at, &run)).then_some(run.end)
}

/// `(JNIM)` after it: the whole of it has a short name.
fn is_shortened(words: &Words, at: usize, run: &Range<usize>) -> bool {
    let acronym = run.end + 1;
    !run.is_empty()
        && words.together(at, acronym + 1)
        && words.raw(run.end) == "("
        && words.shape(acronym) == Shape::Upper
        && words.raw(acronym).len() > 2
        && words.raw(acronym + 1) == ")"
}

/// Words of the longest line in capitals that may be a name as a whole.
const LINE: usize = 7;

/// `HARBOUR AND WATERFRONT COMMITTEE`: a line in capitals that ends in a word for a body.
pub(super) fn body_in_capitals(words: &Words, at: usize) -> Option<Claim> {
    let ends = words.casing(at) == Casing::Capitals
        && words.is(at, Is::Body)
        && (at + 1 == words.len()
            || matches!(words.tokens[at + 1].gap, Gap::Line | Gap::Paragraph));
    if !ends {
        return None;
    }
    let begins = |from: &usize| matches!(words.tokens[*from].gap, Gap::Line | Gap::Paragraph);
    let start = (at.saturating_sub(LINE)..=at).rev().find(begins)?;
    let start = start + usize::from(words.word(start) == "the");
    let named = |part: usize| {
        words.is_word(part)
            && (!words.is(part, Is::Function) || matches!(words.word(part), "and" | "of" | "for"))
            || words.raw(part) == "&"
    };
    let whole = at - start > 1 && (start..at).all(named) && words.together(start, at);
    whole.then(|| claim(start..at + 1, 86))
}

/// `ministry of foreign affairs`, `university of amsterdam`: where capitals do not tell where a
/// name ends, it has one word after "of", or two of which the first is an adjective.
pub(super) fn body_without_capitals(words: &Words, at: usize) -> Option<Claim> {
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
