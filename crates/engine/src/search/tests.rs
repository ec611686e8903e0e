//! Search is held against a naive scan: for each document, for each word, does it agree?

mod naive;

use proptest::prelude::*;

use self::naive::{fulfils, has_hit, parts, says, speakers};
use super::*;
use crate::corpus::Corpus;
use crate::document::{Part, Role};
use crate::drawn::corpus;
use crate::entity::DocumentId;
use crate::index::Index;
use crate::query::Query;

/// Words that have much in common.
const WORDS: [&str; 12] = [
    "bear",
    "bears",
    "Beard",
    "béar",
    "bare",
    "cozy",
    "cosy",
    "COZY",
    "it’s",
    "high-tech",
    "tech",
    "U.S.",
];

fn any_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(WORDS.to_vec());
    let text = prop::collection::vec(word, 1..8).prop_map(|words| words.join(" "));
    let title = prop_oneof![Just(""), Just("# Cozy bears\n\n"), Just("# Tech\n\n")];
    let outlet = prop_oneof![
        Just(""),
        Just("@outlet The Bear\n\n"),
        Just("@outlet Tech Daily\n@published 2016-05\n\n")
    ];
    let mention = prop_oneof![
        Just(""),
        Just("\n\n⟦group:Cozy Bear⟧"),
        Just("\n\n⟦person:Bear=Ada Bear⟧ bear"),
        Just("\n\n⟦person:Bear=Ada Bear⟧ said ⟨cozy⟩, ⟨tech ⟦group:Cozy Bear⟧ said ⟨bare⟩ bear⟩")
    ];
    (outlet, title, text, mention)
        .prop_map(|(outlet, title, text, mention)| format!("{outlet}{title}{text}{mention}"))
}

fn any_corpus() -> impl Strategy<Value = Corpus> {
    prop::collection::vec(any_text(), 0..8).prop_map(|texts| {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        corpus(&texts)
    })
}

fn any_query() -> impl Strategy<Value = Query> {
    let piece = prop::sample::select(vec![
        "bear ",
        "bears ",
        "bea*",
        "bear~1 ",
        "cosy~2 ",
        "\"bear\" ",
        "\"cozy bear\" ",
        "\"bear tech\"~2 ",
        "\"bear cozy tech\"~3 ",
        "high-te*",
        "it's ",
        "us ",
        "u.s. ",
        "-",
        "(",
        ") ",
        "OR ",
        "NOT ",
        "title:",
        "kind:group ",
        "outlet:tech ",
        "entity:bear ",
        "speaker:ada ",
        "speaker:bear ",
        "date:2016 ",
        "nowhere ",
        "be",
    ]);
    prop::collection::vec(piece, 0..6).prop_map(|pieces| Query::parse(&pieces.concat()).0)
}

