//! The tables of `docs/recognition.md`, in Markdown.

use std::fmt::Write as _;
use std::path::Path;

use dossier_engine::mention::Kind;

use crate::mistakes::{Mistake, Wrong, by_kind, most_frequent};
use crate::score::{COUNTED, Judged};

/// Mistakes in the table of the most frequent.
const FREQUENT: usize = 50;

/// Per cents of confidence that are counted together.
const STEP: usize = 10;

/// Strict and span F1, once for each dress, of each set.
pub type SetFigures = Vec<[(f64, f64); 3]>;

/// Who finds names, and how well.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is called in the table.
    pub name: String,
    /// Its figures on each set.
    pub sets: SetFigures,
}

impl Row {
    /// A row of the table from what was found in each set in each dress.
    pub fn of(name: &str, judged: &[[Judged; 3]]) -> Row {
        let both = |judged: &Judged| {
            let figures = judged.figures();
            (figures.strict.f1(), figures.span.f1())
        };
        Row {
            name: name.to_owned(),
            sets: judged
                .iter()
                .map(|dresses| dresses.each_ref().map(both))
                .collect(),
        }
    }

    fn mean(&self) -> [(f64, f64); 3] {
        let count = self.sets.len().max(1) as f64;
        [0, 1, 2].map(|dress| {
            let of_dress = || self.sets.iter().map(|set| set[dress]);
            (
                of_dress().map(|both| both.0).sum::<f64>() / count,
                of_dress().map(|both| both.1).sum::<f64>() / count,
            )
        })
    }
}

/// Means of all sets, and the sets one by one as they are written.
pub fn quality(rows: &[Row], sets: &[&str]) -> String {
    let mut table =
        "| | as written | lower-cased | lower-cased and tokenised |\n|---|---|---|---|\n"
            .to_owned();
    for row in rows {
        let cells = row.mean().map(both);
        let _ = writeln!(table, "| {} | {} |", row.name, cells.join(" | "));
    }
    let heads: Vec<_> = sets.iter().map(|set| name_of(set)).collect();
    let _ = writeln!(table, "\n| as written | {} |", heads.join(" | "));
    let _ = writeln!(table, "|---|{}", "---|".repeat(sets.len()));
    for row in rows {
        let cells: Vec<_> = row.sets.iter().map(|set| both(set[0])).collect();
        let _ = writeln!(table, "| {} | {} |", row.name, cells.join(" | "));
    }
    table
}

fn both((strict, span): (f64, f64)) -> String {
    format!("{strict:.1} / {span:.1}")
}

/// `ewt_dev` of `../shared/data/ner/ewt_dev.conll@0-1`.
pub fn name_of(set: &str) -> String {
    let path = set.split('@').next().unwrap_or(set);
    let stem = Path::new(path).file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// How many mistakes of each sort there are, kind by kind.
pub fn errors(mistakes: &[Mistake]) -> String {
    let heads = Wrong::ALL.map(Wrong::label);
    let mut table = format!(
        "| | {} |\n|---|{}\n",
        heads.join(" | "),
        "---|".repeat(heads.len())
    );
    for (kind, counts) in COUNTED.iter().zip(by_kind(mistakes)) {
        let cells = counts.map(|count| count.to_string());
        let _ = writeln!(table, "| {} | {} |", kind.slug(), cells.join(" | "));
    }
    table
}

/// The most frequent mistakes.
pub fn frequent(mistakes: &[Mistake]) -> String {
    let mut table = "| times | words | they name | found |\n|---|---|---|---|\n".to_owned();
    for (count, mistake) in most_frequent(mistakes, FREQUENT) {
        let right = mistake.right.map_or("nothing", Kind::slug);
        let found = match &mistake.found {
            None => "nothing".to_owned(),
            Some((words, kind)) if *words == mistake.words => kind.slug().to_owned(),
            Some((words, kind)) => format!("{}, {}", cell(words), kind.slug()),
        };
        let words = cell(&mistake.words);
        let _ = writeln!(table, "| {count} | {words} | {right} | {found} |");
    }
    table
}

/// A text as a cell of a table.
fn cell(text: &str) -> String {
    format!("`{}`", text.replace('|', "\\|").replace('`', "'"))
}

/// How many names of each confidence were right: `verdicts` are per cents and whether the name was
/// right. The last line tells how far confidence and share lie apart, over all names.
pub fn calibration(verdicts: &[(u8, bool)]) -> String {
    let mut table = "| confidence, % | names | right, % |\n|---|---|---|\n".to_owned();
    let mut apart = 0.0;
    for from in (0..100).step_by(STEP) {
        let last = if from + STEP >= 100 {
            100
        } else {
            from + STEP - 1
        };
        let here = verdicts
            .iter()
            .filter(|verdict| (from..=last).contains(&usize::from(verdict.0)));
        let count = here.clone().count();
        if count == 0 {
            continue;
        }
        let right = here.clone().filter(|verdict| verdict.1).count() as f64 * 100.0;
        let said: f64 = here.map(|verdict| f64::from(verdict.0)).sum();
        apart += (right - said).abs();
        let share = right / count as f64;
        let _ = writeln!(table, "| {from} to {last} | {count} | {share:.0} |");
    }
    let apart = apart / verdicts.len().max(1) as f64;
    let _ = writeln!(
        table,
        "\nConfidence and share lie {apart:.1} points apart on average."
    );
    table
}

/// For thresholds of confidence: how many of the names shown are right, and how many of those there
/// are shown.
pub fn thresholds(verdicts: &[(u8, bool)], there: usize) -> String {
    let mut table = "| shown from | right, % | found, % | F1 |\n|---|---|---|---|\n".to_owned();
    for least in (0..100).step_by(STEP) {
        let shown = verdicts
            .iter()
            .filter(|verdict| usize::from(verdict.0) >= least);
        let count = shown.clone().count().max(1) as f64;
        let right = shown.filter(|verdict| verdict.1).count() as f64;
        let f1 = 200.0 * right / (count + there as f64);
        let (precision, recall) = (100.0 * right / count, 100.0 * right / there.max(1) as f64);
        let _ = writeln!(
            table,
            "| {least} % | {precision:.1} | {recall:.1} | {f1:.1} |"
        );
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_is_held_against_what_was_right() {
        let verdicts = [(95, true), (95, true), (40, false), (41, true)];
        let table = calibration(&verdicts);
        assert!(table.contains("| 90 to 100 | 2 | 100 |"));
        assert!(table.contains("| 40 to 49 | 2 | 50 |"));
        assert!(table.contains("lie 7.2 points apart"), "{table}");
    }

    #[test]
    fn a_threshold_trades_what_is_found_for_what_is_right() {
        let table = thresholds(&[(95, true), (40, false)], 2);
        assert!(table.contains("| 0 % | 50.0 | 50.0 | 50.0 |"));
        assert!(table.contains("| 90 % | 100.0 | 50.0 | 66.7 |"));
    }

    #[test]
    fn a_set_goes_by_the_name_of_its_file() {
        assert_eq!(name_of("a/gmb.conll@0.9-1"), "gmb");
    }
}
