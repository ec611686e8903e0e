//! A draft: what was learnt, in full, so that models of several sizes can be made of one training.

use std::collections::HashMap;

use crate::chain::{Row, Transitions};
use crate::labels::LABELS;
use crate::learner::Learnt;

/// The draft's bytes: the transitions, then each feature's key and weights by rising key; 4 bytes
/// each, little-endian.
pub fn write(learnt: &Learnt) -> Vec<u8> {
    let transitions = &learnt.transitions;
    let steps = transitions
        .start
        .iter()
        .chain(transitions.next.iter().flatten());
    let mut bytes: Vec<u8> = steps.flat_map(|step| step.to_le_bytes()).collect();
    let mut rows: Vec<_> = learnt.rows.iter().collect();
    rows.sort_unstable_by_key(|&(key, _)| key);
    for (key, row) in rows {
        bytes.extend(key.to_le_bytes());
        bytes.extend(row.iter().flat_map(|weight| weight.to_le_bytes()));
    }
    bytes
}

/// Reads a draft; none if it is cut off.
pub fn read(bytes: &[u8]) -> Option<Learnt> {
    let (words, []) = bytes.as_chunks::<4>() else {
        return None;
    };
    let mut transitions = Transitions::none();
    let (start, words) = row(words)?;
    transitions.start = start;
    let mut rest = words;
    for next in &mut transitions.next {
        (*next, rest) = row(rest)?;
    }
    let mut rows = HashMap::new();
    while let Some((&key, words)) = rest.split_first() {
        let weights;
        (weights, rest) = row(words)?;
        rows.insert(u32::from_le_bytes(key), weights);
    }
    Some(Learnt { rows, transitions })
}

fn row(words: &[[u8; 4]]) -> Option<(Row, &[[u8; 4]])> {
    let (row, rest) = words.split_first_chunk::<LABELS>()?;
    Some((row.map(f32::from_le_bytes), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut learnt = Learnt {
            rows: HashMap::from([(5, [0.25; LABELS]), (9, [-1.0; LABELS])]),
            transitions: Transitions::none(),
        };
        learnt.transitions.next[1][2] = 0.5;
        let bytes = write(&learnt);
        let back = read(&bytes).unwrap();
        assert_eq!(back.rows, learnt.rows);
        assert_eq!(back.transitions.next, learnt.transitions.next);
        assert!(read(&bytes[..bytes.len() - 4]).is_none());
    }
}
