//! A document's name in addresses.

/// The address of a document from the name of its file, without folder and extension: lower-case
/// ASCII letters, digits, `_` and `-`, at most [`LONGEST_SLUG`] bytes. Where characters had to be
/// left out, a hash of the name keeps different names apart.
pub fn slug(file: &str) -> String {
    let stem = stem(file);
    let mut slug = String::new();
    for ch in stem.chars() {
        match ch.to_ascii_lowercase() {
            plain @ ('a'..='z' | '0'..='9' | '_') => slug.push(plain),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(LONGEST_SLUG - HASH_DIGITS - 1);
    let kept = slug.trim_end_matches('-').len();
    slug.truncate(kept);
    if !stem.is_ascii() || stem.len() >= LONGEST_SLUG - HASH_DIGITS || slug.is_empty() {
        slug.push_str(if slug.is_empty() { "d-" } else { "-" });
        slug.push_str(&format!("{:08x}", hash(stem)));
    }
    slug
}

/// What the address of a reader's own document begins with; no slug of a file's name has it.
const OWN: &str = "own.";

/// The address of a document that a reader opened beside those that are published.
pub fn own_slug(slug: &str) -> String {
    format!("{OWN}{slug}")
}

/// Whether an address is that of a reader's own document, which no edition has a page for.
pub fn is_own(slug: &str) -> bool {
    slug.starts_with(OWN)
}

/// Bytes of the longest slug.
pub const LONGEST_SLUG: usize = 80;

const HASH_DIGITS: usize = 8;

/// The file's name without folder and last extension; a leading dot starts no extension.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// FNV-1a, 32 bits (Fowler, Noll and Vo).
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_name_is_its_own_address() {
        assert_eq!(slug("000_81df8f0803bd2bc7.txt"), "000_81df8f0803bd2bc7");
        assert_eq!(slug("seeds/letter-7.eml"), "letter-7");
        assert_eq!(slug("Minutes of 3 May.v2.txt"), "minutes-of-3-may-v2");
        assert_eq!(slug(".hidden"), "hidden");
    }

    #[test]
    fn other_scripts_stay_apart() {
        assert_ne!(slug("報告.txt"), slug("手紙.txt"));
        assert_ne!(slug("café.txt"), slug("cafe.txt"));
        assert!(slug("報告.txt").starts_with("d-"));
    }

    #[test]
    fn a_readers_own_document_has_an_address_that_no_file_gives() {
        assert!(is_own(&own_slug("letter-7")) && !is_own(&slug("own.letter-7.txt")));
    }

    #[test]
    fn any_name_gives_an_address_that_is_safe_in_a_link() {
        for name in [
            "",
            ".",
            "...",
            "%2e%2e/",
            "a b?c#d&e",
            "\u{202e}txt",
            &"x".repeat(9000),
        ] {
            let slug = slug(name);
            assert!(!slug.is_empty() && slug.len() <= LONGEST_SLUG, "{slug}");
            let safe = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b);
            assert!(slug.bytes().all(safe), "{slug}");
        }
    }
}
