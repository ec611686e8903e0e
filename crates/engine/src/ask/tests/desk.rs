//! What an editor is asked, and what comes of the answers; concordances.

use super::*;
use crate::address::{Lines, Sorting};
use crate::ask::{Concordance, Doubtful, Heard, Review};
use crate::decision::By;
use crate::mention::Confidence;

const PAPERS: [&str; 3] = [
    "@published 2016\n\n⟦person:Clara Loon⟧, the director of the harbour, met ⟦person:Klara Loon⟧. Then ⟦person:Clara Loon⟧ sang.",
    "@published 2018\n\nIn vain ⟦person:Clara Loon⟧ wrote. ⟦organisation:Harbour Board⟧ and ⟦organisation:Northern Harbour Board⟧ met.",
    "⟦person:Bob Hay⟧ knew ⟦person:Clara Loon⟧, a pilot, well.",
];

fn desk() -> Engine {
    Engine::open(corpus(&PAPERS))
}

/// What is open, whether it is asked for before decisions or after.
fn review(engine: &mut Engine) -> Review {
    match engine.hear(&Question::Review) {
        Answer::Review(review) => review,
        _ => panic!("the answer is a review"),
    }
}

fn asks(engine: &mut Engine) -> Vec<String> {
    let doubts = review(engine).doubts.into_iter();
    doubts.map(|doubt| doubt.asks).collect()
}

fn decide(engine: &mut Engine, own: &str) {
    let answer = engine.hear(&Question::Decide {
        own: own.to_owned(),
        sent: vec![],
    });
    let Answer::Decided(heard) = answer else {
        panic!("the answer is about decisions");
    };
    assert_eq!(heard.complaints, []);
}

#[test]
fn names_that_are_much_alike_are_asked_about() {
    assert_eq!(
        asks(&mut desk()),
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
            own += &pick(&review(&mut engine).doubts[0]);
            decide(&mut engine, &own);
            assert_eq!(review(&mut engine).open, left, "{own}");
        }
        assert_eq!(review(&mut engine).decided.len(), 2);
        decide(&mut engine, "");
        assert_eq!(asks(&mut engine), asks(&mut desk()));
    }
}

/// A desk where one mention of many was found with little certainty.
fn desk_with_a_doubtful_mention() -> Engine {
    let mut corpus = corpus(&[
        "⟦person:Bob Hay⟧ came. ⟦person:Bob Hay⟧ sang. ⟦person:Bob Hay⟧ left.",
        "Nobody made ⟦person:Bob Hay⟧ here. Then ⟦person:Bob Hay⟧ slept.",
    ]);
    let doubtful = &mut corpus.mentions[1][0];
    doubtful.confidence = Confidence::percent(40);
    Engine::open(corpus)
}

#[test]
fn a_mention_found_with_little_certainty_is_asked_about_and_every_answer_settles_it() {
    let asked = "Does “Bob Hay” name a person here?";
    assert_eq!(asks(&mut desk_with_a_doubtful_mention()), [asked]);
    let doubt = review(&mut desk_with_a_doubtful_mention()).doubts[0].clone();
    for (said, left) in [(&doubt.yes, 5), (&doubt.no, 4), (&doubt.unsure, 5)] {
        let mut engine = desk_with_a_doubtful_mention();
        decide(&mut engine, said);
        assert_eq!(asks(&mut engine), [""; 0], "{said}");
        let Answer::Card(Some(card)) = engine.ask(&Question::Card {
            entity: "bob-hay".to_owned(),
            filter: Filter::default(),
        }) else {
            panic!("he is still there");
        };
        assert_eq!(card.context.len(), left, "{said}");
    }
}

#[test]
fn yes_is_a_merge() {
    let mut engine = desk();
    let own = review(&mut engine).doubts[0].yes.clone();
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
    let Answer::Decided(heard) = engine.hear(&Question::Decide {
        own: own.to_owned(),
        sent: vec![],
    }) else {
        panic!("the answer is about decisions");
    };
    let said: Vec<_> = heard
        .complaints
        .iter()
        .map(|said| said.message.as_str())
        .collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[0].starts_with("Your decisions, line 5: expected a kind and a name"));
    assert!(said[2].starts_with("Your decision that “Nobody” is hidden does not fit"));
    assert_eq!(review(&mut engine).decided.len(), 2);
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

fn hear(engine: &mut Engine, own: &str, sent: &[&str]) -> Heard {
    let answer = engine.hear(&Question::Decide {
        own: own.to_owned(),
        sent: sent.iter().map(|&said| said.to_owned()).collect(),
    });
    let Answer::Decided(heard) = answer else {
        panic!("the answer is about decisions");
    };
    heard
}

const HIDE: &str = "[[decision]]\nhide = \"person: Bob Hay\"\nnote = \"A misprint.\"\n";

