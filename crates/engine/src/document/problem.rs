//! What is wrong with a file, said so that its publisher can put it right.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Something a publisher supplied that cannot be used: which file, where, why, and what to do.
/// Printed, it is one line without the remedy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// File name of the seed, with its extension; empty if the problem is no file's.
    pub file: String,
    /// The place in the file, where there is one.
    pub place: Option<Place>,
    /// What is wrong there.
    pub fault: Fault,
}

/// A place in a file as it lies on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// The file of this name leads to the same slug.
    SameSlug(String),
    /// The file could not be opened or read; why.
    Unreadable(String),
    /// The publisher's settings are no TOML here; why.
    BrokenSettings(String),
    /// The publisher's settings have a key that means nothing.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that may stand there, with commas between.
        known: String,
    },
    /// A value in the publisher's settings is not what it should be.
    WrongValue(Cow<'static, str>),
    /// The publisher's settings speak of a document that there is not.
    UnknownDocument(String),
    /// A decision in the publisher's settings cannot be understood, or does not fit the documents.
    NoDecision {
        /// What is wrong.
        says: String,
        /// What can be done about it.
        remedy: String,
    },
    /// There is no document at all.
    NoDocuments,
    /// The file is damaged, or made in a way that is not understood; why.
    Unusable(String),
    /// A row of a table, or a line of JSON, cannot be read; why.
    BrokenRow(String),
    /// The pages are pictures, without a layer of text.
    NoTextLayer,
    /// What is packed in the file is more than may be unpacked; the limit, in words.
    TooMuch(String),
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
            Fault::SameSlug(_) => {
                "Give one of the two files another name, or its row another id.".into()
            }
            Fault::Unreadable(_) => "See that the file is there and may be read.".into(),
            Fault::BrokenSettings(_) => "Put texts in quotation marks: title = \"Letters\".".into(),
            Fault::UnknownKey { known, .. } => format!("Known keys here: {known}."),
            Fault::WrongValue(_) => "Change the value, or remove the line.".into(),
            Fault::UnknownDocument(_) => {
                "Write the file's name in quotation marks: [documents.\"letter-07.txt\"].".into()
            }
            Fault::NoDecision { remedy, .. } => remedy.clone(),
            Fault::Unusable(_) => {
                "Open the file in the program it was made with and save it anew.".into()
            }
            Fault::BrokenRow(_) => "Put the row right, or remove it.".into(),
            Fault::NoTextLayer => {
                "Have the pages read by a program for text recognition (OCR) first.".into()
            }
            Fault::TooMuch(_) => "Unpack the file, and supply what is needed of it.".into(),
            Fault::NoDocuments => "Put at least one document (.txt) into the folder.".into(),
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
            Fault::Unreadable(why) => write!(f, "the file cannot be read: {why}"),
            Fault::BrokenSettings(why) => f.write_str(why),
            Fault::UnknownKey { key, .. } => write!(f, "there is no key `{key}`"),
            Fault::WrongValue(expected) => write!(f, "expected {expected}"),
            Fault::UnknownDocument(name) => write!(f, "no document is called `{name}`"),
            Fault::NoDecision { says, .. } => f.write_str(says),
            Fault::NoDocuments => f.write_str("there are no documents"),
            Fault::Unusable(why) => write!(f, "the file cannot be used: {why}"),
            Fault::BrokenRow(why) => write!(f, "the row that begins here cannot be read: {why}"),
            Fault::NoTextLayer => f.write_str("the pages are pictures; there is no text in them"),
            Fault::TooMuch(limit) => write!(f, "the file holds more than {limit}"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told_of(&self.file))
    }
}

impl Problem {
    /// The problem on one line, with the file called as the reader of the message knows it.
    pub fn told_of(&self, file: &str) -> String {
        match self.place {
            _ if file.is_empty() => self.fault.to_string(),
            None => format!("{file}: {}", self.fault),
            Some(Place { line, byte }) => {
                format!("{file}, line {line} (byte {byte}): {}", self.fault)
            }
        }
    }
}