proptest! {
    #[test]
    fn search_finds_what_a_naive_scan_finds(corpus in any_corpus(), query in any_query()) {
        let index = Index::of(&corpus);
        let ranking = Search::new(&corpus, &index, &query).rank();
        let found: Vec<_> = ranking.documents.iter().map(|document| document.0 as usize).collect();
        let scanned: Vec<_> = (0..corpus.documents.len())
            .filter(|&document| query.clause.as_ref().is_none_or(|clause| fulfils(&corpus, document, clause)))
            .collect();
        prop_assert_eq!(found, scanned, "{}", query);
    }

    #[test]
    fn the_hits_that_are_counted_are_the_hits_that_are_marked(corpus in any_corpus(), query in any_query()) {
        let index = Index::of(&corpus);
        let search = Search::new(&corpus, &index, &query);
        let ranking = search.rank();
        let documents: Vec<_> = ranking.documents.iter().collect();
        for (document, hits) in documents.iter().zip(search.hits(&documents)) {
            prop_assert_eq!(ranking.hits[document.0 as usize] as usize, hits.len(), "{}", query);
            let text = &corpus.documents[document.0 as usize].text;
            prop_assert!(hits.iter().all(|hit| !hit.span.of(text).is_empty()));
            prop_assert!(hits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        }
    }

    #[test]
    fn the_parts_that_have_hits_are_those_in_which_a_naive_scan_finds_what_is_asked(
        corpus in any_corpus(),
        query in any_query(),
    ) {
        let index = Index::of(&corpus);
        let search = Search::new(&corpus, &index, &query);
        let all: Vec<_> = (0..corpus.documents.len() as u32).map(DocumentId).collect();
        let places = search.places(&all);
        for &document in &all {
            let hits = places.of(document);
            let told: Vec<_> = hits.iter().map(|hits| hits.part).collect();
            let parts = parts(&corpus, document.0 as usize);
            let asked = query.clause.as_ref();
            let has_hit = |part: &(Role, Vec<String>)| {
                asked.is_some_and(|clause| has_hit(clause, part.0, &part.1))
            };
            let speakers = asked.and_then(speakers).unwrap_or_default();
            let is_said = |part: &Part| {
                corpus.statements[document.0 as usize].iter().any(|said| {
                    let says = |word: &&str| says(&corpus, document.0 as usize, said, word);
                    part.span.overlaps(said.content) && speakers.iter().any(says)
                })
            };
            let texts = &corpus.documents[document.0 as usize].parts;
            let scanned = texts.iter().zip(&parts);
            let scanned = scanned.map(|(text, part)| is_said(text) || has_hit(part));
            let scanned: Vec<_> = (0..).zip(scanned).filter(|(_, has)| *has).map(|(part, _)| part).collect();
            prop_assert_eq!(told, scanned, "{}", query);
            let mut before = 0;
            for hits in &hits {
                prop_assert_eq!(hits.before, before);
                before += hits.count();
            }
        }
    }

    #[test]
    fn pages_of_results_are_one_list_in_order(corpus in any_corpus(), query in any_query(), page in 1..4usize) {
        let index = Index::of(&corpus);
        let ranking = Search::new(&corpus, &index, &query).rank();
        let whole = ranking.best(&ranking.documents, 0, usize::MAX);
        let pages: Vec<DocumentId> = (0..whole.len()).step_by(page).flat_map(|from| {
            ranking.best(&ranking.documents, from, page)
        }).collect();
        prop_assert_eq!(&pages, &whole);
        let score = |document: &DocumentId| (-ranking.scores[document.0 as usize], *document);
        prop_assert!(whole.windows(2).all(|pair| score(&pair[0]) < score(&pair[1])));
    }
}

/// The documents found, best first: `a`, `b`, `c`.
#[track_caller]
fn check_order(documents: &[&str], typed: &str, order: &str) {
    let corpus = corpus(documents);
    let index = Index::of(&corpus);
    let (query, complaints) = Query::parse(typed);
    assert_eq!(complaints, []);
    let ranking = Search::new(&corpus, &index, &query).rank();
    let best = ranking.best(&ranking.documents, 0, 99);
    let slugs: Vec<_> = best
        .iter()
        .map(|document| corpus.documents[document.0 as usize].slug.as_str())
        .collect();
    assert_eq!(slugs.join(" "), order, "{typed}");
}

#[test]
fn more_of_what_is_asked_is_better() {
    check_order(
        &["one bear of many things", "bear after bear after bear"],
        "bear ",
        "b a",
    );
}

#[test]
fn a_rare_word_tells_more_than_a_common_one() {
    check_order(
        &["dutch spies spies", "dutch dutch spies", "spies", "spies"],
        "dutch OR spies ",
        "b a c d",
    );
}

#[test]
fn a_word_in_the_title_tells_more_than_one_in_the_text() {
    check_order(
        &["It was a bear.", "# A bear\n\nIt rained."],
        "bear ",
        "b a",
    );
}

#[test]
fn the_word_itself_comes_before_what_it_starts() {
    check_order(&["a hackers story", "a hack story"], "hack", "b a");
    check_order(&["a beer story", "a bear story"], "bear~1 ", "b a");
}

#[test]
fn words_that_stand_together_come_first() {
    check_order(
        &[
            "cozy is what it was and so was the bear",
            "what it was and so was the cozy bear is",
        ],
        "cozy bear ",
        "b a",
    );
}

/// What is marked in the documents found, best first.
#[track_caller]
fn check_hits(documents: &[&str], typed: &str, marked: &[&str]) {
    let corpus = corpus(documents);
    let index = Index::of(&corpus);
    let (query, complaints) = Query::parse(typed);
    assert_eq!(complaints, []);
    let search = Search::new(&corpus, &index, &query);
    let ranking = search.rank();
    let best = ranking.best(&ranking.documents, 0, 99);
    let hits = best
        .iter()
        .zip(search.hits(&best))
        .flat_map(|(document, hits)| {
            let text = &corpus.documents[document.0 as usize].text;
            hits.into_iter().map(|hit| hit.span.of(text).to_owned())
        });
    assert_eq!(hits.collect::<Vec<_>>(), marked, "{typed}");
}

#[test]
fn who_is_asked_for_as_a_speaker_is_found_where_they_speak() {
    let documents = [
        "⟦person:Ada Bear⟧ said ⟨it rained⟩. ⟦person:Bear=Ada Bear⟧ added: ⟨it was dry⟩.",
        "⟦person:Ada Bear⟧ came home.",
        "⟦group:Cozy Bear⟧ denied ⟨it rained⟩ and met ⟦person:Ada Bear⟧.",
    ];
    check_order(&documents, "speaker:ada-bear ", "a");
    check_order(&documents, "speaker:\"ada bear\" ", "a");
    check_order(&documents, "speaker:bear ", "a c");
    check_order(&documents, "-speaker:ada ", "b c");
    check_hits(&documents, "speaker:ada ", &["it rained", "it was dry"]);
    check_hits(&documents, "rained speaker:ada ", &["rained"]);
}

#[test]
fn of_a_statement_longer_than_a_snippet_the_beginning_is_shown_up_to_a_word() {
    let drawn = format!(
        "⟦person:Ada Bear⟧ said ⟨{}⟩.",
        "it rained ".repeat(50).trim_end()
    );
    let corpus = corpus(&[&drawn]);
    let index = Index::of(&corpus);
    let (query, _) = Query::parse("speaker:ada ");
    let search = Search::new(&corpus, &index, &query);
    let places = search.places(&[DocumentId(0)]);
    let document = &corpus.documents[0];
    let cuts = best_cuts(document, &document.text, &places.of(DocumentId(0)));
    let shown = cuts[0].span.of(&document.text);
    assert!(shown.starts_with("Ada Bear said it rained it"), "{shown}");
    assert!(
        shown.ends_with(" it") || shown.ends_with(" rained"),
        "{shown}"
    );
    assert!(shown.len() <= 180);
}

#[test]
fn equals_stay_in_corpus_order() {
    check_order(&["a bear", "a bear", "a bear"], "bear ", "a b c");
    check_order(&["x", "y"], "", "a b");
    check_order(&["x", "y"], "-bear", "a b");
}

#[test]
fn a_phrase_does_not_reach_into_the_next_part() {
    check_order(&["A cozy\n\nbear", "A cozy bear"], "\"cozy bear\"", "b");
    check_order(&["A cozy\n\nbear", "A cozy bear"], "\"cozy bear\"~30", "b");
}
