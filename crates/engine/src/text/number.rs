//! Numbers in few bytes: seven bits at a time, lowest first (LEB128).

/// Adds a number.
pub(crate) fn put(packed: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        packed.push(number as u8 | 0x80);
        number >>= 7;
    }
    packed.push(number as u8);
}

/// Takes a number off; zero at the end.
#[inline]
pub(crate) fn take(packed: &mut &[u8]) -> u32 {
    let mut number = 0;
    let mut shift = 0;
    while let Some((&byte, rest)) = packed.split_first() {
        *packed = rest;
        number |= u32::from(byte & 0x7f).wrapping_shl(shift);
        if byte < 0x80 {
            break;
        }
        shift += 7;
    }
    number
}
