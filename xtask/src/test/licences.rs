//! Checks of what we depend on, by cargo-deny and `deny.toml`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::Verdict;
use crate::project::Project;
use crate::{shell, tools};

/// Licences, doubled or banned packages, and sources. Needs no network.
pub(super) fn allowed(project: &Project) -> Result<()> {
    check(project, &["licenses", "bans", "sources"])
}

/// Known weaknesses, where a database of them lies on this machine; none is fetched.
pub(super) fn no_known_weakness(project: &Project) -> Result<Verdict> {
    if !advisory_databases().is_some_and(|folder| folder.is_dir()) {
        return Ok(Verdict::Skipped(
            "no advisory database on this machine; `cargo deny fetch` gets one".into(),
        ));
    }
    check(project, &["advisories"]).map(|()| Verdict::Passed)
}

fn check(project: &Project, what: &[&str]) -> Result<()> {
    let mut deny = Command::new(tools::cargo_deny()?);
    deny.current_dir(project.root())
        .args([
            "--offline",
            "--locked",
            "--workspace",
            "check",
            "--hide-inclusion-graph",
        ])
        .args(what);
    shell::run(&mut deny)
}

/// Where cargo-deny keeps the databases it fetched.
fn advisory_databases() -> Option<PathBuf> {
    Some(PathBuf::from(std::env::var_os("CARGO_HOME")?).join("advisory-dbs"))
}
