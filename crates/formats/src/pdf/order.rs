//! The order in which a page is read: down a column, then down the next. Where a page has columns
//! is told by a strip that hardly a line crosses, with lines as wide as a column on both sides.

use super::glyphs::Fragment;

/// Columns within columns that are looked for.
const DEEPEST: usize = 3;

/// Strips into which the width of a page is divided.
const STRIPS: usize = 512;

/// Lines that a column has at least.
const FEWEST: usize = 4;

/// Letters in a line of a column; what is shorter is a cell of a table.
const LETTERS: usize = 14;

/// The share of a column's width that most of its lines fill.
const FULL: f64 = 0.6;

/// Lines that may stand apart above or below columns, and by how many times the usual distance.
const APART: usize = 2;
const DISTANCE: f64 = 1.7;

/// Fragments that stand on one line, from left to right.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) fragments: Vec<Fragment>,
    pub(super) base: f64,
    /// The size of its largest font.
    pub(super) size: f64,
}

impl Row {
    pub(super) fn left(&self) -> f64 {
        self.fragments
            .iter()
            .map(|f| f.left)
            .fold(f64::MAX, f64::min)
    }

    pub(super) fn right(&self) -> f64 {
        self.fragments
            .iter()
            .map(|f| f.right)
            .fold(f64::MIN, f64::max)
    }

    fn letters(&self) -> usize {
        self.fragments.iter().map(|f| f.text.len()).sum()
    }

    /// How much of the line is written on.
    fn filled(&self) -> f64 {
        self.fragments.iter().map(|f| f.right - f.left).sum()
    }

    fn crosses(&self, at: f64) -> bool {
        self.fragments.iter().any(|f| f.left < at && f.right > at)
    }
}

/// Rows that are read one after the other.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) rows: Vec<Row>,
    pub(super) place: Place,
}

/// Where on its page a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It takes the whole width: of the page, or of the column that it is part of.
    Across,
    /// First of several beside each other.
    First,
    /// Beside the column before it, with whose sentence it may go on.
    Beside,
}

/// The rows of a page, column by column, in the order in which they are read.
pub(super) fn columns(fragments: Vec<Fragment>) -> Vec<Column> {
    let mut columns = Vec::new();
    read(fragments, DEEPEST, Place::Across, &mut columns);
    columns
}

fn read(fragments: Vec<Fragment>, depth: usize, place: Place, columns: &mut Vec<Column>) {
    let gutter = match depth {
        0 => None,
        _ => gutter(&fragments),
    };
    let rows = rows(fragments);
    let Some(gutter) = gutter else {
        return push(rows, place, columns);
    };
    let mut across = Vec::new();
    for band in rows.chunk_by(|a, b| a.crosses(gutter) == b.crosses(gutter)) {
        let (above, sides, below) = match band[0].crosses(gutter) {
            true => (band, &[][..], &[][..]),
            false => without_what_stands_apart(band, gutter),
        };
        let [left, right] = sides_of(sides, gutter);
        across.extend_from_slice(above);
        if is_column(&left) && is_column(&right) {
            push(std::mem::take(&mut across), Place::Across, columns);
            read(left, depth - 1, Place::First, columns);
            read(right, depth - 1, Place::Beside, columns);
        } else {
            across.extend_from_slice(sides);
        }
        across.extend_from_slice(below);
    }
    push(across, Place::Across, columns);
}

fn push(rows: Vec<Row>, place: Place, columns: &mut Vec<Column>) {
    if !rows.is_empty() {
        columns.push(Column { rows, place });
    }
}

