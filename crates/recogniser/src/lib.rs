//! The recogniser as a WebAssembly module of its own: rules and lists are in it, the model is
//! handed in.
//!
//! The module that every reader loads holds neither, because names are recognised when the page is
//! built. This one is for text that reaches Dossier in the browser.

use dossier_engine::document;
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

#[cfg(test)]
mod tests {
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
}
