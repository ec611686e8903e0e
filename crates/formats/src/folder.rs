//! A folder on the disk, as a publisher keeps it.

use std::path::Path;
use std::{fs, io};

use dossier_engine::corpus::{Seed, is_litter};
use dossier_engine::document::{Fault, Problem};

/// Bytes of the largest file that is read: archives and tables may be larger than a document.
const LARGEST: u64 = 512 << 20;

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
            Err(error) => self.tell(prefix.trim_end_matches('/').into(), unreadable(&error)),
        }
    }

    fn take(&mut self, entry: &fs::DirEntry, prefix: &str) {
        let file = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if is_litter(&file) {
            return;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            return self.look_into(&entry.path(), &format!("{file}/"));
        }
        match contents(&entry.path()) {
            Ok(bytes) => self.seeds.push(Seed { file, bytes }),
            Err(fault) => self.tell(file, fault),
        }
    }

    fn tell(&mut self, file: String, fault: Fault) {
        self.problems.push(Problem {
            file,
            place: None,
            fault,
        });
    }
}

/// What is in a file. What is none is not opened: a link to a folder may lead back to where it
/// stands, and what another program is to write into may never end.
fn contents(path: &Path) -> Result<Vec<u8>, Fault> {
    let known = fs::metadata(path).map_err(|error| unreadable(&error))?;
    match known.len() {
        _ if known.is_dir() => Err(Fault::Unreadable("it is a link to a folder".into())),
        _ if !known.is_file() => Err(Fault::Unreadable("it is no file with text in it".into())),
        size if size > LARGEST => Err(Fault::TooMuch(format!("{} MiB", LARGEST >> 20))),
        _ => fs::read(path).map_err(|error| unreadable(&error)),
    }
}

/// The fault without the number that the system has for it.
fn unreadable(error: &io::Error) -> Fault {
    let said = error.to_string();
    let said = said.split(" (os error").next().unwrap_or_default();
    Fault::Unreadable(said.to_lowercase())
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn what_is_no_file_is_told_and_leaves_the_others_unharmed() {
        let folder = std::env::temp_dir().join(format!("dossier-folder-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("may")).unwrap();
        fs::write(folder.join("may/7.txt"), "It rained.").unwrap();
        symlink(".", folder.join("loop")).unwrap();
        symlink("nowhere", folder.join("lost.txt")).unwrap();
        symlink("/dev/zero", folder.join("endless.txt")).unwrap();
        let found = Found::in_folder(&folder);
        fs::remove_dir_all(&folder).unwrap();
        let files: Vec<&str> = found.seeds.iter().map(|seed| seed.file.as_str()).collect();
        assert_eq!(files, ["may/7.txt"]);
        let mut told: Vec<String> = found.problems.iter().map(Problem::to_string).collect();
        told.sort();
        let expected = [
            "endless.txt: the file cannot be read: it is no file with text in it",
            "loop: the file cannot be read: it is a link to a folder",
            "lost.txt: the file cannot be read: no such file or directory",
        ];
        assert_eq!(told, expected);
    }
}
