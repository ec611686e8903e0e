//! No file outgrows its reader.

use super::{Complaint, Tree};

/// Lines a file of code may have. The median is far below; who comes near it, splits by purpose.
const LONGEST: usize = 420;

/// What counts as code; data, prose and lockfiles may be as long as they are.
const CODE: [&str; 4] = [".rs", ".css", ".mjs", ".html"];

pub(super) fn check(tree: &Tree) -> Vec<Complaint> {
    CODE.iter()
        .flat_map(|suffix| tree.under("", suffix))
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| {
            Complaint::about_file(
                path,
                format!("{lines} lines, of {LONGEST} at most: split it"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::complaints;

    #[test]
    fn long_code_is_to_be_split_and_long_data_is_not() {
        let long = "x\n".repeat(421);
        let files = [
            ("src/app.rs", long.as_str()),
            ("seeds/report.txt", long.as_str()),
        ];
        assert_eq!(
            complaints(check, &files),
            ["src/app.rs: 421 lines, of 420 at most: split it"]
        );
    }
}
