//! `bench`: how fast search and marks are, natively and in Chromium, beside other programs; writes
//! the tables of `docs/performance.md`.

mod native;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::edition::Edition;
use crate::module::Module;
use crate::project::Project;
use crate::{measured, shell, terminal, tools};

/// Where the tables are.
const DOCUMENT: &str = "docs/performance.md";

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
    let load = load();
    let mut found = native::measure(project, &speeches)?;
    let bench = Bench {
        folder: project.e2e().join("bench"),
        module: module(project)?,
        edition: edition(project)?,
    };
    bench.install()?;
    let seeds = project.root().join("seeds");
    let naughty = project.shared("data/hostile/blns/blns.json");
    let mut search = vec![speeches.as_path(), &bench.module, &seeds];
    search.extend(naughty.as_deref());
    found += &bench.read("bench.mjs", &search)?;
    found += &bench.read("marks.mjs", &[&bench.edition])?;
    let keys = [&speeches, &bench.module, &bench.edition];
    let keys = keys.map(PathBuf::as_path);
    found += &bench.read("keystrokes.mjs", &keys)?;
    found += &bench.read("merges.mjs", &keys)?;
    let loads = format!(
        "Load of the machine, over one, five and fifteen minutes: {load} before, {} after.",
        self::load()
    );
    found += &measured::section("load", &loads);
    measured::fill(&project.root().join(DOCUMENT), &found)?;
    terminal::say(&format!("the tables of {DOCUMENT} are written"));
    Ok(())
}

/// How busy the machine is, as the system tells it.
fn load() -> String {
    let told = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let averages: Vec<&str> = told.split(' ').take(3).collect();
    averages.join(", ")
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

    /// The sections that a script measures.
    fn read(&self, script: &str, arguments: &[&Path]) -> Result<String> {
        let mut node = Command::new("node");
        node.arg(self.folder.join(script)).args(arguments);
        let sections = shell::read(node.env("CHROMIUM", tools::browsers()?.chromium))?;
        terminal::say(&sections);
        Ok(sections)
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
