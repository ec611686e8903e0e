//! Complaints: what was asked and could not be used, said to people while all the rest is used.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// As many complaints as a reader is given at once; the last one counts those that are left.
pub const MOST_COMPLAINTS: usize = 8;

/// As many characters of what was asked as a complaint quotes.
const LONGEST_QUOTE: usize = 40;

/// Something that was asked and could not be used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// What is wrong and what was done instead, for people.
    pub message: String,
    /// Where, in what was typed; none if nothing was typed.
    pub place: Option<Span>,
}

impl Complaint {
    /// A complaint about something that was not typed.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            place: None,
        }
    }

    /// A complaint about a place in what was typed.
    pub fn at(place: Span, message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            place: Some(place),
        }
    }
}

/// Complaints as they come up, kept to a number that people read.
#[derive(Debug, Default)]
pub(crate) struct Complaints {
    said: Vec<Complaint>,
    unsaid: usize,
}

impl Complaints {
    /// Says one more, or counts it.
    pub(crate) fn add(&mut self, complaint: impl FnOnce() -> Complaint) {
        if self.said.len() + 1 < MOST_COMPLAINTS {
            self.said.push(complaint());
        } else {
            self.unsaid += 1;
        }
    }

    /// All of them, in the order in which they came up.
    pub(crate) fn finish(mut self) -> Vec<Complaint> {
        match self.unsaid {
            0 => {}
            1 => self.said.push(Complaint::new(
                "One more thing could not be used and was left out.",
            )),
            more => self.said.push(Complaint::new(format!(
                "{more} more things could not be used and were left out."
            ))),
        }
        self.said
    }
}

/// What was asked, fit to stand in a complaint: in quotation marks, short, and without characters
/// that are not seen or turn the direction of the text around.
pub(crate) fn quoted(asked: &str) -> String {
    let mut seen = asked.chars().filter(|&c| is_seen(c));
    let mut quote: String = seen.by_ref().take(LONGEST_QUOTE).collect();
    if seen.next().is_some() {
        quote.push('…');
    }
    format!("“{quote}”")
}

/// Whether a character shows, and leaves its neighbours as they are.
fn is_seen(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_short_and_cannot_turn_the_text_around() {
        assert_eq!(quoted("\u{202E}nobody\u{0}"), "“nobody”");
        assert_eq!(
            quoted(&"a".repeat(100_000)),
            format!("“{}…”", "a".repeat(LONGEST_QUOTE))
        );
    }

    #[test]
    fn a_thousand_complaints_are_few() {
        let mut complaints = Complaints::default();
        for n in 0..1000 {
            complaints.add(|| Complaint::new(format!("number {n}")));
        }
        let said = complaints.finish();
        assert_eq!(said.len(), MOST_COMPLAINTS);
        assert_eq!(
            said[MOST_COMPLAINTS - 1].message,
            "993 more things could not be used and were left out."
        );
    }
}
