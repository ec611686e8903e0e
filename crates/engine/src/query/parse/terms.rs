//! Reads the terms of a query: words, phrases, and what stands behind a field's colon.

use super::super::lex::{Piece, What};
use super::super::{Clause, Dates, FARTHEST, Field, Phrase, Reach, Spread, Word};
use super::simplify::each_once;
use super::{DATE, KIND, Parser, TITLE, field_names};
use crate::complaint::quoted;
use crate::index::words;
use crate::mention::Kind;
use crate::text::Span;

/// A word being typed must have as many letters before it is taken for the start of a longer one:
/// `us` is not asking for `used`.
const SHORTEST_OPEN: usize = 3;

/// A word of up to so many letters may have one slip of the pen, a longer one two.
const LONGEST_FOR_ONE_SLIP: usize = 5;

impl<'a> Parser<'a> {
    pub(super) fn field(&mut self, name: &str, place: Span) -> Option<Clause> {
        let is_value =
            |what: What| matches!(what, What::Quoted { .. } | What::Bare(_) | What::Range(_));
        let Some(value) = self.take_if(is_value) else {
            self.complain(
                place,
                format!("Nothing follows {name}: and it was left out."),
            );
            return None;
        };
        let written = match value.what {
            What::Quoted { inside, .. } => inside.trim(),
            _ => value.place.of(self.typed),
        };
        match name {
            TITLE => self.phrase(value).map(Clause::Title),
            KIND => self.kind(written, value.place),
            DATE => self.date(written, value.place),
            _ => self.has(name, written, value.place),
        }
    }

    fn kind(&mut self, written: &str, place: Span) -> Option<Clause> {
        let kind = Kind::from_slug(&written.to_lowercase());
        if kind.is_none() {
            let kinds = Kind::ALL.map(Kind::slug).join(", ");
            self.complain(
                place,
                format!("{} is no kind. There are {kinds}.", quoted(written)),
            );
        }
        kind.map(Clause::Kind)
    }

    fn date(&mut self, written: &str, place: Span) -> Option<Clause> {
        let dates = Dates::parse(written);
        if dates.is_none() {
            let message = format!(
                "{} is no date. Write 2016, 2016-05, 2016-05-01 or [2016-01 TO 2016-05].",
                quoted(written)
            );
            self.complain(place, message);
        }
        dates.map(Clause::Published)
    }

    fn has(&mut self, name: &str, written: &str, place: Span) -> Option<Clause> {
        let field = Field::ALL.into_iter().find(|field| field.name() == name)?;
        if words(written).is_empty() {
            self.complain(
                place,
                format!("Nothing follows {name}: and it was left out."),
            );
            return None;
        }
        Some(Clause::Has(field, written.to_owned()))
    }

    /// A phrase, if the piece has words at all.
    pub(super) fn phrase(&mut self, piece: Piece<'a>) -> Option<Phrase> {
        match piece.what {
            What::Quoted { inside, near } => self.quoted_phrase(inside, near, piece.place),
            What::Bare(written) => self.bare_phrase(written, piece.place),
            _ => None,
        }
    }

    fn quoted_phrase(&mut self, inside: &str, near: Option<&str>, place: Span) -> Option<Phrase> {
        let exact = |folded| Word {
            folded,
            reach: Reach::Exact,
        };
        let mut words: Vec<_> = words(inside).into_iter().map(exact).collect();
        if words.is_empty() {
            self.complain(
                place,
                "There is no letter or digit between these quotation marks.",
            );
            return None;
        }
        let spread = near.map_or(Spread::Adjacent, |typed| self.spread(typed, place));
        if spread != Spread::Adjacent {
            words = each_once(words);
        }
        let spread = if words.len() > 1 {
            spread
        } else {
            Spread::Adjacent
        };
        Some(Phrase { words, spread })
    }

    fn spread(&mut self, typed: &str, place: Span) -> Spread {
        let within = match typed.parse::<u8>() {
            Ok(within) if within <= FARTHEST => within,
            Err(_) if typed.is_empty() => FARTHEST / 3,
            _ => {
                self.complain(
                    place,
                    format!("Words can be at most {FARTHEST} apart; {FARTHEST} was taken."),
                );
                FARTHEST
            }
        };
        match within {
            0 => Spread::Adjacent,
            within => Spread::Within(within),
        }
    }

    fn bare_phrase(&mut self, written: &str, place: Span) -> Option<Phrase> {
        let (plain, asked) = self.suffix(written, place);
        let words = words(plain);
        let (last, before) = words.split_last()?;
        self.judge(plain, place);
        let is_open = place.end as usize == self.typed.len()
            && !self.is_cut
            && plain.ends_with(char::is_alphanumeric)
            && last.chars().count() >= SHORTEST_OPEN;
        let reach = match asked {
            Some(reach) => reach,
            None if is_open => Reach::Start,
            None => Reach::Forms,
        };
        let exact = |folded: &String| Word {
            folded: folded.clone(),
            reach: Reach::Exact,
        };
        let mut words: Vec<_> = before.iter().map(exact).collect();
        words.push(Word {
            folded: last.clone(),
            reach: slips_fit(reach, last),
        });
        Some(Phrase {
            words,
            spread: Spread::Adjacent,
        })
    }

    /// Takes `*`, `~`, `~1` and `~2` off the end of a word.
    fn suffix<'t>(&mut self, written: &'t str, place: Span) -> (&'t str, Option<Reach>) {
        if let Some(start) = written.strip_suffix('*') {
            return (start, Some(Reach::Start));
        }
        let Some((word, slips)) = written.rsplit_once('~') else {
            return (written, None);
        };
        match slips {
            "" => (word, Some(Reach::Similar(0))),
            "1" => (word, Some(Reach::Similar(1))),
            "2" => (word, Some(Reach::Similar(2))),
            _ if slips.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.complain(
                    place,
                    "A word can be one or two slips away; two were taken.",
                );
                (word, Some(Reach::Similar(2)))
            }
            _ => (written, None),
        }
    }

    /// Says what looks like the language and is not.
    fn judge(&mut self, plain: &str, place: Span) {
        if plain.trim_end_matches('*').contains('*') {
            self.complain(place, "A * stands for letters at the end of a word only.");
        }
        let looks_like_field = |(name, value): &(&str, &str)| {
            let is_name = name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_lowercase());
            is_name && value.starts_with(char::is_alphanumeric)
        };
        if let Some((name, _)) = plain.split_once(':').filter(looks_like_field) {
            let names: Vec<_> = field_names().collect();
            let message = format!(
                "{name}: is not a field and was searched for as a word. There are {}.",
                names.join(", ")
            );
            self.complain(place, message);
        }
    }
}

/// Sets how many slips a word may have that did not say.
fn slips_fit(reach: Reach, word: &str) -> Reach {
    match reach {
        Reach::Similar(0) if word.chars().count() <= LONGEST_FOR_ONE_SLIP => Reach::Similar(1),
        Reach::Similar(0) => Reach::Similar(2),
        other => other,
    }
}
