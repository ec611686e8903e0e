//! One character that was decoded wrongly, once or several times over.

use super::encodings::{Bytebook, Bytes, COUNT};

/// Characters of the longest sequence: a pair of surrogates of three bytes each.
const LONGEST: usize = 6;

/// How many sequences that follow at once are looked at.
const FOLLOWERS: usize = 3;

/// What stands at a place in a text, as far as it matters there.
pub(super) struct Ahead {
    chars: [char; Self::LEN],
    bytes: [Bytes; Self::LEN],
    len: usize,
}

impl Ahead {
    const LEN: usize = LONGEST + FOLLOWERS * 3;

    pub(super) fn of(text: &str, book: &Bytebook) -> Self {
        let mut ahead = Self {
            chars: ['\0'; Self::LEN],
            bytes: [[0; COUNT]; Self::LEN],
            len: 0,
        };
        for ch in text.chars().take(Self::LEN) {
            ahead.chars[ahead.len] = ch;
            ahead.bytes[ahead.len] = book.bytes_of(ch);
            ahead.len += 1;
            // An ordinary letter ends whatever might follow at once.
            if ch.is_ascii_alphanumeric() {
                break;
            }
        }
        ahead
    }

    pub(super) fn get(&self, at: usize) -> Option<char> {
        self.chars[..self.len].get(at).copied()
    }

    /// Bytes of UTF-8 that the next so many characters take.
    pub(super) fn bytes_in(&self, chars: usize) -> usize {
        self.chars[..chars].iter().map(|ch| ch.len_utf8()).sum()
    }

    fn byte(&self, at: usize, encoding: usize) -> u8 {
        if at < self.len {
            self.bytes[at][encoding]
        } else {
            0
        }
    }

    /// The byte of a character that continues a sequence; zero if it was lost on the way.
    fn continuation(&self, at: usize, encoding: usize) -> Option<u8> {
        match self.get(at)? {
            '\u{fffd}' => Some(0),
            _ => Some(self.byte(at, encoding)).filter(|&byte| continues(byte)),
        }
    }

    /// The last byte of a sequence, which begins at `from`. A no-break space may have become a
    /// space: after `Ã` and `Â`, and where the text goes on with another sequence.
    fn last(&self, from: usize, at: usize, encoding: usize) -> Option<u8> {
        if self.get(at)? != ' ' || !self.get(from)?.is_alphabetic() {
            return self.continuation(at, encoding);
        }
        let next = self.get(at + 1).unwrap_or(' ');
        let stays = match self.byte(from, encoding) {
            0xc2 => true,
            0xc3 => next.is_lowercase() || next == ' ',
            0xc4..=0xdf if next.is_ascii_lowercase() => true,
            _ => decode(self, encoding, at + 1).is_some(),
        };
        stays.then_some(0xa0)
    }
}

fn continues(byte: u8) -> bool {
    (0x80..=0xbf).contains(&byte)
}

/// Whether the first two characters may stand for bytes that begin a character of UTF-8.
pub(super) fn may_begin(text: &str, book: &Bytebook) -> bool {
    let mut chars = text.chars();
    let (Some(first), Some(second)) = (chars.next(), chars.next()) else {
        return false;
    };
    let leads = book.bytes_of(first);
    if second == ' ' || second == '\u{fffd}' {
        return leads.iter().any(|&byte| byte >= 0xc2);
    }
    let bytes = leads.iter().zip(book.bytes_of(second));
    !second.is_ascii()
        && bytes
            .into_iter()
            .any(|(&lead, next)| lead >= 0xc2 && continues(next))
}

/// Characters that are one character of UTF-8, misread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sequence {
    /// How many characters.
    pub(super) len: usize,
    /// What they should have been; U+FFFD if that is lost.
    pub(super) decoded: char,
    /// The encodings that explain it, as bits.
    encodings: u8,
}

impl Sequence {
    /// The readings of what begins here.
    pub(super) fn all(ahead: &Ahead) -> impl Iterator<Item = Sequence> {
        (0..COUNT).filter_map(|encoding| {
            let (len, decoded) = decode(ahead, encoding, 0)?;
            let agrees = |other: &usize| decode(ahead, *other, 0) == Some((len, decoded));
            let agreeing = (0..COUNT).filter(agrees);
            Some(Sequence {
                len,
                decoded,
                encodings: agreeing.fold(0, |bits, other| bits | 1 << other),
            })
        })
    }

    pub(super) fn encodings(self) -> impl Iterator<Item = usize> {
        (0..COUNT).filter(move |encoding| self.encodings & 1 << encoding != 0)
    }

    pub(super) fn shares_encoding(self, other: &Sequence) -> bool {
        self.encodings & other.encodings != 0
    }
}

/// How many sequences of the same encoding follow at once.
pub(super) fn run_after(ahead: &Ahead, sequence: &Sequence) -> i32 {
    let runs = sequence.encodings().map(|encoding| {
        let mut at = sequence.len;
        let mut run = 0;
        while run < FOLLOWERS as i32
            && let Some((len, decoded)) = decode(ahead, encoding, at)
            && decoded != '\u{fffd}'
        {
            at += len;
            run += 1;
        }
        run
    });
    runs.max().unwrap_or(0)
}

/// Reads one character of UTF-8 from the bytes that the characters stand for: how many
/// characters it takes, and which it is.
fn decode(ahead: &Ahead, encoding: usize, from: usize) -> Option<(usize, char)> {
    let lead = ahead.byte(from, encoding);
    let len = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    for (place, byte) in bytes.iter_mut().enumerate().take(len - 1).skip(1) {
        *byte = ahead.continuation(from + place, encoding)?;
    }
    bytes[len - 1] = ahead.last(from, from + len - 1, encoding)?;
    if bytes[1..len].contains(&0) {
        return Some((len, lost(bytes)));
    }
    match std::str::from_utf8(&bytes[..len]) {
        Ok(decoded) => Some((len, decoded.chars().next()?)),
        Err(_) if lead == 0xed => surrogates(ahead, encoding, from),
        Err(_) => None,
    }
}

/// Of the marks whose last byte Windows-1252 has no character for, one is common.
fn lost(bytes: [u8; 4]) -> char {
    match bytes {
        [0xe2, 0x80, 0, _] => '”',
        _ => '\u{fffd}',
    }
}

/// A character beyond the first plane in two surrogates of three bytes each (CESU-8).
fn surrogates(ahead: &Ahead, encoding: usize, from: usize) -> Option<(usize, char)> {
    let half = |at: usize| {
        let middle = ahead.continuation(at + 1, encoding)?;
        let last = ahead.continuation(at + 2, encoding)?;
        let bits = u16::from(middle & 0x3f) << 6 | u16::from(last & 0x3f);
        (ahead.byte(at, encoding) == 0xed).then_some(0xd000 | bits)
    };
    let pair = [half(from)?, half(from + 3)?];
    Some((6, char::decode_utf16(pair).next()?.ok()?))
}
