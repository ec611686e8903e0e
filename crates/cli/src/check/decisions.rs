//! Decisions of `dossier.toml` held against what the documents mention.

use dossier_engine::corpus::{self, About, Corpus};
use dossier_engine::decision::Decision;
use dossier_engine::document::{Document, Place, Problem};
use dossier_engine::mention::tagger::Model;

const MODEL: &[u8] = include_bytes!("../../../engine/model/english.tagger");

/// A problem for each decision that does not fit. Names are recognised only if anything was decided,
/// for it takes far longer than all else that is checked.
pub(super) fn misfits(decisions: Vec<(Place, Decision)>, documents: &[Document]) -> Vec<Problem> {
    if decisions.is_empty() {
        return Vec::new();
    }
    let model = Model::open(MODEL).ok();
    let (places, decisions): (Vec<Place>, Vec<Decision>) = decisions.into_iter().unzip();
    let mut corpus = Corpus::build(About::default(), documents.to_vec(), model.as_ref());
    corpus.decisions = decisions;
    corpus::misfits(&corpus, &places)
}
