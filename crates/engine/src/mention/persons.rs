//! Persons: first names, titles and roles before a name, what is said about it after.

mod headers;
mod run;
mod speakers;

use std::ops::Range;

use super::claim::Claim;
use super::lexicon::{Is, List};
use super::listed::{begins_listed, ends_listed};
use super::words::{Casing, Words};
use super::{Finder, Kind, Recogniser};
use crate::document::Role;
use crate::text::{Class, Shape};

pub(super) use run::{breaks, is_after_person};

pub(super) struct Persons;

impl Recogniser for Persons {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let mut claims = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let run = run::from(words, at);
            at = run.end.max(at + 1);
            claims.extend(judge(words, run));
        }
        claims.extend(speakers::speakers(words));
        claims.extend((0..words.len()).filter_map(|at| headers::turned(words, at)));
        claims
    }
}

/// Whether a run of name words names a person, and how surely.
fn judge(words: &Words, run: Range<usize>) -> Option<Claim> {
    if run.is_empty() || is_post(words, &run) || is_body(words, &run) {
        return None;
    }
    let percent = Signs::of(words, &run).percent()?;
    Some(Claim::new(run, Kind::Person, percent, Finder::Persons))
}

/// What speaks for and against a run being the name of a person.
struct Signs {
    casing: Casing,
    /// Words in it, without marks.
    names: usize,
    /// A title or role stands before it.
    titled: bool,
    first_name: bool,
    /// An initial, a particle, a bound first name: `J. R. Smith`, `Bosch van Rosenthal`.
    built: bool,
    /// It speaks, or an apposition says who it is.
    acts: bool,
    /// Whose relative it is stands after it.
    kin: bool,
    byline: bool,
    acronym: bool,
    /// A list has it as something else.
    listed: bool,
    after_the: bool,
    /// A version number ends it, and a hacker or persona is spoken of.
    persona: bool,
}

impl Signs {
    fn of(words: &Words, run: &Range<usize>) -> Self {
        let first = run.start;
        let casing = words.casing(first);
        let names = run
            .clone()
            .filter(|&at| words.tokens[at].class != Class::Mark);
        const OTHERS: &[List] = &[
            List::Organisations,
            List::Cities,
            List::Regions,
            List::Landmarks,
            List::Products,
            List::Events,
        ];
        Self {
            casing,
            names: names.count(),
            titled: has_title_before(words, first),
            first_name: words.is(first, Is::FirstName),
            // People are in places, seldom in people: "a home in Barra da Tijuca".
            built: words.english && is_built(words, run, casing) && words.before(first) != "in",
            acts: is_described_after(words, run.end)
                || words.together(first, run.end) && words.is(run.end, Is::Saying)
                || matches!(
                    words.before(first),
                    "said" | "says" | "asked" | "added" | "wrote"
                ),
            kin: is_kin(words, run.end),
            byline: words.sentence(first).role == Role::Byline,
            acronym: casing != Casing::Capitals
                && run
                    .clone()
                    .any(|at| words.shape(at) == Shape::Upper && words.word(at).len() > 1),
            listed: begins_listed(words, OTHERS, first)
                .is_some_and(|name| name.end == run.end || name.entry.list == List::Organisations),
            after_the: words.before(first) == "the",
            persona: is_persona(words, run),
        }
    }

    fn percent(&self) -> Option<u8> {
        let percent = match self.names {
            2 if self.persona => return Some(90),
            1 => self.percent_of_one()?,
            2..=6 => self.percent_of_several()?,
            _ => return None,
        };
        let against = self.acronym && !self.titled && !self.byline || self.listed && !self.titled;
        Some(if against { percent / 2 } else { percent })
    }

    fn percent_of_one(&self) -> Option<u8> {
        let telling = self.casing == Casing::Mixed;
        match (self.titled, self.first_name) {
            _ if self.listed => None,
            (true, _) if telling => Some(85),
            (true, _) if self.casing == Casing::Capitals => Some(82),
            (true, _) => Some(65),
            (false, _) if self.byline => Some(60),
            (false, _) if telling && self.kin => Some(85),
            (false, true) if telling && !self.after_the => Some(if self.acts { 75 } else { 55 }),
            _ => None,
        }
    }

    fn percent_of_several(&self) -> Option<u8> {
        let telling = self.casing == Casing::Mixed;
        match (self.titled, self.first_name) {
            (true, true) => Some(96),
            (true, false) => Some(88),
            (false, true) if self.after_the => Some(75),
            (false, true) => Some(92),
            (false, false) if self.byline || self.built && !self.after_the => Some(85),
            (false, false) if self.acts && (telling || self.names == 2) => Some(80),
            (false, false) if self.casing == Casing::Capitals && self.names == 2 => Some(50),
            _ => None,
        }
    }
}

