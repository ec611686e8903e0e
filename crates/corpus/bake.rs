//! Baking: a folder of seeds becomes an image, or a list of all that is wrong with it.

use std::path::Path;
use std::{fs, io};

use dossier_engine::corpus::{self, Seed};
use dossier_engine::document::{Fault, Problem};
use dossier_engine::mention::tagger::Model;

/// What the tagger has learnt: it helps here, so that no reader's machine has to hold it.
const MODEL: &[u8] = include_bytes!("../engine/model/english.tagger");

/// Takes a folder through the engine. Sub-folders are part of it; litter that systems leave
/// behind is not. Fails with a message for each problem, on one line: file, place, what is
/// wrong, remedy.
pub(crate) fn bake(folder: &Path) -> Result<Vec<u8>, Vec<String>> {
    let mut found = Found::default();
    found.look_into(folder, "");
    let model = Model::open(MODEL).map_err(|damaged| vec![damaged.to_string()])?;
    match (corpus::gather(found.seeds, Some(&model)), found.problems) {
        (Ok(corpus), unread) if unread.is_empty() => Ok(corpus::pack(&corpus)),
        (gathered, mut problems) => {
            let unusable = gathered.err().unwrap_or_default();
            // A folder that cannot be opened is not an empty folder.
            let missing = !problems.is_empty();
            let known = |p: &Problem| missing && p.fault == Fault::NoDocuments;
            problems.extend(unusable.into_iter().filter(|p| !known(p)));
            problems.sort_by(|a, b| a.file.cmp(&b.file));
            Err(problems.iter().map(|p| message(folder, p)).collect())
        }
    }
}

#[derive(Default)]
struct Found {
    seeds: Vec<Seed>,
    problems: Vec<Problem>,
}

impl Found {
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
        if corpus::is_litter(&file) {
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

fn message(folder: &Path, problem: &Problem) -> String {
    let place = folder.join(&problem.file);
    let told = problem.told_of(&place.display().to_string());
    format!("{told}. {}", problem.fault.remedy()).replace(['\n', '\r'], " ")
}
