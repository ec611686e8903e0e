//! Baking: a folder of seeds becomes an image, or a list of all that is wrong with it.

use std::path::Path;

use dossier_engine::corpus;
use dossier_engine::document::{Fault, Problem};
use dossier_engine::mention::tagger::Model;
use dossier_formats::folder::Found;

/// What the tagger has learnt: it helps here, so that no reader's machine has to hold it.
const MODEL: &[u8] = include_bytes!("../engine/model/english.tagger");

/// An image, and what the publisher should know about it: messages as those that stop a build.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Baked {
    pub(crate) image: Vec<u8>,
    pub(crate) remarks: Vec<String>,
}

/// Takes a folder through the engine. Sub-folders are part of it; litter that systems leave
/// behind is not. Fails with a message for each problem, on one line: file, place, what is
/// wrong, remedy.
pub(crate) fn bake(folder: &Path) -> Result<Baked, Vec<String>> {
    let found = Found::in_folder(folder);
    let model = Model::open(MODEL).map_err(|damaged| vec![damaged.to_string()])?;
    match (
        corpus::gather(found.seeds, dossier_formats::read, Some(&model)),
        found.problems,
    ) {
        (Ok(gathered), unread) if unread.is_empty() => Ok(Baked {
            image: corpus::pack(&gathered.corpus),
            remarks: gathered
                .remarks
                .iter()
                .map(|p| message(folder, p))
                .collect(),
        }),
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

fn message(folder: &Path, problem: &Problem) -> String {
    let place = folder.join(&problem.file);
    let told = problem.told_of(&place.display().to_string());
    format!("{told}. {}", problem.fault.remedy()).replace(['\n', '\r'], " ")
}
