//! The Rust side of the tools: the wasm target, and versions fixed by `Cargo.lock`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::{shell, terminal};

const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target through rustup if the toolchain lacks it.
pub(super) fn ensure_wasm_target(project: &Project) -> Result<()> {
    let mut ask = Command::new("rustc");
    ask.current_dir(project.root())
        .args(["--print", "target-libdir", "--target", WASM]);
    if Path::new(&shell::read(&mut ask)?).is_dir() {
        return Ok(());
    }
    terminal::note(&format!("the toolchain has no {WASM}: adding it"));
    let mut add = Command::new("rustup");
    shell::run_with_retries(
        add.current_dir(project.root())
            .args(["target", "add", WASM]),
    )
}

/// The version `Cargo.lock` holds a package at.
pub(super) fn locked_version(project: &Project, package: &str) -> Result<String> {
    let path = project.root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    find_version(&lock, package)
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock names no package `{package}`"))
}

fn find_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::find_version;

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen-macro"
version = "0.2.1"

[[package]]
name = "wasm-bindgen"
version = "0.2.129"
"#;

    #[test]
    fn a_version_is_that_of_the_whole_name() {
        assert_eq!(find_version(LOCK, "wasm-bindgen"), Some("0.2.129"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_none() {
        assert_eq!(find_version(LOCK, "wasm"), None);
    }
}
