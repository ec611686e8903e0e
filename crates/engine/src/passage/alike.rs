//! Words like those sought. Short pieces of them vote for where they may begin; the places with
//! most votes are compared letter by letter (Sellers 1980), and the way back through that
//! comparison tells where the quotation begins and ends.

use std::collections::BTreeMap;

use super::{Fit, Sought};
use crate::text::Span;

/// Bytes of a piece that votes.
const PIECE: usize = 6;
/// Places that are compared letter by letter.
const CANDIDATES: usize = 4;
/// Hundredths of a quotation that must be the same, and of it with its surroundings.
const LEAST_ALIKE: (usize, usize) = (70, 60);
/// Hundredths by which the likest place must be liker than any other.
const LEAST_AHEAD: usize = 8;

/// A place that was compared: where the quotation is, how alike it and the whole are, and how
/// alike the next best place around is.
struct Compared {
    place: Span,
    quote: usize,
    whole: usize,
    rival: usize,
}

/// The place whose words are most like those sought, if they are like enough and no other place
/// comes near.
pub(super) fn likest(letters: &str, sought: &Sought) -> Option<(Fit, Span)> {
    let whole = [sought.before.as_str(), &sought.quote, &sought.after].concat();
    let starts = candidates(letters.as_bytes(), whole.as_bytes());
    let compared = starts.into_iter();
    let mut compared: Vec<Compared> = compared
        .filter_map(|start| compare(letters, start, sought, &whole))
        .collect();
    compared.sort_by_key(|compared| std::cmp::Reverse(compared.whole));
    let best = compared.first()?;
    let is_elsewhere = |other: &&Compared| {
        other.place.end <= best.place.start || best.place.end <= other.place.start
    };
    let rival = compared
        .iter()
        .find(is_elsewhere)
        .map_or(best.rival, |other| other.whole.max(best.rival));
    let is_sure = best.quote >= LEAST_ALIKE.0
        && best.whole >= LEAST_ALIKE.1
        && best.whole >= rival + LEAST_AHEAD;
    let alike = u8::try_from(best.quote.min(99)).unwrap_or(99);
    is_sure.then_some((Fit::Moved(alike), best.place))
}

/// Where most pieces of what is sought would have it begin, at most [`CANDIDATES`] places.
fn candidates(letters: &[u8], whole: &[u8]) -> Vec<usize> {
    let mut pieces: BTreeMap<&[u8], usize> = BTreeMap::new();
    for (at, piece) in whole.windows(PIECE).enumerate() {
        pieces.entry(piece).or_insert(at);
    }
    // Most pieces of a text begin with two letters that none of these does.
    let mut begins = vec![false; 1 << 16];
    for piece in pieces.keys() {
        begins[usize::from(piece[0]) << 8 | usize::from(piece[1])] = true;
    }
    let stride = (whole.len() / 2).max(1);
    let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, piece) in letters.windows(PIECE).enumerate() {
        if begins[usize::from(piece[0]) << 8 | usize::from(piece[1])]
            && let Some(within) = pieces.get(piece)
        {
            *votes
                .entry(at.saturating_sub(*within) / stride)
                .or_default() += 1;
        }
    }
    let mut ranked: Vec<(usize, usize)> = votes.into_iter().collect();
    ranked.sort_by_key(|(bucket, votes)| (std::cmp::Reverse(*votes), *bucket));
    let ranked = ranked.into_iter().take(CANDIDATES);
    ranked.map(|(bucket, _)| bucket * stride).collect()
}

/// Compares what is sought with the letters around a place.
fn compare(letters: &str, start: usize, sought: &Sought, whole: &str) -> Option<Compared> {
    let window =
        start.saturating_sub(whole.len() / 2)..(start + 2 * whole.len()).min(letters.len());
    let table = Table::of(whole.as_bytes(), &letters.as_bytes()[window.clone()]);
    let quote = sought.before.len()..sought.before.len() + sought.quote.len();
    let path = table.path();
    let (from, to) = (path[quote.start], path[quote.end]);
    let edits = table
        .at(quote.end, to)
        .saturating_sub(table.at(quote.start, from));
    let start = boundary(letters, window.start + from);
    let end = boundary(letters, window.start + to);
    let alike = |edits: usize, of: usize| 100 - (100 * edits / of.max(1)).min(100);
    (start < end).then(|| Compared {
        place: Span::new(start, end),
        quote: alike(edits, sought.quote.len()),
        whole: alike(table.at(whole.len(), path[whole.len()]), whole.len()),
        rival: alike(table.rival(path[whole.len()]), whole.len()),
    })
}

/// The nearest place at or before this one where a character begins.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The least number of letters to change, put in or leave out between each start of what is
/// sought and each stretch of a window that ends at a place. Where it begins there costs nothing.
struct Table<'a> {
    sought: &'a [u8],
    window: &'a [u8],
    costs: Vec<u16>,
}

impl<'a> Table<'a> {
    fn of(sought: &'a [u8], window: &'a [u8]) -> Self {
        let columns = window.len() + 1;
        let mut table = Self {
            sought,
            window,
            costs: vec![0; (sought.len() + 1) * columns],
        };
        for row in 1..=sought.len() {
            table.costs[row * columns] = u16::try_from(row).unwrap_or(u16::MAX);
            for column in 1..columns {
                let change = table.cost(row - 1, column - 1) + table.differs(row, column);
                let leave_out = table.cost(row - 1, column) + 1;
                let put_in = table.cost(row, column - 1) + 1;
                table.costs[row * columns + column] = change.min(leave_out).min(put_in);
            }
        }
        table
    }

    fn cost(&self, row: usize, column: usize) -> u16 {
        self.costs[row * (self.window.len() + 1) + column]
    }

    fn at(&self, row: usize, column: usize) -> usize {
        usize::from(self.cost(row, column))
    }

    fn differs(&self, row: usize, column: usize) -> u16 {
        u16::from(self.sought[row - 1] != self.window[column - 1])
    }

    /// The least cost of what ends far enough from a place to be another.
    fn rival(&self, place: usize) -> usize {
        let last = self.sought.len();
        let far = (0..=self.window.len()).filter(|column| 2 * column.abs_diff(place) > last);
        far.map(|column| self.at(last, column))
            .min()
            .unwrap_or(last)
    }

    /// For each start of what is sought, where in the window the cheapest way has it end.
    fn path(&self) -> Vec<usize> {
        let last = self.sought.len();
        let columns = 0..=self.window.len();
        let mut column = columns
            .min_by_key(|column| self.cost(last, *column))
            .unwrap_or(0);
        let mut path = vec![0; last + 1];
        path[last] = column;
        let mut row = last;
        while row > 0 {
            let cost = self.cost(row, column);
            if column > 0 && cost == self.cost(row - 1, column - 1) + self.differs(row, column) {
                (row, column) = (row - 1, column - 1);
                path[row] = column;
            } else if cost == self.cost(row - 1, column) + 1 {
                row -= 1;
                path[row] = column;
            } else {
                column -= 1;
            }
        }
        path
    }
}
