//! What pages show, for programs that read pages: schema.org, as JSON-LD.

use dossier_engine::address::{document_page, entity_page};
use dossier_engine::ask::{Card, DocumentCard, DocumentText};
use dossier_engine::mention::Kind;
use serde_json::{Map, Value, json};

use crate::edition::Edition;

const SCHEMA: &str = "https://schema.org";

/// Of the overview: a collection and its parts.
pub(crate) fn of_the_whole(edition: &Edition) -> Value {
    let contents = &edition.contents;
    let parts = edition.documents.iter();
    let parts: Vec<Value> = parts.map(|document| article(edition, document)).collect();
    json!({
        "@context": SCHEMA,
        "@type": "Collection",
        "name": contents.title,
        "description": contents.description,
        "inLanguage": contents.language,
        "hasPart": parts,
    })
}

/// Of a document's page: the text, and whom it mentions most.
pub(crate) fn of_document(edition: &Edition, text: &DocumentText) -> Value {
    let mut meaning = article(edition, &text.document);
    let about = text.document.about.iter();
    let about: Vec<Value> = about
        .map(|value| {
            json!({
                "@type": value.kind.map_or("Thing", schema_of),
                "name": value.label,
            })
        })
        .collect();
    meaning["@context"] = SCHEMA.into();
    meaning["mentions"] = about.into();
    meaning["isPartOf"] = json!({"@type": "Collection", "name": edition.contents.title});
    meaning
}

/// Of an entity's page: what it is and which documents mention it.
pub(crate) fn of_entity(edition: &Edition, card: &Card) -> Value {
    let others = card.names.iter().filter(|name| name.name != card.name);
    let others: Vec<&str> = others.map(|name| name.name.as_str()).collect();
    let mut meaning = json!({
        "@context": SCHEMA,
        "@type": schema_of(card.kind),
        "name": card.name,
    });
    if !others.is_empty() {
        meaning["alternateName"] = others.into();
    }
    if let Some(url) = published_at(edition, &entity_page(&card.slug)) {
        meaning["url"] = url.into();
    }
    let documents = edition.documents.iter();
    let mentioning =
        documents.filter(|document| card.documents.iter().any(|in_| in_.slug == document.slug));
    let mentioning: Vec<Value> = mentioning
        .map(|document| article(edition, document))
        .collect();
    meaning["subjectOf"] = mentioning.into();
    meaning
}

fn article(edition: &Edition, document: &DocumentCard) -> Value {
    let mut known = Map::new();
    let mut say = |key: &str, value: Value| known.insert(key.to_owned(), value);
    say("@type", "Article".into());
    say("headline", document.title.as_str().into());
    if let Some(author) = &document.author {
        say("author", json!({"@type": "Person", "name": author}));
    }
    if let Some(outlet) = &document.outlet {
        say(
            "publisher",
            json!({"@type": "Organization", "name": outlet}),
        );
    }
    if let Some(published) = &document.published {
        say("datePublished", published.value.as_str().into());
    }
    if let Some(language) = &document.language {
        say("inLanguage", language.as_str().into());
    }
    if let Some(url) = published_at(edition, &document_page(&document.slug)) {
        say("url", url.into());
    }
    Value::Object(known)
}

/// The address of a page where the edition is published, if that is known.
pub(crate) fn published_at(edition: &Edition, page: &str) -> Option<String> {
    let base = edition.about.base.as_deref()?;
    Some(format!("{base}{page}"))
}

fn schema_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::Organisation | Kind::Group => "Organization",
        Kind::Place => "Place",
        Kind::Event => "Event",
        Kind::Work => "CreativeWork",
        Kind::Product => "Product",
        Kind::Nationality | Kind::Date | Kind::Web => "Thing",
    }
}
