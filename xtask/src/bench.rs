//! `bench`: how fast search and marks are, natively and in Chromium beside other libraries.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::edition::Edition;
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
    let bench = Bench {
        folder: project.e2e().join("bench"),
        module: module(project)?,
        edition: edition(project)?,
    };
    bench.install()?;
    terminal::heading("search in Chromium", "beside other libraries, as tables");
    bench.run("bench.mjs", &[&speeches, &bench.module])?;
    terminal::heading("marks in Chromium", "a megabyte with five thousand of them");
    bench.run("marks.mjs", &[&bench.edition])?;
    terminal::heading("keys in Chromium", "from what is typed to what is painted");
    bench.run(
        "keystrokes.mjs",
        &[&speeches, &bench.module, &bench.edition],
    )
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

/// What is measured in Chromium.
struct Bench {
    /// Where its scripts and the other libraries are.
    folder: PathBuf,
    /// Where the engine's module is.
    module: PathBuf,
    /// An edition with a long text.
    edition: PathBuf,
}

impl Bench {
    fn install(&self) -> Result<()> {
        let mut npm = Command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        shell::run_with_retries(npm.current_dir(&self.folder))
    }

    fn run(&self, script: &str, arguments: &[&Path]) -> Result<()> {
        let mut node = Command::new("node");
        node.arg(self.folder.join(script)).args(arguments);
        shell::run(node.env("CHROMIUM", tools::browsers()?.chromium))
    }
}

/// Builds an edition of a text of a megabyte, as it would be published, and says where it is.
fn edition(project: &Project) -> Result<PathBuf> {
    let folder = project.root().join("target/bench");
    let seeds = folder.join("long-seeds");
    let mut node = Command::new("node");
    node.arg(project.e2e().join("bench/long-text.mjs"));
    shell::run(node.arg(&seeds))?;
    let edition = Edition {
        seeds: Some(seeds),
        dist: folder.join("long-dist"),
        ..Edition::of(project)
    };
    edition.build(project)?;
    Ok(edition.dist)
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
