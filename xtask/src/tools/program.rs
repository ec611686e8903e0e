//! Programs of the system that tests need.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::debian;

/// A program under any of its names, and the Debian package that has it. The variable names one
/// that lies elsewhere.
pub(super) struct Program {
    pub(super) variable: &'static str,
    pub(super) names: &'static [&'static str],
    pub(super) package: &'static str,
}

/// Installs those that are missing, where that is allowed; `why` says what they are for.
pub(super) fn ensure_all(programs: &[&Program], why: &str) -> Result<()> {
    let missing = programs.iter().filter(|program| program.find().is_none());
    let packages = missing.map(|program| program.package).collect::<Vec<_>>();
    if packages.is_empty() {
        return Ok(());
    }
    debian::install(&packages, why)
}

impl Program {
    pub(super) fn find(&self) -> Option<PathBuf> {
        let named = std::env::var_os(self.variable).map(PathBuf::from);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::env::split_paths(&path).collect::<Vec<_>>();
        // Joining an absolute name gives that name.
        let usual = self
            .names
            .iter()
            .flat_map(|name| folders.iter().map(move |f| f.join(name)));
        named
            .into_iter()
            .chain(usual)
            .find(|program| program.is_file())
    }

    pub(super) fn found(&self) -> Result<PathBuf> {
        self.find().with_context(|| {
            format!(
                "{} was installed but is not on PATH; set {} to it",
                self.package, self.variable
            )
        })
    }
}
