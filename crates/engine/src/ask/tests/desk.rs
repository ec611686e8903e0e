//! What an editor is asked, and what comes of the answers; concordances.

use super::*;
use crate::address::{Lines, Sorting};
use crate::ask::{Concordance, Doubtful, Review};

const PAPERS: [&str; 3] = [
    "@published 2016\n\n⟦person:Clara Loon⟧, the director of the harbour, met ⟦person:Klara Loon⟧. Then ⟦person:Clara Loon⟧ sang.",
    "@published 2018\n\nIn vain ⟦person:Clara Loon⟧ wrote. ⟦organisation:Harbour Board⟧ and ⟦organisation:Northern Harbour Board⟧ met.",
    "⟦person:Bob Hay⟧ knew ⟦person:Clara Loon⟧, a pilot, well.",
];

fn desk() -> Engine {
    Engine::open(corpus(&PAPERS))
}

fn review(engine: &Engine) -> Review {
    match engine.ask(&Question::Review) {
        Answer::Review(review) => review,
        _ => panic!("the answer is a review"),
    }
}

fn asks(engine: &Engine) -> Vec<String> {
    let doubts = review(engine).doubts.into_iter();
    doubts.map(|doubt| doubt.asks).collect()
}

fn decide(engine: &mut Engine, own: &str) {
    let answer = engine.hear(&Question::Decide {
        own: own.to_owned(),
    });
    assert_eq!(answer, Answer::Decided(vec![]));
}

#[test]
fn names_that_are_much_alike_are_asked_about() {
    assert_eq!(
        asks(&desk()),
        [
            "Are “Clara Loon” and “Klara Loon” the same?",
            "Are “Harbour Board” and “Northern Harbour Board” the same?",
        ]
    );
}

#[test]
fn every_answer_settles_its_question() {
    let picks: [fn(&Doubtful) -> String; 3] = [
        |doubt| doubt.yes.clone(),
        |doubt| doubt.no.clone(),
        |doubt| doubt.unsure.clone(),
    ];
    for pick in picks {
        let mut engine = desk();
        let mut own = String::new();
        for left in [1, 0] {
            own += &pick(&review(&engine).doubts[0]);
            decide(&mut engine, &own);
            assert_eq!(review(&engine).open, left, "{own}");
        }
        assert_eq!(review(&engine).decided.len(), 2);
        decide(&mut engine, "");
        assert_eq!(asks(&engine), asks(&desk()));
    }
}

#[test]
fn yes_is_a_merge() {
    let mut engine = desk();
    let own = review(&engine).doubts[0].yes.clone();
    assert_eq!(
        own,
        "[[decision]]\nmerge = [\"person: Clara Loon\", \"person: Klara Loon\"]\nby = \"reader\"\n"
    );
    decide(&mut engine, &own);
    let Answer::Card(Some(card)) = engine.ask(&Question::Card {
        entity: "clara-loon".to_owned(),
        filter: filter(""),
    }) else {
        panic!("the answer is a card");
    };
    let names: Vec<_> = card.names.iter().map(|name| name.name.as_str()).collect();
    assert_eq!(names, ["Clara Loon", "Klara Loon"]);
    let told: Vec<_> = card
        .standing
        .decisions
        .iter()
        .map(|told| told.says.as_str())
        .collect();
    assert_eq!(told, ["“Clara Loon” and “Klara Loon” are one"]);
    let found: Vec<_> = card
        .standing
        .found
        .iter()
        .map(|part| part.name.as_str())
        .collect();
    assert_eq!(found, ["Clara Loon", "Klara Loon"]);
}

#[test]
fn what_cannot_be_used_is_told_and_the_rest_counts() {
    let own = "[[decision]]\nhide = 'person: Bob Hay'\n\n[[decision]]\nhide = 3\n\n\
               [[decision]]\nhide = 'person: Nobody'\n\n[[decision]]\n<script>alert(1)</script>";
    let mut engine = desk();
    let Answer::Decided(complaints) = engine.hear(&Question::Decide {
        own: own.to_owned(),
    }) else {
        panic!("the answer is about decisions");
    };
    let said: Vec<_> = complaints
        .iter()
        .map(|said| said.message.as_str())
        .collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[0].starts_with("Your decisions, line 5: expected a kind and a name"));
    assert!(said[2].starts_with("Your decision that “Nobody” is hidden does not fit"));
    assert_eq!(review(&engine).decided.len(), 2);
}

#[test]
fn a_card_says_what_somebody_is_said_to_be_and_when() {
    let Answer::Card(Some(card)) = desk().ask(&Question::Card {
        entity: "clara-loon".to_owned(),
        filter: filter(""),
    }) else {
        panic!("the answer is a card");
    };
    let said: Vec<_> = card
        .described
        .iter()
        .map(|d| (d.says.as_str(), d.count))
        .collect();
    assert_eq!(said, [("the director of the harbour", 1), ("a pilot", 1)]);
    let years: Vec<_> = card
        .years
        .iter()
        .map(|year| (year.label.as_str(), year.count))
        .collect();
    assert_eq!(years, [("2016", 2), ("2018", 1)]);
    assert_eq!(card.named, "\"person: Clara Loon\"");
}

fn lines(sorting: Sorting, from: u32) -> (u32, Vec<String>) {
    let question = Question::Concordance {
        entity: "clara-loon".to_owned(),
        filter: filter(""),
        lines: Lines { sorting, from },
    };
    let Answer::Concordance(Concordance { count, lines }) = desk().ask(&question) else {
        panic!("the answer is a concordance");
    };
    let drawn = lines
        .iter()
        .map(|line| format!("{}{}", line.context.document, line.at));
    (count, drawn.collect())
}

#[test]
fn lines_are_sorted_by_what_stands_beside_the_name() {
    assert_eq!(lines(Sorting::Text, 0).1, ["a1", "a2", "b1", "c1"]);
    assert_eq!(lines(Sorting::After, 0).1, ["c1", "a2", "a1", "b1"]);
    assert_eq!(lines(Sorting::Before, 0).1, ["a1", "c1", "a2", "b1"]);
    assert_eq!(lines(Sorting::Text, 3), (4, vec!["c1".to_owned()]));
    assert_eq!(lines(Sorting::Text, 9), (4, vec![]));
}
