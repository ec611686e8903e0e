//! The recogniser as a WebAssembly module, and natively, for checks and measurements.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::project::Project;
use crate::{shell, tools};

/// The model, from the project's root.
pub(crate) const MODEL: &str = "crates/engine/model/english.tagger";

/// Builds the module for JavaScript and says which folder its two files are in.
pub(crate) fn module(project: &Project) -> Result<PathBuf> {
    let wasm_bindgen = tools::wasm_bindgen_program(project)?;
    tools::wasm_target(project)?;
    shell::run(shell::cargo().current_dir(project.root()).args([
        "build",
        "--locked",
        "--quiet",
        "--profile",
        "recogniser",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        "dossier-recogniser",
        "--lib",
    ]))?;
    let folder = project.root().join("target/recogniser-module");
    let built = "target/wasm32-unknown-unknown/recogniser/dossier_recogniser.wasm";
    shell::run(
        Command::new(wasm_bindgen)
            .current_dir(project.root())
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(&folder)
            .arg(built),
    )?;
    Ok(folder)
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
