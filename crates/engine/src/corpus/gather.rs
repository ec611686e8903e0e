//! From files to a corpus: each read, recognised and resolved, with all that its publisher should know.

use super::{Corpus, SETTINGS_FILE, Settings, repeated_slugs};
use crate::decision::Misfit;
use crate::document::{self, Document, Fault, Place, Problem};
use crate::entity::Roll;
use crate::mention::tagger::Model;

/// A file that a publisher or a reader supplies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed {
    /// Its name with extension; folders, where there are any, with `/` between.
    pub file: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Reads a file, by its name and bytes: one document or several, each or why not.
pub type Reader = fn(&str, &[u8]) -> Vec<Result<Document, Problem>>;

/// A corpus, and what its publisher should know about it.
#[derive(Debug)]
pub struct Gathered {
    /// The corpus.
    pub corpus: Corpus,
    /// Decisions that do not fit the documents. All else holds without them.
    pub remarks: Vec<Problem>,
}

/// Makes a corpus of seeds, each read by `read`; one of them may be `dossier.toml`. If any cannot be used, all
/// problems of all of them are told at once, in the order of the files. With a model, what was learnt
/// helps to recognise what they mention.
pub fn gather(
    mut seeds: Vec<Seed>,
    read: Reader,
    model: Option<&Model>,
) -> Result<Gathered, Vec<Problem>> {
    seeds.sort_by(|a, b| a.file.cmp(&b.file));
    let (settings, seeds): (Vec<Seed>, Vec<Seed>) = seeds
        .into_iter()
        .partition(|seed| seed.file == SETTINGS_FILE);
    let (settings, mut problems) = read_settings(settings.first());

    let mut documents = Vec::with_capacity(seeds.len());
    for read in seeds.iter().flat_map(|seed| read(&seed.file, &seed.bytes)) {
        match read {
            Ok(document) => documents.push(document),
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(repeated_slugs(&documents));
    let files = seeds.iter().map(|seed| seed.file.as_str());
    let rows = documents.iter().map(|document| document.file.as_str());
    problems.extend(settings.strangers(files.chain(rows)));
    if seeds.is_empty() {
        problems.push(Problem {
            file: String::new(),
            place: None,
            fault: Fault::NoDocuments,
        });
    }
    if problems.is_empty() {
        settings.declare(&mut documents);
        let (places, decisions): (Vec<Place>, _) = settings.decisions.into_iter().unzip();
        let mut corpus = Corpus::build(settings.about, documents, model);
        corpus.decisions = decisions;
        let remarks = misfits(&corpus, &places);
        Ok(Gathered { corpus, remarks })
    } else {
        problems.sort_by(|a, b| a.file.cmp(&b.file));
        Err(problems)
    }
}

/// A problem for each of the publisher's decisions that does not fit; `places` says where in the
/// settings each stands.
pub fn misfits(corpus: &Corpus, places: &[Place]) -> Vec<Problem> {
    if corpus.decisions.is_empty() {
        return Vec::new();
    }
    let ledger = corpus.decide(&Roll::of(&corpus.entities), &[]).ledger;
    let problem = |(at, misfit): (usize, &Misfit)| Problem {
        file: SETTINGS_FILE.into(),
        place: places.get(at).copied(),
        fault: Fault::NoDecision {
            says: format!(
                "the decision that {} does not fit: {misfit}",
                corpus.decisions[at]
            ),
            remedy: misfit.remedy().into(),
        },
    };
    ledger.misfits().map(problem).collect()
}

fn read_settings(seed: Option<&Seed>) -> (Settings, Vec<Problem>) {
    let Some(seed) = seed else {
        return Settings::parse("");
    };
    match document::decode(&seed.file, &seed.bytes) {
        Ok(text) => Settings::parse(text),
        Err(problem) => (Settings::default(), vec![problem]),
    }
}

/// Whether a file of this name is litter that systems and editors leave in a folder, and no seed.
pub fn is_litter(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    let left_behind = ["Thumbs.db", "desktop.ini", "Icon\r"];
    name.starts_with(['.', '~']) || name.ends_with('~') || left_behind.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seeds(files: &[(&str, &[u8])]) -> Vec<Seed> {
        let seed = |&(file, bytes): &(&str, &[u8])| Seed {
            file: file.into(),
            bytes: bytes.into(),
        };
        files.iter().map(seed).collect()
    }

    fn plain(file: &str, bytes: &[u8]) -> Vec<Result<Document, Problem>> {
        vec![document::read(file, bytes)]
    }

    fn told(files: &[(&str, &[u8])]) -> Vec<String> {
        let problems = gather(seeds(files), plain, None).expect_err("something is wrong");
        problems.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn seeds_and_settings_become_a_corpus() {
        let corpus = gather(
            seeds(&[
                ("b.txt", b"It stopped."),
                (
                    "dossier.toml",
                    b"title = 'Rain'\n[documents.a]\nauthor = 'Ada'\n",
                ),
                ("a.txt", b"It rained."),
            ]),
            plain,
            None,
        )
        .unwrap()
        .corpus;
        assert_eq!(corpus.about.title, "Rain");
        let files: Vec<&str> = corpus.documents.iter().map(|d| d.file.as_str()).collect();
        assert_eq!(files, ["a.txt", "b.txt"]);
        let author = corpus.documents[0].facts.author.as_ref().unwrap();
        assert_eq!(author.value, "Ada");
    }

    #[test]
    fn settings_may_be_missing_or_empty() {
        assert!(gather(seeds(&[("a.txt", b"It rained.")]), plain, None).is_ok());
        assert!(
            gather(
                seeds(&[("a.txt", b"It rained."), ("dossier.toml", b"\n")]),
                plain,
                None
            )
            .is_ok()
        );
    }

    #[test]
    fn every_bad_seed_is_told_at_once() {
        let expected = [
            "a.txt: the file has no text in it",
            "b.txt, line 1 (byte 3): the byte 0xE9 cannot stand here in UTF-8",
            "c.md: its address would be the same as that of C.txt",
            "d.txt: the file is not text but a picture",
            "dossier.toml, line 1 (byte 0): there is no key `tilte`",
            "dossier.toml, line 3 (byte 27): no document is called `z`",
            "e.txt, line 2 (byte 1): the file is not text",
        ];
        let told = told(&[
            ("a.txt", b" \n"),
            ("b.txt", b"caf\xe9"),
            ("C.txt", b"It rained."),
            ("c.md", b"It stopped."),
            ("d.txt", b"\x89PNG\r\n"),
            ("e.txt", b"\n\0"),
            (
                "dossier.toml",
                b"tilte = 'Rain'\n\n[documents.z]\n[documents.a]\n",
            ),
        ]);
        assert_eq!(told, expected);
    }

    #[test]
    fn settings_in_another_encoding_are_told() {
        let told = told(&[
            ("a.txt", b"It rained."),
            ("dossier.toml", b"title = 'caf\xe9'"),
        ]);
        let expected = "dossier.toml, line 1 (byte 12): the byte 0xE9 cannot stand here in UTF-8";
        assert_eq!(told, [expected]);
    }

    #[test]
    fn a_folder_without_documents_is_told() {
        assert_eq!(told(&[]), ["there are no documents"]);
        assert_eq!(told(&[("dossier.toml", b"")]), ["there are no documents"]);
    }

    #[test]
    fn litter_is_no_seed() {
        for file in [
            ".DS_Store",
            "sub/.gitkeep",
            "a.txt~",
            "~$a.docx",
            "Thumbs.db",
        ] {
            assert!(is_litter(file), "{file}");
        }
        assert!(!is_litter("a.txt"));
    }
}
