//! The recognisers by name, so that a mention can say who found it.

use serde::{Deserialize, Serialize};

/// A recogniser, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finder {
    /// Web addresses, e-mail addresses, handles.
    Web,
    /// Dates and times.
    Dates,
    /// Hacking groups.
    Groups,
    /// Peoples, faiths, adherents.
    Nationalities,
    /// Places.
    Places,
    /// Organisations.
    Organisations,
    /// Persons.
    Persons,
    /// Events.
    Events,
    /// Works and products.
    Works,
    /// The statistical recogniser.
    Tagger,
    /// A name found elsewhere in the document, found again.
    Echoes,
    /// Capitalised words that nothing else explains.
    Capitals,
}

impl Finder {
    /// All finders, in the order in which they are listed to a reader.
    pub const ALL: [Finder; 12] = [
        Finder::Web,
        Finder::Dates,
        Finder::Groups,
        Finder::Nationalities,
        Finder::Places,
        Finder::Organisations,
        Finder::Persons,
        Finder::Events,
        Finder::Works,
        Finder::Tagger,
        Finder::Echoes,
        Finder::Capitals,
    ];
}

/// A set of finders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Finders(u16);

impl Finders {
    /// The set of one.
    pub fn only(finder: Finder) -> Self {
        Self(1 << finder as u16)
    }

    /// All that are in either set.
    pub fn and(self, other: Finders) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is in the set.
    pub fn has(self, finder: Finder) -> bool {
        self.0 & Self::only(finder).0 != 0
    }

    /// Its members, in the order of [`Finder::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Finder> {
        Finder::ALL
            .into_iter()
            .filter(move |&finder| self.has(finder))
    }
}

/// How likely something is right, in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Confidence(u8);

impl Confidence {
    /// Beyond doubt: an editor said so.
    pub const CERTAIN: Confidence = Confidence(100);

    /// So many per cent; more than a hundred counts as a hundred.
    pub const fn percent(percent: u8) -> Self {
        Self(if percent > 100 { 100 } else { percent })
    }

    /// So many per cent.
    pub fn as_percent(self) -> u8 {
        self.0
    }

    /// The confidence in something that two witnesses, taken to be independent, both report.
    pub fn joined(self, other: Confidence) -> Self {
        let doubt = (100 - u16::from(self.0)) * (100 - u16::from(other.0)) / 100;
        Self((100 - doubt) as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_finders_remembers_who_is_in_it() {
        let both = Finders::only(Finder::Web).and(Finders::only(Finder::Capitals));
        let found: Vec<_> = both.iter().collect();
        assert_eq!(found, [Finder::Web, Finder::Capitals]);
        assert!(!both.has(Finder::Dates));
    }

    #[test]
    fn two_witnesses_are_better_than_one() {
        let joined = Confidence::percent(80).joined(Confidence::percent(50));
        assert_eq!(joined.as_percent(), 90);
        let certain = Confidence::CERTAIN.joined(Confidence::percent(1));
        assert_eq!(certain, Confidence::CERTAIN);
    }
}
