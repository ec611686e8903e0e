//! Counting values, by way of sorted numbers: one sort serves all, which keeps the program small.

use super::ValueId;

/// How often each value comes up, in the order of the values.
pub fn tally(values: impl Iterator<Item = ValueId>) -> Vec<(ValueId, u32)> {
    let mut keys: Vec<u64> = values.map(|value| u64::from(value.0)).collect();
    keys.sort_unstable();
    let alike = keys.chunk_by(|one, other| one == other);
    alike
        .map(|keys| (ValueId(keys[0] as u32), keys.len() as u32))
        .collect()
}

/// The counts in falling order, equals in the order of the values.
pub fn most_first(counts: &[(ValueId, u32)]) -> Vec<(ValueId, u32)> {
    let key =
        |&(value, count): &(ValueId, u32)| u64::from(u32::MAX - count) << 32 | u64::from(value.0);
    let mut keys: Vec<u64> = counts.iter().map(key).collect();
    keys.sort_unstable();
    let count = |key: u64| (ValueId(key as u32), u32::MAX - (key >> 32) as u32);
    keys.into_iter().map(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_counted_in_order_and_the_most_come_first() {
        let counts = tally([3, 1, 3, 2, 2].map(ValueId).into_iter());
        assert_eq!(counts, [(ValueId(1), 1), (ValueId(2), 2), (ValueId(3), 2)]);
        let most_first = most_first(&counts);
        assert_eq!(
            most_first,
            [(ValueId(2), 2), (ValueId(3), 2), (ValueId(1), 1)]
        );
    }
}
