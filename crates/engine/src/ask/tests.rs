//! What is asked, and what is told: held against three small documents.

mod cards;
mod decided;
mod desk;
mod found;
mod hostile;
mod opening;
mod oracle;
mod origins;
mod passages;
mod spots;
mod suggestions;

use proptest::prelude::*;

use super::*;
use crate::address::{Address, Facet};
use crate::drawn::corpus;
use crate::mention::Kind;

/// Three documents to ask about.
const DOCUMENTS: [&str; 3] = [
    "@outlet The Daily\n@published 2016-12-01\n@author A. Nobody\n\n\
     # The engine\n\n\
     ⟦person:Ada Lovelace⟧ wrote in ⟦place:London⟧. ⟦person:Lovelace=Ada Lovelace⟧ wrote ⟨a letter⟩.\n\n\
     On ⟦date:Friday=2016-11-25⟧ nobody wrote.",
    "@outlet The Record\n@published 2018-01-26\n\n\
     # Letters\n\n\
     ⟦person:Charles Babbage⟧ read the letters that ⟦person:Ada Lovelace⟧ had written.",
    "@outlet The Daily\n@published 2018-02\n\n\
     It rained in ⟦place:Bath⟧ and in ⟦place:London⟧.",
];

fn engine() -> Engine {
    Engine::open(corpus(&DOCUMENTS))
}

/// The filter of a link.
fn filter(link: &str) -> Filter {
    Address::parse(link).0.filter
}

fn survey(link: &str) -> Survey {
    match engine().ask(&Question::Survey {
        filter: filter(link),
    }) {
        Answer::Survey(survey) => survey,
        other => panic!("{other:?}"),
    }
}

fn card(entity: &str, link: &str) -> Option<Card> {
    let entity = entity.to_owned();
    match engine().ask(&Question::Card {
        entity,
        filter: filter(link),
    }) {
        Answer::Card(card) => card,
        other => panic!("{other:?}"),
    }
}

fn runs(text: &DocumentText) -> impl Iterator<Item = Run> {
    let parts = text.blocks.iter().flat_map(Block::open);
    parts.flat_map(|part| part.runs)
}

fn reading(document: Option<&str>, link: &str) -> Vec<DocumentText> {
    let (document, filter) = (document.map(str::to_owned), filter(link));
    let version = Version::Repaired;
    match engine().ask(&Question::Reading {
        document,
        filter,
        version,
    }) {
        Answer::Reading(reading) => reading.documents,
        other => panic!("{other:?}"),
    }
}

/// Runs as a reader would draw them: mentions in ⟦ ⟧, hits in « ».
fn draw(runs: &[Run]) -> String {
    let drawn = runs.iter().map(|run| {
        let text = match run.hit {
            Some(_) => format!("«{}»", run.text),
            None => run.text.clone(),
        };
        match &run.mark {
            Some(_) => format!("⟦{text}⟧"),
            None => text,
        }
    });
    drawn.collect()
}

#[track_caller]
fn check_found(link: &str, slugs: &str) {
    let survey = survey(link);
    let found: Vec<_> = survey
        .found
        .iter()
        .map(|found| found.document.slug.as_str())
        .collect();
    assert_eq!(found.join(" "), slugs, "{link}");
    assert_eq!(survey.complaints, [], "{link}");
}

/// A facet's values with their counts.
#[track_caller]
fn check_counts(link: &str, facet: Facet, counts: &str) {
    let survey = survey(link);
    let values = &survey.facets[facet as usize].values;
    let drawn: Vec<_> = values
        .iter()
        .map(|value| format!("{} {}", value.slug, value.count))
        .collect();
    assert_eq!(drawn.join(", "), counts, "{link}");
}

#[test]
fn without_a_filter_everything_is_found_in_order() {
    check_found("", "a b c");
}

#[test]
fn values_of_one_facet_are_alternatives_and_facets_add_up() {
    check_found("year=2018", "b c");
    check_found("year=2018&year=2016", "a b c");
    check_found("outlet=the-daily&year=2018", "c");
    check_found("kind=person", "a b");
    check_found("entity=london", "a c");
    check_found("entity=london&entity=charles-babbage", "a b c");
}

