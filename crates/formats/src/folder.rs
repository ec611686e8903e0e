//! A folder on the disk, as a publisher keeps it.

use std::path::Path;
use std::{fs, io};

use dossier_engine::corpus::{Seed, is_litter};
use dossier_engine::document::{Fault, Problem};

/// What was found in a folder.
#[derive(Debug, Default)]
pub struct Found {
    /// Its files, those of its sub-folders among them.
    pub seeds: Vec<Seed>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

impl Found {
    /// Reads a folder with its sub-folders, but for the litter that systems leave behind.
    pub fn in_folder(folder: &Path) -> Self {
        let mut found = Self::default();
        found.look_into(folder, "");
        found.seeds.sort_by(|a, b| a.file.cmp(&b.file));
        found
    }

    /// Takes in a folder whose files' names begin with `prefix`.
    fn look_into(&mut self, folder: &Path, prefix: &str) {
        let entries: io::Result<Vec<fs::DirEntry>> =
            fs::read_dir(folder).and_then(Iterator::collect);
        match entries {
            Ok(entries) => entries.iter().for_each(|entry| self.take(entry, prefix)),
            Err(error) => self.tell(prefix.trim_end_matches('/').into(), &error),
        }
    }

    fn take(&mut self, entry: &fs::DirEntry, prefix: &str) {
        let file = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if is_litter(&file) {
            return;
        }
        // A link to a folder is not followed: it may lead back to where it stands.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            return self.look_into(&entry.path(), &format!("{file}/"));
        }
        match fs::read(entry.path()) {
            Ok(bytes) => self.seeds.push(Seed { file, bytes }),
            Err(error) => self.tell(file, &error),
        }
    }

    fn tell(&mut self, file: String, error: &io::Error) {
        self.problems.push(Problem {
            file,
            place: None,
            fault: Fault::Unreadable(error.to_string()),
        });
    }
}
