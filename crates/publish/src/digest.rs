//! What a file's contents are known by.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The first 64 bits of the contents' SHA-256, in hexadecimal: part of a name.
pub(crate) fn fingerprint(contents: &[u8]) -> String {
    Sha256::digest(contents)[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The contents' SHA-256 as pages and policies write it: `sha256-…`.
pub(crate) fn integrity(contents: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(contents)))
}

/// The contents in the letters that can stand in a page.
pub(crate) fn base64(contents: &[u8]) -> String {
    STANDARD.encode(contents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_contents() {
        assert_eq!(fingerprint(b"one"), fingerprint(b"one"));
        assert_ne!(fingerprint(b"one"), fingerprint(b"two"));
        assert_eq!(fingerprint(b"").len(), 16);
    }

    #[test]
    fn a_hash_is_written_as_browsers_read_it() {
        let known = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        assert_eq!(integrity(b"abc"), known);
    }
}
