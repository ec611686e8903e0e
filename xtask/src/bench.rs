//! `bench`: how fast the search is, natively and in Chromium beside other libraries.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::module::Module;
use crate::project::Project;
use crate::{shell, terminal, tools};

/// The chore: measures on the speeches named, or on those that lie beside the project.
pub(crate) fn run(project: &Project, mut arguments: lexopt::Parser) -> Result<()> {
    let mut speeches = project.shared("data/text/sotu.jsonl");
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(named) => speeches = Some(std::path::absolute(named)?),
            other => bail!(other.unexpected()),
        }
    }
    let speeches = speeches.context("name a file of speeches: lines with `id` and `text`")?;
    terminal::heading("natively", "one thread, milliseconds");
    natively(project, &speeches)?;
    terminal::heading("in Chromium", "beside other libraries, as tables");
    in_chromium(project, &speeches)
}

fn natively(project: &Project, speeches: &Path) -> Result<()> {
    let mut cargo = shell::cargo();
    cargo.current_dir(project.root()).args([
        "run",
        "--locked",
        "--quiet",
        "--profile",
        "tool",
        "--package",
        "dossier-bench",
        "--",
    ]);
    shell::run(cargo.arg(speeches))
}

fn in_chromium(project: &Project, speeches: &Path) -> Result<()> {
    let module = module(project)?;
    let bench = project.e2e().join("bench");
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    shell::run_with_retries(npm.current_dir(&bench))?;
    let mut node = Command::new("node");
    node.arg(bench.join("bench.mjs")).arg(speeches).arg(module);
    shell::run(node.env("CHROMIUM", tools::browsers()?.chromium))
}

/// Builds the engine as the bench's page calls it, and says which folder it is in.
fn module(project: &Project) -> Result<PathBuf> {
    tools::npm_packages(project)?;
    let engine = Module {
        package: "dossier-bench",
        profile: "release",
        script: "no-modules",
    };
    let folder = engine.build(project)?;
    let page = folder.join("bench.html");
    std::fs::write(&page, "<!doctype html><title>Bench</title>")
        .with_context(|| format!("cannot write {}", page.display()))?;
    Ok(folder)
}
