//! Works and products: listed ones, titles in quotes, versions.

mod titles;

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::listed::{begins_listed, listed};
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};
use crate::text::{Class, Gap, Shape};

pub(super) struct Works;

/// Tokens in the longest title that is looked for.
const LONGEST: usize = 14;

impl Recogniser for Works {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let mut claims: Vec<Claim> =
            listed(words, &[List::Works], Kind::Work, 88, Finder::Works).collect();
        claims.extend(
            listed(words, &[List::Products], Kind::Product, 80, Finder::Works).map(|claim| {
                let percent = if is_used(words, &claim.tokens) {
                    95
                } else {
                    80
                };
                Claim::new(claim.tokens, Kind::Product, percent, Finder::Works)
            }),
        );
        for at in 0..words.len() {
            claims.extend(quoted_title(words, at));
            claims.extend(titles::bare(words, at));
            claims.extend(act(words, at));
            claims.extend(music(words, at));
            claims.extend(code_name(words, at));
            claims.extend(vessels(words, at));
        }
        claims
    }
}

/// Whether a name is spoken of as a service or thing one uses: "on Facebook".
fn is_used(words: &Words, tokens: &Range<usize>) -> bool {
    let Range { start, end } = *tokens;
    start > 0 && words.together(start, start - 1) && words.is(start - 1, Is::BeforeService)
        || words.together(start, end) && words.is(end, Is::AfterService)
}

/// `the film “Metropolis”`, and two words or more in quotes that all have capitals.
fn quoted_title(words: &Words, at: usize) -> Option<Claim> {
    if !matches!(words.raw(at), "\"" | "“" | "‘" | "«") || words.casing(at) != Casing::Mixed {
        return None;
    }
    // `known as “X”` gives a name to somebody.
    if matches!(
        words.before(at),
        "as" | "alias" | "aka" | "nicknamed" | "wrote" | ":"
    ) {
        return None;
    }
    let closes = |at: &usize| matches!(words.raw(*at), "\"" | "”" | "’" | "»");
    let from = at + 1;
    let close = (from..words.len().min(from + LONGEST)).find(closes)?;
    let marks = (from..close)
        .rev()
        .take_while(|&at| matches!(words.raw(at), "," | "."));
    let end = close - marks.count();
    if end <= from || !words.shape(from).is_capitalised() {
        return None;
    }
    let percent = match after_noun(words, at) {
        true => 85,
        false
            if end > from + 1 && all_capital(words, from..end) && !is_clause(words, from..end) =>
        {
            60
        }
        false => return None,
    };
    Some(Claim::new(from..end, Kind::Work, percent, Finder::Works))
}

/// `Companies Act 2006`: capitalised words before "Act", and the year after it.
fn act(words: &Words, at: usize) -> Option<Claim> {
    let bill = words.word(at) == "bill";
    let named = (words.word(at) == "act" || bill) && is_telling_capital(words, at);
    let start = named
        .then(|| act_start(words, at))
        .filter(|&start| start < at && !(bill && may_be_a_person(words, start..at)))?;
    let last = at + if words.after(at + 1) == "of" { 2 } else { 1 };
    let end = match words.together(at, last) && is_year(words.raw(last)) {
        true => last + 1,
        false => at + 1,
    };
    Some(Claim::new(start..end, Kind::Work, 86, Finder::Works))
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit())
}

/// `Cello Suites`: capitalised words that end in one for a piece of music.
fn music(words: &Words, at: usize) -> Option<Claim> {
    let named = words.is(at, Is::Music) && is_telling_capital(words, at);
    let start = named
        .then(|| run_before(words, at))
        .filter(|&start| start < at)?;
    // An orchestra may follow: "Boston Symphony Orchestra".
    let goes_on = words.together(at, at + 1) && words.shape(at + 1).is_capitalised();
    (!goes_on).then(|| Claim::new(start..at + 1, Kind::Work, 80, Finder::Works))
}

