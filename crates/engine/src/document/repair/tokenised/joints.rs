//! Where words and marks of a tokenised line belong together.

use super::address;

/// Which gaps between the words and marks of a line are to be closed.
pub(super) struct Joints {
    /// For each token, what becomes of the gap before it.
    before: Vec<Joint>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Open,
    Closed,
    /// Closed, inside of a web address.
    Address,
}

/// A quotation that was opened, by its mark.
#[derive(Default)]
struct Quotes {
    double: bool,
    single: bool,
}

impl Joints {
    /// `dashes` says that the text has dashes proper, so that its hyphens are hyphens.
    pub(super) fn of(words: &[&str], dashes: bool) -> Self {
        let mut joints = Self {
            before: vec![Joint::Open; words.len() + 1],
        };
        let mut quotes = Quotes::default();
        let mut at = 0;
        while at < words.len() {
            let pieces = address::pieces(&words[at..]);
            if pieces > 0 {
                joints.before[at + 1..at + pieces].fill(Joint::Address);
                at += pieces;
                continue;
            }
            let (left, right) = sides(words, at, dashes, &mut quotes);
            if left {
                joints.before[at] = Joint::Closed;
            }
            if right {
                joints.before[at + 1] = Joint::Closed;
            }
            at += 1;
        }
        joints
    }

    /// Whether the gap before a token is to be closed.
    pub(super) fn closes(&self, token: usize) -> bool {
        token > 0
            && self
                .before
                .get(token)
                .is_some_and(|&joint| joint != Joint::Open)
    }

    /// Whether the gap before a token lies in a web address.
    pub(super) fn is_address(&self, token: usize) -> bool {
        self.before.get(token) == Some(&Joint::Address)
    }
}

/// Whether a token is joined to the one before it, and to the one after it.
fn sides(words: &[&str], at: usize, dashes: bool, quotes: &mut Quotes) -> (bool, bool) {
    let before = at.checked_sub(1).map_or("", |before| words[before]);
    let after = words.get(at + 1).copied().unwrap_or("");
    match words[at] {
        "." => (true, is_inner_dot(words, at)),
        "," => (true, is_number(before) && is_group_of_three(after)),
        ";" | ":" | "!" | "?" | ")" | "]" | "}" | "…" | "”" | "%" => (true, false),
        "(" | "[" | "{" | "“" | "‘" => (false, true),
        "$" | "£" | "€" | "#" => (false, after.starts_with(|c: char| c.is_alphanumeric())),
        "@" => {
            let mail = is_word(before) && words.get(at + 2) == Some(&".");
            (mail, is_word(after))
        }
        "n't" | "'s" | "'re" | "'ve" | "'ll" | "'d" | "'m" => (true, false),
        "’s" | "’re" | "’ve" | "’ll" | "’d" | "’m" => (true, false),
        "\"" => toggle(&mut quotes.double, before),
        "'" | "’" => apostrophe(before, after, &mut quotes.single),
        "-" => {
            let hyphen = is_hyphen(before, after, dashes);
            (hyphen, hyphen)
        }
        "_" => (before == "_", after == "_"),
        "/" => {
            let or = (before, after) == ("and", "or");
            let both = or || is_number(before) && is_number(after);
            (both, both)
        }
        _ => (false, false),
    }
}

/// A full stop in `u . s .`, `3 . 5 million`, `example . org` or `. . .`
fn is_inner_dot(words: &[&str], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| words[before]);
    let after = words.get(at + 1).copied().unwrap_or("");
    let beyond = words.get(at + 2).copied().unwrap_or("");
    let initials = is_letter(before) && is_letter(after) && beyond == ".";
    let fraction = is_number(before)
        && is_number(after)
        && before.len() <= 3
        && ["%", "percent", "million", "billion", "trillion", "points"].contains(&beyond);
    let host = ["com", "org", "net", "gov", "edu"].contains(&after) && is_word(before);
    initials || fraction || host || after == "."
}

/// Opens or closes a quotation. After white space or the end of a sentence it can only close.
fn toggle(open: &mut bool, before: &str) -> (bool, bool) {
    let closes = *open && !before.is_empty();
    *open = !closes;
    (closes, !closes)
}

/// An apostrophe in `it ' s` and `o ' neill` joins; after the s of a plural it ends a word; all
/// others are quotation marks.
fn apostrophe(before: &str, after: &str, open: &mut bool) -> (bool, bool) {
    let ending = matches!(after, "s" | "t" | "re" | "ve" | "ll" | "d" | "m");
    let elided = matches!(before, "o" | "O" | "d" | "l" | "D" | "L") && is_word(after);
    if is_word(before) && (ending || elided) {
        (true, true)
    } else if !*open && before.ends_with(['s', 'S', 'z', 'x']) && is_word(before) {
        (true, false)
    } else {
        toggle(open, before)
    }
}

/// Whether a mark between two words is a hyphen rather than a dash.
fn is_hyphen(before: &str, after: &str, dashes: bool) -> bool {
    const PREFIXES: [&str; 24] = [
        "anti", "pro", "non", "mid", "co", "re", "pre", "post", "ex", "self", "well", "vice",
        "semi", "multi", "inter", "ultra", "counter", "so", "high", "low", "long", "short",
        "cyber", "e",
    ];
    let numeric = is_number(before) || is_number(after);
    let prefix = PREFIXES.contains(&before.to_lowercase().as_str());
    is_word(before) && is_word(after) && (dashes || numeric || prefix)
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(char::is_alphanumeric)
}

fn is_letter(word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && word.chars().count() == 1
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

fn is_group_of_three(word: &str) -> bool {
    word.len() == 3 && is_number(word)
}
