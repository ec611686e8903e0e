//! What stands beside a text and belongs to it: notes, the words below pictures, items of lists.

use super::blocks::Block;
use crate::document::Role;

/// Beginnings of lines, in small letters, that say what a picture shows or whose it is.
const CAPTIONS: [&str; 11] = [
    "image:",
    "photo:",
    "photograph:",
    "picture:",
    "file photo",
    "caption:",
    "image caption",
    "photo by ",
    "photo credit",
    "image credit",
    "foto:",
];

/// Bytes of the longest caption.
const LONGEST_CAPTION: usize = 300;

/// Names notes, captions and items of lists.
pub(super) fn name(text: &str, blocks: &mut [Block]) {
    for at in 0..blocks.len() {
        if blocks[at].is_open() {
            let ends_page = blocks
                .get(at + 1)
                .is_some_and(|next| next.role == Some(Role::PageFurniture));
            blocks[at].role = judge(blocks[at].span.of(text), ends_page);
        }
    }
}

fn judge(line: &str, ends_page: bool) -> Option<Role> {
    let head = &line[..line.floor_char_boundary(16)].to_lowercase();
    if line.len() <= LONGEST_CAPTION && CAPTIONS.iter().any(|start| head.starts_with(start)) {
        Some(Role::Caption)
    } else if is_note(line, ends_page) {
        Some(Role::Footnote)
    } else if is_item(line) {
        Some(Role::ListItem)
    } else {
        None
    }
}

/// `[1] That is, in 1913.`, `¹ That is…`; at the foot of a page also `1 That is…`.
fn is_note(line: &str, ends_page: bool) -> bool {
    let bracketed = line
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("] "));
    let raised = line.starts_with(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '†', '‡']);
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let counted = (1..=3).contains(&(line.len() - number.len()))
        && number.starts_with(' ')
        && number.trim_start().starts_with(char::is_uppercase)
        && line.ends_with(['.', '!', '?', ')']);
    raised
        || ends_page && counted
        || bracketed.is_some_and(|(mark, _)| {
            mark.len() <= 3 && mark.bytes().all(|b| b.is_ascii_digit()) && !mark.is_empty()
        })
}

/// `• one`, `* one`, `- one`.
fn is_item(line: &str) -> bool {
    let rest = ["• ", "* ", "‣ ", "◦ ", "· ", "- "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark));
    rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}
