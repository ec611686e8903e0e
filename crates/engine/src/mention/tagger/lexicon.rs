//! What the tagger knows of words before it meets them.

/// What is known of a word, or of several in a row, before it is met in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The words it resembles: a path of 5, 4 and 3 bits from broad to narrow, plus 1; 0 for none.
    pub cluster: u16,
    /// The lists it stands in, a bit for each.
    pub lists: u8,
}

/// Bits of a hash that the lexicon tells names apart by.
pub const NAME_BITS: u32 = 26;

/// Names and what is known of them, by [`super::Word::fold`] or [`super::joined`].
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// A bit for each leading part of a name: most that is looked up is not there, and this is
    /// smaller than the slots.
    filter: Vec<u64>,
    /// Open addressing: name in the upper half, entry in the lower; 0 is empty.
    slots: Vec<u64>,
}

impl Lexicon {
    /// A lexicon of the given names, each cut to [`NAME_BITS`].
    pub fn new(names: impl ExactSizeIterator<Item = (u32, Entry)>) -> Lexicon {
        let room = (names.len() * 2).next_power_of_two().max(2);
        let mut lexicon = Lexicon {
            filter: vec![0; 1 << (FILTER_BITS - 6)],
            slots: vec![0; room],
        };
        for (name, entry) in names {
            let (word, bit) = filter_place(name);
            lexicon.filter[word] |= bit;
            let mut at = lexicon.place(name);
            while lexicon.slots[at] != 0 {
                at = (at + 1) & (room - 1);
            }
            lexicon.slots[at] =
                u64::from(name + 1) << 32 | u64::from(entry.cluster) << 8 | u64::from(entry.lists);
        }
        lexicon
    }

    /// What is known of a name; nothing, if it is not there.
    pub fn look_up(&self, hash: u32) -> Entry {
        let name = name_of(hash);
        let (word, bit) = filter_place(name);
        if self.filter.get(word).is_none_or(|held| held & bit == 0) {
            return Entry::default();
        }
        let mut at = self.place(name);
        while let Some(&slot) = self.slots.get(at)
            && slot != 0
        {
            if slot >> 32 == u64::from(name + 1) {
                return Entry {
                    cluster: (slot >> 8) as u16,
                    lists: slot as u8,
                };
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        Entry::default()
    }

    fn place(&self, name: u32) -> usize {
        name.wrapping_mul(0x9e37_79b1) as usize >> 7 & self.slots.len().saturating_sub(1)
    }
}

/// Bits of a name that the filter looks at.
const FILTER_BITS: u32 = 20;

fn filter_place(name: u32) -> (usize, u64) {
    let bit = name >> (NAME_BITS - FILTER_BITS);
    ((bit >> 6) as usize, 1 << (bit & 63))
}

/// The part of a hash that the lexicon keeps.
pub fn name_of(hash: u32) -> u32 {
    hash >> (32 - NAME_BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_found_and_nothing_else() {
        let entry = |cluster| Entry { cluster, lists: 3 };
        let names = [5, 6, 7, 1000, 0].map(|name| (name, entry(name as u16 + 1)));
        let lexicon = Lexicon::new(names.into_iter());
        for (name, entry) in names {
            assert_eq!(lexicon.look_up(name << (32 - NAME_BITS)), entry);
        }
        assert_eq!(lexicon.look_up(u32::MAX), Entry::default());
        assert_eq!(Lexicon::default().look_up(1), Entry::default());
    }
}