#[test]
fn what_is_excluded_is_gone() {
    check_found("-document=a", "b c");
    check_found("-entity=london", "b");
    check_found("-kind=person&-year=2016", "c");
    check_found("year=2018&-outlet=the-daily&-outlet=the-record", "");
}

#[test]
fn a_year_without_documents_finds_none() {
    check_found("year=1999", "");
    check_found("year=1999&year=2016", "a");
    check_found("-year=1999", "a b c");
}

#[test]
fn words_must_all_be_there() {
    check_found("q=lovelace", "a b");
    check_found("q=lovelace+babbage", "b");
    check_found("q=lovelace+-babbage", "a");
    check_found("q=-lovelace", "c");
    check_found("q=nowhere", "");
}

#[test]
fn a_query_and_a_filter_add_up() {
    check_found("q=lovelace&year=2016", "a");
    check_found("q=lovelace&-kind=person", "");
}

#[test]
fn all_values_of_a_facet_may_be_asked_for() {
    check_found("entity=london&entity=ada-lovelace&all=entity", "a");
    check_found("entity=london&entity=ada-lovelace&all=year", "a b c");
    check_found("year=1999&year=2016&all=year", "");
}

#[test]
fn years_may_be_asked_for_in_a_row() {
    check_found("year=2016..2017", "a");
    check_found("year=1999..2018&-year=2016", "b c");
    check_found("told=2015..2016", "a");
    check_found("-told=2016", "b c");
}

#[test]
fn documents_come_in_the_order_asked_for() {
    check_found("sort=newest", "c b a");
    check_found("sort=oldest", "a b c");
    check_found("sort=title", "c b a");
    check_found("sort=title&-document=b", "c a");
}

