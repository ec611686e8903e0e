//! Repairs: what is certainly damaged in a text is put right, one pass after the other, and every
//! change is kept so that it can be undone.

mod characters;
mod decoding;
mod endings;
mod lines;
mod tokenised;

use super::draft::{Draft, Edit};
use super::manuscript::Lines;

/// Repairs what is certainly damaged.
pub(super) fn repair(draft: &mut Draft, ends: Lines) {
    let pass = |draft: &mut Draft, find: fn(&str) -> Vec<Edit>| draft.apply(find(&draft.text));
    pass(draft, endings::put_right);
    decoding::put_right(draft);
    pass(draft, characters::put_right);
    pass(draft, tokenised::put_right);
    pass(
        draft,
        match ends {
            Lines::AsTheyFall => lines::put_right,
            Lines::Fitted => lines::put_right_fitted,
        },
    );
}