/// `NWB-117`, `Paz-2`: a name, a hyphen and a number, as makers name drugs, rockets and satellites.
fn code_name(words: &Words, at: usize) -> Option<Claim> {
    let end = at + 3;
    let is_one = end <= words.len()
        && words.together(at, end - 1)
        && (is_code(words, at) || is_unknown_name(words, at))
        && words.raw(at + 1) == "-"
        && words.tokens[at + 1].gap == Gap::None
        && words.tokens[at + 2].gap == Gap::None
        && words.tokens[at + 2].class == Class::Number
        && words.raw(at + 2).len() <= 4
        && words.casing(at) != Casing::Capitals
        // Diseases, trains of numbers (`CVE-2019-1`) and the like are none.
        && !matches!(words.word(at), "covid" | "cve" | "un" | "gmt" | "utc" | "sars" | "apt")
        && words.after(end) != "-";
    is_one.then(|| Claim::new(at..end, Kind::Product, 86, Finder::Works))
}

/// `the patrol ship X`, `two vessels, the X and the Y`: what bears a name and sails.
fn vessels(words: &Words, at: usize) -> Vec<Claim> {
    let mut claims = Vec::new();
    if !words.is(at, Is::Vessel)
        || words.casing(at) != Casing::Mixed
        || words.shape(at) != Shape::Lower
    {
        return claims;
    }
    let small = |at: usize| {
        matches!(
            words.word(at),
            "," | "the" | "and" | "named" | "called" | "\""
        )
    };
    let mut from = at + 1;
    loop {
        let skipped =
            (from..words.len()).take_while(|&next| words.together(at, next) && small(next));
        let start = from + skipped.take(4).count();
        let run = (start..words.len())
            .take_while(|&next| words.together(at, next) && words.looks_like_name(next))
            .take(3)
            .count();
        // After a comma only "the" tells a vessel: "the ship, Ada said".
        let told =
            start == at + 1 || matches!(words.word(start - 1), "the" | "named" | "called" | "\"");
        let other = begins_listed(words, &[List::Countries, List::Cities, List::Roles], start);
        if run == 0 || !told || other.is_some() && start > at + 1 {
            return claims;
        }
        claims.push(Claim::new(
            start..start + run,
            Kind::Product,
            92,
            Finder::Works,
        ));
        from = start + run;
        let more = words.together(at, from + 1)
            && (words.word(from) == "and" || words.raw(from) == ",")
            && words.word(from + 1) == "the";
        if !more {
            return claims;
        }
    }
}

/// Capitals alone, before two digits or more.
fn is_code(words: &Words, at: usize) -> bool {
    words.shape(at) == Shape::Upper
        && (2..=5).contains(&words.raw(at).len())
        && words.raw(at + 2).len() > 1
}

fn is_unknown_name(words: &Words, at: usize) -> bool {
    words.casing(at) == Casing::Mixed
        && words.shape(at) == Shape::Capitalised
        && words.word(at).len() > 2
        && words.looks_like_name(at)
        && !words.is(at, Is::Ordinary)
        && !words.is(at, Is::Function)
        && !words.is(at, Is::Calendar)
        && !words.is(at, Is::FirstName)
}

fn is_telling_capital(words: &Words, at: usize) -> bool {
    words.shape(at).is_capitalised() && words.casing(at) == Casing::Mixed
}

/// Where the name of an act begins: words in brackets belong to it, as in `Sea Fish (Conservation) Act`.
fn act_start(words: &Words, at: usize) -> usize {
    let bracket = at > 3
        && words.together(at, at - 4)
        && words.raw(at - 1) == ")"
        && words.shape(at - 2).is_capitalised()
        && words.raw(at - 3) == "("
        && words.shape(at - 4).is_capitalised();
    match bracket {
        true => run_before(words, at - 3),
        false => over_of(words, run_before(words, at)),
    }
}

/// `Proceeds of Crime Act`: where the words begin that stand before "of" and are ordinary.
fn over_of(words: &Words, start: usize) -> usize {
    let of = start > 1 && words.together(start, start - 2) && words.word(start - 1) == "of";
    let noun = of.then(|| start - 2).filter(|&noun| {
        words.is(noun, Is::Ordinary)
            && words.shape(noun).is_capitalised()
            && !words.is(noun, Is::Body)
            && !words.is(noun, Is::BodyFirst)
    });
    noun.map_or(start, |noun| run_before(words, noun + 1))
}

/// `Uncle Bill`, `Bill Hader`: a bill is told by ordinary words before it, and no name after.
fn may_be_a_person(words: &Words, before: Range<usize>) -> bool {
    let title = begins_listed(words, &[List::Roles], before.start).is_some();
    let at = before.end;
    let named = words.together(at - 1, at + 1) && words.looks_like_name(at + 1);
    let plain = |at: usize| !words.is_word(at) || words.is(at, Is::Ordinary);
    title || named || !before.clone().all(plain)
}

