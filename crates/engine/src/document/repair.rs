//! Repairs: what is certainly damaged in a text is put right, one pass after the other, and every
//! change is kept so that it can be undone.

mod characters;
mod decoding;
mod endings;
mod lines;
mod tokenised;

use super::draft::Draft;

/// Repairs an original.
pub(super) fn repaired(original: &str) -> Draft {
    let mut draft = Draft::new(original.to_owned());
    draft.apply(endings::line_endings(original));
    decoding::put_right(&mut draft);
    let edits = characters::put_right(&draft.text);
    draft.apply(edits);
    let edits = tokenised::put_right(&draft.text);
    draft.apply(edits);
    let edits = lines::put_right(&draft.text);
    draft.apply(edits);
    draft
}
