//! Queries of every kind, taken from the corpus itself, the same on every run.

use dossier_engine::corpus::Corpus;
use dossier_engine::index::{Index, words};

/// Queries of each kind.
const EACH: usize = 200;

/// Queries of one kind.
pub(crate) struct Asked {
    /// What they have in common, for people.
    pub(crate) kind: &'static str,
    /// What is typed.
    pub(crate) typed: Vec<String>,
}

/// Queries of every kind. Words are drawn from running text, so that common words come up as often
/// as they are written.
pub(crate) fn all(corpus: &Corpus, index: &Index) -> Vec<Asked> {
    let mut die = Die(7);
    let mut draw = |make: &mut dyn FnMut(&[String], usize, &mut Die) -> String| -> Vec<String> {
        (0..EACH)
            .map(|_| {
                loop {
                    let document = die.below(corpus.documents.len());
                    let words = words(&corpus.documents[document].text);
                    if words.len() > 20 {
                        let at = die.below(words.len() - 1);
                        break make(&words, at, &mut die);
                    }
                }
            })
            .collect()
    };
    let rare = |die: &mut Die| {
        index
            .words
            .vocabulary()
            .word(die.below(index.words.vocabulary().len()) as u32)
            .to_owned()
    };
    let kinds = vec![
        ("word", draw(&mut |words, at, _| format!("{} ", words[at]))),
        (
            "rare word",
            draw(&mut |_, _, die| format!("{} ", rare(die))),
        ),
        (
            "two words",
            draw(&mut |words, at, die| format!("{} {} ", words[at], words[die.below(words.len())])),
        ),
        (
            "either of two",
            draw(&mut |words, at, die| {
                format!("{} OR {} ", words[at], words[die.below(words.len())])
            }),
        ),
        (
            "three letters, any ending",
            draw(&mut |words, at, _| format!("{}*", start(&words[at], 3))),
        ),
        (
            "two letters, any ending",
            draw(&mut |words, at, _| format!("{}*", start(&words[at], 2))),
        ),
        (
            "phrase of two",
            draw(&mut |words, at, _| format!("\"{} {}\"", words[at], words[at + 1])),
        ),
        (
            "phrase of three",
            draw(&mut |words, at, _| {
                format!("\"{}\"", words[at.saturating_sub(1)..at + 2].join(" "))
            }),
        ),
        (
            "two near each other",
            draw(&mut |words, at, _| format!("\"{} {}\"~10", words[at + 1], words[at])),
        ),
        (
            "one slip",
            draw(&mut |words, at, die| format!("{}~1", misspelt(&words[at], die))),
        ),
        (
            "two slips",
            draw(&mut |words, at, die| format!("{}~2", misspelt(&words[at], die))),
        ),
        (
            "one but not another",
            draw(&mut |words, at, die| {
                format!("{} -{} ", words[at], words[die.below(words.len())])
            }),
        ),
    ];
    let kinds = kinds.into_iter();
    kinds.map(|(kind, typed)| Asked { kind, typed }).collect()
}

fn start(word: &str, letters: usize) -> String {
    word.chars().take(letters).collect()
}

fn misspelt(word: &str, die: &mut Die) -> String {
    let slip = die.below(word.chars().count());
    let letters = word.chars().enumerate();
    letters
        .map(|(n, letter)| if n == slip { 'e' } else { letter })
        .collect()
}

/// Numbers that look thrown and are always the same (Knuth's linear congruence for 64 bits).
struct Die(u64);

impl Die {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}
