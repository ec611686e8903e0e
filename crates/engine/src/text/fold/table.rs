//! What each character folds to.
//!
//! The table is made when the engine is built (see `build.rs`), from Unicode's own data: a list
//! of what folding needs is a fraction of the size of a whole normaliser in the browser.

//! It lies packed, since every reader downloads it. Characters that stand together and fold to as many
//! letters each are a *stretch*: the distance from the end of the one before, how many characters,
//! how many letters. Of each replacement the first letter is written as its distance from the first
//! of the one before, which is mostly small; the others stand as text.

use std::sync::OnceLock;

use crate::text::number;

static STRETCHES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fold_stretches.bin"));
static FIRSTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fold_firsts.bin"));
static RESTS: &str = include_str!(concat!(env!("OUT_DIR"), "/fold_rests.txt"));

/// Adds what a character that is no white space folds to: often nothing or one character.
pub(crate) fn put_folded(ch: char, out: &mut String) {
    match ch {
        '`' => out.push('\''),
        _ if ch.is_ascii_control() => {}
        _ if ch.is_ascii() => out.push(ch.to_ascii_lowercase()),
        '\u{e0000}'..='\u{e0fff}' => {}
        '가'..='힣' => put_letters_of_syllable(ch, out),
        _ => match replacement(ch) {
            Some(letters) => out.extend(letters),
            None => out.extend(ch.to_lowercase()),
        },
    }
}

/// What stands in the table for a character.
fn replacement(ch: char) -> Option<&'static [char]> {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::unpack).replacement(u32::from(ch))
}

/// The table, unpacked.
#[derive(Default)]
struct Table {
    stretches: Vec<Stretch>,
    /// What the characters of all stretches fold to.
    letters: Vec<char>,
}

/// Characters that stand together and fold to as many letters each.
struct Stretch {
    start: u32,
    end: u32,
    /// How many letters each folds to.
    each: usize,
    /// Where these begin.
    offset: usize,
}

impl Table {
    fn unpack() -> Self {
        let mut table = Self::default();
        let (mut stretches, mut firsts, mut rests) = (STRETCHES, FIRSTS, RESTS.chars());
        let mut end = 0;
        let mut first = 0_u32;
        while !stretches.is_empty() {
            let mut next = || number::take(&mut stretches);
            let start = end + next();
            end = start + next();
            let each = next() as usize;
            let offset = table.letters.len();
            table.stretches.push(Stretch {
                start,
                end,
                each,
                offset,
            });
            if each > 0 {
                for _ in start..end {
                    let step = number::take(&mut firsts);
                    first = first.wrapping_add(step >> 1 ^ (step & 1).wrapping_neg());
                    table.letters.extend(char::from_u32(first));
                    table.letters.extend(rests.by_ref().take(each - 1));
                }
            }
        }
        table
    }

    fn replacement(&self, code: u32) -> Option<&[char]> {
        let at = self
            .stretches
            .partition_point(|stretch| stretch.end <= code);
        let stretch = self.stretches.get(at)?;
        let place = code.checked_sub(stretch.start)? as usize;
        let from = stretch.offset + place * stretch.each;
        self.letters.get(from..from + stretch.each)
    }
}

/// The consonants and the vowel of a Korean syllable (The Unicode Standard, section 3.12).
fn put_letters_of_syllable(syllable: char, out: &mut String) {
    const VOWELS: u32 = 21;
    const FINALS: u32 = 28;
    let index = u32::from(syllable) - u32::from('가');
    let initial = 0x1100 + index / (VOWELS * FINALS);
    let vowel = 0x1161 + index / FINALS % VOWELS;
    out.extend([initial, vowel].into_iter().filter_map(char::from_u32));
    if index % FINALS > 0 {
        out.extend(char::from_u32(0x11a7 + index % FINALS));
    }
}
