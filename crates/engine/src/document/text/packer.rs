//! Packs texts into LZ4 blocks with a dictionary: tightly, since it is done once, when a corpus is
//! built. What libraries offer in Rust packs in a hurry, and its blocks are half as large again.
//!
//! The format is that of `lz4_Block_format.md` (Collet): runs of bytes as they are, each followed by
//! how far back, and for how long, what comes next stood before.

/// The shortest repetition that can be told.
pub(super) const SHORTEST: usize = 4;
/// How far back it may be.
const FARTHEST: usize = u16::MAX as usize;
/// So many bytes at the end of a block are told as they are.
const PLAIN_END: usize = 5;
/// None of so many bytes at the end begins a repetition.
const LAST_START: usize = 12;
/// How many earlier places are looked at for one.
const TRIES: usize = 64;

/// Packs texts with a dictionary.
pub(super) struct Packer<'d> {
    dictionary: &'d [u8],
    places: Chains,
}

/// Bytes of a text that stood before.
#[derive(Clone, Copy, Default)]
struct Repetition {
    distance: usize,
    length: usize,
}

impl<'d> Packer<'d> {
    pub(super) fn new(dictionary: &'d [u8]) -> Self {
        let mut places = Chains::of(dictionary.len());
        (0..dictionary.len()).for_each(|at| places.add(dictionary, at));
        Self { dictionary, places }
    }

    /// The block of a text.
    pub(super) fn pack(&self, text: &[u8]) -> Vec<u8> {
        let mut block = Vec::with_capacity(text.len());
        let mut seen = Chains::of(text.len());
        let (mut told, mut at) = (0, 0);
        while at + LAST_START < text.len() {
            let here = self.longest(text, at, &seen);
            seen.add(text, at);
            if here.length < SHORTEST {
                at += 1;
                continue;
            }
            let next = self.longest(text, at + 1, &seen);
            if next.length > here.length + 1 {
                at += 1;
                continue;
            }
            put(&mut block, &text[told..at], Some(here));
            (at + 1..at + here.length).for_each(|at| seen.add(text, at));
            at += here.length;
            told = at;
        }
        put(&mut block, &text[told..], None);
        block
    }

    /// The longest repetition that begins here, in the dictionary or in what was seen of the text.
    fn longest(&self, text: &[u8], at: usize, seen: &Chains) -> Repetition {
        let rest = &text[at..text.len() - PLAIN_END];
        let mut longest = Repetition::default();
        let mut look = |distance: usize, before: &[u8]| {
            let alike = before.iter().zip(rest).take_while(|(a, b)| a == b);
            let length = alike.count();
            if length > longest.length && distance <= FARTHEST {
                longest = Repetition { distance, length };
            }
        };
        for place in seen.places_of(text, at).take(TRIES) {
            look(at - place, &text[place..]);
        }
        for place in self.places.places_of(text, at).take(TRIES) {
            look(
                self.dictionary.len() - place + at,
                &self.dictionary[place..],
            );
        }
        longest
    }
}

/// Places, found by the four bytes that stand there: the last one first.
struct Chains {
    /// For each hash the last place, plus one.
    last: Vec<u32>,
    /// For each place the one before it, plus one.
    before: Vec<u32>,
}

impl Chains {
    /// For so many places.
    fn of(places: usize) -> Self {
        Self {
            last: vec![0; places.next_power_of_two().max(256)],
            before: vec![0; places],
        }
    }

    fn add(&mut self, bytes: &[u8], at: usize) {
        if let Some(slot) = self.slot(bytes, at) {
            self.before[at] = self.last[slot];
            self.last[slot] = at as u32 + 1;
        }
    }

    /// Where these four bytes may stand.
    fn places_of(&self, bytes: &[u8], at: usize) -> impl Iterator<Item = usize> {
        let mut next = self.slot(bytes, at).map_or(0, |slot| self.last[slot]);
        std::iter::from_fn(move || {
            let place = next.checked_sub(1)? as usize;
            next = self.before[place];
            Some(place)
        })
    }

    fn slot(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let four = bytes.get(at..at + SHORTEST)?.first_chunk()?;
        // Knuth's multiplicative hash.
        let hash = u32::from_le_bytes(*four).wrapping_mul(0x9e37_79b1);
        Some((hash >> 8) as usize & (self.last.len() - 1))
    }
}

/// Tells bytes as they are, and then a repetition if there is one.
fn put(block: &mut Vec<u8>, plain: &[u8], repetition: Option<Repetition>) {
    let (short, long) = split(plain.len());
    let more = repetition.map(|repetition| split(repetition.length - SHORTEST));
    block.push(short << 4 | more.map_or(0, |(short, _)| short));
    put_rest(block, long);
    block.extend_from_slice(plain);
    if let (Some(repetition), Some((_, long))) = (repetition, more) {
        block.extend_from_slice(&(repetition.distance as u16).to_le_bytes());
        put_rest(block, long);
    }
}

/// A length as it is told: four bits, and what these leave.
fn split(length: usize) -> (u8, Option<usize>) {
    match length {
        0..15 => (length as u8, None),
        _ => (15, Some(length - 15)),
    }
}

fn put_rest(block: &mut Vec<u8>, rest: Option<usize>) {
    if let Some(rest) = rest {
        block.extend(std::iter::repeat_n(255, rest / 255));
        block.push((rest % 255) as u8);
    }
}
