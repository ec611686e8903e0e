//! The engine's findings against hand-made ones, where those lie beside the project.

use std::process::Command;

use anyhow::{Context, Result};

use super::Verdict;
use crate::project::Project;
use crate::{shell, terminal};

/// Annotates the seeds with the command-line engine and prints the scorer's table.
pub(super) fn score_seeds(project: &Project) -> Result<Verdict> {
    let Some(gold) = project.shared("gold") else {
        return Ok(Verdict::Skipped(
            "no hand-made findings: ../shared/gold is not there".into(),
        ));
    };
    if !shell::succeeds(Command::new("python3").arg("--version")) {
        return Ok(Verdict::Skipped("the scorer needs python3".into()));
    }
    let findings = shell::read(
        shell::cargo()
            .current_dir(project.root())
            .args([
                "run",
                "--locked",
                "--quiet",
                "--package",
                "dossier-cli",
                "--",
                "annotate",
            ])
            .args(project.seeds()?),
    )?;
    if findings.is_empty() {
        return Ok(Verdict::Skipped(
            "the command-line engine does not annotate yet".into(),
        ));
    }
    let predictions = project.root().join("target/seeds-findings.json");
    std::fs::write(&predictions, findings)
        .with_context(|| format!("cannot write {}", predictions.display()))?;
    let scores = shell::read(
        Command::new("python3")
            .arg(gold.join("score.py"))
            .arg(gold.join("seeds-gold.json"))
            .arg(&predictions),
    )?;
    scores.lines().for_each(terminal::note);
    Ok(Verdict::Passed)
}
