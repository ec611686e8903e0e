//! `dossier annotate`: what is recognised in some documents, as JSON.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dossier_engine::document::Document;
use dossier_engine::entity::{self, Entities, EntityId};
use dossier_engine::mention::tagger::Model;
use dossier_engine::mention::{self, Finder, Kind, Mention};
use dossier_engine::statement::{Attribution, Manner, attributions};
use serde::Serialize;

use crate::points::CodePoints;

/// What the tagger has learnt.
const MODEL: &[u8] = include_bytes!("../../engine/model/english.tagger");

/// Everything that is printed.
#[derive(Serialize)]
struct Predictions {
    docs: BTreeMap<String, Predicted>,
}

/// What was found in one document.
#[derive(Serialize)]
struct Predicted {
    mentions: Vec<PredictedMention>,
    statements: Vec<PredictedStatement>,
    dates: Vec<PredictedDate>,
}

/// Places are code points of the raw file, half-open.
#[derive(Serialize)]
struct PredictedMention {
    start: usize,
    end: usize,
    r#type: &'static str,
    entity: Option<String>,
    /// From 0 to 1.
    confidence: f32,
    found_by: Vec<Finder>,
}

#[derive(Serialize)]
struct PredictedStatement {
    content: Vec<Place>,
    /// The words that tell who says it.
    source: Option<Place>,
    entity: Option<String>,
    kind: &'static str,
}

#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct PredictedDate {
    start: usize,
    end: usize,
    value: Option<String>,
}

/// Recognises the files as one corpus; the complaints name each file that cannot be read.
pub(crate) fn annotate(files: &[PathBuf]) -> Result<String, Vec<String>> {
    let documents = read(files)?;
    let model = Model::open(MODEL).map_err(|damaged| vec![format!("dossier: {damaged}")])?;
    let mentions: Vec<Vec<Mention>> = documents
        .iter()
        .map(|document| mention::recognise(document, Some(&model)))
        .collect();
    let entities = entity::resolve(&documents, &mentions);
    let docs = documents
        .iter()
        .zip(&mentions)
        .zip(&entities.entity_of)
        .map(|((document, found), entity_of)| {
            (
                document.file.clone(),
                predicted(document, found, entity_of, &entities),
            )
        })
        .collect();
    let mut json = serde_json::to_string(&Predictions { docs }).map_err(|error| {
        vec![format!(
            "dossier: what was found could not be written as JSON: {error}"
        )]
    })?;
    json.push('\n');
    Ok(json)
}

fn read(files: &[PathBuf]) -> Result<Vec<Document>, Vec<String>> {
    let mut documents = Vec::new();
    let mut complaints = Vec::new();
    for file in files {
        for read in read_one(file) {
            match read {
                Ok(document) => documents.push(document),
                Err(complaint) => complaints.push(format!("dossier: {complaint}")),
            }
        }
    }
    match complaints.is_empty() {
        true => Ok(documents),
        false => Err(complaints),
    }
}

fn read_one(file: &Path) -> Vec<Result<Document, String>> {
    let name = file.file_name().unwrap_or(file.as_os_str());
    match std::fs::read(file) {
        Ok(bytes) => dossier_formats::read(&name.to_string_lossy(), &bytes)
            .into_iter()
            .map(|read| read.map_err(|problem| problem.to_string()))
            .collect(),
        Err(error) => vec![Err(format!("{}: cannot be read: {error}", file.display()))],
    }
}

fn predicted(
    document: &Document,
    found: &[Mention],
    entity_of: &[Option<EntityId>],
    entities: &Entities,
) -> Predicted {
    let points = CodePoints::of(document);
    let mut predicted = Predicted {
        mentions: Vec::new(),
        statements: attributions(document, found)
            .iter()
            .map(|attribution| statement(attribution, &points, entity_of, entities))
            .collect(),
        dates: Vec::new(),
    };
    for (mention, entity) in found.iter().zip(entity_of) {
        let (start, end) = points.place(mention.span);
        if mention.kind == Kind::Date {
            predicted.dates.push(PredictedDate {
                start,
                end,
                value: mention
                    .moment
                    .as_ref()
                    .map(|moment| moment.as_str().to_owned()),
            });
            continue;
        }
        predicted.mentions.push(PredictedMention {
            start,
            end,
            r#type: type_of(mention, document),
            entity: entity.map(|entity| slug(entity, entities)),
            confidence: f32::from(mention.confidence.as_percent()) / 100.0,
            found_by: mention.found_by.iter().collect(),
        });
    }
    predicted
}

/// Of several who say it together, the format has room for the first.
fn statement(
    attribution: &Attribution,
    points: &CodePoints,
    entity_of: &[Option<EntityId>],
    entities: &Entities,
) -> PredictedStatement {
    let place = |span| {
        let (start, end) = points.place(span);
        Place { start, end }
    };
    let source = attribution.sources.first();
    PredictedStatement {
        content: attribution.content.iter().copied().map(place).collect(),
        source: attribution.speaker.map(place),
        entity: source
            .and_then(|&source| entity_of[source])
            .map(|entity| slug(entity, entities)),
        kind: match attribution.manner {
            Manner::Direct => "direct",
            Manner::Indirect => "indirect",
        },
    }
}

fn slug(EntityId(at): EntityId, entities: &Entities) -> String {
    entities.entities[at as usize].slug.clone()
}

/// The format tells addresses from handles and e-mail addresses.
fn type_of(mention: &Mention, document: &Document) -> &'static str {
    let surface = mention.span.of(&document.text);
    match mention.kind {
        Kind::Web if surface.contains('@') && !surface.contains('/') => "handle",
        Kind::Web => "url",
        kind => kind.slug(),
    }
}

#[cfg(test)]
mod tests {
    use dossier_engine::text::Span;

    use super::*;

    #[test]
    fn places_are_code_points_of_the_raw_file() {
        let document = dossier_engine::document::read(
            "a.txt",
            "\u{feff}Zoë met\r\nVladimir Putin.".as_bytes(),
        )
        .unwrap();
        let at = document.text.find("Vladimir").unwrap();
        let place = CodePoints::of(&document).place(Span::new(at, at + "Vladimir Putin".len()));
        assert_eq!(place, (10, 24));
    }

    #[test]
    fn every_file_that_cannot_be_read_is_named() {
        let files = ["no/such/file.txt", "nor/this.txt"].map(PathBuf::from);
        let complaints = annotate(&files).unwrap_err();
        assert_eq!(complaints.len(), 2);
        assert!(complaints[0].contains("file.txt: cannot be read"));
    }
}
