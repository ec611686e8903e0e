//! How sure a mention is, in steps that a reader can tell apart.

use super::Confidence;

/// How sure mentions are. Of 100 so called, some 83, 71 and 43 were right where it was measured
/// (`docs/recognition.md`, "How sure").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// From 80 % on: rules and tagger agree, or an editor says so.
    Sure,
    /// From 60 % on.
    Likely,
    /// Less: what an editor should look at.
    Doubtful,
}

/// Per cent from which on a mention is sure.
const SURE: u8 = 80;

/// Per cent from which on it is likely.
const LIKELY: u8 = 60;

impl Certainty {
    /// All steps, as they are offered.
    pub const ALL: [Certainty; 3] = [Certainty::Sure, Certainty::Likely, Certainty::Doubtful];

    /// The step that a confidence belongs to.
    pub fn of(confidence: Confidence) -> Self {
        match confidence.as_percent() {
            SURE.. => Certainty::Sure,
            LIKELY.. => Certainty::Likely,
            _ => Certainty::Doubtful,
        }
    }

    /// The word for it in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Certainty::Sure => "sure",
            Certainty::Likely => "likely",
            Certainty::Doubtful => "doubtful",
        }
    }

    /// What a reader calls mentions that are so sure.
    pub fn label(self) -> &'static str {
        match self {
            Certainty::Sure => "Sure mentions",
            Certainty::Likely => "Likely mentions",
            Certainty::Doubtful => "Doubtful mentions",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_begins_where_the_one_before_ends() {
        let steps = [0, 59, 60, 79, 80, 100].map(|percent| {
            let confidence = Confidence::percent(percent);
            Certainty::of(confidence).slug()
        });
        assert_eq!(
            steps,
            ["doubtful", "doubtful", "likely", "likely", "sure", "sure"]
        );
    }
}
