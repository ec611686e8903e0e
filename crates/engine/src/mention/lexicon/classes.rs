//! Classes of words: what a word may be, whatever it names. `classes.txt` has the words of a class
//! under its heading in brackets.

use super::entries;

const CLASSES: &str = include_str!("../lists/classes.txt");

/// What a word may be. But for the first two, the classes of `classes.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Is {
    /// An ordinary English word, or a regular inflection of one.
    Ordinary,
    FirstName,
    Function,
    Calendar,
    Particle,
    AfterPerson,
    Saying,
    Body,
    BodyFirst,
    BodyOfState,
    BodyLink,
    BodyOnTopic,
    Staff,
    LegalForm,
    Compound,
    BeforeBody,
    BodyTopic,
    Place,
    PlaceFirst,
    PlaceOf,
    PlaceWithOf,
    BeforePlace,
    Event,
    EventFirst,
    Election,
    BeforeElection,
    BeforeService,
    AfterService,
    BeforeTitle,
    Hacking,
    HackingBody,
    GroupSecond,
    GroupNumber,
    BeforeMonth,
    BeforeYear,
    ToCome,
    Beating,
    BeforeRival,
    Game,
    Music,
    Malware,
    ForeignBody,
    ForeignLink,
    SaidBody,
    OfBody,
    BeforeCountry,
    Kin,
    Way,
    Vessel,
    Abbreviation,
    Newspaper,
}

const HEADINGS: &[(&str, Is)] = &[
    ("function", Is::Function),
    ("calendar", Is::Calendar),
    ("particle", Is::Particle),
    ("after-person", Is::AfterPerson),
    ("saying", Is::Saying),
    ("body", Is::Body),
    ("body-first", Is::BodyFirst),
    ("body-of-state", Is::BodyOfState),
    ("body-link", Is::BodyLink),
    ("body-on-topic", Is::BodyOnTopic),
    ("staff", Is::Staff),
    ("legal-form", Is::LegalForm),
    ("compound", Is::Compound),
    ("before-body", Is::BeforeBody),
    ("body-topic", Is::BodyTopic),
    ("place", Is::Place),
    ("place-first", Is::PlaceFirst),
    ("place-of", Is::PlaceOf),
    ("place-with-of", Is::PlaceWithOf),
    ("before-place", Is::BeforePlace),
    ("event", Is::Event),
    ("event-first", Is::EventFirst),
    ("election", Is::Election),
    ("before-election", Is::BeforeElection),
    ("before-service", Is::BeforeService),
    ("after-service", Is::AfterService),
    ("before-title", Is::BeforeTitle),
    ("hacking", Is::Hacking),
    ("hacking-body", Is::HackingBody),
    ("group-second", Is::GroupSecond),
    ("group-number", Is::GroupNumber),
    ("before-month", Is::BeforeMonth),
    ("before-year", Is::BeforeYear),
    ("to-come", Is::ToCome),
    ("beating", Is::Beating),
    ("before-rival", Is::BeforeRival),
    ("game", Is::Game),
    ("music", Is::Music),
    ("malware", Is::Malware),
    ("foreign-body", Is::ForeignBody),
    ("foreign-link", Is::ForeignLink),
    ("said-body", Is::SaidBody),
    ("of-body", Is::OfBody),
    ("before-country", Is::BeforeCountry),
    ("kin", Is::Kin),
    ("way", Is::Way),
    ("vessel", Is::Vessel),
    ("abbreviation", Is::Abbreviation),
    ("newspaper", Is::Newspaper),
];

/// Everything a word may be, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Traits(u64);

impl Traits {
    pub(crate) fn has(self, is: Is) -> bool {
        self.0 & (1 << is as u64) != 0
    }

    pub(super) fn add(&mut self, is: Is) {
        self.0 |= 1 << is as u64;
    }
}

/// The words of `classes.txt`, each with its class.
pub(super) fn classed_words() -> impl Iterator<Item = (&'static str, Is)> {
    let mut class = None;
    entries(CLASSES).flat_map(move |(_, line)| {
        let heading = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'));
        if let Some(heading) = heading {
            class = HEADINGS
                .iter()
                .find(|(name, _)| *name == heading)
                .map(|(_, is)| *is);
        }
        let words = if heading.is_some() { "" } else { line };
        let class = class;
        words
            .split(' ')
            .filter_map(move |word| Some((word, class?)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_stands_over_words_of_its_class() {
        for (heading, is) in HEADINGS {
            assert!(classed_words().any(|(_, class)| class == *is), "{heading}");
        }
        let headings = CLASSES.lines().filter(|line| line.starts_with('[')).count();
        assert_eq!(headings, HEADINGS.len());
    }
}
