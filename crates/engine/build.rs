//! Makes the table of `text/fold`: what every character folds to, where that is more than its
//! lower-case letter. Runs of neighbouring characters share one entry of the index.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Characters in the longest run: how many replacements a look-up may have to step over.
const LONGEST_RUN: u8 = 16;

/// Between the replacements. No replacement contains a control character.
const SEPARATOR: char = '\0';

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    let (runs, replacements) = table();
    fs::write(out.join("fold_runs.rs"), runs)?;
    fs::write(out.join("fold_replacements.txt"), replacements)
}

/// The index of the runs, as Rust, and the replacements.
fn table() -> (String, String) {
    let mut runs: Vec<(u32, u8, usize)> = Vec::new();
    let mut text = String::new();
    for ch in '\u{80}'..=char::MAX {
        let folded = folded(ch);
        if is_left_to_the_engine(ch) || folded == ch.to_lowercase().to_string() {
            continue;
        }
        let code = u32::from(ch);
        match runs.last_mut() {
            Some((first, len, _)) if *first + u32::from(*len) == code && *len < LONGEST_RUN => {
                *len += 1;
            }
            _ => runs.push((code, 1, text.len())),
        }
        text.push_str(&folded);
        text.push(SEPARATOR);
    }
    let mut rust = String::from("[\n");
    for (first, len, offset) in runs {
        let _ = writeln!(rust, "    ({first:#x}, {len}, {offset}),");
    }
    (rust + "]\n", text)
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
