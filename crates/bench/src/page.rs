//! What a page calls: documents to an image, an image to an engine, queries to results.

use dossier_engine::address::Filter;
use dossier_engine::ask::{Answer, Engine, FIRST_FOUND, Question};
use dossier_engine::corpus::{About, Corpus, pack, unpack};
use dossier_engine::document;
use dossier_engine::query::Query;
use dossier_engine::search::Search;
use wasm_bindgen::prelude::*;

/// The image of documents, as a build makes it.
#[wasm_bindgen]
pub fn image(names: Vec<String>, texts: Vec<String>) -> Vec<u8> {
    let files = names.iter().zip(&texts);
    let documents = files.filter_map(|(name, text)| document::read(name, text.as_bytes()).ok());
    pack(&Corpus::build(About::default(), documents.collect(), None))
}

/// An engine that is open.
#[wasm_bindgen]
pub struct Opened(Engine);

#[wasm_bindgen]
impl Opened {
    /// Opens an image as the worker of the page does, in one go; none if it is no image.
    pub fn open(image: Vec<u8>) -> Option<Opened> {
        Some(Self(Engine::open(unpack(image).ok()?)))
    }

    /// How many documents a query finds, ranked, the best put in order.
    pub fn ranked(&self, typed: &str) -> usize {
        let (query, _) = Query::parse(typed);
        let ranking = Search::new(self.0.corpus(), self.0.index(), &query).rank();
        ranking
            .best(&ranking.documents, 0, FIRST_FOUND)
            .len()
            .min(ranking.documents.len())
    }

    /// Bytes of the answer that a page shows for a query: counts of every facet, the best
    /// documents, snippets.
    pub fn survey(&self, typed: &str) -> usize {
        let answer = self.0.ask(&surveyed(typed));
        postcard::to_allocvec(&answer).map_or(0, |bytes| bytes.len())
    }

    /// How much of a query could not be understood.
    pub fn complaints(&self, typed: &str) -> usize {
        match self.0.ask(&surveyed(typed)) {
            Answer::Survey(survey) => survey.complaints.len(),
            _ => 0,
        }
    }

    /// How many ways there are in which what is typed might go on.
    pub fn suggestions(&self, typed: &str) -> usize {
        let typed = typed.to_owned();
        match self.0.ask(&Question::Suggest { typed }) {
            Answer::Suggestions(suggestions) => suggestions.len(),
            _ => 0,
        }
    }
}

/// The question that a page asks about what is typed.
fn surveyed(typed: &str) -> Question {
    let filter = Filter {
        query: typed.to_owned(),
        ..Filter::default()
    };
    Question::Survey { filter }
}
