//! What follows from what happens.

use dossier_engine::address::View;
use dossier_engine::ask::{DocumentCard, Engine, FIRST_FOUND};
use dossier_engine::corpus::{About, Corpus};

use super::*;

fn after(start: State, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions
        .into_iter()
        .fold(Rc::new(start), |state, action| state.reduce(action))
}

fn survey_of(query: &str) -> Question {
    let mut address = Address::default();
    address.filter.query = query.into();
    State::opened(address, Vec::new(), Own::default())
        .questions()
        .survey
}

fn survey_with(hits: u32) -> Answer {
    Answer::Survey(Survey {
        hits,
        ..Survey::default()
    })
}

#[test]
fn an_answer_to_the_question_asked_is_shown() {
    let state = after(
        State::default(),
        [Action::Told(survey_of(""), survey_with(7))],
    );
    assert_eq!(state.survey.value().map(|survey| survey.hits), Some(7));
}

#[test]
fn an_answer_that_comes_too_late_is_dropped() {
    let state = after(
        State::default(),
        [
            Action::Go(Move::Search("bear".into())),
            Action::Told(survey_of("be"), survey_with(2)),
        ],
    );
    assert!(state.survey.value().is_none());
}

#[test]
fn the_last_answer_stays_until_the_next_one_comes() {
    let state = after(
        State::default(),
        [
            Action::Told(survey_of(""), survey_with(7)),
            Action::Go(Move::Search("bear".into())),
        ],
    );
    assert_eq!(state.survey.value().map(|survey| survey.hits), Some(7));
    assert!(!state.survey.answers(&state.questions().survey));
}

#[test]
fn who_wants_more_gets_it_until_the_filter_changes() {
    let state = after(State::default(), [Action::WantMore, Action::WantMore]);
    let Some(Question::Found { from, count, .. }) = state.questions().more else {
        panic!("more is asked for");
    };
    assert_eq!((from, count), (FIRST_FOUND as u32, 2 * NEXT_FOUND));
    let state = after((*state).clone(), [Action::Go(Move::Search("bear".into()))]);
    assert_eq!(state.questions().more, None);
}

#[test]
fn passages_are_listed_among_the_results_alone() {
    let listed = |state: &State| match state.questions().survey {
        Question::Survey { filter } => filter.listing,
        other => panic!("{other:?}"),
    };
    let passages = Action::Go(Move::List(Listing::Passages));
    let state = after(State::default(), [Action::WantMore, passages]);
    assert_eq!((listed(&state), state.wanted), (Listing::Documents, 0));
    let state = after((*state).clone(), [Action::Go(Move::Show(View::Results))]);
    assert_eq!(listed(&state), Listing::Passages);
    let told = Action::Told(state.questions().survey, survey_with(7));
    let state = after(
        (*state).clone(),
        [told, Action::Go(Move::Show(View::Overview))],
    );
    assert!(
        state.shown_documents().is_none(),
        "passages are no documents"
    );
    assert_eq!(listed(&state), Listing::Documents);
}

#[test]
fn suggestions_are_asked_for_while_the_reader_types() {
    let state = after(
        State::default(),
        [
            Action::Type(Typing::Words),
            Action::Go(Move::Search("bea".into())),
        ],
    );
    let typed = "bea".to_owned();
    assert_eq!(
        state.questions().suggestions,
        Some(Question::Suggest { typed })
    );
    let state = after((*state).clone(), [Action::Type(Typing::Idle)]);
    assert_eq!(state.questions().suggestions, None);
}

#[test]
fn a_list_is_taken_along_once() {
    let state = after(State::default(), [Action::Take("page?".into())]);
    let Some(question) = state.questions().list else {
        panic!("the list is asked for");
    };
    let told = Action::Told(question, Answer::List("place\r\n".into()));
    let state = after((*state).clone(), [told]);
    assert_eq!(state.questions().list, None);
    assert!(state.list.value().is_some());
}

#[test]
fn what_changes_nothing_wakes_nobody() {
    let state = Rc::new(State::default());
    let same = Rc::clone(&state).reduce(Action::Dismiss);
    assert!(Rc::ptr_eq(&state, &same));
}

/// What becomes of this link when the engine, asked about a text, has told of its entity.
fn after_its_card(text: &str, link: &str) -> Rc<State> {
    let document = dossier_engine::document::read("a.txt", text.as_bytes()).expect("a document");
    let engine = Engine::open(Corpus::build(About::default(), vec![document], None));
    let (address, _) = Address::parse_on_host(link);
    let state = State::opened(address, Vec::new(), Own::default());
    let question = state.questions().card.expect("the card is asked for");
    let answer = engine.ask(&question);
    after(state, [Action::Told(question, answer)])
}

