//! Node, and the npm packages of `package-lock.json`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::debian;
use crate::project::Project;
use crate::{shell, terminal};

/// The oldest Node that has its test runner; Debian 12 has this one.
const OLDEST: u32 = 18;

/// Installs the packages if the lockfile changed since they were, and says where their programs are.
pub(super) fn ensure_packages(project: &Project) -> Result<PathBuf> {
    ensure_node()?;
    let modules = project.root().join("node_modules");
    let lock = read(&project.root().join("package-lock.json"))?;
    // A copy of the lockfile, written last: if it is there and the same, so is all the rest.
    let installed = modules.join(".installed-lock.json");
    if !fs::read_to_string(&installed).is_ok_and(|copy| copy == lock) {
        terminal::note(
            "npm packages are missing or out of date: installing them into node_modules",
        );
        let mut npm = Command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        shell::run_with_retries(npm.current_dir(project.root()))?;
        fs::write(&installed, lock)
            .with_context(|| format!("cannot write {}", installed.display()))?;
    }
    Ok(modules.join(".bin"))
}

fn ensure_node() -> Result<()> {
    if node_version().is_none() || !shell::succeeds(Command::new("npm").arg("--version")) {
        debian::install(&["nodejs", "npm"], "Node and npm are missing")?;
    }
    let version = node_version().context("Node was installed but does not start")?;
    ensure!(
        version >= OLDEST,
        "Node {version} is too old: {OLDEST} or later is needed"
    );
    Ok(())
}

/// The first number of Node's version.
fn node_version() -> Option<u32> {
    let answer = shell::read(Command::new("node").arg("--version")).ok()?;
    answer.strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