#[test]
fn what_is_decided_travels_in_a_link_and_is_told_as_the_senders() {
    let mut engine = desk();
    let heard = hear(&mut engine, HIDE, &[]);
    assert_eq!(
        heard.briefs,
        ["hide=\"person: Bob Hay\" note=\"A misprint.\""]
    );
    let sent: Vec<&str> = heard.briefs.iter().map(String::as_str).collect();
    hear(&mut engine, "", &sent);
    let decided = review(&mut engine).decided;
    assert_eq!((decided[0].by, decided[0].own), (By::Sender, None));
    assert_eq!(decided[0].note, "A misprint.");
}

#[test]
fn the_reader_has_the_last_word_against_a_link() {
    let mut engine = desk();
    hear(
        &mut engine,
        "[[decision]]\nconfirm = 'person: Bob Hay'\n",
        &["hide='person: Bob Hay'"],
    );
    let told: Vec<_> = review(&mut engine).decided;
    assert!(
        told[0]
            .but
            .as_ref()
            .is_some_and(|but| but.starts_with("Overruled later"))
    );
    assert_eq!((told[1].but.clone(), told[1].own), (None, Some(0)));
}

#[test]
fn what_a_link_decides_in_vain_is_told_and_the_rest_counts() {
    let mut engine = desk();
    let sent = [
        "hide=3",
        "<script>alert(1)</script>",
        "hide='person: Nobody'",
        "hide='person: Bob Hay'",
        "hide='person: A' [[decision]] hide='person: B'",
    ];
    let heard = hear(&mut engine, "", &sent);
    let said: Vec<&str> = heard
        .sent_complaints
        .iter()
        .map(|said| said.message.as_str())
        .collect();
    assert_eq!(said.len(), 4, "{said:?}");
    assert!(said[0].starts_with("The link decides “hide=3”: expected a kind and a name"));
    assert!(said[3].starts_with("The link’s decision that “Nobody” is hidden does not fit"));
    assert_eq!(heard.complaints, []);
    assert_eq!(review(&mut engine).decided.len(), 2);
}

#[test]
fn what_is_hidden_says_by_whom_and_why() {
    let mut engine = desk();
    hear(
        &mut engine,
        &format!("[[decision]]\nhide = 3\n\n{HIDE}"),
        &[],
    );
    let question = Question::Card {
        entity: "bob-hay".to_owned(),
        filter: filter(""),
    };
    let Answer::Gone(gone) = engine.ask(&question) else {
        panic!("it is hidden");
    };
    assert_eq!((gone.name.as_str(), gone.decisions.len()), ("Bob Hay", 1));
    let told = &gone.decisions[0];
    assert_eq!(
        (told.by, told.own),
        (By::Reader, Some(1)),
        "the second of the texts"
    );
    assert_eq!(told.note, "A misprint.");
    hear(&mut engine, "", &[]);
    assert!(matches!(engine.ask(&question), Answer::Card(Some(_))));
}

#[test]
fn a_line_of_a_concordance_names_its_place_so_that_it_can_be_given_away() {
    let mut engine = desk();
    let Answer::Concordance(lines) = engine.ask(&Question::Concordance {
        entity: "clara-loon".to_owned(),
        filter: filter(""),
        lines: Lines::default(),
    }) else {
        panic!("the answer is a concordance");
    };
    let places: Vec<_> = lines
        .lines
        .iter()
        .filter_map(|line| line.place.as_deref())
        .collect();
    assert_eq!(
        places[1],
        "{ document = \"a.txt\", quote = \"Clara Loon\", nth = 2 }"
    );
    let own = format!(
        "[[decision]]\nsplit = \"person: Clara Loon\"\nmention = [{}]\n",
        [places[1], places[3]].join(", ")
    );
    assert_eq!(hear(&mut engine, &own, &[]).complaints, []);
    let Answer::Card(Some(card)) = engine.ask(&Question::Card {
        entity: "clara-loon-person".to_owned(),
        filter: filter(""),
    }) else {
        panic!("there is somebody new");
    };
    let documents: Vec<_> = card
        .documents
        .iter()
        .map(|value| value.slug.as_str())
        .collect();
    assert_eq!(documents, ["a", "c"]);
}

#[test]
fn doubts_are_the_same_whether_looked_for_before_a_decision_or_after() {
    for own in [
        "merge = ['person: Clara Loon', 'person: Klara Loon']",
        "rename = 'person: Bob Hay'\nto = 'Clarra Loon'",
        "retype = 'organisation: Harbour Board'\nto = 'group'",
        "split = 'person: Clara Loon'\ndocument = 'a'\nto = 'person: C. Loon'",
        "hide = 'person: Klara Loon'",
    ] {
        let own = format!("[[decision]]\n{own}\n");
        let mut before = desk();
        let _ = before.hear(&Question::Review);
        hear(&mut before, &own, &[]);
        let mut after = desk();
        hear(&mut after, &own, &[]);
        assert_eq!(asks(&mut before), asks(&mut after));
        assert_eq!(
            before.hear(&Question::Review),
            after.hear(&Question::Review)
        );
    }
}
