//! What stands there until something comes.

use yew::prelude::*;

use super::{Inside, element, element_with};

/// Lines where text will be; `label` says what is on its way to those who hear the page. They show
/// after a tenth of a second, so what comes at once does not flicker.
pub fn skeleton(lines: usize, label: &'static str) -> Html {
    let lines: Inside = (0..lines)
        .map(|_| element("span", "skeleton-line", vec![]))
        .collect();
    let unseen = element_with("span", &["class", "role"], ["unseen", "status"], label);
    element("div", "", vec![unseen, element("div", "skeleton", lines)])
}
