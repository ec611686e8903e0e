//! `fuzz`: looks for inputs that break what must hold of any, by following which ways the code takes.
//!
//! The tests of `crates/fuzz` are built with libFuzzer, whose counters the pinned compiler can put in;
//! only sanitizers would want another one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use lexopt::prelude::*;

use crate::project::Project;
use crate::{shell, terminal};

/// Where the inputs of each test are kept, from the project's root.
const KEPT: &str = "crates/fuzz/tests/__fuzz__";

/// Minutes, where none are given.
const MINUTES: u64 = 10;

/// Seconds that one input may take, and megabytes that all may.
const LIMITS: &str = "-timeout=10 -rss_limit_mb=2048";

/// Has the compiler count which ways the code takes.
const COUNTED: &[&str] = &[
    "--cfg fuzzing",
    "--cfg fuzzing_libfuzzer",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// The chore.
pub(crate) fn run(project: &Project, mut arguments: lexopt::Parser) -> Result<()> {
    let (mut name, mut minutes) = (None, MINUTES);
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(typed) if name.is_none() => name = Some(typed.string()?),
            Value(typed) => minutes = typed.parse()?,
            other => bail!(other.unexpected()),
        }
    }
    let name = name.context("name a test of crates/fuzz, say any_file")?;
    let inputs = Inputs::of(project, &name)?;
    terminal::heading(&name, "Ctrl-C ends it");
    shell::run(counted(project).arg("--no-run"))?;
    let mut look = counted(project);
    look.args(["--", "--exact", &name, "--nocapture"])
        .env("BOLERO_LIBFUZZER_ARGS", inputs.arguments(minutes));
    shell::run(&mut look).with_context(|| {
        format!(
            "what broke it is in {}; `cargo test -p dossier-fuzz` says how",
            inputs.broke.display()
        )
    })
}

/// The tests, with counters in their code and in that of the libraries they use.
fn counted(project: &Project) -> Command {
    let mut cargo = shell::cargo();
    cargo
        .current_dir(project.root())
        .args([
            "test",
            "--locked",
            "--quiet",
            "--package",
            "dossier-fuzz",
            "--test",
            "any_input",
        ])
        // A target of its own leaves programs that only run here, such as macros, as they are.
        .args(["--target", "host-tuple", "--target-dir", "target/fuzz"])
        .env("RUSTFLAGS", COUNTED.join(" "))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
    cargo
}

/// The folders of a test's inputs.
struct Inputs {
    /// Those that took a new way, found here.
    found: PathBuf,
    /// Those that came with the project.
    kept: PathBuf,
    /// Those that broke what must hold; the test takes them too from now on.
    broke: PathBuf,
}

impl Inputs {
    fn of(project: &Project, name: &str) -> Result<Self> {
        let test = project.root().join(KEPT).join(name);
        let kept = test.join("corpus");
        ensure!(kept.is_dir(), "no test of crates/fuzz is called `{name}`");
        let inputs = Self {
            found: project.root().join("target/fuzz/found").join(name),
            kept,
            broke: test.join("crashes"),
        };
        for folder in [&inputs.found, &inputs.broke] {
            fs::create_dir_all(folder)?;
        }
        Ok(inputs)
    }

    fn arguments(&self, minutes: u64) -> String {
        let folder = |path: &Path| path.display().to_string();
        let seconds = minutes * 60;
        format!(
            "{} {} -artifact_prefix={}/ -max_total_time={seconds} {LIMITS}",
            folder(&self.found),
            folder(&self.kept),
            folder(&self.broke),
        )
    }
}