/// Fragments gathered into rows, from top to bottom.
pub(super) fn rows(mut fragments: Vec<Fragment>) -> Vec<Row> {
    const SAME: f64 = 0.35;
    fragments.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut rows: Vec<Row> = Vec::new();
    for fragment in fragments {
        let size = fragment.size;
        match rows.last_mut() {
            Some(row) if fragment.base - row.base <= SAME * row.size.max(size) => {
                if size > row.size {
                    (row.size, row.base) = (size, fragment.base);
                }
                row.fragments.push(fragment);
            }
            _ => rows.push(Row {
                base: fragment.base,
                size,
                fragments: vec![fragment],
            }),
        }
    }
    for row in &mut rows {
        row.fragments.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

/// The place that has most fragments on both of its sides, where columns may be parted.
fn gutter(fragments: &[Fragment]) -> Option<f64> {
    let left = fragments.iter().map(|f| f.left).fold(f64::MAX, f64::min);
    let right = fragments.iter().map(|f| f.right).fold(f64::MIN, f64::max);
    let strip = (right - left) / STRIPS as f64;
    if fragments.len() < 2 * FEWEST || strip <= 0.0 {
        return None;
    }
    let number = |place: f64| (((place - left) / strip) as usize).min(STRIPS - 1);
    // How many fragments end before a strip, and how many begin after it.
    let mut ended = [0_usize; STRIPS + 1];
    let mut begun = [0_usize; STRIPS + 1];
    for fragment in fragments {
        ended[number(fragment.right) + 1] += 1;
        begun[number(fragment.left)] += 1;
    }
    let mut before = 0;
    let mut after = fragments.len();
    let mut score = [0; STRIPS];
    for at in 0..STRIPS {
        before += ended[at];
        after -= begun[at];
        score[at] = before.min(after);
    }
    let best = score.iter().copied().max().filter(|&best| best >= FEWEST)?;
    let first = score.iter().position(|&score| score == best)?;
    let wide = score[first..].iter().take_while(|&&score| score == best);
    let middle = first as f64 + wide.count() as f64 / 2.0;
    Some(left + middle * strip)
}

fn sides_of(rows: &[Row], gutter: f64) -> [Vec<Fragment>; 2] {
    let fragments = rows.iter().flat_map(|row| &row.fragments);
    let (left, right) = fragments.cloned().partition(|f| f.right <= gutter);
    [left, right]
}

/// Whether fragments are lines of running text below each other.
fn is_column(fragments: &[Fragment]) -> bool {
    let rows = rows(fragments.to_vec());
    let left = rows.iter().map(Row::left).fold(f64::MAX, f64::min);
    let right = rows.iter().map(Row::right).fold(f64::MIN, f64::max);
    let full = |row: &&Row| row.filled() >= FULL * (right - left) && row.letters() >= LETTERS;
    rows.len() >= FEWEST && 2 * rows.iter().filter(full).count() >= rows.len()
}

/// What stands apart at the top and at the foot of a band is no part of its columns: running
/// headers, page numbers.
fn without_what_stands_apart(band: &[Row], gutter: f64) -> (&[Row], &[Row], &[Row]) {
    let pitches = sides_of(band, gutter).map(|side| pitch(&rows(side)));
    let pitch = pitches.into_iter().fold(0.0, f64::max);
    let apart = |pair: &[Row]| pair[1].base - pair[0].base > DISTANCE * pitch;
    let gaps = || band.windows(2).enumerate().filter(|(_, pair)| apart(pair));
    let above = gaps()
        .map(|(at, _)| at + 1)
        .take_while(|&at| at <= APART)
        .last();
    let above = above.unwrap_or(0);
    let below = gaps()
        .map(|(at, _)| at + 1)
        .find(|&at| at + APART >= band.len());
    let below = below.filter(|&at| at > above).unwrap_or(band.len());
    (&band[..above], &band[above..below], &band[below..])
}

/// The usual distance between two rows: more than half of them are no farther apart.
pub(super) fn pitch(rows: &[Row]) -> f64 {
    let mut distances: Vec<f64> = rows
        .windows(2)
        .map(|pair| pair[1].base - pair[0].base)
        .collect();
    distances.sort_by(f64::total_cmp);
    let middle = distances.len().saturating_sub(1) / 2;
    distances.get(middle).copied().unwrap_or(f64::MAX)
}
