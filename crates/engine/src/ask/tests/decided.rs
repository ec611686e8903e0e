//! What an editor decides shows in every answer, and can be taken back.

use super::*;
use crate::decision::parse;

/// The engine after these decisions.
fn after(toml: &str) -> Engine {
    let (decisions, refused) = parse(toml);
    assert_eq!(refused, []);
    let decisions: Vec<_> = decisions
        .into_iter()
        .map(|(_, decision)| decision)
        .collect();
    let mut engine = engine();
    engine.decide(&decisions);
    engine
}

const MERGE: &str = "[[decision]]\nmerge = ['place: London', 'place: Bath']\n";

#[test]
fn what_a_reader_decides_can_be_taken_back() {
    let questions = [
        Question::Contents,
        Question::Survey {
            filter: filter("entity=london"),
        },
        Question::Card {
            entity: "london".to_owned(),
            filter: filter(""),
        },
    ];
    let told = |engine: &Engine| questions.each_ref().map(|question| engine.ask(question));
    let mut decided = after(MERGE);
    assert_ne!(told(&decided), told(&engine()));
    decided.decide(&[]);
    assert_eq!(told(&decided), told(&engine()));
}

#[track_caller]
fn check_reviewed(toml: &str, yes: u32, no: u32) {
    let Answer::Survey(survey) = after(toml).ask(&Question::Survey {
        filter: filter("reviewed=yes"),
    }) else {
        panic!("the answer is a survey");
    };
    let told = survey.values(Facet::Reviewed).iter();
    let counts: Vec<_> = told.map(|v| (v.slug.as_str(), v.count)).collect();
    assert_eq!(counts, [("yes", yes), ("no", no)], "{toml}");
    assert_eq!(survey.documents > 0, yes > 0);
}

#[test]
fn what_a_decision_that_holds_speaks_of_is_reviewed() {
    check_reviewed("", 0, 8);
    check_reviewed("[[decision]]\nconfirm = 'person: Ada Lovelace'\n", 3, 5);
    check_reviewed(MERGE, 3, 5);
    check_reviewed(
        "[[decision]]\nrename = 'place: Bath'\nto = 'Aquae Sulis'\n",
        1,
        7,
    );
    check_reviewed("[[decision]]\nhide = 'place: Bath'\n", 0, 7);
    check_reviewed("[[decision]]\nconfirm = 'person: Nobody Known'\n", 0, 8);
}

#[track_caller]
fn check_follows(toml: &str, link: &str, found: &str, says: &str) {
    let Answer::Survey(survey) = after(toml).ask(&Question::Survey {
        filter: filter(link),
    }) else {
        panic!("the answer is a survey");
    };
    let slugs: Vec<_> = survey
        .found
        .iter()
        .map(|f| f.document.slug.as_str())
        .collect();
    assert_eq!(slugs.join(" "), found);
    let said: Vec<_> = survey
        .complaints
        .iter()
        .map(|said| said.message.as_str())
        .collect();
    assert_eq!(said, [says]);
}

#[test]
fn a_filter_follows_what_it_names_and_says_so() {
    check_follows(
        MERGE,
        "entity=bath",
        "a c",
        "By an editor's decision “bath” is “London” now; the link follows it.",
    );
    check_follows(
        "[[decision]]\nrename = 'place: Bath'\nto = 'Aquae Sulis'\n",
        "entity=bath",
        "c",
        "By an editor's decision “bath” is “Aquae Sulis” now; the link follows it.",
    );
    check_follows(
        "[[decision]]\nhide = 'place: Bath'\n",
        "entity=bath&document=a",
        "a",
        "By an editor's decision “bath” is hidden; the condition was left out.",
    );
}

#[test]
fn a_condition_under_an_old_address_can_be_taken_back() {
    let question = Question::Survey {
        filter: filter("entity=bath"),
    };
    let Answer::Survey(survey) = after(MERGE).ask(&question) else {
        panic!("the answer is a survey");
    };
    let values = survey.values(Facet::Entity).iter();
    let mut chosen = values.filter(|value| value.slug == "bath");
    assert_eq!(
        chosen.next().map(|value| value.label.as_str()),
        Some("London")
    );
}

#[test]
fn the_card_of_an_old_address_is_that_of_the_new_one() {
    let card = |entity: &str| {
        let Answer::Card(card) = after(MERGE).ask(&Question::Card {
            entity: entity.to_owned(),
            filter: filter(""),
        }) else {
            panic!("the answer is a card");
        };
        card
    };
    assert_eq!(card("bath").map(|card| card.slug), Some("london".into()));
    assert_eq!(card("bath"), card("london"));
}

#[test]
fn a_page_is_of_what_the_publisher_decided_and_of_nothing_that_others_do() {
    let paged = |engine: &Engine| -> Vec<String> {
        let paged = engine.paged();
        paged.map(|entity| entity.slug.clone()).collect()
    };
    let checked = "[[decision]]\nconfirm = 'place: Bath'\n";
    assert_eq!(paged(&after(checked)), ["ada-lovelace", "london", "bath"]);
    assert_eq!(paged(&after(MERGE)), ["ada-lovelace", "london"]);
    let hidden = "[[decision]]\nhide = 'place: London'\n";
    assert_eq!(paged(&after(hidden)), ["ada-lovelace"]);
    let by_a_reader = |own: &str| {
        let (own, sent) = (own.to_owned(), Vec::new());
        let mut engine = engine();
        engine.hear(&Question::Decide { own, sent });
        paged(&engine)
    };
    assert_eq!(by_a_reader(checked), ["ada-lovelace", "london"]);
    assert_eq!(by_a_reader(MERGE), ["ada-lovelace"]);
    assert_eq!(by_a_reader(hidden), ["ada-lovelace"]);
}

/// A survey without what an editor reviewed: only that tells that a corpus was decided on.
fn but_for_review(answer: Answer) -> Survey {
    let Answer::Survey(mut survey) = answer else {
        panic!("the answer is a survey");
    };
    let facets = &mut survey.facets;
    facets.retain(|counts| counts.facet != Facet::Reviewed);
    survey
}

#[test]
fn filters_count_as_if_the_corpus_had_always_been_so() {
    let mut engine = engine();
    for toml in [
        MERGE,
        "[[decision]]\nhide = 'place: Bath'\n",
        "[[decision]]\nretype = 'place: Bath'\nto = 'group'\n",
        "[[decision]]\nrename = 'place: Bath'\nto = 'Aquae Sulis'\n",
        "[[decision]]\nsplit = 'place: Bath'\ndocument = 'a'\nto = 'place: New Bath'\n",
        "[[decision]]\nhide-mention = { document = 'a', quote = 'Bath' }\n",
        "",
    ] {
        let (decisions, _) = parse(toml);
        let decisions: Vec<_> = decisions.into_iter().map(|(_, read)| read).collect();
        engine.decide(&decisions);
        let anew = Engine::open(engine.corpus().clone());
        for typed in [
            "",
            "q=bath",
            "entity=new-bath",
            "kind=group",
            "q=entity:sulis",
        ] {
            let filter = filter(typed);
            let question = Question::Survey { filter };
            let [decided, always] =
                [&engine, &anew].map(|engine| but_for_review(engine.ask(&question)));
            assert_eq!(decided, always, "{toml} {typed}");
        }
        let starting = Question::Values {
            facet: Facet::Entity,
            start: "ba".to_owned(),
            filter: filter(""),
        };
        assert_eq!(engine.ask(&starting), anew.ask(&starting), "{toml}");
    }
}
