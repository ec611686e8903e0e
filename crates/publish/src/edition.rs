//! What is published: the corpus, asked as the app asks it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use dossier_engine::address::{Filter, Version};
use dossier_engine::ask::{Answer, Card, Contents, DocumentCard, DocumentText, Engine, Question};
use dossier_engine::corpus::{About, Corpus, unpack};
use dossier_engine::document::{Document, Format};
use dossier_engine::entity::Entity;

/// The corpus and what is known about it.
pub(crate) struct Edition {
    engine: Engine,
    /// What the publisher says about it.
    pub(crate) about: About,
    /// What it holds.
    pub(crate) contents: Contents,
    /// The cards of its documents.
    pub(crate) documents: Vec<DocumentCard>,
    /// The files it was made of, each with the SHA-256 of its bytes.
    pub(crate) made_of: Vec<(String, String)>,
    /// The image, if it is not in the engine's module.
    pub(crate) beside: Option<&'static [u8]>,
    entities: Vec<String>,
    with_page: BTreeSet<String>,
}

impl Edition {
    /// The one that was baked.
    pub(crate) fn baked() -> Result<Self> {
        let corpus = unpack(dossier_corpus::IMAGE)
            .context("the baked corpus cannot be read: build once more")?;
        Ok(Self {
            beside: dossier_corpus::beside(),
            ..Self::of(corpus)?
        })
    }

    /// The edition of a corpus.
    pub(crate) fn of(corpus: Corpus) -> Result<Self> {
        let about = corpus.about.clone();
        // As the publisher's decisions leave them, which the engine applies.
        let engine = Engine::open(corpus);
        let corpus = engine.corpus();
        let documents = corpus.documents.iter();
        let made_of = documents.map(|d| (d.file.clone(), d.origin.sha256.to_string()));
        let made_of = made_of.collect();
        let mut paged: Vec<&Entity> = engine.paged().collect();
        paged.sort_by_key(|entity| Reverse(entity.mentions.len()));
        let entities: Vec<String> = paged.iter().map(|entity| entity.slug.clone()).collect();
        let Answer::Contents(contents) = engine.ask(&Question::Contents) else {
            bail!("the engine does not say what the dossier holds")
        };
        Ok(Self {
            documents: engine.document_cards(),
            engine,
            about,
            contents,
            made_of,
            beside: None,
            with_page: entities.iter().cloned().collect(),
            entities,
        })
    }

    /// The slugs of the entities that have pages, most mentioned first.
    pub(crate) fn entities(&self) -> &[String] {
        &self.entities
    }

    /// Whether an entity has a page.
    pub(crate) fn has_page(&self, entity: &str) -> bool {
        self.with_page.contains(entity)
    }

    /// The documents that are rows of tables.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &Document> {
        let documents = self.engine.corpus().documents.iter();
        documents.filter(|document| document.origin.format == Format::Row)
    }

    /// What a document says.
    pub(crate) fn text(&self, document: &str) -> Result<DocumentText> {
        let question = Question::Reading {
            document: Some(document.to_owned()),
            filter: Filter::default(),
            version: Version::Repaired,
        };
        match self.engine.ask(&question) {
            Answer::Reading(reading) => reading.documents.into_iter().next(),
            _ => None,
        }
        .with_context(|| format!("the engine does not know the document {document}"))
    }

    /// Who an entity is.
    pub(crate) fn card(&self, entity: &str) -> Result<Card> {
        let question = Question::Card {
            entity: entity.to_owned(),
            filter: Filter::default(),
        };
        match self.engine.ask(&question) {
            Answer::Card(card) => card,
            _ => None,
        }
        .with_context(|| format!("the engine does not know the entity {entity}"))
    }
}
