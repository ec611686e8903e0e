//! What the tagger looks at: each feature is a number, made without building a string.

use super::lexicon::{Entry, Lexicon};
use super::word::{Look, Word, joined, settle};

/// Bits of a feature's key.
pub const KEY_BITS: u32 = 26;

/// Words of a name that is looked up in the lists, at most.
const LONGEST_NAME: usize = 4;

/// How the text around a sentence is cased; what a capital means depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Casing {
    /// Names have capitals, most other words do not.
    Mixed,
    /// Nothing has a capital.
    Lower,
    /// Most words have: capitals only, or a headline in title case.
    Title,
}

impl Casing {
    /// How a sentence of these looks is cased in a text that has capitals.
    pub fn of(looks: impl Iterator<Item = Look>) -> Casing {
        let (mut small, mut large) = (0, 0);
        for look in looks {
            match look {
                Look::Lower => small += 1,
                Look::Capitalised | Look::Upper | Look::Camel => large += 1,
                _ => {}
            }
        }
        if large > 1 && large * 4 > small * 5 {
            Casing::Title
        } else {
            Casing::Mixed
        }
    }
}

/// A word in its sentence, with what the lexicon knows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// The word.
    pub word: Word,
    /// What is known of the word alone.
    pub known: Entry,
    /// Lists in which it stands as part of a longer name.
    pub phrase: u8,
    /// The same, where the longer name begins with it.
    pub phrase_start: u8,
    /// Look, casing and whether words come before it in the sentence, in one number.
    pub view: u32,
}

/// Everything about the words of a sentence that features are made of, into `seen`.
pub fn see(
    words: impl Iterator<Item = Word>,
    lower: Option<Casing>,
    lexicon: &Lexicon,
    seen: &mut Vec<Seen>,
) {
    seen.clear();
    seen.extend(words.map(|word| Seen {
        word,
        known: lexicon.look_up(word.fold),
        ..Seen::default()
    }));
    let casing = lower.unwrap_or_else(|| Casing::of(seen.iter().map(|seen| seen.word.look)));
    let mut first = true;
    for seen in seen.iter_mut() {
        let look = seen.word.look;
        seen.view = look as u32 | (casing as u32) << 3 | u32::from(first) << 5;
        first &= matches!(look, Look::Mark | Look::Number);
    }
    find_phrases(lexicon, seen);
}

fn find_phrases(lexicon: &Lexicon, seen: &mut [Seen]) {
    for start in 0..seen.len() {
        let mut name = seen[start].word.fold;
        for end in start + 1..seen.len().min(start + LONGEST_NAME) {
            name = joined(name, seen[end].word.fold);
            let lists = lexicon.look_up(name).lists;
            if lists != 0 {
                seen[start].phrase_start |= lists;
                for part in &mut seen[start..=end] {
                    part.phrase |= lists;
                }
            }
        }
    }
}

/// Where a word stands, seen from the word that is labelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// It is that word.
    Here,
    /// One before.
    Before,
    /// One after.
    After,
    /// Two before.
    FarBefore,
    /// Two after.
    FarAfter,
}

impl Seat {
    /// All seats.
    pub const ALL: [Seat; 5] = [
        Seat::Here,
        Seat::Before,
        Seat::After,
        Seat::FarBefore,
        Seat::FarAfter,
    ];

    /// This seat's place, seen from place `at`; it may lie behind the end.
    pub fn place(self, at: usize) -> Option<usize> {
        match self {
            Seat::Here => Some(at),
            Seat::Before => at.checked_sub(1),
            Seat::After => Some(at + 1),
            Seat::FarBefore => at.checked_sub(2),
            Seat::FarAfter => Some(at + 2),
        }
    }

    /// The place from which `at` is seen in this seat; it may lie behind the end.
    pub fn seen_from(self, at: usize) -> Option<usize> {
        match self {
            Seat::Here => Some(at),
            Seat::Before => Some(at + 1),
            Seat::After => at.checked_sub(1),
            Seat::FarBefore => Some(at + 2),
            Seat::FarAfter => at.checked_sub(2),
        }
    }

    /// The word in this seat, seen from place `at`; the edge of the sentence if there is none.
    pub fn of(self, seen: &[Seen], at: usize) -> &Seen {
        let place = self.place(at);
        place.and_then(|place| seen.get(place)).unwrap_or(&EDGE)
    }
}

