//! The recogniser as a WebAssembly module of its own: readers of all formats, rules and lists are in
//! it, the model is handed in.
//!
//! The module that every reader loads holds none of these, because names are recognised when the
//! page is built. This one is for text that reaches Dossier in the browser.

use dossier_engine::corpus::{self, Seed, pack, unpack};
use dossier_engine::document::{self, Fault, Problem};
use dossier_engine::mention::recognise;
use dossier_engine::mention::tagger::{Model, checksum};
use wasm_bindgen::prelude::*;

/// Recognises documents by rules, lists and a model.
#[wasm_bindgen]
pub struct Recogniser {
    model: Model,
}

#[wasm_bindgen]
impl Recogniser {
    /// A recogniser that knows what a model knows; `model` is the model's file.
    ///
    /// # Errors
    /// If `model` is cut off, altered or of another version.
    #[wasm_bindgen(constructor)]
    pub fn new(model: &[u8]) -> Result<Recogniser, String> {
        let model = Model::open(model).map_err(|damaged| damaged.to_string())?;
        Ok(Self { model })
    }

    /// What a document mentions: a list of the engine's mentions in postcard, their places bytes of
    /// the document's repaired text. `file` is the document's name, `bytes` what it holds.
    ///
    /// # Errors
    /// If the file is no text.
    pub fn recognise(&self, file: &str, bytes: &[u8]) -> Result<Vec<u8>, String> {
        let document = document::read(file, bytes).map_err(|problem| problem.to_string())?;
        let mentions = recognise(&document, Some(&self.model));
        postcard::to_allocvec(&mentions).map_err(|error| error.to_string())
    }

    /// A number that differs where mentions differ; for comparing two builds of the recogniser.
    ///
    /// # Errors
    /// If the file is no text.
    pub fn fingerprint(&self, file: &str, bytes: &[u8]) -> Result<u64, String> {
        self.recognise(file, bytes).map(|packed| checksum(&packed))
    }
}

/// Takes a reader's files in, beside the corpus that is open.
#[wasm_bindgen]
pub struct Intake {
    recogniser: Recogniser,
    intake: corpus::Intake,
}

#[wasm_bindgen]
impl Intake {
    /// Begins beside the corpus of this image.
    ///
    /// # Errors
    /// If `image` is no corpus of this build.
    #[wasm_bindgen(constructor)]
    pub fn new(recogniser: Recogniser, image: Vec<u8>) -> Result<Intake, String> {
        let beside = unpack(image).map_err(|problem| problem.to_string())?;
        Ok(Self {
            recogniser,
            intake: corpus::Intake::beside(beside),
        })
    }

    /// Reads a file and recognises what it mentions.
    pub fn take(&mut self, file: String, bytes: Vec<u8>) {
        let seed = Seed { file, bytes };
        let model = Some(&self.recogniser.model);
        self.intake.take(&seed, dossier_formats::read, model);
    }

    /// Notes a file that the browser does not hand over, with what it says.
    pub fn refuse(&mut self, file: String, why: String) {
        self.intake.refuse(Problem {
            file,
            place: None,
            fault: Fault::Unreadable(why),
        });
    }

    /// What is wrong with files so far, each with what can be done about it.
    pub fn problems(&self) -> Vec<String> {
        let told = |problem: &Problem| format!("{problem}. {}", problem.fault.remedy());
        self.intake.problems().iter().map(told).collect()
    }

    /// Works out who is who; nothing if no file could be used.
    pub fn finish(self) -> Option<Taken> {
        self.intake.finish().map(|corpus| Taken {
            own: corpus.own_documents(),
            image: pack(&corpus),
        })
    }
}

/// A corpus with documents of the reader's own.
#[wasm_bindgen]
pub struct Taken {
    image: Vec<u8>,
    /// How many of its documents are the reader's own.
    pub own: u32,
}

#[wasm_bindgen]
impl Taken {
    /// The corpus, packed.
    pub fn image(&self) -> Vec<u8> {
        self.image.clone()
    }
}

