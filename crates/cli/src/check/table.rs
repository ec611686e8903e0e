//! What was found, as a table to be read.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use dossier_engine::document::Role;

use super::{Change, Finding, Known, Report};

/// How many rows of a table are told one by one; of more, what they come to.
const MOST_ROWS: usize = 3;

/// A few lines for each document, then the problems.
pub(super) fn table(report: &Report) -> String {
    let mut out = String::new();
    let together = |a: &Finding, b: &Finding| a.row_of.is_some() && a.row_of == b.row_of;
    for findings in report.documents.chunk_by(together) {
        match (findings, &findings[0].row_of) {
            (rows, Some(file)) if rows.len() > MOST_ROWS => tell_rows(&mut out, file, rows),
            _ => findings.iter().for_each(|finding| tell(&mut out, finding)),
        }
    }
    for remark in &report.remarks {
        let _ = writeln!(out, "~ {}\n  {}", remark.problem, remark.remedy);
    }
    for problem in &report.problems {
        let _ = writeln!(
            out,
            "! {}\n  {}",
            printable(&problem.problem),
            problem.remedy
        );
    }
    let documents = counted(report.documents.len(), "document");
    let _ = writeln!(
        out,
        "{documents}, {}",
        counted(report.problems.len(), "problem")
    );
    out
}

/// What would become of one document.
fn tell(out: &mut String, finding: &Finding) {
    let _ = writeln!(out, "{}", printable(&finding.file));
    let encoding = match finding.encoding.as_str() {
        "" => String::new(),
        encoding => format!(", {encoding}"),
    };
    let kind = format!("{:?}", finding.format).to_lowercase();
    let bytes = counted(finding.bytes as usize, "byte");
    let words = counted(finding.words, "word");
    row(out, "file", &format!("{kind}{encoding}, {bytes}, {words}"));
    for (name, fact) in facts(finding) {
        if let Some(fact) = fact {
            row(out, name, &format!("{} ({})", fact.value, fact.how));
        }
    }
    for (name, value) in &finding.others {
        row(out, name, value);
    }
    row(out, "repairs", &by_rule(&finding.repairs));
    if !finding.offers.is_empty() {
        row(out, "offered", &by_rule(&finding.offers));
    }
    row(out, "set apart", &set_apart(finding));
    out.push('\n');
}

/// What would become of the many rows of a table.
fn tell_rows(out: &mut String, file: &str, rows: &[Finding]) {
    let _ = writeln!(out, "{}", printable(file));
    let words = rows.iter().map(|finding| finding.words).sum();
    let documents = counted(rows.len(), "document");
    let encoding = &rows[0].encoding;
    let words = counted(words, "word");
    row(out, "rows", &format!("{encoding}, {documents}, {words}"));
    for (at, (name, _)) in facts(&rows[0]).iter().enumerate() {
        let known: Vec<&Known> = rows
            .iter()
            .filter_map(|row| facts(row)[at].1.as_ref())
            .collect();
        if let Some(first) = known.first() {
            let share = format!("{} of {}, first “{}”", known.len(), rows.len(), first.value);
            row(out, name, &format!("{share} ({})", first.how));
        }
    }
    let others: BTreeSet<&str> = rows
        .iter()
        .flat_map(|row| row.others.keys())
        .map(String::as_str)
        .collect();
    if !others.is_empty() {
        row(
            out,
            "others",
            &others.into_iter().collect::<Vec<_>>().join(", "),
        );
    }
    let repairs = rows.iter().flat_map(|row| &row.repairs);
    row(out, "repairs", &by_rule(repairs));
    let offers = by_rule(rows.iter().flat_map(|row| &row.offers));
    if offers != NONE {
        row(out, "offered", &offers);
    }
    out.push('\n');
}

/// The facts of a document by name.
fn facts(finding: &Finding) -> [(&'static str, &Option<Known>); 5] {
    [
        ("title", &finding.title),
        ("author", &finding.author),
        ("outlet", &finding.outlet),
        ("published", &finding.published),
        ("language", &finding.language),
    ]
}

/// `1 word`, `2 words`
fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}

/// A name or a value without characters that would move a terminal's cursor.
fn printable(text: &str) -> String {
    let shown = |ch: char| if ch.is_control() { '\u{fffd}' } else { ch };
    text.chars().map(shown).collect()
}

/// What is told where there is nothing.
const NONE: &str = "none";

/// `2 no-break space, 1 wrong decoding`
fn by_rule<'a>(changes: impl IntoIterator<Item = &'a Change>) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for change in changes {
        *counts.entry(change.rule).or_default() += 1;
    }
    let told: Vec<String> = counts
        .iter()
        .map(|(rule, n)| format!("{n} {rule}"))
        .collect();
    match told.is_empty() {
        true => NONE.to_owned(),
        false => told.join(", "),
    }
}

/// `12 % boilerplate (navigation, copyright)`
fn set_apart(finding: &Finding) -> String {
    let boilerplate = finding.parts.iter().filter(|part| part.boilerplate);
    let kinds: BTreeSet<String> = boilerplate.map(|part| kind(part.role)).collect();
    let kinds: Vec<String> = kinds.into_iter().collect();
    let share = format!("{} % boilerplate", finding.boilerplate);
    match kinds.is_empty() {
        true => share,
        false => format!("{share} ({})", kinds.join(", ")),
    }
}

/// A role in words: `page furniture`.
fn kind(role: Role) -> String {
    let name = serde_json::to_string(&role).unwrap_or_default();
    name.trim_matches('"').replace('-', " ")
}

fn row(out: &mut String, name: &str, value: &str) {
    let _ = writeln!(out, "  {:<10} {}", printable(name), printable(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_file_moves_the_cursor_of_a_terminal() {
        assert_eq!(printable("a\x1b[31m\nb"), "a\u{fffd}[31m\u{fffd}b");
    }
}
