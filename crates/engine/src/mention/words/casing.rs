//! What the capitals of a sentence say.

use std::ops::Range;

use super::Words;
use crate::document::Role;
use crate::mention::lexicon::Is;
use crate::text::{Class, Shape};

/// How the letters of a sentence are cased, and so what a capital says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Casing {
    /// Names have capitals, other words do not: capitals tell names.
    Mixed,
    /// Most words have capitals, as in a headline: capitals tell little.
    Title,
    /// All letters are capitals: they tell nothing.
    Capitals,
    /// No letter is a capital.
    Lower,
}

/// In a text that has more ordinary words in capitals than one of so many words, capitals shout.
const SELDOM: usize = 300;

impl Words<'_> {
    /// Whether a text stresses ordinary words by capitals, as posts do, so that letters alone need
    /// not name anything.
    pub(crate) fn shouts(&self) -> bool {
        let shouted = |at: &usize| {
            self.shape(*at) == Shape::Upper
                && self.is(*at, Is::Ordinary)
                && self.raw(*at).len() > 2
                && self.casing(*at) == Casing::Mixed
        };
        let count = (0..self.len()).filter(shouted).count();
        count > 2 && count * SELDOM > self.len()
    }

    /// The casing of a range of tokens; where it has too few words to tell, that of the whole.
    pub(super) fn casing_of(
        &self,
        tokens: Range<usize>,
        role: Role,
        whole: Option<Casing>,
    ) -> Casing {
        let first = tokens.start;
        let (mut words, mut upper, mut lower) = (0u32, 0u32, 0u32);
        let (mut plain_capital, mut plain_lower) = (0u32, 0u32);
        for at in tokens.filter(|&at| self.tokens[at].class == Class::Word) {
            let shape = self.shape(at);
            words += 1;
            upper += u32::from(shape == Shape::Upper);
            lower += u32::from(shape == Shape::Lower);
            // Words that have a capital in headlines alone.
            if at != first && self.is(at, Is::Ordinary) && !self.is(at, Is::Function) {
                plain_capital +=
                    u32::from(shape == Shape::Capitalised && !self.is(at, Is::Calendar));
                plain_lower += u32::from(shape == Shape::Lower);
            }
        }
        let heading = matches!(role, Role::Title | Role::Subheading);
        if upper >= 2 && upper * 4 >= words * 3 {
            return Casing::Capitals;
        }
        let titled = match heading {
            true => plain_capital > plain_lower,
            false => plain_capital >= 5 && plain_capital >= 5 * plain_lower,
        };
        if titled {
            return Casing::Title;
        }
        match whole {
            None if lower * 100 >= words * 99 && words > 0 => Casing::Lower,
            None => Casing::Mixed,
            Some(Casing::Lower) if lower * 10 >= words * 9 => Casing::Lower,
            Some(_) => Casing::Mixed,
        }
    }
}