#[cfg(test)]
mod tests {
    use dossier_engine::corpus::Corpus;

    use super::*;

    const MODEL: &[u8] = include_bytes!("../../engine/model/english.tagger");

    #[test]
    fn what_is_handed_out_is_what_the_engine_finds() {
        let recogniser = Recogniser::new(MODEL).unwrap();
        let text = b"Ada Lovelace met Charles Babbage in London.";
        let packed = recogniser.recognise("a.txt", text).unwrap();
        let mentions: Vec<dossier_engine::mention::Mention> =
            postcard::from_bytes(&packed).unwrap();
        assert_eq!(mentions.len(), 3);
    }

    #[test]
    fn other_mentions_have_another_fingerprint() {
        let recogniser = Recogniser::new(MODEL).unwrap();
        let of = |text: &str| recogniser.fingerprint("a.txt", text.as_bytes()).unwrap();
        assert_eq!(of("Nothing in Bath."), of("Nobody, in Bath."));
        assert_ne!(of("Nothing in Bath."), of("Nothing in bath."));
    }

    #[test]
    fn a_damaged_model_is_refused() {
        assert!(Recogniser::new(&MODEL[..MODEL.len() - 1]).is_err());
    }

    fn intake() -> Intake {
        let nothing = pack(&Corpus::default());
        Intake::new(Recogniser::new(MODEL).unwrap(), nothing).unwrap()
    }

    #[test]
    fn files_become_a_corpus_and_what_is_wrong_with_them_is_told_with_a_remedy() {
        let mut intake = intake();
        intake.take("a.md".into(), b"# Rain\n\nAda Lovelace saw it.".into());
        intake.take("b.txt".into(), b" ".into());
        intake.refuse("c".into(), "it is a folder".into());
        let expected = [
            "b.txt: the file has no text in it. Remove the file, or put its text into it.",
            "c: the file cannot be read: it is a folder. See that the file is there and may be read.",
        ];
        assert_eq!(intake.problems(), expected);
        let taken = intake.finish().unwrap();
        let corpus = unpack(taken.image()).unwrap();
        assert_eq!((taken.own, &*corpus.entities[0].name), (1, "Ada Lovelace"));
    }

    #[test]
    fn without_a_file_that_can_be_used_there_is_no_corpus() {
        let mut intake = intake();
        intake.take("a.txt".into(), b" ".into());
        assert!(intake.finish().is_none());
        assert!(Intake::new(Recogniser::new(MODEL).unwrap(), b"no image".to_vec()).is_err());
    }
}

#[cfg(test)]
mod any_file {
    use dossier_engine::corpus::Corpus;
    use proptest::prelude::*;

    use super::*;

    const MODEL: &[u8] = include_bytes!("../../engine/model/english.tagger");

    /// How files begin that readers of formats know, and endings that they look at.
    const BEGINNINGS: &[&[u8]] = &[
        b"",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"<!doctype html>",
        b"{\"text\":",
        b"a,b\n1,",
        b"From: a@b.example\n\n",
        b"\xff\xfe",
        b"# ",
    ];
    const ENDINGS: &[&str] = &[
        "txt", "pdf", "docx", "html", "eml", "md", "csv", "jsonl", "zip",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn of_any_bytes_a_corpus_is_made_that_opens_or_a_problem_is_told(
            beginning in prop::sample::select(BEGINNINGS),
            ending in prop::sample::select(ENDINGS),
            rest in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            let recogniser = Recogniser::new(MODEL).expect("the model is whole");
            let mut intake = Intake::new(recogniser, pack(&Corpus::default())).expect("an image");
            intake.take(format!("a.{ending}"), [beginning, &rest].concat());
            let problems = intake.problems();
            match intake.finish() {
                Some(taken) => prop_assert!(unpack(taken.image()).is_ok()),
                None => prop_assert!(!problems.is_empty()),
            }
        }
    }
}
