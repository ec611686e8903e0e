//! Search natively, beside tantivy: each program adds a row to the tables of the corpora.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::{measured, shell, terminal};

/// The corpora, as `dossier-bench` calls their folders.
const CORPORA: [&str; 3] = ["seeds", "whole", "cut"];

/// The sections that are measured natively.
pub(super) fn measure(project: &Project, speeches: &Path) -> Result<String> {
    let root = project.root();
    let folder = root.join("target/bench/native");
    std::fs::create_dir_all(&folder)?;
    let mut ours = ["run", "--locked", "--quiet", "--profile", "tool"].to_vec();
    ours.extend(["--package", "dossier-bench", "--"]);
    shell::run(program(root, &ours).arg(&folder).arg("seeds").arg(speeches))?;
    let mut theirs = ["run", "--locked", "--quiet", "--release"].to_vec();
    theirs.extend(["--manifest-path", "crates/bench/tantivy/Cargo.toml"]);
    theirs.extend(["--target-dir", "target/bench-tantivy", "--"]);
    if let Err(error) = shell::run(program(root, &theirs).arg(&folder)) {
        terminal::note(&format!("tantivy is left out: {error:#}"));
    }
    let table = |name: &str, file: &str| -> Result<String> {
        let file = folder.join(file);
        let table = std::fs::read_to_string(&file);
        let table = table.with_context(|| format!("nothing in {}", file.display()))?;
        Ok(measured::section(name, &table))
    };
    let mut found = table("native", "steps.md")? + &table("files", "files.md")?;
    for corpus in CORPORA {
        found += &table(&format!("native {corpus}"), &format!("{corpus}/table.md"))?;
    }
    Ok(found)
}

fn program(root: &Path, arguments: &[&str]) -> Command {
    let mut cargo = shell::cargo();
    cargo.current_dir(root).args(arguments);
    cargo
}
