//! What else is found, which other values there are, and the list that can be taken along.

use super::*;

/// A corpus of so many documents, each with a word of its own, a person and a place.
fn large(documents: usize) -> Engine {
    let drawn: Vec<String> = (0..documents)
        .map(|n| format!("word{n} and ⟦person:Person {n}⟧ in ⟦place:Bath⟧"))
        .collect();
    let drawn: Vec<&str> = drawn.iter().map(String::as_str).collect();
    Engine::open(corpus(&drawn))
}

fn more(engine: &Engine, from: u32, count: u32) -> Vec<Found> {
    let filter = filter("sort=title");
    match engine.ask(&Question::Found {
        filter,
        from,
        count,
    }) {
        Answer::Found(found) => found,
        other => panic!("{other:?}"),
    }
}

fn values(engine: &Engine, facet: Facet, start: &str, link: &str) -> FacetCounts {
    let (start, filter) = (start.to_owned(), filter(link));
    match engine.ask(&Question::Values {
        facet,
        start,
        filter,
    }) {
        Answer::Values(counts) => counts,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_asked_for_piece_by_piece_is_the_whole() {
    let engine = large(70);
    let mut pieces = more(&engine, 0, 20);
    pieces.extend(more(&engine, 20, 30));
    pieces.extend(more(&engine, 50, 50));
    assert_eq!(pieces, more(&engine, 0, 70));
    assert_eq!(pieces.len(), 70);
    assert!(more(&engine, 70, 50).is_empty());
}

#[test]
fn a_survey_is_as_small_for_many_documents_as_for_some() {
    let engine = large(70);
    let Answer::Survey(survey) = engine.ask(&Question::Survey {
        filter: filter("document=b69&sort=title"),
    }) else {
        panic!("a survey answers a survey");
    };
    let documents = &survey.facets[Facet::Document as usize];
    assert_eq!(documents.values.len() as u32 + documents.left_out, 70);
    assert!(documents.values.len() <= MOST_VALUES + 1);
}

#[test]
fn the_first_of_every_kind_are_told_however_rare() {
    let engine = large(70);
    let Answer::Survey(survey) = engine.ask(&Question::Survey { filter: filter("") }) else {
        panic!("a survey answers a survey");
    };
    let entities = &survey.facets[Facet::Entity as usize];
    assert!(entities.values.iter().any(|value| value.slug == "bath"));
    assert_eq!(entities.values.len() as u32 + entities.left_out, 71);
}

#[test]
fn a_value_is_found_by_the_start_of_any_of_its_words() {
    let slugs = |counts: FacetCounts| -> Vec<String> {
        counts.values.into_iter().map(|value| value.slug).collect()
    };
    let engine = engine();
    assert_eq!(
        slugs(values(&engine, Facet::Entity, "love", "")),
        ["ada-lovelace"]
    );
    assert_eq!(
        slugs(values(&engine, Facet::Entity, "LON", "year=2018")),
        ["london"]
    );
    assert_eq!(slugs(values(&engine, Facet::Entity, "ondon", "")), [""; 0]);
    assert_eq!(values(&engine, Facet::Entity, " ", "").values.len(), 4);
}

#[test]
fn the_list_has_a_line_for_all_that_passes_with_a_link_that_marks_the_hits() {
    let Answer::List(list) = engine().ask(&Question::List {
        filter: filter("q=lovelace&year=2018"),
        page: "https://example.org/?".to_owned(),
    }) else {
        panic!("a list answers a list");
    };
    assert_eq!(
        list,
        "place,title,outlet,author,published,hits,mentions,words,file,link\r\n\
         \"1\",\"Letters\",\"The Record\",\"\",\"2018-01-26\",\"1\",\"2\",\"11\",\"b.txt\",\
         \"https://example.org/?view=read&read=b&q=lovelace\"\r\n"
    );
}
