//! Where things lie in this repository.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::shell;

/// The repository this xtask was built from, or a copy of it.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    pub(crate) fn here() -> Self {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = xtask.parent().unwrap_or(xtask).to_path_buf();
        Self { root }
    }

    /// A copy of the repository's files.
    pub(crate) fn at(root: PathBuf) -> Self {
        Self { root }
    }

    /// Paths from the root, with `/` between folders, of every file that git knows or would take;
    /// what git ignores is no concern of ours.
    pub(crate) fn files(&self) -> Result<Vec<String>> {
        let listed = shell::read(
            Command::new("git")
                .current_dir(&self.root)
                .args(["-c", "core.quotepath=off", "ls-files"])
                .args(["--cached", "--others", "--exclude-standard"]),
        )?;
        let is_there = |path: &&str| self.root.join(path).is_file();
        Ok(listed.lines().filter(is_there).map(str::to_owned).collect())
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The edition to publish, as `build` leaves it.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The browser journeys and their harness.
    pub(crate) fn e2e(&self) -> PathBuf {
        self.root.join("e2e")
    }

    /// The documents the project comes with, in order of name.
    pub(crate) fn seeds(&self) -> Result<Vec<PathBuf>> {
        let folder = self.root.join("seeds");
        let entries = std::fs::read_dir(&folder)
            .with_context(|| format!("cannot read {}", folder.display()))?;
        let mut files = entries
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<Vec<_>>>()?;
        files.retain(|file| file.extension().is_none_or(|extension| extension != "toml"));
        files.sort();
        Ok(files)
    }

    /// Test data that is not part of the project, if it lies beside it: `../shared/NAME`.
    pub(crate) fn shared(&self, name: &str) -> Option<PathBuf> {
        let path = self.root.parent()?.join("shared").join(name);
        path.exists().then_some(path)
    }
}