/// `the persona Guccifer 2.0`.
fn is_persona(words: &Words, run: &Range<usize>) -> bool {
    let number = words.tokens[run.end - 1].class == Class::Number;
    let sentence = words.sentence(run.start).tokens.clone();
    let is_word = |at: usize| {
        matches!(
            words.word(at),
            "hacker" | "persona" | "personas" | "handle" | "alias" | "pseudonym"
        )
    };
    let from = run.start.saturating_sub(12).max(sentence.start);
    number && (from..sentence.end.min(run.end + 12)).any(is_word)
}

/// Whether a name has an initial, a particle or a hyphenated second part of a first name.
fn is_built(words: &Words, run: &Range<usize>, casing: Casing) -> bool {
    run.clone().any(|at| {
        let small = casing == Casing::Mixed && words.shape(at) == Shape::Lower;
        let dotted = words.tokens[at].class == Class::Dotted;
        small || dotted || run.len() > 1 && run::is_initial_letter(words, at)
    })
}

/// `President …`, `spokesman …`, `Mr. …`, also `spokesman , …`.
fn has_title_before(words: &Words, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1) else {
        return false;
    };
    if words.together(at, before) && matches!(words.raw(before), "." | ",") && before > 0 {
        before -= 1;
    }
    if !words.together(at, before) {
        return false;
    }
    ends_listed(words, &[List::Roles], before + 1).is_some()
        || before + 1 < at && words.raw(before + 1) == "," && is_role_of(words, before)
}

/// `the speaker of parliament, …`: whether what ends at `last` is a role and what it is held in.
fn is_role_of(words: &Words, last: usize) -> bool {
    let sentence = words.sentence(last).tokens.start;
    let from = last.saturating_sub(8).max(sentence);
    let stretch = (from..=last)
        .rev()
        .take_while(|&at| !matches!(words.raw(at), "," | ";" | ":" | "("));
    let of = stretch.filter(|&at| matches!(words.word(at), "of" | "for" | "at" | "to" | "in"));
    of.into_iter()
        .any(|at| ends_listed(words, &[List::Roles], at).is_some())
}

/// `, a researcher at`, `, who`, `, 45,`, `(1901`.
fn is_described_after(words: &Words, end: usize) -> bool {
    let last = end - 1;
    let number = |at: usize| words.together(last, at) && words.tokens[at].class == Class::Number;
    let role =
        |at: usize| words.together(last, at) && begins_listed(words, &[List::Roles], at).is_some();
    match (
        words.word_near(last, Some(end)),
        words.word_near(last, Some(end + 1)),
    ) {
        ("(", _) => number(end + 1),
        (",", "who" | "whose") => true,
        (",", "a" | "an" | "the" | "his" | "her" | "its" | "their") => (end + 2..end + 6).any(role),
        (",", next) => number(end + 1) && next.len() <= 2 || role(end + 1),
        _ => false,
    }
}

/// `Kelso Mill Trust`: its last word says what it is, and no first name that it is a person.
fn is_body(words: &Words, name: &Range<usize>) -> bool {
    name.len() > 2
        && words.is(name.end - 1, Is::Body)
        && !words.is(name.start, Is::FirstName)
        && words.casing(name.start) == Casing::Mixed
}

/// `Local Democracy Reporter`, the `Relations` of `Investor Relations`: ordinary words, of which the
/// last says what somebody is, or goes on from one before.
pub(super) fn is_post(words: &Words, name: &Range<usize>) -> bool {
    let plain = |at: usize| words.is(at, Is::Ordinary) && !words.is(at, Is::FirstName);
    let first = name.start;
    let goes_on = || {
        let before = first.checked_sub(1)?;
        let joined = words.together(first, before) && words.is_joined(first);
        let title = begins_listed(words, &[List::Roles], before).is_some();
        let capital = words.shape(before) == Shape::Capitalised && !words.is_initial(before);
        Some(joined && plain(before) && capital && !title && words.casing(first) == Casing::Mixed)
    };
    name.clone().all(plain)
        && (words.is(name.end - 1, Is::Staff) || name.len() == 1 && goes_on() == Some(true))
        || plain(name.end - 1) && is_headed(words, first)
}

/// `Head of Marine Claims`: what somebody is the head of.
fn is_headed(words: &Words, first: usize) -> bool {
    let of = first
        .checked_sub(2)
        .filter(|&head| words.together(first, head));
    words.before(first) == "of"
        && of.is_some_and(|head| words.word(head) == "head" || words.is(head, Is::Staff))
}

