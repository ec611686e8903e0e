//! `build`: the edition to publish.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use lexopt::prelude::*;

use crate::project::Project;
use crate::{shell, size, terminal, tools};

/// What goes into an edition, and where it goes.
pub(crate) struct Edition {
    /// The folder of documents; `None` is the project's own.
    pub(crate) seeds: Option<PathBuf>,
    pub(crate) dist: PathBuf,
    /// The address the edition will be served under; `None` suits every one.
    pub(crate) public_url: Option<String>,
    pub(crate) finish: Finish,
    pub(crate) one_file: OneFile,
}

/// What the edition in one file holds besides what every reader needs.
#[derive(PartialEq)]
pub(crate) enum OneFile {
    Plain,
    /// What reads documents of a reader's own.
    WithRecogniser,
}

/// How an edition is compiled.
#[derive(PartialEq)]
pub(crate) enum Finish {
    /// Small and fast, as it is published.
    Release,
    /// Soon ready, and with its checks on: an overflow panics.
    Checked,
}

/// The chore: builds an edition and says how large it is.
pub(crate) fn run(project: &Project, mut arguments: lexopt::Parser) -> Result<()> {
    let mut edition = Edition::of(project);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("seeds") => edition.seeds = Some(folder_of_seeds(arguments.value()?.as_ref())?),
            Long("dist") => edition.dist = std::path::absolute(arguments.value()?)?,
            Long("with-recogniser") => edition.one_file = OneFile::WithRecogniser,
            Long("public-url") => edition.public_url = Some(arguments.value()?.string()?),
            other => bail!(other.unexpected()),
        }
    }
    let start = Instant::now();
    edition.build(project)?;
    size::report(project, &edition.dist)?;
    terminal::success(
        &format!("the edition is in {}", edition.dist.display()),
        start.elapsed(),
    );
    Ok(())
}

impl Edition {
    /// The project's own documents, into `dist/`.
    pub(crate) fn of(project: &Project) -> Self {
        Self {
            seeds: None,
            dist: project.dist(),
            public_url: None,
            finish: Finish::Release,
            one_file: OneFile::Plain,
        }
    }

    /// Installs what is missing and builds.
    pub(crate) fn build(&self, project: &Project) -> Result<()> {
        let tools = tools::for_the_page(project)?;
        let mut trunk = tools.trunk(project);
        trunk.args(["build", "--locked", "--dist"]).arg(&self.dist);
        self.finish.ask_for(&mut trunk);
        if let Some(url) = &self.public_url {
            trunk.args(["--public-url", url]);
        }
        if self.one_file == OneFile::WithRecogniser {
            trunk.env("DOSSIER_ONE_FILE", "with-recogniser");
        }
        shell::run(with_seeds(&mut trunk, self.seeds.as_deref()))
    }
}

impl Finish {
    /// Has trunk compile so.
    pub(crate) fn ask_for(&self, trunk: &mut Command) {
        if *self == Self::Release {
            link_own_standard_library(trunk.arg("--release"));
        }
    }
}

/// Links the page's programs with a standard library built for size, in which a panic is one
/// instruction: a tenth of the download (`docs/decisions/0012-own-standard-library.md`). Cargo
/// calls the means unstable; the pinned compiler makes them the same everywhere. Trunk's hook
/// takes `RUSTC_BOOTSTRAP` back for what it runs here.
fn link_own_standard_library(trunk: &mut Command) {
    trunk
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "-Zunstable-options -Cpanic=immediate-abort",
        );
}

/// Tells the build which documents to take; the corpus crate reads the variable.
pub(crate) fn with_seeds<'a>(command: &'a mut Command, seeds: Option<&Path>) -> &'a mut Command {
    match seeds {
        Some(folder) => command.env("DOSSIER_SEEDS", folder),
        None => command,
    }
}

/// The folder as an absolute path, since the build runs elsewhere.
pub(crate) fn folder_of_seeds(typed: &Path) -> Result<PathBuf> {
    let folder = typed
        .canonicalize()
        .with_context(|| format!("there is no folder {}", typed.display()))?;
    ensure!(
        folder.is_dir(),
        "{} is not a folder of documents",
        typed.display()
    );
    Ok(folder)
}
