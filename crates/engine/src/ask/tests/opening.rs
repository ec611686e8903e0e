//! What is told while a corpus is opened, piece by piece.

use super::*;

#[test]
fn a_corpus_opens_piece_by_piece() {
    let mut opening = Opening::new(corpus(&DOCUMENTS));
    assert_eq!(opening.step(1), Progress { done: 1, of: 3 }, "one at least");
    assert!(opening.step(1_000).is_complete());
    let question = Question::Survey {
        filter: filter("q=lovelace"),
    };
    assert_eq!(opening.hear(&question), None, "words are not known yet");
    assert_eq!(opening.finish().ask(&question), engine().ask(&question));
}

#[test]
fn what_needs_no_words_is_answered_while_a_corpus_opens_as_it_is_later() {
    let mut opening = Opening::new(corpus(&DOCUMENTS));
    let filter = || filter("year=2018&sort=title");
    for question in [
        Question::Contents,
        Question::Survey { filter: filter() },
        Question::Found {
            filter: filter(),
            from: 1,
            count: 9,
        },
        Question::Reading {
            document: Some("a".to_owned()),
            filter: filter(),
            version: Version::Repaired,
        },
        Question::Card {
            entity: "london".to_owned(),
            filter: filter(),
        },
        Question::List {
            filter: filter(),
            page: String::new(),
        },
    ] {
        assert_eq!(opening.hear(&question), Some(engine().ask(&question)));
    }
}
