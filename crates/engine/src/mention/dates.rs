//! Dates and times, with the moment each stands for.

mod phrase;

use super::claim::Claim;
use super::lexicon::Is;
use super::words::Words;
use super::{Finder, Kind, Recogniser};
use crate::moment::{Moment, Time, Which, Year};

/// Finds dates in a document published at some time.
pub(super) struct Dates {
    pub(super) published: Option<Moment>,
}

impl Recogniser for Dates {
    fn claims(&self, words: &Words) -> Vec<Claim> {
        let mut claims = Vec::new();
        let mut year_told = None;
        let mut at = 0;
        while at < words.len() {
            let Some((start, end, time)) = phrase::read(words, at) else {
                at += 1;
                continue;
            };
            let time = as_to_come(words, start, time);
            let mut claim = Claim::new(start..end, Kind::Date, 95, Finder::Dates);
            claim.moment = time.moment(self.published.as_ref(), year_told);
            year_told = year_of(time).or(year_told);
            claims.push(claim);
            at = end;
        }
        claims
    }
}

/// The year of a date that names it together with a month.
fn year_of(time: Time) -> Option<i32> {
    match time {
        Time::Day { year, .. } => year,
        Time::Month {
            year: Year::Is(year),
            ..
        } => Some(year),
        _ => None,
    }
}

/// A weekday in a sentence about the future lies ahead: "will meet on Thursday".
fn as_to_come(words: &Words, at: usize, time: Time) -> Time {
    let Time::Weekday {
        weekday,
        which: Which::Nearest,
    } = time
    else {
        return time;
    };
    let from = at.saturating_sub(12).max(words.sentence(at).tokens.start);
    let ahead = (from..at).any(|before| words.is(before, Is::ToCome));
    match ahead {
        true => Time::Weekday {
            weekday,
            which: Which::Coming,
        },
        false => time,
    }
}
