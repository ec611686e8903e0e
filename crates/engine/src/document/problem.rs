use std::fmt;

use serde::{Deserialize, Serialize};

/// Something a publisher supplied that cannot be used: which file, where, why, and what to do.
/// Printed, it is one line without the remedy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// File name of the seed, with its extension.
    pub file: String,
    /// The place in the file, where there is one.
    pub place: Option<Place>,
    /// What is wrong there.
    pub fault: Fault,
}

/// A place in a file as it lies on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Line, from 1. Lines end at `\n`.
    pub line: u32,
    /// Byte in the file, from 0.
    pub byte: u64,
}

impl Place {
    /// The place of a byte in a file.
    pub fn of(bytes: &[u8], byte: usize) -> Self {
        let before = &bytes[..byte.min(bytes.len())];
        let lines = before.iter().filter(|&&b| b == b'\n').count();
        Self {
            line: u32::try_from(lines + 1).unwrap_or(u32::MAX),
            byte: byte as u64,
        }
    }
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// Nothing but white space.
    Empty,
    /// The bytes are no text; what they are, where that can be told: "a PDF file".
    NotText(Option<String>),
    /// A byte that cannot stand there in UTF-8.
    BrokenEncoding(u8),
    /// More bytes than a document may have.
    TooLong(u64),
    /// Another file of this name leads to the same slug.
    SameSlug(String),
}

impl Fault {
    /// What the publisher can do about it.
    pub fn remedy(&self) -> String {
        match self {
            Fault::Empty => "Remove the file, or put its text into it.".into(),
            Fault::NotText(_) => "Save the document as plain text (.txt, UTF-8).".into(),
            Fault::BrokenEncoding(_) => {
                "Open the file in an editor with its own encoding and save it as UTF-8.".into()
            }
            Fault::TooLong(_) => "Divide the file into several documents.".into(),
            Fault::SameSlug(_) => "Give one of the two files another name.".into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Empty => f.write_str("the file has no text in it"),
            Fault::NotText(None) => f.write_str("the file is not text"),
            Fault::NotText(Some(what)) => write!(f, "the file is not text but {what}"),
            Fault::BrokenEncoding(byte) => {
                write!(f, "the byte 0x{byte:02X} cannot stand here in UTF-8")
            }
            Fault::TooLong(bytes) => write!(
                f,
                "the file has {bytes} bytes; a document has at most {}",
                super::LONGEST_TEXT
            ),
            Fault::SameSlug(other) => write!(f, "its address would be the same as that of {other}"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(place) = self.place {
            write!(f, ", line {} (byte {})", place.line, place.byte)?;
        }
        write!(f, ": {}", self.fault)
    }
}
