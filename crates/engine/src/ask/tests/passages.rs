//! The list of passages: which there are, in which order, and how much of them is shown.

use super::*;
use crate::address::{Listing, Order};

fn told(engine: &Engine, link: &str) -> Survey {
    let filter = filter(link);
    match engine.ask(&Question::Survey { filter }) {
        Answer::Survey(survey) => survey,
        other => panic!("{other:?}"),
    }
}

/// The list of a link, each passage as its document, its first hit, and its text.
fn drawn(engine: &Engine, link: &str) -> Vec<String> {
    let survey = told(engine, link);
    assert_eq!(survey.listed as usize, survey.found.len(), "{link}");
    let passage = |found: &Found| {
        let snippet = &found.snippets[0];
        let text = draw(&snippet.runs);
        format!("{} {}: {text}", found.document.slug, snippet.hit)
    };
    survey.found.iter().map(passage).collect()
}

#[track_caller]
fn check(documents: &[&str], link: &str, passages: &[&str]) {
    let engine = Engine::open(corpus(documents));
    assert_eq!(drawn(&engine, link), passages, "{link}");
}

#[test]
fn a_passage_is_a_part_that_has_hits() {
    check(
        &["A bear.\n\nIt rained.\n\nA bear saw a bear."],
        "q=bear+&list=passages",
        &["a 1: A «bear».", "a 2: A «bear» saw a «bear»."],
    );
}

#[test]
fn most_of_what_is_asked_comes_first_then_what_stands_together_then_the_better_document() {
    check(
        &[
            "A bear.\n\nCozy it was where the sleeping bear had been.",
            "It was cozy.\n\nA cozy bear.",
            "# Cozy bear\n\nA cozy bear.",
        ],
        "q=cozy+bear+&list=passages",
        &[
            "c 1: «Cozy» «bear»",
            "c 3: A «cozy» «bear».",
            "b 2: A «cozy» «bear».",
            "a 2: «Cozy» it was where the sleeping «bear» had been.",
            "b 1: It was «cozy».",
            "a 1: A «bear».",
        ],
    );
}

#[test]
fn in_other_orders_passages_stand_as_they_are_read() {
    check(
        &[
            "@published 2016\n\nA bear.\n\nA cozy bear.",
            "@published 2018\n\nCozy bear.",
        ],
        "q=cozy+bear+&list=passages&sort=newest",
        &[
            "b 1: «Cozy» «bear».",
            "a 1: A «bear».",
            "a 2: A «cozy» «bear».",
        ],
    );
}

#[test]
fn where_nothing_is_searched_documents_are_listed() {
    let engine = engine();
    for link in ["", "kind=person", "q=-rained"] {
        let passages = told(&engine, &format!("{link}&list=passages"));
        assert_eq!(passages, told(&engine, link), "{link}");
    }
}

#[test]
fn a_passage_shows_more_of_its_part_than_a_snippet_and_says_what_is_cut() {
    let long = format!("{}a bear {}", "rain ".repeat(90), "rain ".repeat(90));
    let engine = Engine::open(corpus(&[&long, &format!("A bear. {}", "rain ".repeat(70))]));
    let found = told(&engine, "q=bear+&list=passages&sort=title").found;
    let bytes = |found: &Found| {
        found.snippets[0]
            .runs
            .iter()
            .map(|run| run.text.len())
            .sum()
    };
    let cut = |found: &Found| (found.snippets[0].cut_before, found.snippets[0].cut_after);
    let lengths: Vec<usize> = found.iter().map(bytes).collect();
    let short = found.iter().find(|found| cut(found) == (false, false));
    assert!(short.is_some(), "what has room is shown whole: {lengths:?}");
    assert!(found.iter().any(|found| cut(found) == (true, true)));
    assert!(
        lengths.iter().all(|length| (300..=400).contains(length)),
        "{lengths:?}"
    );
}

#[test]
fn the_table_of_passages_has_a_line_for_each_with_its_words_and_a_link_to_its_hit() {
    let Answer::List(list) = engine().ask(&Question::List {
        filter: filter("q=wrote&list=passages&sort=title"),
        page: "?".to_owned(),
    }) else {
        panic!("a list answers a list");
    };
    assert_eq!(
        list,
        "place,title,outlet,author,published,hits,hit,quote,file,link\r\n\
         \"1\",\"The engine\",\"The Daily\",\"A. Nobody\",\"2016-12-01\",\"2\",\"1\",\
         \"Ada Lovelace wrote in London. Lovelace wrote a letter.\",\"a.txt\",\
         \"?view=read&read=a&at=1&q=wrote\"\r\n\
         \"2\",\"The engine\",\"The Daily\",\"A. Nobody\",\"2016-12-01\",\"1\",\"3\",\
         \"On Friday nobody wrote.\",\"a.txt\",\"?view=read&read=a&at=3&q=wrote\"\r\n"
    );
}

/// The parts of a document that have hits, as it is read: their first hits.
fn parts_with_hits(read: &DocumentText) -> Vec<u32> {
    let parts = read.blocks.iter().flat_map(Block::open);
    let first = |part: PartText| part.runs.iter().find_map(|run| run.hit);
    parts.filter_map(first).collect()
}

proptest! {
    #[test]
    fn the_passages_of_a_document_are_the_parts_in_which_a_reader_finds_hits(
        texts in prop::collection::vec("((bear|cozy|rain|\n\n)[ .]){1,12}", 0..6),
        query in 0..5usize,
        order in 0..Order::ALL.len(),
        page in 1..5u32,
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let engine = Engine::open(corpus(&texts));
        let query = ["bear", "bear cozy ", "\"cozy bear\" OR rain ", "bear -rain ", "title:bear rain "][query];
        let filter = Filter {
            query: query.to_owned(),
            order: Order::ALL[order],
            listing: Listing::Passages,
            ..Filter::default()
        };
        let Answer::Survey(survey) = engine.ask(&Question::Survey { filter: filter.clone() }) else {
            panic!("a survey answers a survey");
        };
        let mut found = vec![];
        for from in (0..survey.listed).step_by(page as usize) {
            let filter = filter.clone();
            let Answer::Found(more) = engine.ask(&Question::Found { filter, from, count: page }) else {
                panic!("more is told");
            };
            found.extend(more);
        }
        prop_assert_eq!(found.len(), survey.listed as usize);
        prop_assert_eq!(found.first(), survey.found.first());
        let read = Question::Reading { document: None, filter, version: Version::Repaired };
        let Answer::Reading(read) = engine.ask(&read) else {
            panic!("a reading answers a reading");
        };
        for read in read.documents {
            let own = found.iter().filter(|found| found.document.slug == read.document.slug);
            let mut hits: Vec<u32> = own.map(|found| found.snippets[0].hit).collect();
            hits.sort_unstable();
            prop_assert_eq!(hits, parts_with_hits(&read), "{}", query);
        }
    }
}
