//! Columns of rows become lines of text, with an empty line wherever something new begins.

use super::order::{Row, pitch};

/// How much farther from the row before it than usual a new paragraph stands.
const DISTANCE: f64 = 1.3;

/// How much larger or smaller a heading is written than what follows on it.
const LARGER: f64 = 1.12;

/// How far the first line of a paragraph is moved in, in sizes of its font.
const INDENT: f64 = 0.7;

/// How far before the edge of its column the last line of a paragraph ends, of the width.
const SHORT: f64 = 0.2;

/// A gap between cells of a table, in sizes of the font.
const CELL: f64 = 2.0;

/// The text of a page.
pub(super) fn written(columns: Vec<Vec<Row>>) -> String {
    let mut text = String::new();
    for column in &columns {
        let column = Column::of(column);
        for at in 0..column.rows.len() {
            let line = line(&column.rows[at]);
            text.push_str(match at {
                _ if text.is_empty() => "",
                0 if goes_on(&text, &line) => "\n",
                0 => "\n\n",
                _ if column.begins_anew(at, &text) => "\n\n",
                _ => "\n",
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

struct Column<'a> {
    rows: &'a [Row],
    left: f64,
    right: f64,
    pitch: f64,
}

impl<'a> Column<'a> {
    fn of(rows: &'a [Row]) -> Self {
        Self {
            rows,
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
        let short = before.right() < self.right - SHORT * (self.right - self.left);
        apart
            || sizes > LARGER
            || indent(row) && !indent(before)
            || ended && short
            || row.has_cells()
            || before.has_cells()
    }
}

impl Row {
    /// Whether there are gaps in it as between the cells of a table.
    fn has_cells(&self) -> bool {
        let mut pairs = self.fragments.windows(2);
        pairs.any(|pair| pair[1].left - pair[0].right > CELL * self.size)
    }
}

/// The text of a row; a tab stands between cells of a table.
fn line(row: &Row) -> String {
    let mut line = String::new();
    let mut end = None;
    for fragment in &row.fragments {
        line.push_str(match end {
            None => "",
            Some(end) if fragment.left - end > CELL * row.size => "\t",
            Some(_) if line.ends_with(' ') => "",
            Some(_) => " ",
        });
        line.push_str(fragment.text.trim());
        end = Some(fragment.right);
    }
    line
}
