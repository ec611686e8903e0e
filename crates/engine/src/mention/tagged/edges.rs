//! Where a name ends that the tagger read: titles, honours, scores and descriptions beside it are no
//! part of it, and may tell what it names.

use std::ops::Range;

use crate::mention::claim::Claim;
use crate::mention::lexicon::{Is, List};
use crate::mention::listed::begins_listed;
use crate::mention::persons::{is_after_person, is_post};
use crate::mention::tagger::Name;
use crate::mention::words::{Casing, Phrase, Words};
use crate::mention::{Confidence, Finder, Finders, Kind};
use crate::text::{Class, Gap, Shape};

/// Below this, the tagger's reading of a name gives way to the word before it, in per cent.
const DOUBTFUL: u8 = 60;

/// A name as a claim, without marks at its edges but for a point at its end; nothing if it has no
/// words.
pub(super) fn claim(words: &Words, name: Name) -> Option<Claim> {
    let is_mark = |&at: &usize| words.tokens[at].class == Class::Mark;
    // Sums and times of day are numbers with marks, and name nothing.
    if !name.tokens.clone().any(|at| words.is_word(at)) {
        return None;
    }
    let start = name.tokens.clone().find(|at| !is_mark(at))?;
    let last = name
        .tokens
        .rev()
        .find(|&at| !is_mark(&at) || words.raw(at) == "." && !ends_sentence(words, at))?;
    let named = match name.kind {
        Kind::Person => {
            let end = without_honours(words, start..up_to_small(words, start..last + 1));
            let start = without_titles(words, start..end);
            start..without_verb(words, start..end)
        }
        Kind::Organisation if is_family(words, start..last + 1) => start..last,
        Kind::Organisation => {
            let end = without_score(words, start..last + 1);
            let start = without_description(words, start..end);
            without_state(words, start..end)..end
        }
        _ => start..last + 1,
    };
    if says_nothing(words, &named) {
        return None;
    }
    if name.kind == Kind::Person && is_post(words, &named) {
        return None;
    }
    let (named, kind) = match name.kind {
        Kind::Organisation if is_family(words, named.start..named.end + 1) => (named, Kind::Person),
        Kind::Person if is_written_as_a_brand(words, &named) || is_body(words, &named) => {
            (named, Kind::Organisation)
        }
        Kind::Person if is_in(words, &named) => (named, Kind::Place),
        Kind::Person | Kind::Organisation if is_near(words, &named, name.confidence) => {
            (named, Kind::Place)
        }
        Kind::Place | Kind::Organisation if is_addressed(words, &named) => (
            without_titles(words, named.clone())..named.end,
            Kind::Person,
        ),
        kind => (named, kind),
    };
    Some(Claim {
        tokens: named,
        kind,
        confidence: name.confidence,
        found_by: Finders::only(Finder::Tagger),
        moment: None,
    })
}

/// Whether a point that stands apart ends the sentence, where that is not to be seen by the capital
/// after it: but for initials and the like it does.
fn ends_sentence(words: &Words, at: usize) -> bool {
    const SHORT: &[&str] = &["jr", "sr", "inc", "co", "corp", "ltd", "st", "bros"];
    let before = words.before(at);
    words.casing(at) == Casing::Lower && before.len() > 1 && !SHORT.contains(&before)
}

/// A small word or an office by itself, `The` or `King`, and the sign of a share, `NWBX` in
/// "(Nasdaq: NWBX)".
fn says_nothing(words: &Words, name: &Range<usize>) -> bool {
    const EXCHANGES: &[&str] = &["nasdaq", "nyse", "lse", "tsx", "asx", "euronext"];
    let first = name.start;
    if name.len() > 1 {
        return false;
    }
    let small = words.is(first, Is::Function) && words.shape(first) != Shape::Upper;
    let office = begins_listed(words, &[List::Roles], first)
        .is_some_and(|role| role.end == name.end)
        && !words.is(first, Is::FirstName)
        && words.before(first) != "mr";
    let share =
        words.before(first) == ":" && first > 1 && EXCHANGES.contains(&words.word(first - 2));
    let letters = words.is(first, Is::Abbreviation) && words.shape(first) != Shape::Lower;
    small || office || share || letters
}

/// `Cllr Clare Fardell`: who is spoken to so is a person.
fn is_addressed(words: &Words, name: &Range<usize>) -> bool {
    const TITLES: &[&str] = &[
        "mr", "mrs", "ms", "dr", "prof", "cllr", "sir", "rev", "miss",
    ];
    name.len() > 1 && TITLES.contains(&words.word(name.start))
}