#[test]
fn if_nothing_is_found_it_is_said_what_to_leave_out() {
    let instead = |link| {
        let drawn = survey(link).instead.into_iter().map(|way| {
            let what = way.facet.map_or("query", Facet::slug);
            format!("{what} {}", way.documents)
        });
        drawn.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(instead("q=rained&year=2016"), "query 1, year 1");
    assert_eq!(instead("q=nowhere&year=2018"), "query 2");
    assert_eq!(
        instead("entity=bath&outlet=the-record"),
        "entity 1, outlet 1"
    );
    assert_eq!(instead("q=rained"), "", "something is found");
}

#[test]
fn unknown_values_are_left_out_and_said() {
    let survey = survey("entity=nobody&-outlet=none&document=z&year=2018");
    assert_eq!(survey.found.len(), 2, "the year still counts");
    let said: Vec<_> = survey
        .complaints
        .iter()
        .map(|said| said.message.as_str())
        .collect();
    assert_eq!(
        said,
        [
            "Nothing is known as “nobody”; the condition was left out.",
            "There is no document “z”; the condition was left out.",
            "Nothing was published by “none”; the condition was left out.",
        ]
    );
}

#[test]
fn counts_are_of_mentions_or_of_documents() {
    check_counts("", Facet::Kind, "person 4, place 3, date 1");
    check_counts(
        "",
        Facet::Entity,
        "ada-lovelace 3, london 2, bath 1, charles-babbage 1",
    );
    check_counts("", Facet::Document, "a 1, b 1, c 1");
    check_counts("", Facet::Outlet, "the-daily 2, the-record 1");
    check_counts("", Facet::Year, "2016 1, 2018 2");
    check_counts("", Facet::Told, "2016 1");
    check_counts("", Facet::Confidence, "sure 8");
    check_counts("", Facet::Reviewed, "no 8");
}

#[test]
fn counts_follow_the_other_facets_and_the_query_but_not_their_own() {
    check_counts("year=2018", Facet::Outlet, "the-daily 1, the-record 1");
    check_counts("year=2018", Facet::Year, "2016 1, 2018 2");
    check_counts("-year=2018", Facet::Year, "2016 1, 2018 2");
    check_counts("q=letters&year=2018", Facet::Year, "2018 1");
    check_counts("document=b", Facet::Kind, "person 2");
}

#[test]
fn a_chosen_value_stays_in_its_list() {
    check_counts(
        "entity=bath&document=b",
        Facet::Entity,
        "ada-lovelace 1, charles-babbage 1, bath 0",
    );
}

#[test]
fn a_survey_adds_up_mentions_and_hits() {
    let survey = survey("q=wrote");
    assert_eq!(
        (survey.found.len(), survey.mentions, survey.hits),
        (1, 4, 3)
    );
}

#[test]
fn a_snippet_marks_hits_and_says_what_is_cut() {
    let found = &survey("q=rained").found[0];
    assert_eq!(
        draw(&found.snippets[0].runs),
        "It «rained» in Bath and in London."
    );
    assert_eq!(
        (found.snippets[0].hit, found.snippets[0].cut_after),
        (1, false)
    );
}

#[test]
fn without_a_query_the_snippet_is_the_opening() {
    let found = &survey("document=b").found[0];
    assert_eq!(
        draw(&found.snippets[0].runs),
        "Charles Babbage read the letters that Ada Lovelace had written."
    );
    assert_eq!((found.snippets[0].hit, found.hits), (0, 0));
}

#[test]
fn a_document_is_read_with_its_mentions_and_hits() {
    let read = reading(Some("a"), "q=lovelace+letter&year=2018");
    let parts = read[0].blocks.iter().flat_map(Block::open);
    let parts: Vec<_> = parts.map(|part| draw(&part.runs)).collect();
    assert_eq!(
        parts,
        [
            "The engine",
            "⟦Ada ⟧⟦«Lovelace»⟧ wrote in ⟦London⟧. ⟦«Lovelace»⟧ wrote a «letter».",
            "On ⟦Friday⟧ nobody wrote.",
        ]
    );
    let hits: Vec<_> = runs(&read[0]).filter_map(|run| run.hit).collect();
    assert_eq!(hits, [1, 2, 3]);
}

#[test]
fn a_mark_says_what_it_is() {
    let read = reading(Some("a"), "");
    let marks: Vec<_> = runs(&read[0]).filter_map(|run| run.mark).collect();
    assert_eq!(marks[0].entity.as_deref(), Some("ada-lovelace"));
    assert_eq!(marks[3].ordinal, 3);
    assert_eq!(marks[3].note.as_deref(), Some("25 November 2016"));
}

#[test]
fn all_that_passes_is_read_as_one_stack() {
    let slugs = |read: Vec<DocumentText>| -> Vec<_> {
        read.into_iter().map(|text| text.document.slug).collect()
    };
    assert_eq!(slugs(reading(None, "year=2018")), ["b", "c"]);
    assert_eq!(slugs(reading(Some("nowhere"), "")), [""; 0]);
}

proptest! {
    #[test]
    fn whatever_a_link_says_is_answered(link in "[?&=%+a-z\"(*~:-]{0,40}|\\PC{0,40}", typed in "\\PC{0,40}") {
        let mut address = Address::parse(&link).0;
        let engine = engine();
        for query in [address.filter.query.clone(), typed] {
            address.filter.query = query;
            let filter = || address.filter.clone();
            engine.ask(&Question::Survey { filter: filter() });
            engine.ask(&Question::Reading { document: None, filter: filter(), version: Version::Original });
            engine.ask(&Question::Origin { document: String::new() });
            engine.ask(&Question::Card { entity: "london".to_owned(), filter: filter() });
            engine.ask(&Question::Found { filter: filter(), from: 1, count: 2 });
            engine.ask(&Question::List { filter: filter(), page: link.clone() });
            for facet in Facet::ALL {
                engine.ask(&Question::Values { facet, start: link.clone(), filter: filter() });
            }
        }
    }
}

#[test]
fn an_empty_corpus_answers_everything() {
    let engine = Engine::open(corpus(&[]));
    for question in [
        Question::Contents,
        Question::Survey {
            filter: filter("q=x&year=2016"),
        },
        Question::Reading {
            document: None,
            filter: filter("q=x"),
            version: Version::Repaired,
        },
        Question::Card {
            entity: "x".to_owned(),
            filter: filter(""),
        },
    ] {
        engine.ask(&question);
    }
}
