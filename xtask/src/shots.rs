//! `shots`: pictures of every view, to look at.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::edition::Edition;
use crate::project::Project;
use crate::{shell, terminal, tools};

/// The chore: builds the edition and takes its pictures.
pub(crate) fn run(project: &Project, mut arguments: lexopt::Parser) -> Result<()> {
    let mut folder = project.root().join("shots");
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(named) => folder = PathBuf::from(named),
            other => bail!(other.unexpected()),
        }
    }
    let folder = std::path::absolute(folder)?;
    let start = Instant::now();
    Edition::of(project).build(project)?;
    terminal::heading(
        "shots",
        "every view at 390, 820 and 1440 px, light and dark",
    );
    shell::run(
        Command::new("node")
            .current_dir(project.e2e())
            .arg("harness/shots.mjs")
            .arg(project.dist())
            .arg(&folder)
            .env("CHROMIUM", tools::browsers()?.chromium),
    )?;
    terminal::success(
        &format!("pictures are in {}", folder.display()),
        start.elapsed(),
    );
    Ok(())
}
