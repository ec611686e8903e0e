//! Numbers and facts as a reader is told them, wherever a page is made.

use super::{Contents, DocumentCard, Published, Reason, Standing, Told};
use crate::decision::By;
use crate::entity::LinkRule;

/// How many words a minute are read (Brysbaert 2019: 238 in English that tells no story).
const WORDS_A_MINUTE: u32 = 230;

/// A number of things: `counted(1, "document")`, `counted(5, "document")`.
pub fn counted(number: u32, thing: &str) -> String {
    match number {
        1 => format!("1 {thing}"),
        _ => format!("{} {thing}s", grouped(number)),
    }
}

/// A number with its thousands set apart: `12,345`.
pub fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Minutes it takes to read so many words, rounded up.
pub fn minutes(words: u32) -> u32 {
    words.div_ceil(WORDS_A_MINUTE).max(1)
}

impl Contents {
    /// How much there is, in one line.
    pub fn extent(&self) -> String {
        [
            counted(self.documents, "document"),
            counted(self.words, "word"),
            counted(self.mentions, "mention"),
            format!("{} entities", grouped(self.entities)),
        ]
        .join(" · ")
    }
}

impl DocumentCard {
    /// Who published it, who wrote it, when, and how long it takes to read, in one line.
    pub fn facts(&self) -> String {
        let published = self.published.as_ref();
        let known = [
            self.outlet.clone(),
            self.author.clone(),
            Some(published.map_or_else(|| "date unknown".to_owned(), Published::told)),
            Some(format!("{} min", minutes(self.words))),
        ];
        known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

impl Published {
    /// When, and whether that was inferred.
    fn told(&self) -> String {
        match self.inferred {
            Some(_) => format!("{} (inferred)", self.label),
            None => self.label.clone(),
        }
    }
}

impl Reason {
    /// Why two names are taken for one thing, in a line.
    pub fn told(&self) -> String {
        let why = match self.rule {
            LinkRule::SameName => "the same name, written differently",
            LinkRule::ShortForm => "a short form of the full name",
            LinkRule::Acronym => "the initials of the full name",
            LinkRule::Defined => "the text itself sets them side by side",
            LinkRule::Reported => "a document reports them as one; an alias on its word",
            LinkRule::Transliterated => "one name, put into these letters in two ways",
            LinkRule::Decided => "an editor says so",
        };
        format!("“{}” and “{}”: {why}", self.name, self.other)
    }
}

impl Standing {
    /// Whether editors had a hand in it.
    pub fn told(&self) -> &'static str {
        match (self.decisions.is_empty(), self.checked) {
            (true, _) => "Found by rules alone; no editor has checked it.",
            (false, true) => "Checked by an editor",
            (false, false) => "Changed by an editor",
        }
    }
}

impl Told {
    /// Who decided what, and when, in a sentence.
    pub fn sentence(&self) -> String {
        let by = match self.by {
            By::Publisher => "The publisher",
            By::Sender => "Whoever sent the link",
            By::Reader => "You",
        };
        let when = match self.when.as_str() {
            "" => String::new(),
            when => format!(", {when}"),
        };
        format!("{by}{when}: {}.", self.says)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular_and_thousands_are_set_apart() {
        assert_eq!(counted(1, "document"), "1 document");
        assert_eq!(counted(0, "mention"), "0 mentions");
        assert_eq!(counted(123, "word"), "123 words");
        assert_eq!(counted(1_234_567, "mention"), "1,234,567 mentions");
    }

    #[test]
    fn the_shortest_text_takes_a_minute() {
        assert_eq!(minutes(0), 1);
        assert_eq!(minutes(231), 2);
    }

    #[test]
    fn a_document_of_which_little_is_known_is_told_in_one_line() {
        let mut card = DocumentCard {
            outlet: Some("The Harbour".into()),
            words: 460,
            ..DocumentCard::default()
        };
        assert_eq!(card.facts(), "The Harbour · date unknown · 2 min");
        card.published = Some(Published {
            label: "May 1913".into(),
            inferred: Some("the postmark".into()),
            ..Published::default()
        });
        assert_eq!(card.facts(), "The Harbour · May 1913 (inferred) · 2 min");
    }
}
