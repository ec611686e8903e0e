//! The recogniser as a WebAssembly module, and natively, for checks and measurements.

use std::path::PathBuf;

use anyhow::Result;

use crate::module::Module;
use crate::project::Project;
use crate::shell;

/// The model, from the project's root.
pub(crate) const MODEL: &str = "crates/engine/model/english.tagger";

/// Builds the module for JavaScript and says which folder its two files are in.
pub(crate) fn module(project: &Project) -> Result<PathBuf> {
    let recogniser = Module {
        package: "dossier-recogniser",
        profile: "recogniser",
        script: "web",
    };
    recogniser.build(project)
}

/// Builds a native program of a package, fast code, and says where it is.
pub(crate) fn program(project: &Project, package: &str, name: &str) -> Result<PathBuf> {
    shell::run(shell::cargo().current_dir(project.root()).args([
        "build",
        "--locked",
        "--quiet",
        "--profile",
        "tool",
        "--package",
        package,
        "--bin",
        name,
    ]))?;
    Ok(project.root().join("target/tool").join(name))
}