/// `, my eldest`, `, his late brother`.
fn is_kin(words: &Words, end: usize) -> bool {
    let near = |at: usize| words.word_near(end - 1, Some(at));
    let whose = matches!(
        near(end + 1),
        "my" | "his" | "her" | "their" | "our" | "your"
    );
    near(end) == ","
        && whose
        && (end + 2..end + 4).any(|at| words.together(end, at) && words.is(at, Is::Kin))
}

#[cfg(test)]
mod tests {
    use crate::mention::Kind::Person;
    use crate::mention::marked::check_all;

    #[test]
    fn a_full_name_is_a_person() {
        check_all(
            Person,
            &[
                "At last ⟦Ada Lovelace⟧ wrote again.",
                "We met ⟦Émilie du Châtelet⟧ there.",
                "It was ⟦Vladimir Putin⟧’s idea.",
            ],
        );
    }

    #[test]
    fn a_lone_capital_is_not() {
        check_all(
            Person,
            &[
                "Yesterday it rained in Bath.",
                "Nothing happened.",
                "The Committee met on Monday.",
            ],
        );
    }

    #[test]
    fn a_title_makes_one_of_a_surname() {
        check_all(
            Person,
            &[
                "Later Mr. ⟦Okafor⟧ left.",
                "Then Senator ⟦Marchetti⟧ spoke.",
                "The chairman, ⟦Quentin Blake⟧, agreed.",
                "“No,” said Dr ⟦Nakamura⟧.",
            ],
        );
    }

    #[test]
    fn titles_are_left_out() {
        check_all(
            Person,
            &["President ⟦Woodrow Wilson⟧ met Prime Minister ⟦David Lloyd George⟧."],
        );
    }

    #[test]
    fn a_surname_is_known_after_the_full_name() {
        check_all(
            Person,
            &[
                "⟦Rosa Luxemburg⟧ wrote. Nobody answered ⟦Luxemburg⟧.",
                "⟦Ursula von der Leyen⟧ came. ⟦Von der Leyen⟧ left.",
            ],
        );
    }

    #[test]
    fn initials_and_particles_belong_to_a_name() {
        check_all(
            Person,
            &[
                "They read ⟦J. R. R. Tolkien⟧ and ⟦J.K. Rowling⟧.",
                "So says ⟦Ludwig van Beethoven⟧.",
                "So says ⟦Osama bin Laden⟧.",
                "So says ⟦Ibrahim al-Jaafari⟧.",
            ],
        );
    }

    #[test]
    fn a_byname_belongs_to_a_name() {
        check_all(Person, &["In time ⟦Henry the Lion⟧ rebuilt it."]);
    }

    #[test]
    fn honours_do_not() {
        check_all(Person, &["Then ⟦Helena Kennedy⟧ QC asked."]);
    }

    #[test]
    fn names_of_many_languages() {
        check_all(
            Person,
            &["We saw ⟦Park Geun-hye⟧, ⟦Wisława Szymborska⟧ and ⟦Ólafur Ragnar Grímsson⟧."],
        );
    }

    #[test]
    fn an_apposition_tells_a_person() {
        check_all(
            Person,
            &[
                "Once ⟦Hatidze Mehmedovic⟧, a teacher, spoke.",
                "Here is ⟦Hatidze Mehmedovic⟧, 61, from the valley.",
            ],
        );
    }

    #[test]
    fn a_relative_is_a_person() {
        check_all(
            Person,
            &["A school, with ⟦Patience⟧, my eldest, and ⟦Rutaq⟧, his late brother."],
        );
    }

    #[test]
    fn a_body_is_none() {
        check_all(
            Person,
            &["She is the new director, Kelsoq Mill Trust, and so on."],
        );
    }

    #[test]
    fn a_post_is_none() {
        check_all(
            Person,
            &[
                "It was the Press Officer and the Managing Director, said ⟦Ada Lovelace⟧.",
                "⟦Ada Lovelace⟧, Head of Marine Claims, signed.",
            ],
        );
    }

    #[test]
    fn text_without_capitals_has_persons() {
        check_all(
            Person,
            &[
                "yesterday the prime minister, ⟦mateusz morawiecki⟧, said that ⟦vladimir putin⟧ was late. ⟦morawiecki⟧ left.",
            ],
        );
    }

    #[test]
    fn capitals_alone_have_persons() {
        check_all(
            Person,
            &["PRESIDENT ⟦EMMANUEL MACRON⟧ WALKED THROUGH THE STREETS. ⟦MACRON⟧ LEFT."],
        );
    }

    #[test]
    fn a_persona_may_have_a_version() {
        check_all(Person, &["A hacker called ⟦Guccifer 2.0⟧ claimed it."]);
    }
}
