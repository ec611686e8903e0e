//! The weights of features, packed to be looked up fast.

/// Room for the scores of all labels.
pub const LANES: usize = 12;

/// A score for each label, in steps of the model's own.
pub(super) type Scores = [i16; LANES];

/// What each feature says about each label.
#[derive(Clone, Debug, Default)]
pub(super) struct Weights {
    /// A bit for each leading part of a key: most features are unknown, and this is smaller than
    /// the slots.
    filter: Vec<u64>,
    /// Open addressing.
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// The feature's key plus 1; 0 is empty.
    key: u32,
    row: [i8; LANES],
}

/// Bits of a key that the filter looks at.
const FILTER_BITS: u32 = 22;

impl Weights {
    /// The weights of the given features. Keys have [`super::features::KEY_BITS`].
    pub(super) fn new(rows: impl ExactSizeIterator<Item = (u32, [i8; LANES])>) -> Weights {
        let room = (rows.len() * 3 / 2).next_power_of_two().max(2);
        let mut weights = Weights {
            filter: vec![0; 1 << (FILTER_BITS - 6)],
            slots: vec![Slot::default(); room],
        };
        for (key, row) in rows {
            let (word, bit) = filter_place(key);
            weights.filter[word] |= bit;
            let mut at = key as usize & (room - 1);
            while weights.slots[at].key != 0 {
                at = (at + 1) & (room - 1);
            }
            weights.slots[at] = Slot { key: key + 1, row };
        }
        weights
    }

    /// Adds what the feature says to `scores`.
    #[inline]
    pub(super) fn add(&self, key: u32, scores: &mut Scores) {
        let (word, bit) = filter_place(key);
        if self.filter.get(word).is_none_or(|held| held & bit == 0) {
            return;
        }
        let mut at = key as usize & (self.slots.len() - 1);
        while let Some(slot) = self.slots.get(at)
            && slot.key != 0
        {
            if slot.key == key + 1 {
                for (score, weight) in scores.iter_mut().zip(slot.row) {
                    *score += i16::from(weight);
                }
                return;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

fn filter_place(key: u32) -> (usize, u64) {
    let bit = key >> (super::features::KEY_BITS - FILTER_BITS);
    ((bit >> 6) as usize, 1 << (bit & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_features_add_up_and_unknown_ones_say_nothing() {
        let row = |weight| [weight; LANES];
        let rows = [(3, row(5)), (3 + (1 << 20), row(-7)), (4, row(100))];
        let weights = Weights::new(rows.into_iter());
        let mut scores = Scores::default();
        for key in [3, 3 + (1 << 20), 99, 3 + (2 << 20)] {
            weights.add(key, &mut scores);
        }
        assert_eq!(scores, [-2; LANES]);
    }
}
