//! That WebAssembly and native code recognise the same.

use std::process::Command;

use anyhow::Result;

use crate::project::Project;
use crate::{recogniser, shell, terminal};

/// Compares all mentions in the seeds and, where they lie beside the project, in the speeches.
pub(super) fn same_mentions(project: &Project) -> Result<()> {
    let module = recogniser::module(project)?;
    let native = recogniser::program(project, "dossier-recogniser", "dossier-fingerprints")?;
    let mut files = project.seeds()?;
    match project.shared("data/text/sotu.jsonl") {
        Some(speeches) => files.push(speeches),
        None => terminal::note("only the seeds: ../shared/data/text/sotu.jsonl is not there"),
    }
    shell::run(
        Command::new("node")
            .current_dir(project.root())
            .arg("crates/recogniser/node/same.mjs")
            .arg(module)
            .arg(native)
            .arg(recogniser::MODEL)
            .arg(project.root().join("target/same-in-wasm"))
            .args(files),
    )
}