/// Where a person's name begins after titles: `Karen Whitfield` in "Dr Karen Whitfield".
fn without_titles(words: &Words, name: Range<usize>) -> usize {
    let mut start = name.start;
    while let Some(title) = begins_listed(words, &[List::Roles], start)
        && title.end < name.end
        && !is_first_name_too(words, &title, name.end)
    {
        let point = words.raw(title.end) == "." && title.end + 1 < name.end;
        start = title.end + usize::from(point);
    }
    start
}

/// `ScottishPower`: one word with a capital inside, but for `McFaul` and the like.
fn is_written_as_a_brand(words: &Words, name: &Range<usize>) -> bool {
    const PARTICLES: &[&str] = &[
        "mc", "mac", "de", "di", "da", "du", "la", "le", "fitz", "van", "von",
    ];
    let word = words.word(name.start);
    if name.len() == 1 && is_long_acronym(words, name.start) {
        return true;
    }
    name.len() == 1
        && words.shape(name.start) == Shape::Camel
        && !word.contains(['\'', '’'])
        && !PARTICLES.iter().any(|particle| word.starts_with(particle))
}

/// `Preston Crown Court`: its last word says what it is.
fn is_body(words: &Words, name: &Range<usize>) -> bool {
    let (first, last) = (name.start, name.end - 1);
    let plain = |at: usize| words.is(at, Is::Ordinary) && !words.is(at, Is::FirstName);
    name.len() > 1
        && words.is(last, Is::Body)
        && words.casing(first) == Casing::Mixed
        && (!words.is(first, Is::FirstName) || name.len() > 2 && plain(last - 1))
}

/// `a home in Barra da Tijuca`: people are in places, seldom in people.
fn is_in(words: &Words, name: &Range<usize>) -> bool {
    let first = name.start;
    name.len() > 1
        && words.before(first) == "in"
        && words.casing(first) == Casing::Mixed
        && !words.is(first, Is::FirstName)
        && words.raw(name.end.min(words.len() - 1)) != "'s"
}

/// `near Byblos`: of a doubtful name that something is near to.
fn is_near(words: &Words, name: &Range<usize>, confidence: Confidence) -> bool {
    name.len() == 1
        && confidence.as_percent() < DOUBTFUL
        && words.casing(name.start) == Casing::Mixed
        && matches!(
            words.before(name.start),
            "near" | "outside" | "across" | "throughout" | "around"
        )
}

/// `Brescia family`: those who bear a name, told by a small word after it.
fn is_family(words: &Words, name: Range<usize>) -> bool {
    let last = name.end - 1;
    name.len() == 2
        && words.together(name.start, last)
        && words.raw(last) == "family"
        && words.shape(name.start) == Shape::Capitalised
}

/// `MINUSMA`: four capitals or more where other words have small letters, and no first name.
fn is_long_acronym(words: &Words, at: usize) -> bool {
    let named = |at: usize| words.is_joined(at) && words.looks_like_name(at);
    let beside = at > 0 && words.together(at, at - 1) && named(at - 1) && words.is_joined(at)
        || words.together(at, at + 1) && named(at + 1);
    words.casing(at) == Casing::Mixed
        && words.shape(at) == Shape::Upper
        && words.raw(at).chars().count() >= 4
        && !words.is(at, Is::FirstName)
        && !beside
}

/// `Dean` of "Dean Rusk" is no title.
fn is_first_name_too(words: &Words, title: &Phrase, end: usize) -> bool {
    title.end == title.start + 1 && title.end + 1 == end && words.is(title.start, Is::FirstName)
}

/// Where a person's name ends before honours: `Helena Kennedy` in "Helena Kennedy QC".
fn without_honours(words: &Words, name: Range<usize>) -> usize {
    let honours = name
        .clone()
        .rev()
        .take_while(|&at| is_after_person(words, at) || words.raw(at) == ",");
    match honours.count() {
        count if count < name.len() => name.end - count,
        _ => name.end,
    }
}

