//! The folder in which Trunk puts the edition together.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result};

/// Where Trunk tells its hooks that the edition is being put together.
const FOLDER: &str = "TRUNK_STAGING_DIR";
/// Where it tells them how the programs were compiled, and what it says of those to publish.
const PROFILE: (&str, &str) = ("TRUNK_PROFILE", "release");

/// The folder; files in it are named by their path, with slashes.
pub(crate) struct Stage {
    folder: PathBuf,
}

impl Stage {
    /// The one that Trunk names.
    pub(crate) fn of_trunk() -> Result<Self> {
        let folder = env::var_os(FOLDER).map(PathBuf::from);
        let folder = folder.with_context(|| {
            format!("{FOLDER} is not set: this program is run by `trunk build`")
        })?;
        Ok(Self { folder })
    }

    /// A folder of a test.
    #[cfg(test)]
    pub(crate) fn at(folder: &std::path::Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    pub(crate) fn read(&self, file: &str) -> Result<Vec<u8>> {
        fs::read(self.folder.join(file)).with_context(|| format!("{file} cannot be read"))
    }

    pub(crate) fn read_text(&self, file: &str) -> Result<String> {
        fs::read_to_string(self.folder.join(file)).with_context(|| format!("{file} cannot be read"))
    }

    /// Writes a file, with the folders it lies in.
    pub(crate) fn write(&self, file: &str, contents: impl AsRef<[u8]>) -> Result<()> {
        let path = self.folder.join(file);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)
                .with_context(|| format!("{} cannot be made", parent.display()))?;
        }
        fs::write(path, contents).with_context(|| format!("{file} cannot be written"))
    }

    pub(crate) fn remove(&self, file: &str) -> Result<()> {
        fs::remove_file(self.folder.join(file)).with_context(|| format!("{file} cannot be removed"))
    }

    /// Every file, in the order of their names.
    pub(crate) fn files(&self) -> Result<Vec<String>> {
        let mut files = Vec::new();
        self.list("", &mut files)?;
        files.sort();
        Ok(files)
    }

    fn list(&self, within: &str, files: &mut Vec<String>) -> Result<()> {
        let folder = self.folder.join(within);
        let unreadable = || format!("{} cannot be read", folder.display());
        for entry in fs::read_dir(&folder).with_context(unreadable)? {
            let entry = entry.with_context(unreadable)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if within.is_empty() {
                name
            } else {
                format!("{within}/{name}")
            };
            if entry.file_type().with_context(unreadable)?.is_dir() {
                self.list(&path, files)?;
            } else {
                files.push(path);
            }
        }
        Ok(())
    }

    /// The only file whose name starts and ends so.
    pub(crate) fn file_named(&self, start: &str, end: &str) -> Result<String> {
        let files = self.files()?;
        let mut named = files
            .into_iter()
            .filter(|file| file.starts_with(start) && file.ends_with(end));
        named
            .next()
            .with_context(|| format!("Trunk made no file named {start}…{end}"))
    }

    /// Whether the edition is to be published, and not only to be looked at.
    pub(crate) fn is_released(&self) -> bool {
        let (variable, released) = PROFILE;
        env::var(variable).is_ok_and(|profile| profile == released)
    }
}
