//! The decisions of this reader, kept.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::boot;
use crate::state::{Own, Stance};

/// The names under which they are kept.
const DECISIONS: &str = "decisions";
const SET_ASIDE: &str = "set-aside";

/// The reader's decisions as they were kept.
pub fn kept_decisions() -> Own {
    let stance = match boot::recall(SET_ASIDE) {
        Some(_) => Stance::Aside,
        None => Stance::Applied,
    };
    Own::kept(&boot::recall(DECISIONS).unwrap_or_default(), stance)
}

/// Keeps the reader's decisions as soon as they are made.
#[hook]
pub fn use_own(own: Rc<Own>) {
    use_effect_with(own, |own| {
        let text = Some(own.text()).filter(|text| !text.is_empty());
        boot::keep(DECISIONS, text.as_deref());
        boot::keep(SET_ASIDE, (own.stance == Stance::Aside).then_some("1"));
    });
}