#[test]
fn an_entity_with_a_page_is_looked_at_under_that_pages_address() {
    let often = "Ada Lovelace wrote. Ada Lovelace rested. Ada Lovelace wrote on.";
    let link = "?view=entity&about=ada-lovelace&lines=before";
    let state = after_its_card(often, link);
    let page = "about/ada-lovelace/?lines=before";
    assert_eq!(state.address.link_on_host(), page);
    assert_eq!(state.trace, Trace::Refinement);
    let once = after_its_card("Ada Lovelace wrote.", link);
    assert_eq!(once.address.link_on_host(), link);
    for (link, text) in [(page, often), ("?about=ada-lovelace", often)] {
        let state = after_its_card(text, link);
        assert_eq!(state.address.link_on_host(), link);
        assert_eq!(state.trace, Trace::Restored, "nothing is written anew");
    }
}

#[test]
fn one_document_is_read_whatever_the_facets_say() {
    let mut address = Address {
        view: View::Read,
        document: Some("first".into()),
        ..Address::default()
    };
    let before = State::opened(address.clone(), Vec::new(), Own::default()).questions();
    address = Move::Toggle(crate::state::moves::tests::year("2016")).from(&address);
    let after = State::opened(address, Vec::new(), Own::default()).questions();
    assert_eq!(before.reading, after.reading);
    assert_ne!(before.survey, after.survey);
}

#[test]
fn another_corpus_is_counted_so_that_everything_is_asked_anew() {
    let state = after(State::default(), [Action::Opened, Action::Opened]);
    assert_eq!(state.openings, 2);
}

/// A text that was read, and the question it answers.
fn told_reading(state: &State) -> Action {
    let asked = state.questions().reading.expect("a text is asked for");
    Action::Told(asked, Answer::Reading(Reading::default()))
}

fn read(slug: &str) -> Action {
    Action::Go(Move::Read(Some(slug.into())))
}

#[test]
fn the_page_waits_until_all_that_is_asked_is_answered() {
    let start = after(State::default(), []);
    assert!(start.waits());
    let state = start.reduce(Action::Told(survey_of(""), survey_with(7)));
    assert!(!state.waits());
    let state = state.reduce(Action::Type(Typing::Words));
    assert!(state.waits(), "suggestions are on their way");
    let asked = state.questions().suggestions.expect("suggestions");
    let told = Action::Told(asked, Answer::Suggestions(Vec::new()));
    assert!(!state.clone().reduce(told).waits());
    assert!(!state.reduce(Action::LoseEngine).waits());
}

#[test]
fn a_text_is_waited_for_with_where_it_comes_from() {
    let survey = Action::Told(survey_of(""), survey_with(7));
    let state = after(State::default(), [survey, read("a")]);
    let (told, origin) = (told_reading(&state), state.questions().origin);
    let state = state.reduce(told);
    assert!(state.waits());
    let origin = Action::Told(origin.expect("its origin"), Answer::Origin(None));
    assert!(!state.reduce(origin).waits());
}

#[test]
fn no_text_stands_under_the_address_of_another() {
    let state = after(State::default(), [read("a")]);
    let told = told_reading(&state);
    let state = state.reduce(told).reduce(read("b"));
    assert!(state.shown_reading().is_none());
}

#[test]
fn opening_a_document_is_rehearsed_with_the_shortest_and_shown_to_nobody() {
    let found = [("long", 900), ("short", 30)].map(|(slug, words)| Found {
        document: DocumentCard {
            slug: slug.into(),
            words,
            ..DocumentCard::default()
        },
        ..Found::default()
    });
    let survey = Answer::Survey(Survey {
        found: found.into(),
        ..Survey::default()
    });
    let actions = [Action::Told(survey_of(""), survey), Action::Rehearse];
    let state = after(State::default(), actions);
    let asked = after(State::default(), [read("short")]).questions().reading;
    assert_eq!(state.questions().reading, asked);
    let told = told_reading(&state);
    let state = state.reduce(told);
    assert!(state.rehearsed_reading().is_some() && state.shown_reading().is_none());
    assert!(!state.waits(), "nobody waits for it");
    let over = state.reduce(Action::Rehearse);
    assert!(over.rehearsed_reading().is_none());
    assert!(
        over.clone().reduce(Action::Rehearse) == over,
        "once is enough"
    );
    let reading = after(State::default(), [read("short")]);
    assert!(reading.clone().reduce(Action::Rehearse) == reading);
}
