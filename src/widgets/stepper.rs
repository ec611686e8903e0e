//! Forth and back through places.

use dossier_engine::ask::counted;
use yew::prelude::*;

use super::{Button, Sign, Ways, element, glyph};
use crate::state::Move;

/// Steps from place to place in what is read, round and round. The reader stands at the place `at`
/// of `of`, counted from 1; `what` stands at each: "mention", "hit".
pub fn stepper(ways: &Ways, at: Option<u32>, of: u32, what: &'static str) -> Html {
    let button = |label: &str, key, sign, to| {
        let looks = Button {
            label: Some(format!("{label} {what}").into()),
            key: Some(key),
            is_dead: of == 0,
            ..Button::default()
        };
        ways.button(Move::Stand(to), looks, glyph(sign))
    };
    let says = match at.filter(|at| *at <= of) {
        Some(at) => format!("{what} {at} of {of}"),
        None => counted(of, what),
    };
    html! {
        <div class="stepper" role="group" aria-label={format!("Step through the {what}s")}>
            { button("Previous", "p", Sign::Previous, before(at, of)) }
            { button("Next", "n", Sign::Next, after(at, of)) }
            <span class="stepper-place" role="status">{ says }</span>
            <span class="stepper-keys" aria-hidden="true">{ element("kbd", "", "p") }{ element("kbd", "", "n") }</span>
        </div>
    }
}

/// The place after `at`: after the last the first.
pub fn after(at: Option<u32>, of: u32) -> u32 {
    match at {
        Some(at) if at < of => at + 1,
        _ => 1,
    }
}

/// The place before `at`: before the first the last. A link may say any number.
pub fn before(at: Option<u32>, of: u32) -> u32 {
    match at {
        Some(at) if at > 1 => (at - 1).min(of),
        _ => of,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stepping_goes_round() {
        assert_eq!(
            (after(None, 3), after(Some(1), 3), after(Some(3), 3)),
            (1, 2, 1)
        );
        assert_eq!(
            (before(None, 3), before(Some(3), 3), before(Some(1), 3)),
            (3, 2, 3)
        );
        assert_eq!((after(Some(99), 3), before(Some(99), 3)), (1, 3));
    }
}
