//! What the state implies is asked, once.

use std::rc::Rc;

use dossier_engine::address::View;
use dossier_engine::ask::{Answer, Question};
use yew::prelude::*;

use crate::browser::boot;
use crate::desk::{Desk, Hearers};
use crate::state::{Action, State};

/// Asks what the state implies, each question once.
#[hook]
pub fn use_questions(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    let reads = state.address.view == View::Read;
    let desk = use_memo((), move |()| {
        let (told, read, lost) = (dispatch.clone(), dispatch.clone(), dispatch);
        Desk::open(Hearers {
            told: Callback::from(move |(question, answer)| {
                if fills_the_view(&answer, reads) {
                    boot::show();
                }
                told.dispatch(Action::Told(question, answer));
            }),
            read: Callback::from(move |progress| read.dispatch(Action::Read(progress))),
            lost: Callback::from(move |()| lost.dispatch(Action::LoseEngine)),
        })
    });
    let asked = state.questions();
    // Once the reader decides something or opens another corpus, all answers may be others.
    let given = (
        state.own.clone(),
        state.address.decisions.clone(),
        state.openings,
    );
    let own = use_memo(given, |(own, sent, openings)| {
        (own.in_force(), sent.clone(), *openings)
    });
    let has_decided = use_mut_ref(|| false);
    *has_decided.borrow_mut() |= !own.0.is_empty() || !own.1.is_empty();
    let decide = Question::Decide {
        own: own.0.clone(),
        sent: own.1.clone(),
    };
    let decide = has_decided.borrow().then_some(decide);
    use_question(&desk, &own, decide);
    use_question(&desk, &own, Some(Question::Contents));
    use_question(&desk, &own, Some(asked.survey));
    use_question(&desk, &own, asked.more);
    use_question(&desk, &own, asked.values);
    use_question(&desk, &own, asked.suggestions);
    use_question(&desk, &own, asked.list);
    use_question(&desk, &own, asked.reading);
    use_question(&desk, &own, asked.passage);
    use_question(&desk, &own, asked.origin);
    use_question(&desk, &own, asked.card);
    use_question(&desk, &own, asked.concordance);
    use_question(&desk, &own, asked.review);
}

/// Whether the view in the middle has all it needs with this answer, in the order of the questions.
fn fills_the_view(answer: &Answer, reads: bool) -> bool {
    match answer {
        Answer::Survey(_) => !reads,
        Answer::Reading(_) => true,
        _ => false,
    }
}

/// What answers depend on beside their questions: what the reader and the link decide, and how many
/// corpora were opened.
type Given = (String, Vec<String>, u32);

#[hook]
fn use_question(desk: &Desk, own: &Rc<Given>, question: Option<Question>) {
    let desk = desk.clone();
    use_effect_with((question, own.clone()), move |(question, _)| {
        if let Some(question) = question.clone() {
            desk.ask(question);
        }
    });
}
