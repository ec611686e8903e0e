use yew::prelude::*;

use super::{Glyph, Sign};
use crate::hooks::use_go;
use crate::state::Move;
use crate::wording::counted;

/// Properties of [`Stepper`].
#[derive(Properties, PartialEq)]
pub struct StepperProps {
    /// The place stood at, from 1.
    pub at: Option<u32>,
    /// How many places there are.
    pub of: u32,
    /// What stands at each: "mention", "hit".
    pub what: AttrValue,
}

/// Steps from place to place in what is read, round and round.
#[component]
pub fn Stepper(props: &StepperProps) -> Html {
    let go = use_go();
    let StepperProps { at, of, what } = props;
    let (next, previous) = (after(*at, *of), before(*at, *of));
    let says = match at.filter(|at| at <= of) {
        Some(at) => format!("{what} {at} of {of}"),
        None => counted(*of, what),
    };
    html! {
        <div class="stepper" role="group" aria-label={format!("Step through the {what}s")}>
            <button
                aria-label={format!("Previous {what}")}
                aria-keyshortcuts="p"
                disabled={*of == 0}
                onclick={go.reform(move |_| Move::Stand(previous))}
            >
                <Glyph sign={Sign::Previous} />
            </button>
            <button
                aria-label={format!("Next {what}")}
                aria-keyshortcuts="n"
                disabled={*of == 0}
                onclick={go.reform(move |_| Move::Stand(next))}
            >
                <Glyph sign={Sign::Next} />
            </button>
            <span class="stepper-place" role="status">{ says }</span>
            <span class="stepper-keys" aria-hidden="true"><kbd>{ "p" }</kbd><kbd>{ "n" }</kbd></span>
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