/// Where the capitalised words begin that end at `at`.
fn run_before(words: &Words, at: usize) -> usize {
    let first = words
        .sentence(at)
        .tokens
        .start
        .max(at.saturating_sub(LONGEST));
    let belongs = |before: &usize| {
        words.is_joined(before + 1)
            && words.is_word(*before)
            && words.shape(*before).is_capitalised()
            && !(words.is_initial(*before) && words.is(*before, Is::Function))
    };
    let run = (first..at).rev().take_while(belongs).count();
    at - run
}

/// Whether a word for a work stands before the quote: `the film “`, `author of “`, also with the
/// title of another work between.
fn after_noun(words: &Words, at: usize) -> bool {
    let from = at.saturating_sub(4).max(words.sentence(at).tokens.start);
    let stretch = (from..at)
        .rev()
        .take_while(|&at| !matches!(words.raw(at), "”" | "."));
    let mut nouns = stretch.filter(|&at| words.is(at, Is::BeforeTitle));
    nouns.next().is_some()
}

/// `Until then, there is Nabil`: small words, a comma and one name.
fn is_clause(words: &Words, tokens: Range<usize>) -> bool {
    let telling = |at: &usize| words.is_word(*at) && !words.is(*at, Is::Function);
    let comma = tokens.clone().any(|at| words.raw(at) == ",");
    comma && tokens.filter(telling).count() < 2
}

/// Whether all words but small ones have a capital, as in a title, and one at least is not small.
fn all_capital(words: &Words, tokens: Range<usize>) -> bool {
    let small = |at: usize| words.is(at, Is::Function) || words.shape(at) == Shape::Lower;
    tokens.clone().any(|at| !small(at))
        && tokens.clone().all(|at| {
            words.tokens[at].class != Class::Word
                || words.shape(at) != Shape::Lower
                || words.is(at, Is::Function)
        })
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Work;
    use crate::mention::marked::check_all;

    #[test]
    fn a_title_in_quotes_after_a_word_for_a_work() {
        check_all(
            Work,
            &[
                "He made the film “⟦The Umbrellas of Cherbourg⟧.”",
                "Her novel \"⟦Persuasion⟧\" sold well.",
                "She turned Orhan Pamuk's ⟦The Velluk of Innocence⟧ into Kurdish.",
            ],
        );
    }

    #[test]
    fn two_capitals_in_quotes_are_a_title() {
        check_all(Work, &["Everybody sang “⟦Waltzing Matilda⟧” again."]);
    }

    #[test]
    fn an_act_with_its_year_and_a_piece_of_music() {
        check_all(
            Work,
            &[
                "The ⟦Sea Fish (Conservation) Act 1967⟧ is old.",
                "Under the ⟦Harbours Act 1964⟧ and the ⟦Clean Rivers Act of 1972⟧ it is forbidden.",
                "She recorded Bach's ⟦Cello Suites⟧ with the Vienna Symphony Orchestra.",
                "In Act 2 he dies. The Act is long.",
                "There is a hearing under the ⟦Proceeds of Crime Act⟧ in March.",
                "They were told that the ⟦Fisheries (Amendment) Bill⟧ would soon return.",
                "Then came Uncle Bill and Big Bill Broonzy.",
            ],
        );
    }

    #[test]
    fn a_code_name_is_a_product() {
        check_all(
            crate::mention::Kind::Product,
            &[
                "The candidate, ⟦NWB-117⟧, met its end point during COVID-19.",
                "Two satellites, ⟦Velluk-2⟧ and another, flew past Group-2.",
            ],
        );
    }

    #[test]
    fn what_sails_has_a_name() {
        check_all(
            crate::mention::Kind::Product,
            &[
                "Two vessels, the ⟦Itsas Lurq⟧ and the ⟦Nova Velluk⟧, were fined.",
                "He asked about the patrol ship ⟦Pharosq⟧.",
                "It was the last ship, Ada said.",
            ],
        );
    }

    #[test]
    fn a_quotation_is_none() {
        check_all(
            Work,
            &[
                "“We will win,” he said. She called it “extra careful”. “It did not.” So be it.",
                "“Until then, there is Nabil.” He was known as “Prince Chi” there.",
            ],
        );
    }
}
