//! How well files are read, measured on data that may lie beside the project.

use std::process::Command;

use anyhow::Result;

use super::Verdict;
use crate::project::Project;
use crate::shell;

/// Writes the files that are out to harm, and reads them with all others there are.
pub(super) fn measure(project: &Project) -> Result<Verdict> {
    let Some(data) = project.shared("data") else {
        return Ok(Verdict::Skipped(
            "no files to measure on: ../shared/data is not there".into(),
        ));
    };
    if !shell::succeeds(Command::new("python3").arg("--version")) {
        return Ok(Verdict::Skipped(
            "writing hostile files needs python3".into(),
        ));
    }
    let hostile = project.root().join("target/hostile");
    shell::read(
        Command::new("python3")
            .arg(data.join("hostile/generated/gen_hostile.py"))
            .arg(&hostile),
    )?;
    shell::run(
        shell::cargo()
            .current_dir(project.root())
            .args(["test", "--locked", "--quiet", "--profile", "tool"])
            .args(["--package", "dossier-formats", "--test", "reading", "--"])
            .args(["--ignored", "--nocapture", "--test-threads", "1"])
            .args(["--skip", "one_file"])
            .env("DOSSIER_HOSTILE", &hostile),
    )?;
    Ok(Verdict::Passed)
}
