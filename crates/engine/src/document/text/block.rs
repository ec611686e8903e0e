//! Unpacks LZ4 blocks with a dictionary.
//!
//! The format is that of `lz4_Block_format.md` (Collet): each sequence is a byte of two lengths, bytes
//! as they are, how far back what follows stood before, and for how long. The last ends with its
//! plain bytes.

use super::packer::SHORTEST;

/// The text of this length that is packed in a block; none if there is no such text.
pub(super) fn unpack(block: &[u8], length: usize, dictionary: &[u8]) -> Option<Vec<u8>> {
    // A byte tells of 255 at most.
    if length > block.len().saturating_mul(255) {
        return None;
    }
    let mut text = Vec::with_capacity(length);
    let mut rest = block;
    loop {
        let lengths = next(&mut rest)?;
        let (plain, after) =
            rest_of(lengths >> 4, &mut rest).and_then(|plain| rest.split_at_checked(plain))?;
        text.extend_from_slice(plain);
        let Some((distance, after)) = after.split_first_chunk() else {
            return (after.is_empty() && text.len() == length).then_some(text);
        };
        rest = after;
        let count = SHORTEST + rest_of(lengths & 15, &mut rest)?;
        if text.len() + count > length {
            return None;
        }
        repeat(
            &mut text,
            dictionary,
            u16::from_le_bytes(*distance).into(),
            count,
        )?;
    }
}

/// Adds what stood so far back, in the text or in the dictionary before it. It may overlap with what
/// is added.
fn repeat(text: &mut Vec<u8>, dictionary: &[u8], distance: usize, count: usize) -> Option<()> {
    if distance == 0 {
        return None;
    }
    let before = distance.saturating_sub(text.len());
    let start = dictionary.len().checked_sub(before)?;
    let count_before = count.min(before);
    text.extend_from_slice(&dictionary[start..start + count_before]);
    let from = text.len().saturating_sub(distance);
    for at in from..from + count - count_before {
        text.push(text[at]);
    }
    Some(())
}

/// A length that begins with four bits.
fn rest_of(start: u8, rest: &mut &[u8]) -> Option<usize> {
    let mut length = usize::from(start);
    let mut more = start == 15;
    while more {
        let byte = next(rest)?;
        length += usize::from(byte);
        more = byte == 255;
    }
    Some(length)
}

fn next(rest: &mut &[u8]) -> Option<u8> {
    let (&byte, after) = rest.split_first()?;
    *rest = after;
    Some(byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(block: &[u8], length: usize, expected: Option<&str>) {
        let text = unpack(block, length, b"rain");
        assert_eq!(text.as_deref(), expected.map(str::as_bytes));
    }

    #[test]
    fn a_block_is_plain_bytes_and_repetitions() {
        check(b"\x30ice", 3, Some("ice"));
        check(b"\x10-\x05\x00\x10.", 6, Some("-rain."));
        check(b"\x20ha\x02\x00\x10!", 7, Some("hahaha!"));
        check(b"\xf0\x00fifteen letters", 15, Some("fifteen letters"));
    }

    #[test]
    fn what_is_no_block_is_none() {
        check(b"", 0, None);
        check(b"\x30ic", 3, None);
        check(b"\x30ice", 4, None);
        check(b"\x10-\x06\x00\x10.", 6, None);
        check(b"\x10-\x00\x00\x10.", 6, None);
        check(b"\x10-\x05\x00\x10.", 5, None);
        check(b"\x30ice", usize::MAX, None);
    }
}
