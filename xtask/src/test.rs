//! `test`: everything that must hold before a change lands.
//!
//! Checks run in the order of [`CHECKS`], quick ones first, and all of them run even if one fails,
//! so that one run tells everything.

mod browser;
mod code;
mod gold;
mod licences;
mod reading;
mod same;
mod wasm;

use std::time::Instant;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::project::Project;
use crate::{edition, size, terminal, tidy};

/// One thing that must hold.
struct Check {
    name: &'static str,
    holds: &'static str,
    /// Checks that must have passed in the same run.
    needs: &'static [&'static str],
    run: fn(&Project) -> Result<Verdict>,
}

/// How a check that did not fail ended.
pub(super) enum Verdict {
    Passed,
    /// With the reason, which is not the change's fault: say, data that does not lie here.
    Skipped(String),
}

/// A check that is a single piece of work, which passes unless it fails.
macro_rules! passes {
    ($work:expr) => {
        |project| {
            let work: fn(&Project) -> Result<()> = $work;
            work(project).map(|()| Verdict::Passed)
        }
    };
}

const CHECKS: &[Check] = &[
    Check {
        name: "tidy",
        holds: "the rules of the house that no compiler checks",
        needs: &[],
        run: passes!(tidy::check),
    },
    Check {
        name: "fmt",
        holds: "the code is formatted",
        needs: &[],
        run: passes!(code::formatted),
    },
    Check {
        name: "clippy",
        holds: "no warnings on this machine's target",
        needs: &[],
        run: passes!(code::no_warnings_here),
    },
    Check {
        name: "clippy-wasm",
        holds: "no warnings in what runs in the browser",
        needs: &[],
        run: passes!(code::no_warnings_in_wasm),
    },
    Check {
        name: "docs",
        holds: "the documentation builds without warnings",
        needs: &[],
        run: passes!(code::documented),
    },
    Check {
        name: "units",
        holds: "the native tests pass",
        needs: &[],
        run: passes!(code::native_tests),
    },
    Check {
        name: "gold",
        holds: "what is found in the seeds, measured against what people found there",
        needs: &[],
        run: gold::score_seeds,
    },
    Check {
        name: "reading",
        holds: "files of every format are read well, and none does harm",
        needs: &[],
        run: reading::measure,
    },
    Check {
        name: "same-in-wasm",
        holds: "WebAssembly and native code recognise the same",
        needs: &[],
        run: passes!(wasm::same_mentions),
    },
    Check {
        name: "licences",
        holds: "dependencies are licensed, known and not doubled as deny.toml says",
        needs: &[],
        run: passes!(licences::allowed),
    },
    Check {
        name: "advisories",
        holds: "no dependency has a known weakness",
        needs: &[],
        run: licences::no_known_weakness,
    },
    Check {
        name: "components",
        holds: "the page's components behave, in Chromium",
        needs: &[],
        run: browser::components,
    },
    Check {
        name: "edition",
        holds: "the edition to publish builds",
        needs: &[],
        run: passes!(|project| edition::Edition::of(project).build(project)),
    },
    Check {
        name: "same-edition",
        holds: "the edition, built once more in another folder, has the same bytes",
        needs: &["edition"],
        run: passes!(same::built_twice),
    },
    Check {
        name: "size",
        holds: "the edition is within its budgets",
        needs: &["edition"],
        run: passes!(|project| size::hold_ceilings(project, &project.dist())),
    },
    Check {
        name: "journeys",
        holds: "readers reach what they came for, in Chromium and Firefox",
        needs: &["edition"],
        run: passes!(browser::journeys),
    },
    Check {
        name: "hosts",
        holds: "the edition works below a path of nginx and of Apache",
        needs: &["edition"],
        run: browser::hosts,
    },
    Check {
        name: "hostile",
        holds: "documents that are out to harm are shown as text, and nothing else happens",
        needs: &[],
        run: passes!(browser::hostile_documents),
    },
    Check {
        name: "large",
        holds: "a corpus that is too large for the engine's module is read and kept like any other",
        needs: &[],
        run: passes!(browser::large_corpus),
    },
];

