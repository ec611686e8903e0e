//! Where stepping leads: the mentions of the open entity, or the hits, or else all mentions.

use dossier_engine::ask::{DocumentText, Reading, Run};
use dossier_engine::mention::Kind;

/// A place to stand at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The document's place in what is read.
    pub document: usize,
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
    /// The id of its element.
    pub fn anchor(&self) -> String {
        match self.what {
            What::Mention(ordinal) => format!("mention-{}-{ordinal}", self.document),
            What::Hit(hit) => format!("hit-{}-{hit}", self.document),
        }
    }

    /// Whether this run of its document is part of what stands there.
    pub fn is_at(&self, run: &Run) -> bool {
        match self.what {
            What::Mention(ordinal) => run
                .mark
                .as_ref()
                .is_some_and(|mark| mark.ordinal == ordinal),
            What::Hit(hit) => run.hit == Some(hit),
        }
    }
}

/// All stops, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stops(Vec<Stop>);

impl Stops {
    /// The stops of what is read. Mentions of kinds whose marks are off are passed over, unless
    /// it is the open entity that is followed.
    pub fn of(reading: &Reading, entity: Option<&str>, unmarked: &[Kind]) -> Self {
        if let Some(entity) = entity {
            return Self::mentions(reading, |run| entity_of(run) == Some(entity));
        }
        let hits = Self::collect(reading, |run| run.hit.map(What::Hit));
        if !hits.0.is_empty() {
            return hits;
        }
        Self::mentions(reading, |run| {
            run.mark
                .as_ref()
                .is_some_and(|mark| !unmarked.contains(&mark.kind))
        })
    }

    fn mentions(reading: &Reading, wanted: impl Fn(&Run) -> bool) -> Self {
        Self::collect(reading, |run| {
            let mark = run.mark.as_ref()?;
            wanted(run).then_some(What::Mention(mark.ordinal))
        })
    }

    fn collect(reading: &Reading, what: impl Fn(&Run) -> Option<What>) -> Self {
        let mut stops: Vec<Stop> = Vec::new();
        for (document, text) in reading.documents.iter().enumerate() {
            for what in runs(text).filter_map(&what) {
                let stop = Stop { document, what };
                if stops.last() != Some(&stop) {
                    stops.push(stop);
                }
            }
        }
        Self(stops)
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    /// How many hits there are, if it is hits that stepping leads to.
    pub fn hits(&self) -> Option<u32> {
        let stop = self.0.first()?;
        matches!(stop.what, What::Hit(_)).then(|| self.count())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Stop> {
        self.0.iter()
    }

    /// How much of what is read goes before each, in thousandths of its bytes.
    pub fn thousandths(&self, reading: &Reading) -> Vec<i32> {
        let mut stops = self.0.iter().peekable();
        let mut before = Vec::with_capacity(self.0.len());
        let mut bytes = 0;
        for (document, text) in reading.documents.iter().enumerate() {
            for run in runs(text) {
                while stops
                    .next_if(|stop| stop.document == document && stop.is_at(run))
                    .is_some()
                {
                    before.push(bytes);
                }
                bytes += run.text.len();
            }
        }
        let thousandths = |before: usize| (before as u64 * 1000 / bytes.max(1) as u64) as i32;
        before.into_iter().map(thousandths).collect()
    }

    /// The one of this number, from 1.
    pub fn nth(&self, at: u32) -> Option<Stop> {
        self.0.get((at as usize).checked_sub(1)?).cloned()
    }

    /// The number, from 1, of the stop whose element has this id.
    pub fn number_of(&self, anchor: &str) -> Option<u32> {
        let place = self.0.iter().position(|stop| stop.anchor() == anchor)?;
        u32::try_from(place + 1).ok()
    }
}

fn runs(text: &DocumentText) -> impl Iterator<Item = &Run> {
    text.parts.iter().flat_map(|part| &part.runs)
}

fn entity_of(run: &Run) -> Option<&str> {
    run.mark.as_ref()?.entity.as_deref()
}

#[cfg(test)]
mod tests {
    use dossier_engine::ask::{Mark, PartText};
    use dossier_engine::document::Role;

    use super::*;

    /// Reads one document from words: `ada` mentions an entity, `*hit` is a hit.
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
        let part = PartText {
            role: Role::Paragraph,
            runs: runs.collect(),
        };
        Reading {
            left_out: 0,
            documents: vec![DocumentText {
                parts: vec![part],
                ..DocumentText::default()
            }],
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
        let reading = reading("ada bob cyd eve ada");
        let stops = Stops::of(&reading, Some("ada"), &[]);
        assert_eq!(stops.thousandths(&reading), [0, 800]);
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
