//! `tidy`: the rules of the house that no compiler checks.
//!
//! Each rule is a function from the project's files to complaints, so a test is a small tree drawn
//! in the test. Rules read text, not syntax: they may be fooled by one who tries, and are not meant
//! for those.

mod dictionaries;
mod layers;
mod length;
mod links;
mod purity;
mod purpose;
mod rust_source;
mod styles;
mod tree;

use std::time::Instant;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::terminal;
use tree::Tree;

/// What is wrong, and where.
#[derive(Debug, PartialEq)]
struct Complaint {
    file: String,
    /// Counted from 1; `None` where the whole file is meant.
    line: Option<usize>,
    says: String,
}

struct Rule {
    holds: &'static str,
    check: fn(&Tree) -> Vec<Complaint>,
}

const RULES: &[Rule] = &[
    Rule {
        holds: "layers point one way, features do not name each other",
        check: layers::check,
    },
    Rule {
        holds: "the engine names nothing outside itself",
        check: purity::check,
    },
    Rule {
        holds: "every room says what it is for",
        check: purpose::check,
    },
    Rule {
        holds: "documents name only files that exist",
        check: links::check,
    },
    Rule {
        holds: "every style sheet is linked exactly once",
        check: styles::check,
    },
    Rule {
        holds: "dictionaries are sorted and say nothing twice",
        check: dictionaries::check,
    },
    Rule {
        holds: "no file outgrows its reader",
        check: length::check,
    },
];

/// The chore.
pub(crate) fn run(project: &Project, mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        bail!(argument.unexpected());
    }
    let start = Instant::now();
    check(project)?;
    terminal::success("tidy", start.elapsed());
    Ok(())
}

/// Applies every rule and prints every complaint.
pub(crate) fn check(project: &Project) -> Result<()> {
    let tree = Tree::read(project)?;
    let mut found = 0;
    for rule in RULES {
        let complaints = (rule.check)(&tree);
        let verdict = if complaints.is_empty() {
            "holds"
        } else {
            "BROKEN"
        };
        terminal::note(&format!("{verdict:<8}{}", rule.holds));
        for complaint in &complaints {
            terminal::note(&format!("        {complaint}"));
        }
        found += complaints.len();
    }
    if found > 0 {
        bail!("{found} to tidy up")
    }
    Ok(())
}

impl Complaint {
    fn about_file(file: &str, says: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            says: says.into(),
        }
    }

    fn about_line(file: &str, line: usize, says: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: Some(line),
            says: says.into(),
        }
    }
}

impl std::fmt::Display for Complaint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.says),
            None => write!(f, "{}: {}", self.file, self.says),
        }
    }
}

/// Applies a rule to a tree drawn in a test and gives its complaints as they are printed.
#[cfg(test)]
fn complaints(rule: fn(&Tree) -> Vec<Complaint>, files: &[(&str, &str)]) -> Vec<String> {
    rule(&Tree::of(files))
        .iter()
        .map(ToString::to_string)
        .collect()
}
