//! Where stepping leads: the mentions of the open entity, or the hits, or else all mentions.

use dossier_engine::ask::{DocumentText, Reading, Spot, Spotted};
use dossier_engine::mention::Kind;

/// A place to stand at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The document's place in what is read.
    pub document: usize,
    /// The place in it of the part it begins in.
    pub part: usize,
    /// What stands there.
    pub what: What,
}

/// What stands at a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A mention, by its place among the document's mentions, from 0.
    Mention(u32),
    /// A hit, by its place among the document's hits, from 1.
    Hit(u32),
}

impl Stop {
    fn of(document: usize, spot: &Spot) -> Self {
        let what = match spot.what {
            Spotted::Mention { ordinal, .. } => What::Mention(ordinal),
            Spotted::Hit(hit) => What::Hit(hit),
        };
        let part = spot.part as usize;
        Self {
            document,
            part,
            what,
        }
    }

    /// The first place of a document where an entity is mentioned whose marks are on.
    pub fn first(text: &DocumentText, document: usize, unmarked: &[Kind]) -> Option<Self> {
        let is_open = |spot: &Spot| match spot.what {
            Spotted::Mention { kind, entity, .. } => entity.is_some() && !unmarked.contains(&kind),
            Spotted::Hit(_) => false,
        };
        let spot = text.spots.iter().find(is_open)?;
        Some(Self::of(document, &spot))
    }

    /// The id of its element.
    pub fn anchor(&self) -> String {
        match self.what {
            What::Mention(ordinal) => format!("mention-{}-{ordinal}", self.document),
            What::Hit(hit) => format!("hit-{}-{hit}", self.document),
        }
    }
}

/// All stops, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stops {
    stops: Vec<Stop>,
    /// How much of what is read goes before each, in thousandths of its bytes.
    thousandths: Vec<i32>,
}

impl Stops {
    /// The stops of what is read. Mentions of kinds whose marks are off are passed over, unless
    /// it is the open entity that is followed.
    pub fn of(reading: &Reading, entity: Option<&str>, unmarked: &[Kind]) -> Self {
        if let Some(slug) = entity {
            return Self::collect(reading, |text| {
                let followed = text.entities.iter().position(|entity| entity == slug);
                let followed = followed.map(|place| place as u32);
                move |what| match what {
                    Spotted::Mention { entity, .. } => entity.is_some() && entity == followed,
                    Spotted::Hit(_) => false,
                }
            });
        }
        let hits = Self::collect(reading, |_| |what| matches!(what, Spotted::Hit(_)));
        if !hits.stops.is_empty() {
            return hits;
        }
        Self::collect(reading, |_| {
            |what| match what {
                Spotted::Mention { kind, .. } => !unmarked.contains(&kind),
                Spotted::Hit(_) => false,
            }
        })
    }

    /// The spots that are wanted of each document.
    fn collect<W: Fn(Spotted) -> bool>(
        reading: &Reading,
        wanted: impl Fn(&DocumentText) -> W,
    ) -> Self {
        let mut stops = Self::default();
        let all: u32 = reading.documents.iter().map(DocumentText::bytes).sum();
        let mut before = 0;
        for (document, text) in reading.documents.iter().enumerate() {
            let wanted = wanted(text);
            for spot in text.spots.iter().filter(|spot| wanted(spot.what)) {
                let before = u64::from(before + spot.before);
                let thousandths = before * 1000 / u64::from(all.max(1));
                stops.stops.push(Stop::of(document, &spot));
                stops.thousandths.push(thousandths as i32);
            }
            before += text.bytes();
        }
        stops
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        u32::try_from(self.stops.len()).unwrap_or(u32::MAX)
    }

    /// How many hits there are, if it is hits that stepping leads to.
    pub fn hits(&self) -> Option<u32> {
        let stop = self.stops.first()?;
        matches!(stop.what, What::Hit(_)).then(|| self.count())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Stop> {
        self.stops.iter()
    }

    /// How much of what is read goes before each, in thousandths of its bytes.
    pub fn thousandths(&self) -> &[i32] {
        &self.thousandths
    }

    /// The one of this number, from 1.
    pub fn nth(&self, at: u32) -> Option<Stop> {
        self.stops.get((at as usize).checked_sub(1)?).copied()
    }

    /// The number, from 1, of the stop whose element has this id.
    pub fn number_of(&self, anchor: &str) -> Option<u32> {
        let place = self.stops.iter().position(|stop| stop.anchor() == anchor)?;
        u32::try_from(place + 1).ok()
    }
}

#[cfg(test)]
mod tests {
    use dossier_engine::ask::{DocumentCard, Mark, Run};
    use dossier_engine::document::Role;

    use super::*;

    /// Reads one document from words, each a part: `ada` mentions an entity, `*hit` is a hit.
    fn reading(words: &str) -> Reading {
        let runs = words.split(' ').enumerate().map(|(place, word)| Run {
            text: word.into(),
            mark: (!word.starts_with('*')).then(|| Mark {
                ordinal: place as u32,
                kind: Kind::Person,
                entity: Some(word.into()),
                note: None,
            }),
            hit: word.starts_with('*').then_some(place as u32 + 1),
            repair: None,
        });
        let parts = runs.map(|run| (Role::Paragraph, vec![run]));
        Reading {
            left_out: 0,
            documents: vec![DocumentText::new(DocumentCard::default(), parts)],
        }
    }

    fn anchors(stops: &Stops) -> Vec<String> {
        stops.iter().map(Stop::anchor).collect()
    }

    #[test]
    fn an_open_entity_is_followed_from_mention_to_mention() {
        let stops = Stops::of(&reading("ada bob ada *hit"), Some("ada"), &[]);
        assert_eq!(anchors(&stops), ["mention-0-0", "mention-0-2"]);
    }

    #[test]
    fn a_stop_knows_the_part_it_stands_in() {
        let stops = Stops::of(&reading("ada *hit bob"), Some("bob"), &[]);
        assert_eq!(stops.nth(1).map(|stop| stop.part), Some(2));
    }

    #[test]
    fn nobody_is_followed_who_is_not_mentioned() {
        assert_eq!(Stops::of(&reading("ada bob"), Some("cyd"), &[]).count(), 0);
    }

    #[test]
    fn a_stop_is_found_by_its_element() {
        let stops = Stops::of(&reading("ada bob ada"), Some("ada"), &[]);
        assert_eq!(stops.number_of("mention-0-2"), Some(2));
        assert_eq!(stops.number_of("mention-0-1"), None);
    }

    #[test]
    fn hits_are_followed_where_no_entity_is_open() {
        let stops = Stops::of(&reading("ada *hit bob *hit"), None, &[]);
        assert_eq!(anchors(&stops), ["hit-0-2", "hit-0-4"]);
    }

    #[test]
    fn in_a_long_text_a_stop_is_as_far_down_as_words_go_before_it() {
        let stops = Stops::of(&reading("ada bob cyd eve ada"), Some("ada"), &[]);
        assert_eq!(stops.thousandths(), [0, 800]);
    }

    #[test]
    fn otherwise_every_mention_whose_marks_are_on() {
        assert_eq!(Stops::of(&reading("ada bob"), None, &[]).count(), 2);
        assert_eq!(
            Stops::of(&reading("ada bob"), None, &[Kind::Person]).count(),
            0
        );
    }
}
