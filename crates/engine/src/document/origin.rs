//! The file that a document was made of: format, encoding, size, hash.

use std::fmt::{self, Display, Formatter};

use serde::{Deserialize, Serialize};
use sha2::Digest as _;

/// The file a document was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// What sort of file it is.
    pub format: Format,
    /// How its characters are encoded, by the name the WHATWG gives the encoding: `UTF-8`; empty
    /// if the file is no text.
    pub encoding: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The SHA-256 of its bytes.
    pub sha256: Sha256,
}

/// What sort of file a document was made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// An e-mail message.
    Mail,
    /// A text of a word processor (Office Open XML).
    Docx,
    /// Pages with a text layer.
    Pdf,
    /// A row of a table, or a line of JSON.
    Row,
}

impl Origin {
    /// What there is to say about a file of these bytes.
    pub fn of(format: Format, encoding: &str, bytes: &[u8]) -> Self {
        Self {
            format,
            encoding: encoding.to_owned(),
            bytes: bytes.len() as u64,
            sha256: Sha256(sha2::Sha256::digest(bytes).into()),
        }
    }
}

/// The SHA-256 of a file, shown in small hexadecimal digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sha256([u8; 32]);

impl Display for Sha256 {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_hash() {
        let origin = Origin::of(Format::Text, "UTF-8", b"abc");
        assert_eq!(origin.bytes, 3);
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(origin.sha256.to_string(), known);
    }
}
