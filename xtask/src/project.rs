//! Where things lie in this repository.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The repository this xtask was built from.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    pub(crate) fn here() -> Self {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = xtask.parent().unwrap_or(xtask).to_path_buf();
        Self { root }
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
