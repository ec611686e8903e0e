//! Queries that are out to harm: each is answered, and what is wrong with it is said.

use super::*;

#[track_caller]
fn check_answered(query: &str) {
    let engine = engine();
    let filter = Filter {
        query: query.to_owned(),
        ..Filter::default()
    };
    let Answer::Survey(survey) = engine.ask(&Question::Survey {
        filter: filter.clone(),
    }) else {
        panic!("a survey answers a survey");
    };
    let start: String = query.chars().take(20).collect();
    assert!(!survey.complaints.is_empty(), "{start}…");
    let typed = query.to_owned();
    engine.ask(&Question::Suggest { typed });
    engine.ask(&Question::Reading {
        document: Some("a".to_owned()),
        filter,
        version: Version::Original,
    });
}

#[test]
fn brackets_without_end_and_operators_alone_are_answered_with_a_complaint() {
    for sign in [
        "(", ")", "-(", "NOT ", "AND ", "OR ", "\"", "[", "+-", "title:",
    ] {
        check_answered(&sign.repeat(10_000));
    }
}

#[test]
fn a_hundred_thousand_characters_are_answered_with_a_complaint() {
    check_answered(&"lovelace ".repeat(11_112));
    check_answered(&"x".repeat(100_000));
    check_answered(&"lovelace~2 OR lovelac* ".repeat(4_348));
    check_answered(&"\"ada lovelace\"~999 ".repeat(5_264));
    check_answered(&"é\u{301}\u{202e}🦀".repeat(25_000));
}