/// The chore: all checks, or those named and what they need.
pub(crate) fn run(project: &Project, mut arguments: lexopt::Parser) -> Result<()> {
    let mut wanted = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("list") => return list(),
            Value(name) => wanted.push(find(&name.string()?)?.name),
            other => bail!(other.unexpected()),
        }
    }
    let chosen = CHECKS
        .iter()
        .filter(|check| wanted.is_empty() || is_wanted(check, &wanted));
    let mut tally = Tally::default();
    let start = Instant::now();
    for check in chosen {
        tally.add(check, perform(project, check, &tally));
    }
    tally.close(start)
}

fn list() -> Result<()> {
    for check in CHECKS {
        terminal::say(&format!("  {:<14}{}", check.name, check.holds));
    }
    Ok(())
}

fn find(name: &str) -> Result<&'static Check> {
    CHECKS
        .iter()
        .find(|check| check.name == name)
        .with_context(|| {
            format!("no check is called `{name}`; `cargo xtask test --list` lists them")
        })
}

/// Named itself, or needed by one that is.
fn is_wanted(check: &Check, wanted: &[&str]) -> bool {
    wanted.contains(&check.name)
        || CHECKS
            .iter()
            .any(|other| wanted.contains(&other.name) && other.needs.contains(&check.name))
}

fn perform(project: &Project, check: &Check, so_far: &Tally) -> Result<Verdict> {
    terminal::heading(check.name, check.holds);
    if let Some(lacking) = check
        .needs
        .iter()
        .find(|need| !so_far.passed.contains(need))
    {
        return Ok(Verdict::Skipped(format!(
            "it needs `{lacking}`, which did not pass"
        )));
    }
    let start = Instant::now();
    let verdict = (check.run)(project);
    match &verdict {
        Ok(Verdict::Passed) => terminal::success(check.name, start.elapsed()),
        Ok(Verdict::Skipped(why)) => terminal::skipped(check.name, why),
        Err(error) => terminal::failure(&format!("{}: {error:#}", check.name)),
    }
    verdict
}

/// What became of the checks.
#[derive(Default)]
struct Tally {
    passed: Vec<&'static str>,
    failed: Vec<&'static str>,
    skipped: Vec<(&'static str, String)>,
}

impl Tally {
    fn add(&mut self, check: &Check, verdict: Result<Verdict>) {
        match verdict {
            Ok(Verdict::Passed) => self.passed.push(check.name),
            Ok(Verdict::Skipped(why)) => self.skipped.push((check.name, why)),
            Err(_) => self.failed.push(check.name),
        }
    }

    /// The closing lines, in the manner of test runners.
    fn close(self, start: Instant) -> Result<()> {
        terminal::heading(
            "done",
            &format!("in {}", terminal::seconds(start.elapsed())),
        );
        for (name, why) in &self.skipped {
            terminal::skipped(name, why);
        }
        for name in &self.failed {
            terminal::note(&format!(
                "failed: {name}; again with `cargo xtask test {name}`"
            ));
        }
        terminal::say(&self.closing_line());
        if self.failed.is_empty() {
            Ok(())
        } else {
            bail!("something does not hold")
        }
    }

    fn closing_line(&self) -> String {
        let Self {
            passed,
            failed,
            skipped,
        } = self;
        format!(
            "checks: {} passed, {} failed, {} skipped",
            passed.len(),
            failed.len(),
            skipped.len()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_brings_what_it_needs() {
        let brought = CHECKS.iter().filter(|check| is_wanted(check, &["size"]));
        assert_eq!(
            brought.map(|check| check.name).collect::<Vec<_>>(),
            ["edition", "size"]
        );
    }

    #[test]
    fn what_a_check_needs_comes_before_it_and_exists() {
        for (place, check) in CHECKS.iter().enumerate() {
            for need in check.needs {
                assert!(
                    CHECKS[..place].iter().any(|earlier| earlier.name == *need),
                    "{need}"
                );
            }
        }
    }

    #[test]
    fn the_closing_line_counts_every_check() {
        let tally = Tally {
            passed: vec!["tidy", "docs", "units"],
            failed: vec!["fmt"],
            skipped: vec![("advisories", "no database".into())],
        };
        assert_eq!(
            tally.closing_line(),
            "checks: 3 passed, 1 failed, 1 skipped"
        );
    }
}
