//! Makes the table of `text/fold`: what every character folds to, where that is more than its
//! lower-case letter. `text/fold/table.rs` says how it is packed.

use std::path::PathBuf;
use std::{env, fs, io};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    let table = Table::of_unicode();
    fs::write(out.join("fold_stretches.bin"), table.stretches)?;
    fs::write(out.join("fold_firsts.bin"), table.firsts)?;
    fs::write(out.join("fold_rests.txt"), table.rests)
}

/// The table, in three parts of which each is like itself: that compresses best.
#[derive(Default)]
struct Table {
    stretches: Vec<u8>,
    firsts: Vec<u8>,
    rests: String,
}

impl Table {
    fn of_unicode() -> Self {
        let mut table = Self::default();
        // Where the stretch at hand begins, how many characters it has, and letters each folds to.
        let mut stretch = (0, 0, 0);
        let mut end = 0;
        let mut last = 0;
        for ch in '\u{80}'..=char::MAX {
            let folded = folded(ch);
            if is_left_to_the_engine(ch) || folded == ch.to_lowercase().to_string() {
                continue;
            }
            let code = u32::from(ch);
            let letters = folded.chars().count() as u32;
            let (start, count, same) = stretch;
            if (code, letters) == (start + count, same) {
                stretch.1 += 1;
            } else {
                table.put_stretch(&mut end, stretch);
                stretch = (code, 1, letters);
            }
            let mut rest = folded.chars();
            if let Some(first) = rest.next() {
                let step = u32::from(first) as i32 - last;
                put_number(&mut table.firsts, (step << 1 ^ step >> 31) as u32);
                last += step;
            }
            table.rests.extend(rest);
        }
        table.put_stretch(&mut end, stretch);
        table
    }

    /// Writes a stretch down by its distance from the end of the one before.
    fn put_stretch(&mut self, end: &mut u32, (start, count, letters): (u32, u32, u32)) {
        if count > 0 {
            for number in [start - *end, count, letters] {
                put_number(&mut self.stretches, number);
            }
            *end = start + count;
        }
    }
}

/// Seven bits at a time, lowest first (LEB128).
fn put_number(packed: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        packed.push(number as u8 | 0x80);
        number >>= 7;
    }
    packed.push(number as u8);
}

/// Large blocks with a rule of their own: Korean syllables, and tags, which cannot be seen.
fn is_left_to_the_engine(ch: char) -> bool {
    matches!(ch, '가'..='힣' | '\u{e0000}'..='\u{e0fff}')
}

/// Folds until nothing changes any more, so that folding twice is folding once.
fn folded(ch: char) -> String {
    let mut text = ch.to_string();
    loop {
        let plain: String = text.nfd().flat_map(char::to_lowercase).map(alike).collect();
        let next: String = plain.nfkd().filter(|&c| !is_dropped(c)).collect();
        let next = next.trim().to_owned();
        if next == text {
            return text;
        }
        text = next;
    }
}

/// Accents, pointing and what cannot be seen. Marks that make another letter stay: the dots of
/// Indic letters (class 7), voiced kana (8) and the sign for no vowel (9).
fn is_dropped(ch: char) -> bool {
    let class = canonical_combining_class(ch);
    class == 1 || class > 9 || is_unseen(ch)
}

fn is_unseen(ch: char) -> bool {
    matches!(ch,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// What readers take for the same, where Unicode has no decomposition for it.
fn alike(ch: char) -> String {
    match ch {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ς' => "σ",
        '`' | '\u{b4}' | '‘' | '’' | '‚' | '‛' | '′' | '‵' | 'ʼ' | 'ʻ' | 'ʹ' | '‹' | '›' => {
            "'"
        }
        '“' | '”' | '„' | '‟' | '″' | '‶' | '«' | '»' | '〝' | '〞' | '〟' => "\"",
        '‐' | '‒' | '–' | '—' | '―' | '⁃' | '−' | '⸺' | '⸻' => "-",
        '⁄' | '∕' => "/",
        _ => return ch.into(),
    }
    .into()
}
