//! The decisions of this reader, kept in this browser.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{boot, storage};
use crate::state::{Own, Stance};

/// The name under which decisions are kept: several dossiers may lie on one host.
fn name(what: &str) -> String {
    format!("{what} {}", boot::root().unwrap_or_default())
}

/// The reader's decisions as they were kept.
pub fn kept_decisions() -> Own {
    let stance = match storage::read(&name("set-aside")) {
        Some(_) => Stance::Aside,
        None => Stance::Applied,
    };
    Own::kept(
        &storage::read(&name("decisions")).unwrap_or_default(),
        stance,
    )
}

/// Keeps the reader's decisions as soon as they are made.
#[hook]
pub fn use_own(own: Rc<Own>) {
    use_effect_with(own, |own| {
        let text = Some(own.text()).filter(|text| !text.is_empty());
        storage::write(&name("decisions"), text.as_deref());
        let aside = (own.stance == Stance::Aside).then_some("1");
        storage::write(&name("set-aside"), aside);
    });
}
