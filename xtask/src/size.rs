//! How much a reader downloads, against what we allow ourselves.
//!
//! Sizes are those of every file after brotli at its best, as hosts serve it. The *shell* is what
//! the app needs before it can show anything of its own: not the engine, which its worker loads,
//! nor the faces of type, which come after the text is there. The *page* is what it takes to read
//! a document without the app. What lies beside, pages of others, pictures, lists, the edition in
//! one file, is no part of what a reader downloads for the app.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::project::Project;
use crate::{shell, terminal};

/// What the shell may weigh.
const SHELL: Allowance = Allowance {
    name: "shell",
    goal: 90 * KB,
    ceiling: 158 * KB,
};
/// What the whole edition of the project's own seeds may weigh.
const WHOLE: Allowance = Allowance {
    name: "whole",
    goal: 220 * KB,
    ceiling: 382 * KB,
};
/// What the heaviest document of the project's own seeds may weigh, with its styles.
const PAGE: Allowance = Allowance {
    name: "page",
    goal: 20 * KB,
    ceiling: 20 * KB,
};
const KB: u64 = 1000;

/// Bytes after brotli: where we want to be, and what we do not exceed until we are there. A ceiling
/// is raised only with the reason in `docs/performance.md`, which also says what stands in the way
/// of the goal.
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
    PAGE.hold(page(&weights))?;
    WHOLE.hold(whole(&weights))
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
    let (beside, app): (Vec<&Weight>, Vec<&Weight>) = weights
        .iter()
        .partition(|weight| part(&weight.file) == Part::Beside);
    for Weight {
        file,
        plain,
        brotli,
    } in app
    {
        terminal::note(&format!("{plain:>10}{brotli:>10}  {file}"));
    }
    let plain: u64 = beside.iter().map(|weight| weight.plain).sum();
    let brotli: u64 = beside.iter().map(|weight| weight.brotli).sum();
    let files = beside.len();
    terminal::note(&format!(
        "{plain:>10}{brotli:>10}  {files} files beside the app"
    ));
    SHELL.compare(shell(weights));
    PAGE.compare(page(weights));
    WHOLE.compare(whole(weights));
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

/// What a file is to the app.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    Shell,
    Engine,
    Type,
    Beside,
}

fn part(file: &str) -> Part {
    let starts = |starts: &[&str]| starts.iter().any(|start| file.starts_with(start));
    if file.ends_with(".woff2") {
        Part::Type
    } else if starts(&["engine-", "corpus-"]) {
        Part::Engine
    } else if file == "index.html" || starts(&["dossier-app-", STYLE]) || is_icon(file) {
        Part::Shell
    } else {
        Part::Beside
    }
}

/// How the style sheet's name starts.
const STYLE: &str = "style-";

fn is_icon(file: &str) -> bool {
    file.starts_with("icon-") && file.ends_with(".svg")
}

fn whole(weights: &[Weight]) -> u64 {
    sum(weights, |file| part(file) != Part::Beside)
}

fn shell(weights: &[Weight]) -> u64 {
    sum(weights, |file| part(file) == Part::Shell)
}

/// The heaviest document's page and the styles.
fn page(weights: &[Weight]) -> u64 {
    let is_page = |file: &str| file.starts_with("read/") && file.ends_with(".html");
    let pages = weights.iter().filter(|weight| is_page(&weight.file));
    let heaviest = pages.map(|weight| weight.brotli).max().unwrap_or(0);
    heaviest + sum(weights, |file| file.starts_with(STYLE))
}

fn sum(weights: &[Weight], counts: impl Fn(&str) -> bool) -> u64 {
    let counted = weights.iter().filter(|weight| counts(&weight.file));
    counted.map(|weight| weight.brotli).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(lines: &[&str]) -> Vec<Weight> {
        lines.iter().map(|line| parse(line).unwrap()).collect()
    }

    #[test]
    fn the_shell_is_all_of_the_app_but_engine_and_type() {
        let weights = weights(&[
            "9\t4\tindex.html",
            "90\t40\tdossier-app-0f3a_bg.wasm",
            "9\t2\tstyle-1.css",
            "9\t1\ticon-1.svg",
            "900\t400\tengine-77.wasm",
            "90\t90\tfonts/serif.woff2",
            "90\t30\tengine-ab.js",
            "90\t7\tread/a/index.html",
            "90\t8\tread/b/index.html",
            "90\t80\tread/b/preview.png",
            "90\t9\tabout/b/index.html",
            "9000\t900\tdossier.html",
        ]);
        assert_eq!(shell(&weights), 47);
        assert_eq!(whole(&weights), 567);
        assert_eq!(page(&weights), 10);
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
