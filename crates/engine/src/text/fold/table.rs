//! What each character folds to.
//!
//! The table is made when the engine is built (see `build.rs`), from Unicode's own data: a list
//! of what folding needs is a fraction of the size of a whole normaliser in the browser.

/// First character of a run of neighbours, how many they are, and where their replacements begin.
static RUNS: &[(u32, u8, u16)] = &include!(concat!(env!("OUT_DIR"), "/fold_runs.rs"));

/// What the characters of all runs fold to, each ended by [`SEPARATOR`].
static REPLACEMENTS: &str = include_str!(concat!(env!("OUT_DIR"), "/fold_replacements.txt"));

/// Stands in no replacement.
const SEPARATOR: char = '\0';

/// Adds what a character that is no white space folds to: often nothing or one character.
pub(crate) fn put_folded(ch: char, out: &mut String) {
    match ch {
        '`' => out.push('\''),
        _ if ch.is_ascii_control() => {}
        _ if ch.is_ascii() => out.push(ch.to_ascii_lowercase()),
        '\u{e0000}'..='\u{e0fff}' => {}
        '가'..='힣' => put_letters_of_syllable(ch, out),
        _ => match replacement(ch) {
            Some(text) => out.push_str(text),
            None => out.extend(ch.to_lowercase()),
        },
    }
}

/// What stands in the table for a character.
fn replacement(ch: char) -> Option<&'static str> {
    let code = u32::from(ch);
    let at = RUNS
        .partition_point(|&(first, ..)| first <= code)
        .checked_sub(1)?;
    let (first, len, offset) = RUNS[at];
    let place = code - first;
    if place >= u32::from(len) {
        return None;
    }
    let entries = &REPLACEMENTS[usize::from(offset)..];
    entries.split(SEPARATOR).nth(place as usize)
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
