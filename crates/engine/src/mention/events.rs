//! Events: listed ones, elections and games with their year, wars, battles, conferences.

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::listed::{begins_listed, ends_listed, listed};
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};
use crate::text::Class;

pub(super) struct Events;

impl Recogniser for Events {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let mut claims: Vec<Claim> =
            listed(words, &[List::Events], Kind::Event, 92, Finder::Events).collect();
        for at in 0..words.len() {
            claims.extend(year_and_election(words, at));
            claims.extend(place_and_year(words, at));
            claims.extend(ends_in_event_word(words, at));
            claims.extend(begins_with_event_word(words, at));
            claims.extend(battle_of(words, at));
        }
        claims
    }
}

fn is_year(words: &Words, at: usize) -> bool {
    let raw = words.word(at);
    raw.len() == 4
        && raw.bytes().all(|b| b.is_ascii_digit())
        && matches!(&raw[..2], "17" | "18" | "19" | "20")
}

/// `2016 election`, `2016 United States presidential election`, `2012 Summer Olympics`.
fn year_and_election(words: &Words, at: usize) -> Option<Claim> {
    if !is_year(words, at) {
        return None;
    }
    const LISTS: &[List] = &[
        List::Countries,
        List::Nationalities,
        List::Regions,
        List::Cities,
        List::Organisations,
    ];
    let mut end = at + 1;
    for _ in 0..7 {
        if !words.together(at, end) {
            return None;
        }
        if words.is(end, Is::Election) {
            return Some(Claim::new(at..end + 1, Kind::Event, 92, Finder::Events));
        }
        let named = words.casing(at) == Casing::Mixed
            && (words.looks_like_name(end) || words.word(end) == "of");
        end = match begins_listed(words, LISTS, end) {
            Some(phrase) => phrase.end,
            None if words.is(end, Is::BeforeElection) || named => end + 1,
            None => return None,
        };
    }
    None
}

/// `Rio 2016`: a city and the year of games held there.
fn place_and_year(words: &Words, at: usize) -> Option<Claim> {
    let follows = at > 0
        && is_year(words, at)
        && words.looks_like_name(at - 1)
        && words.casing(at) == Casing::Mixed
        && !words.is_initial(at - 1);
    if !follows {
        return None;
    }
    let single = ends_listed(words, &[List::Cities], at).map_or(at - 1, |phrase| phrase.start);
    let held = matches!(
        words.before(single),
        "from" | "at" | "the" | "for" | "since" | "after" | "before" | "during"
    );
    held.then(|| Claim::new(single..at + 1, Kind::Event, 75, Finder::Events))
}

/// `Peasants' War`, `Lisbon Summit`: at most five capitalised words before a word for an event.
fn ends_in_event_word(words: &Words, at: usize) -> Option<Claim> {
    let head = words.casing(at) == Casing::Mixed
        && words.shape(at).is_capitalised()
        && words.is(at, Is::Event);
    if !head {
        return None;
    }
    let is_part = |before: usize| {
        words.is_word(before) && words.shape(before).is_capitalised() && !words.is_initial(before)
            || words.looks_like_name(before)
            || is_year(words, before)
            || matches!(words.raw(before), "-" | "–" | "'" | "’")
    };
    let run = (0..at)
        .rev()
        .take_while(|&before| {
            words.sentence_number(before) == words.sentence_number(at) && is_part(before)
        })
        .take(5)
        .count();
    // "Lord Derby" is somebody.
    let titled = run == 1 && ends_listed(words, &[List::Roles], at).is_some();
    (run > 0 && !titled).then(|| Claim::new(at - run..at + 1, Kind::Event, 80, Finder::Events))
}

/// `Hurricane Sandy`, `Operation Desert Fox`, `Flight MH17`.
fn begins_with_event_word(words: &Words, at: usize) -> Option<Claim> {
    if words.casing(at) == Casing::Lower {
        let storm = matches!(words.word(at), "typhoon" | "hurricane" | "cyclone")
            && words.together(at, at + 1)
            && words.looks_like_name(at + 1)
            && words.before(at) != "the";
        return storm.then(|| Claim::new(at..at + 2, Kind::Event, 85, Finder::Events));
    }
    let telling = words.casing(at) == Casing::Mixed;
    if !telling || !words.is(at, Is::EventFirst) || !words.shape(at).is_capitalised() {
        return None;
    }
    let run = (at + 1..words.len())
        .take_while(|&next| words.sentence_number(next) == words.sentence_number(at))
        .take_while(|&next| {
            words.is_word(next) && words.shape(next).is_capitalised()
                || words.tokens[next].class == Class::Number
        })
        .take(3)
        .count();
    (run > 0).then(|| Claim::new(at..at + 1 + run, Kind::Event, 80, Finder::Events))
}

/// `Battle of Hastings`, `Siege of Leiden`.
fn battle_of(words: &Words, at: usize) -> Option<Claim> {
    let head = matches!(words.word(at), "battle" | "siege" | "treaty" | "fall")
        && words.shape(at).is_capitalised()
        && words.casing(at) == Casing::Mixed
        && words.after(at + 1) == "of";
    if !head {
        return None;
    }
    let mut from = at + 2;
    if words.word_near(at, Some(from)) == "the" {
        from += 1;
    }
    let run = (from..words.len())
        .take_while(|&next| {
            words.sentence_number(next) == words.sentence_number(at)
                && words.is_word(next)
                && words.shape(next).is_capitalised()
        })
        .take(3)
        .count();
    (run > 0).then(|| Claim::new(at..from + run, Kind::Event, 85, Finder::Events))
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Event;
    use crate::mention::marked::check_all;

    #[test]
    fn elections_and_games_with_their_year() {
        check_all(
            Event,
            &[
                "The ⟦2016 election⟧ was close.",
                "Before the ⟦2016 United States presidential election⟧ it rained.",
                "After ⟦Rio 2016⟧ they left.",
            ],
        );
    }

    #[test]
    fn an_election_without_a_year_is_none() {
        check_all(Event, &["The US election was close."]);
    }

    #[test]
    fn wars_battles_and_storms() {
        check_all(
            Event,
            &[
                "⟦World War II⟧ and the ⟦Battle of Verdun⟧ were over.",
                "⟦Hurricane Katrina⟧ struck.",
                "cutting power to much of it , ⟦typhoon velluk⟧ came ashore late on thursday .",
                "Whether Lord Derby will fight.",
            ],
        );
    }
}
