//! Checks of what we depend on, by cargo-deny and `deny.toml`.

use std::path::{Path, PathBuf};
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
    if !advisory_databases().is_some_and(|folder| holds_a_database(&folder)) {
        return Ok(Verdict::Skipped(
            "no advisory database on this machine; `cargo deny fetch` gets one".into(),
        ));
    }
    check(project, &["advisories"]).map(|()| Verdict::Passed)
}

fn check(project: &Project, what: &[&str]) -> Result<()> {
    fetch_all(project)?;
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

/// cargo-deny looks at what any machine would build, and so into packages that this one never
/// needed.
fn fetch_all(project: &Project) -> Result<()> {
    let mut fetch = shell::cargo();
    fetch.current_dir(project.root());
    shell::run_with_retries(fetch.args(["fetch", "--locked", "--quiet"]))
}

/// A folder alone says nothing: every run of cargo-deny leaves one, with its lock in it.
fn holds_a_database(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|entries| {
        entries
            .filter_map(Result::ok)
            .any(|entry| entry.path().join(".git").exists())
    })
}

/// Where cargo-deny keeps the databases it fetched.
fn advisory_databases() -> Option<PathBuf> {
    Some(PathBuf::from(std::env::var_os("CARGO_HOME")?).join("advisory-dbs"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_nothing_but_a_lock_holds_no_database() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        std::fs::write(folder.path().join("db.lock"), "").expect("a lock");
        assert!(!holds_a_database(folder.path()));
    }

    #[test]
    fn a_folder_with_a_repository_in_it_holds_a_database() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        std::fs::create_dir_all(folder.path().join("advisory-db-1/.git")).expect("a repository");
        assert!(holds_a_database(folder.path()));
    }
}
