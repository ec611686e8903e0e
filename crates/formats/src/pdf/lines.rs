//! Columns of rows become lines of text, with an empty line wherever something new begins.

use super::order::{Column, Place, Row, pitch};

/// How much farther from the row before it than usual a new paragraph stands.
const DISTANCE: f64 = 1.3;

/// How much larger or smaller a heading is written than what follows on it.
const LARGER: f64 = 1.12;

/// How far the first line of a paragraph is moved in, in sizes of its font.
const INDENT: f64 = 0.7;

/// How far before the edge of its column the last line of a paragraph ends, of the width.
const SHORT: f64 = 0.2;

/// The same of a line that ends no sentence: a heading, a name.
const SHORTER: f64 = 0.5;

/// A gap between cells of a table, in sizes of the font.
const CELL: f64 = 2.0;

/// The text of a page.
pub(super) fn written(columns: &[Column]) -> String {
    let mut text = String::new();
    for column in columns {
        let shape = Shape::of(column);
        for at in 0..column.rows.len() {
            let line = line(&column.rows[at], shape.has_cells(at));
            let runs_on = match at {
                0 => column.place == Place::Beside && goes_on(&text, &line),
                _ => !shape.begins_anew(at, &text),
            };
            text.push_str(match runs_on {
                _ if text.is_empty() => "",
                true => "\n",
                false => "\n\n",
            });
            text.push_str(&line);
        }
    }
    text
}

/// Whether a column goes on with the sentence that the one before it broke off.
fn goes_on(text: &str, line: &str) -> bool {
    let last = text.rsplit('\n').next().unwrap_or_default();
    line.starts_with(char::is_lowercase) && !last.ends_with(['.', '!', '?', ':'])
}

/// How the rows of a column lie.
struct Shape<'a> {
    rows: &'a [Row],
    place: Place,
    left: f64,
    right: f64,
    pitch: f64,
}

impl<'a> Shape<'a> {
    fn of(column: &'a Column) -> Self {
        let rows = &column.rows;
        Self {
            rows,
            place: column.place,
            left: rows.iter().map(Row::left).fold(f64::MAX, f64::min),
            right: rows.iter().map(Row::right).fold(f64::MIN, f64::max),
            pitch: pitch(rows),
        }
    }

    /// Whether a row begins something new after the one before it, with which a text ends.
    fn begins_anew(&self, at: usize, text: &str) -> bool {
        let (before, row) = (&self.rows[at - 1], &self.rows[at]);
        let sizes = before.size.max(row.size) / before.size.min(row.size);
        let apart = row.base - before.base > DISTANCE * self.pitch;
        let indent = |row: &Row| row.left() - self.left > INDENT * row.size;
        let ended = text.ends_with(['.', '!', '?', ':', '”', '"', '»']);
        let width = self.right - self.left;
        let ends_before = |share: f64| before.right() < self.right - share * width;
        let moved_in = indent(row) && (!indent(before) || ends_before(SHORT));
        let closed = ended && ends_before(SHORT) || row.begins_large() && ends_before(SHORTER);
        let cells = self.has_cells(at) || self.has_cells(at - 1);
        apart || sizes > LARGER || moved_in || closed || cells
    }
}

impl Shape<'_> {
    /// Whether a row has gaps as between the cells of a table: there is one below or above them.
    /// Gaps of lines that were stretched to a width fall as they may; columns have such lines.
    fn has_cells(&self, at: usize) -> bool {
        if self.place != Place::Across {
            return false;
        }
        let near = [at.checked_sub(1), Some(at + 1)];
        let near = near
            .into_iter()
            .flatten()
            .filter_map(|at| self.rows.get(at));
        let mut others = near.flat_map(Row::gaps);
        let here = &self.rows[at];
        let wide = CELL * here.size / 2.0;
        others.any(|(left, right)| {
            let mut gaps = here.gaps();
            gaps.any(|(from, to)| to.min(right) - from.max(left) > wide)
        })
    }
}

impl Row {
    /// Whether its first letter is a capital, or its first character no letter.
    fn begins_large(&self) -> bool {
        let first = self
            .fragments
            .first()
            .map(|fragment| fragment.text.as_str());
        !first.unwrap_or_default().starts_with(char::is_lowercase)
    }

    /// The wide gaps between its fragments, from where to where.
    fn gaps(&self) -> impl Iterator<Item = (f64, f64)> {
        let pairs = self.fragments.windows(2);
        let gaps = pairs.map(|pair| (pair[0].right, pair[1].left));
        gaps.filter(|(from, to)| to - from > CELL * self.size)
    }
}

/// The text of a row; a tab stands in wide gaps if they part the cells of a table.
fn line(row: &Row, cells: bool) -> String {
    let mut line = String::new();
    let mut end = None;
    for fragment in &row.fragments {
        line.push_str(match end {
            None => "",
            Some(end) if cells && fragment.left - end > CELL * row.size => "\t",
            Some(_) if line.ends_with(' ') => "",
            Some(_) => " ",
        });
        line.push_str(fragment.text.trim());
        end = Some(fragment.right);
    }
    line
}
