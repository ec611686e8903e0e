//! What a page puts around its article, told by its phrases, and by what stands around it.

use super::blocks::Block;
use super::phrases::{BEGINNINGS, INSIDE, WHOLES};
use super::{ends_a_sentence, is_prose};
use crate::document::Role;
use crate::text::Span;
use crate::text::fold::fold;

/// Bytes of the longest and of the shortest line that is judged by its phrases.
const LONGEST_LINE: usize = 300;
const SHORTEST_LINE: usize = 4;

/// Bytes of a paragraph too long for a comment form; it ends one.
const LONG_PROSE: usize = 300;

/// Names the lines that tell by themselves what they are.
pub(super) fn name(text: &str, blocks: &mut [Block]) {
    for block in blocks.iter_mut().filter(|block| block.is_open()) {
        block.role = judge(text, block.span);
    }
}

/// What a line or a sentence is, if its words tell.
pub(super) fn judge(text: &str, span: Span) -> Option<Role> {
    let line = span.of(text);
    if line.len() < SHORTEST_LINE {
        return None;
    }
    if line.len() > LONGEST_LINE {
        return is_list_of_links(line).then_some(Role::RelatedLinks);
    }
    let folded = fold(line);
    if let Some(role) = by_phrase(&folded) {
        return Some(role);
    }
    if is_tweet_credit(line) {
        Some(Role::TweetCredit)
    } else if is_menu(&line.to_lowercase()) {
        Some(Role::Navigation)
    } else if is_label(line) {
        Some(Role::PageFurniture)
    } else if counts_comments(&folded) {
        Some(Role::Comments)
    } else if is_copyright(line) {
        Some(Role::Copyright)
    } else {
        is_list_of_links(line).then_some(Role::RelatedLinks)
    }
}

/// The role that the phrases in a folded line tell.
fn by_phrase(line: &str) -> Option<Role> {
    let bare = line.trim_matches(|c: char| !c.is_alphabetic());
    let whole = || WHOLES.iter().find(|(_, phrase)| bare == *phrase);
    let begins = || {
        let says =
            |(_, phrase): &&(Role, &str)| line.starts_with(phrase) || bare.starts_with(phrase);
        BEGINNINGS.iter().find(says)
    };
    let inside = || {
        let words = line.match_indices(' ').map(|(at, _)| &line[at + 1..]);
        [line]
            .into_iter()
            .chain(words)
            .find_map(|rest| INSIDE.iter().find(|(_, phrase)| rest.starts_with(phrase)))
    };
    let told = whole().or_else(begins).or_else(inside);
    told.map(|(role, _)| *role)
}

/// `— Ada Loon (@adaloon) January 26, 2018`, as posts are credited that a page shows.
fn is_tweet_credit(line: &str) -> bool {
    let year = line.chars().rev().take_while(char::is_ascii_digit).count() == 4;
    line.starts_with(['—', '–', '-']) && line.contains("(@") && year
}

/// `Home | News | Sport`: three places of a site or more on one line.
fn is_menu(line: &str) -> bool {
    const PLACES: [&str; 16] = [
        "home",
        "news",
        "sport",
        "sports",
        "opinion",
        "about",
        "about us",
        "contact",
        "contact us",
        "subscribe",
        "log in",
        "login",
        "sign in",
        "search",
        "privacy policy",
        "terms of service",
    ];
    let marks = ["  ", "|", "·", "•", " > ", "»", " / ", "\t"];
    let Some(mark) = marks.into_iter().find(|mark| line.contains(mark)) else {
        return false;
    };
    let mut places = line
        .split(mark)
        .map(str::trim)
        .filter(|place| !place.is_empty());
    let short = places.clone().all(|place| place.split(' ').count() <= 3);
    short && places.clone().count() >= 3 && places.any(|place| PLACES.contains(&place))
}

/// `BC-RAIN:LA — national (650 words)`, for editors.
fn is_label(line: &str) -> bool {
    line.ends_with(" words)") && line.contains(|c: char| c.is_ascii_digit())
}

/// `2 comments`, `3 thoughts on “Rain”`.
fn counts_comments(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if rest.len() < line.len() {
        rest.trim_start()
    } else {
        ""
    };
    matches!(rest, "comment" | "comments" | "replies" | "responses")
        || rest.starts_with("thoughts on")
        || rest.starts_with("responses to")
}

/// A sign and a year: `© 2019 The Herald`.
fn is_copyright(line: &str) -> bool {
    let signed = ["©", "(c) ", "(C) ", "Copyright "]
        .iter()
        .find_map(|sign| line.strip_prefix(sign));
    signed.is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// Two addresses or more, and little besides.
fn is_list_of_links(line: &str) -> bool {
    let is_address = |word: &&str| word.starts_with("http://") || word.starts_with("https://");
    let addresses = line.split_whitespace().filter(is_address);
    let (count, bytes) = addresses.fold((0, 0), |(count, bytes), a| (count + 1, bytes + a.len()));
    count >= 2 && 2 * bytes >= line.len()
}

/// Names the lines that belong to what was named before them: the fields of a comment form, the
/// headlines below "Related", the rest of a page's foot.
pub(super) fn name_the_tail(text: &str, blocks: &mut [Block]) {
    let mut region = None;
    let last_prose = last_prose(text, blocks);
    let whole: usize = open_bytes(blocks);
    let mut before = 0;
    for (at, block) in blocks.iter_mut().enumerate() {
        let line = block.span.of(text);
        match (block.role, region) {
            (Some(role), _) => {
                let below = match last_prose {
                    Some(last) => at > last || 4 * before >= whole,
                    None => before > 0,
                };
                region = begins_region(role, line).filter(|_| below).or(region);
            }
            (None, Some(Role::Comments)) if line.len() < LONG_PROSE => {
                block.role = Some(Role::Comments);
            }
            (None, Some(role)) if !is_prose(line) && last_prose.is_none_or(|last| at > last) => {
                block.role = Some(role);
            }
            (None, _) => region = None,
        }
        before += if block.is_open() { line.len() } else { 0 };
    }
}

/// The last paragraph of running text; in a text of short ones, the last sentence.
fn last_prose(text: &str, blocks: &[Block]) -> Option<usize> {
    const SENTENCE: usize = 40;
    let last = |is: &dyn Fn(&str) -> bool| {
        blocks
            .iter()
            .rposition(|block| block.is_open() && is(block.span.of(text)))
    };
    last(&is_prose).or_else(|| last(&|line| line.len() >= SENTENCE && ends_a_sentence(line)))
}

/// Bytes of what is not named yet: a page's end is below a quarter of them.
fn open_bytes(blocks: &[Block]) -> usize {
    let open = blocks.iter().filter(|block| block.is_open());
    open.map(|block| block.span.len()).sum()
}

/// The role of the lines that follow on a line of this role.
fn begins_region(role: Role, line: &str) -> Option<Role> {
    let heads = !line.contains("http");
    match role {
        Role::Comments => Some(Role::Comments),
        Role::RelatedLinks if heads => Some(Role::RelatedLinks),
        Role::Copyright | Role::Navigation | Role::Newsletter | Role::SharePrompt => {
            Some(Role::PageFurniture)
        }
        _ => None,
    }
}
