use dossier_engine::ask::Question;
use yew::prelude::*;

use crate::desk::{Desk, Hearers};
use crate::state::{Action, State};

/// Asks what the state implies, each question once.
#[hook]
pub fn use_questions(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    let desk = use_memo((), move |()| {
        let (told, lost) = (dispatch.clone(), dispatch);
        Desk::open(Hearers {
            told: Callback::from(move |(question, answer)| {
                told.dispatch(Action::Told(question, answer));
            }),
            lost: Callback::from(move |()| lost.dispatch(Action::LoseEngine)),
        })
    });
    let asked = state.questions();
    use_question(&desk, Some(Question::Contents));
    use_question(&desk, Some(asked.survey));
    use_question(&desk, asked.reading);
    use_question(&desk, asked.card);
}

#[hook]
fn use_question(desk: &Desk, question: Option<Question>) {
    let desk = desk.clone();
    use_effect_with(question, move |question| {
        if let Some(question) = question.clone() {
            desk.ask(question);
        }
    });
}
