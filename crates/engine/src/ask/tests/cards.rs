//! Cards: of a document, and of an entity.

use super::*;

#[test]
fn the_contents_say_what_the_dossier_is() {
    let Answer::Contents(contents) = engine().ask(&Question::Contents) else {
        panic!("contents answer contents");
    };
    assert_eq!(
        (contents.title.as_str(), contents.language.as_str()),
        ("Dossier", "en")
    );
    assert_eq!((contents.documents, contents.words), (3, 33));
    assert_eq!((contents.entities, contents.mentions), (4, 8));
}

#[test]
fn a_card_of_a_document_says_what_is_known() {
    let found = survey("").found;
    let card = &found[0].document;
    assert_eq!(card.title, "The engine");
    assert_eq!(card.author.as_deref(), Some("A. Nobody"));
    assert_eq!(card.outlet.as_deref(), Some("The Daily"));
    assert_eq!(
        card.opening,
        "Ada Lovelace wrote in London. Lovelace wrote a letter. On Friday nobody wrote."
    );
    assert_eq!((card.words, card.mentions), (15, 4));
    let published = card.published.clone().expect("it was drawn");
    assert_eq!(published.label, "1 December 2016");
    assert_eq!(published.inferred.as_deref(), Some("it was drawn so"));
    let about: Vec<_> = card
        .about
        .iter()
        .map(|value| (value.label.as_str(), value.count))
        .collect();
    assert_eq!(about, [("Ada Lovelace", 2), ("London", 1)]);
    assert_eq!(
        found[2].document.title, "It rained in Bath and in London.",
        "its first words"
    );
}

#[test]
fn a_card_of_an_entity_shows_its_names_and_its_mentions_in_their_sentences() {
    let card = card("ada-lovelace", "").expect("she is in the corpus");
    let names: Vec<_> = card
        .names
        .iter()
        .map(|name| (name.name.as_str(), name.count))
        .collect();
    assert_eq!(names, [("Ada Lovelace", 2), ("Lovelace", 1)]);
    let lines: Vec<_> = card
        .context
        .iter()
        .map(|line| {
            format!(
                "{}{}: {}⟦{}⟧{}",
                line.document, line.ordinal, line.before, line.name, line.after
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "a0: ⟦Ada Lovelace⟧ wrote in London.",
            "a2: ⟦Lovelace⟧ wrote a letter.",
            "b1: Charles Babbage read the letters that ⟦Ada Lovelace⟧ had written.",
        ]
    );
}

#[test]
fn a_card_counts_what_passes_the_filter() {
    let card = card("ada-lovelace", "year=2016").expect("she is in the corpus");
    let drawn = |values: &[Value]| -> Vec<_> {
        values
            .iter()
            .map(|value| format!("{} {}", value.slug, value.count))
            .collect()
    };
    assert_eq!(drawn(&card.documents), ["a 2"]);
    assert_eq!(drawn(&card.with), ["london 1"]);
    assert_eq!(card.context.len(), 2);
}

#[test]
fn nobody_has_no_card() {
    assert_eq!(card("nobody", ""), None);
    assert_eq!(card("__proto__", ""), None);
}

#[test]
fn who_is_mentioned_often_or_in_two_documents_has_a_page() {
    let engine = engine();
    let paged: Vec<_> = engine.paged().map(|entity| entity.slug.as_str()).collect();
    assert_eq!(paged, ["ada-lovelace", "london"]);
    let has_page = |entity| card(entity, "year=2016").expect("a card").has_page;
    assert!(has_page("london"), "whatever the filter lets in");
    assert!(!has_page("bath"));
    let twice = corpus(&["⟦person:Bo⟧ met ⟦person:Bo⟧."]);
    assert_eq!(Engine::open(twice).paged().count(), 0);
    let often = corpus(&["⟦person:Bo⟧ met ⟦person:Bo⟧ and ⟦person:Bo⟧."]);
    assert_eq!(Engine::open(often).paged().count(), 1);
}