/// Where a person's name ends before a small word that no name has: `Dilnoza` in "Dilnoza swears".
fn up_to_small(words: &Words, name: Range<usize>) -> usize {
    let small = |at: usize| {
        words.casing(at) == Casing::Mixed
            && words.shape(at) == Shape::Lower
            && words.is(at, Is::Ordinary)
            && !words.is(at, Is::Particle)
            && words.tokens[at].gap == Gap::Space
    };
    let first = name.start + 1;
    (first..name.end).find(|&at| small(at)).unwrap_or(name.end)
}

/// Where a person's name ends in a headline before what they do: `Silva` in "SILVA BACKS RULING".
fn without_verb(words: &Words, name: Range<usize>) -> usize {
    let last = name.end - 1;
    let plain = |at: usize| words.is(at, Is::Ordinary) && !words.is(at, Is::FirstName);
    let headline = words.casing(name.start) == Casing::Capitals;
    let verb = words.word(last).ends_with('s') && plain(last) && !plain(name.start);
    match headline && name.len() == 2 && verb {
        true => last,
        false => name.end,
    }
}

/// Where a team's name ends before the score of a game: `Espanyol` in "Espanyol 5-0".
fn without_score(words: &Words, name: Range<usize>) -> usize {
    let score = name.end.checked_sub(3).filter(|&start| {
        let number = |at: usize| words.tokens[at].class == Class::Number;
        start > name.start && number(start) && number(start + 2) && !words.is_word(start + 1)
    });
    score.unwrap_or(name.end)
}

/// Where a name begins after what it is: `Hoogland` in "Dutch steelmaker Hoogland".
fn without_description(words: &Words, name: Range<usize>) -> usize {
    let first = begins_listed(words, &[List::Nationalities], name.start);
    let noun = first.map_or(name.start, |first| first.end);
    let described = noun + 1 < name.end
        && words.casing(noun) == Casing::Mixed
        && words.shape(noun) == Shape::Lower
        && !words.is(noun, Is::Function)
        && !words.is(noun, Is::Particle)
        && words.shape(noun + 1).is_capitalised();
    if described { noun + 1 } else { name.start }
}

/// Where the name of a state's body begins after the state: `State Department` in "U.S. State
/// Department".
fn without_state(words: &Words, name: Range<usize>) -> usize {
    let states = &[List::Countries, List::Nationalities];
    let Some(state) = begins_listed(words, states, name.start).filter(|state| state.end < name.end)
    else {
        return name.start;
    };
    let body = begins_listed(words, &[List::Organisations, List::Groups], state.end);
    let of_state = words.is(name.end - 1, Is::BodyOfState)
        || matches!(words.word(state.end), "department" | "ministry")
            && words.after(state.end + 1) == "of";
    // There is a Communist Party in every state, and the state belongs to its name.
    let listed =
        body.is_some_and(|body| body.end == name.end) && words.word(name.end - 1) != "party";
    if of_state || listed {
        state.end
    } else {
        name.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a name that the tagger read, and as what.
    fn read(text: &str, kind: Kind) -> (String, Kind) {
        let document = crate::document::read("a.txt", text.as_bytes()).expect("it is text");
        let words = Words::of(&document);
        let name = Name {
            tokens: 0..words.len(),
            kind,
            margin: 0,
            confidence: Confidence::percent(80),
        };
        let claim = claim(&words, name).expect("words are left");
        (
            words.span(&claim.tokens).of(words.text).to_owned(),
            claim.kind,
        )
    }

    #[test]
    fn what_is_no_part_of_a_name_is_left_out() {
        use Kind::{Organisation, Person};
        let is = |text: &str, kind, name: &str, of| {
            assert_eq!(read(text, kind), (name.to_owned(), of));
        };
        is("Dr Ada Lovelace", Person, "Ada Lovelace", Person);
        is("Helena Kennedy QC", Person, "Helena Kennedy", Person);
        is("Dean Rusk", Person, "Dean Rusk", Person);
        is("Espanyol 5-0", Organisation, "Espanyol", Organisation);
        is(
            "U.S. Department of Justice",
            Organisation,
            "Department of Justice",
            Organisation,
        );
        is(
            "Dutch steelmaker Hoogland",
            Organisation,
            "Hoogland",
            Organisation,
        );
        is("ScottishPower", Person, "ScottishPower", Organisation);
        is("McFaul", Person, "McFaul", Person);
        is("Whitlock family", Organisation, "Whitlock", Person);
        is(
            "Velluk Rural Court",
            Person,
            "Velluk Rural Court",
            Organisation,
        );
        is("Cllr Clare Fardell", Kind::Place, "Clare Fardell", Person);
    }
}
