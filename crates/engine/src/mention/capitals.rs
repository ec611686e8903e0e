//! Capitalised words that no rule explains: what stands around them decides what they name.

use std::ops::Range;

use super::claim::Claim;
use super::words::{Casing, Words};
use super::{Finder, Kind};
use crate::text::{Class, Gap, Shape};

/// Claims for the runs of capitalised words that nothing has taken.
pub(super) fn capitals(words: &Words, taken: &[bool]) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let end = run_end(words, at, taken);
        if end > at {
            claims.extend(judge(words, at..end));
            at = end;
        } else {
            at += 1;
        }
    }
    claims
}

fn run_end(words: &Words, at: usize, taken: &[bool]) -> usize {
    let mut end = at;
    while words.together(at, end)
        && end - at < 8
        && !taken[end]
        && (end == at || words.is_joined(end))
    {
        let telling = words.casing(end) == Casing::Mixed;
        let part = words.looks_like_name(end) && telling;
        let hyphen = end > at
            && matches!(words.raw(end), "-" | "&")
            && words.together(at, end + 1)
            && words.looks_like_name(end + 1)
            && (words.raw(end) == "&"
                || words.tokens[end].gap == Gap::None && words.tokens[end + 1].gap == Gap::None);
        if !part && !hyphen {
            break;
        }
        end += 1;
    }
    end
}

fn judge(words: &Words, run: Range<usize>) -> Option<Claim> {
    let first = run.start;
    let single = run.len() == 1;
    if single
        && (words.raw(first).chars().count() < 2
            || words.is_ordinary(first) && words.shape(first) == Shape::Capitalised)
    {
        return None;
    }
    // A word that is capitalised for its place alone, and met nowhere else, is hardly a name.
    if single && words.is_initial(first) && words.shape(first) == Shape::Capitalised {
        return None;
    }
    let (kind, percent) = guess(words, &run);
    Some(Claim::new(run, kind, percent, Finder::Capitals))
}

fn guess(words: &Words, run: &Range<usize>) -> (Kind, u8) {
    let first = run.start;
    let last = words.word(run.end - 1);
    let before = words.before(first);
    let after = words.after(run.end);
    let upper = words.shape(first) == Shape::Upper && words.tokens[first].class == Class::Word;
    let digits = words.raw(first).bytes().any(|b| b.is_ascii_digit());
    match () {
        () if upper && digits => (Kind::Product, 35),
        () if upper => (Kind::Organisation, 55),
        () if words.shape(first) == Shape::Camel && !last.starts_with("mc") => {
            (Kind::Organisation, 55)
        }
        () if matches!(after, "said" | "says" | "told" | "added" | "'s") && run.len() == 1 => {
            (Kind::Person, 45)
        }
        () if matches!(
            before,
            "in" | "near" | "from" | "outside" | "across" | "throughout"
        ) =>
        {
            (Kind::Place, 55)
        }
        () if run.len() == 2 => (Kind::Person, 45),
        () if run.len() > 2 => (Kind::Organisation, 45),
        () => (Kind::Person, 35),
    }
}
