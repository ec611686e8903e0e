//! How much a reader downloads, against what we allow ourselves.
//!
//! Sizes are those of every file after brotli at its best, as hosts serve it. The *shell* is what
//! the page needs before it can show anything of its own: not the engine, which its worker loads,
//! nor the faces of type, which come after the text is there.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::project::Project;
use crate::{shell, terminal};

/// What the shell may weigh.
const SHELL: Allowance = Allowance {
    name: "shell",
    goal: 90 * KB,
    ceiling: 130 * KB,
};
/// What the whole edition of the project's own seeds may weigh.
const WHOLE: Allowance = Allowance {
    name: "whole",
    goal: 220 * KB,
    ceiling: 290 * KB,
};
const KB: u64 = 1000;

/// Bytes after brotli: where we want to be, and what we never exceed until we are there. A ceiling
/// is only ever lowered (`docs/performance.md` says what stands in the way of the goal).
struct Allowance {
    name: &'static str,
    goal: u64,
    ceiling: u64,
}

/// A file of the edition and what it weighs, in bytes.
#[derive(Debug, PartialEq)]
struct Weight {
    file: String,
    plain: u64,
    brotli: u64,
}

/// Prints the weight of every file, and of the shell and the whole.
pub(crate) fn report(project: &Project, dist: &Path) -> Result<()> {
    weigh(project, dist).map(|weights| print_all(&weights))
}

/// Like [`report`], and fails where a ceiling is exceeded.
pub(crate) fn hold_ceilings(project: &Project, dist: &Path) -> Result<()> {
    let weights = weigh(project, dist)?;
    print_all(&weights);
    SHELL.hold(shell(&weights))?;
    WHOLE.hold(total(&weights))
}

/// Asks Node, whose library has the same brotli that hosts use.
fn weigh(project: &Project, dist: &Path) -> Result<Vec<Weight>> {
    let mut node = Command::new("node");
    node.arg(project.e2e().join("harness/weigh.mjs")).arg(dist);
    shell::read(&mut node)?.lines().map(parse).collect()
}

fn parse(line: &str) -> Result<Weight> {
    let parts = line.splitn(3, '\t').collect::<Vec<_>>();
    let [plain, brotli, file] = parts[..] else {
        anyhow::bail!("not a weight: {line:?}")
    };
    let number = |digits: &str| {
        digits
            .parse()
            .with_context(|| format!("not a weight: {line:?}"))
    };
    Ok(Weight {
        file: file.to_owned(),
        plain: number(plain)?,
        brotli: number(brotli)?,
    })
}

fn print_all(weights: &[Weight]) {
    terminal::note("     plain    brotli");
    for Weight {
        file,
        plain,
        brotli,
    } in weights
    {
        terminal::note(&format!("{plain:>10}{brotli:>10}  {file}"));
    }
    SHELL.compare(shell(weights));
    WHOLE.compare(total(weights));
}

impl Allowance {
    fn compare(&self, weight: u64) {
        let verdict = if weight <= self.goal {
            "within"
        } else {
            "ABOVE"
        };
        terminal::note(&format!(
            "{}: {} brotli, {verdict} the goal of {}",
            self.name,
            kilobytes(weight),
            kilobytes(self.goal)
        ));
    }

    fn hold(&self, weight: u64) -> Result<()> {
        ensure!(
            weight <= self.ceiling,
            "the {} weighs {}, and must never weigh more than {}",
            self.name,
            kilobytes(weight),
            kilobytes(self.ceiling)
        );
        Ok(())
    }
}

fn kilobytes(bytes: u64) -> String {
    format!("{}.{} KB", bytes / KB, bytes % KB / 100)
}

fn total(weights: &[Weight]) -> u64 {
    weights.iter().map(|weight| weight.brotli).sum()
}

fn shell(weights: &[Weight]) -> u64 {
    weights
        .iter()
        .filter(|weight| is_shell(&weight.file))
        .map(|w| w.brotli)
        .sum()
}

fn is_shell(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    !name.starts_with("engine") && !name.ends_with(".woff2")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(lines: &[&str]) -> Vec<Weight> {
        lines.iter().map(|line| parse(line).unwrap()).collect()
    }

    #[test]
    fn the_shell_is_all_but_engine_and_type() {
        let weights = weights(&[
            "9\t4\tindex.html",
            "90\t40\tdossier-0f3a_bg.wasm",
            "900\t400\tengine-77.wasm",
            "90\t90\tfonts/serif.woff2",
            "90\t30\tengine-ab.js",
        ]);
        assert_eq!(shell(&weights), 44);
        assert_eq!(total(&weights), 564);
    }

    #[test]
    fn what_exceeds_its_ceiling_fails_and_what_exceeds_its_goal_is_told() {
        assert!(SHELL.hold(SHELL.ceiling).is_ok());
        let error = SHELL.hold(SHELL.ceiling + KB).unwrap_err();
        assert!(error.to_string().starts_with("the shell weighs"));
    }

    #[test]
    fn a_line_that_is_no_weight_is_refused() {
        assert!(parse("many\tfew\tindex.html").is_err());
        assert!(parse("1 2 index.html").is_err());
    }
}
