//! No file outgrows its reader.

use super::rust_source::shipped_lines;
use super::{Complaint, Tree};

/// Lines a file of code may have, the tests at its end not counted. The median is far below; who
/// comes near it, splits by purpose.
const LONGEST: usize = 400;

/// What counts as code; data, prose and lockfiles may be as long as they are.
const CODE: [&str; 4] = [".rs", ".css", ".mjs", ".html"];

pub(super) fn check(tree: &Tree) -> Vec<Complaint> {
    CODE.iter()
        .flat_map(|suffix| tree.under("", suffix))
        .map(|(path, text)| (path, lines_to_read(path, text)))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| {
            Complaint::about_file(
                path,
                format!("{lines} lines, of {LONGEST} at most: split it"),
            )
        })
        .collect()
}

fn lines_to_read(path: &str, text: &str) -> usize {
    if path.ends_with(".rs") {
        shipped_lines(text).count()
    } else {
        text.lines().count()
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::complaints;

    #[test]
    fn long_code_is_to_be_split_and_long_data_is_not() {
        let long = "x\n".repeat(401);
        let files = [
            ("src/app.rs", long.as_str()),
            ("seeds/report.txt", long.as_str()),
        ];
        assert_eq!(
            complaints(check, &files),
            ["src/app.rs: 401 lines, of 400 at most: split it"]
        );
    }

    #[test]
    fn tests_at_the_end_do_not_count() {
        let text = format!("{}#[cfg(test)]\n{}", "x\n".repeat(399), "y\n".repeat(300));
        assert!(complaints(check, &[("src/app.rs", text.as_str())]).is_empty());
    }
}