/// Features of one word in its seat, whatever stands around it: a key for each to `each`.
pub fn word_features(seen: &Seen, seat: Seat, mut each: impl FnMut(u32)) {
    let Seen {
        word, known, view, ..
    } = seen;
    let base = seat as u32 * 64;
    each(key(base, word.fold));
    let cluster = u32::from(known.cluster);
    if matches!(seat, Seat::FarBefore | Seat::FarAfter) {
        each(key(base + 1, *view));
        if cluster != 0 {
            each(key(base + 2, (cluster - 1) >> 3));
        }
        return;
    }
    each(key(base + 3, word.shape ^ (view >> 3)));
    each(key(base + 4, *view));
    each(key(base + 5, word.ends[2]));
    if cluster != 0 {
        for (place, cut) in [0, 3, 7].into_iter().enumerate() {
            each(key(base + 6 + place as u32, (cluster - 1) >> cut));
        }
        each(key(base + 9, cluster << 8 | view));
    }
    if known.lists != 0 {
        each(key(base + 10, u32::from(known.lists)));
        each(key(base + 11, u32::from(known.lists) << 8 | view));
        for list in (0..8).filter(|list| known.lists >> list & 1 == 1) {
            each(key(base + 12, list));
        }
    }
    if seat == Seat::Here {
        own_features(word, *view, each);
    }
}

fn own_features(word: &Word, view: u32, mut each: impl FnMut(u32)) {
    each(key(20, pair(word.fold, view)));
    for (size, (&start, &end)) in (0..).zip(word.starts.iter().zip(&word.ends)) {
        if start != 0 {
            each(key(21 + size, start));
            each(key(25 + size, end));
        }
    }
    if word.ends[2] != 0 {
        each(key(29, pair(word.ends[2], view)));
    }
    for &gram in word.grams.iter().take_while(|&&gram| gram != 0) {
        each(key(30, gram));
    }
}

/// All features of the word at place `at`: a key for each to `each`.
pub fn features(seen: &[Seen], at: usize, mut each: impl FnMut(u32)) {
    for seat in Seat::ALL {
        word_features(seat.of(seen, at), seat, &mut each);
    }
    window_features(seen, at, each);
}

/// Features of words together around place `at`: a key for each to `each`.
pub fn window_features(seen: &[Seen], at: usize, mut each: impl FnMut(u32)) {
    let [here, before, after, far_before, far_after] = Seat::ALL.map(|seat| seat.of(seen, at));
    let fold = |seen: &Seen| seen.word.fold;
    let view = here.view;
    each(key(400, pair(fold(before), fold(here))));
    each(key(401, pair(fold(here), fold(after))));
    each(key(402, pair(fold(before), view)));
    each(key(403, pair(fold(after), view)));
    each(key(404, before.view << 6 | view));
    each(key(405, after.view << 6 | view));
    each(key(406, before.view << 12 | after.view << 6 | view));
    each(key(407, far_before.view << 12 | before.view << 6 | view));
    each(key(408, far_after.view << 12 | after.view << 6 | view));
    each(key(409, pair(pair(fold(far_before), fold(before)), view)));
    each(key(410, pair(pair(fold(after), fold(far_after)), view)));
    let cluster = |seen: &Seen| u32::from(seen.known.cluster).wrapping_sub(1) >> 3;
    if here.known.cluster != 0 {
        each(key(411, pair(cluster(before), cluster(here))));
        each(key(412, pair(cluster(here), cluster(after))));
    }
    each(key(413, pair(cluster(before), view << 16 ^ cluster(after))));
    let lists = |seen: &Seen| u32::from(seen.known.lists) << 8 | u32::from(seen.phrase);
    if lists(here) | lists(before) != 0 {
        each(key(414, lists(before) << 16 | lists(here)));
    }
    if lists(here) | lists(after) != 0 {
        each(key(415, lists(here) << 16 | lists(after)));
    }
    phrase_features(here, each);
}

fn phrase_features(here: &Seen, mut each: impl FnMut(u32)) {
    for list in (0..8).filter(|list| here.phrase >> list & 1 == 1) {
        let starts = u32::from(here.phrase_start >> list & 1);
        each(key(416, list << 1 | starts));
        each(key(417, (list << 1 | starts) << 6 | here.view));
    }
}

/// What stands before the first and after the last word.
pub(super) const EDGE: Seen = Seen {
    word: Word {
        exact: 1,
        fold: 1,
        starts: [0; 4],
        ends: [0; 4],
        grams: [0; 16],
        shape: 1,
        look: Look::Mark,
    },
    known: Entry {
        cluster: 0,
        lists: 0,
    },
    phrase: 0,
    phrase_start: 0,
    view: 63,
};

fn pair(a: u32, b: u32) -> u32 {
    a.rotate_left(11).wrapping_mul(0x85eb_ca6b) ^ b
}

fn key(template: u32, value: u32) -> u32 {
    settle(value ^ template.wrapping_mul(0x9e37_79b1)) >> (32 - KEY_BITS)
}
