//! Archives: each file in them is read as if it lay in the folder.

use std::io::{Cursor, Read as _};

use dossier_engine::corpus::is_litter;
use dossier_engine::document::Fault;
use zip::ZipArchive;

use crate::sniff::{self, Kind};
use crate::{Read, problem};

/// Files in an archive.
const MOST_MEMBERS: usize = 10_000;

/// To how many times its size an archive may unpack, and how many bytes besides. Texts shrink to
/// a third or a tenth.
const SWELL: u64 = 20;
const BESIDES: u64 = 16 << 20;

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens an archive.
pub(crate) fn open(bytes: &[u8]) -> Result<Zip<'_>, Fault> {
    let archive = ZipArchive::new(Cursor::new(bytes));
    let archive = archive.map_err(|error| Fault::Unusable(error.to_string()))?;
    match archive.len() > MOST_MEMBERS {
        true => Err(Fault::TooMuch(format!("{MOST_MEMBERS} files"))),
        false => Ok(archive),
    }
}

/// What is left of the bytes that an archive may unpack to.
pub(crate) struct Allowance(u64);

impl Allowance {
    /// What a file of so many bytes may unpack to.
    pub(crate) fn for_size(bytes: u64) -> Self {
        Self(SWELL * bytes + BESIDES)
    }

    /// How many bytes are left.
    pub(crate) fn left(&self) -> u64 {
        self.0
    }

    /// Takes some of it; fails if that is more than is left.
    pub(crate) fn take(&mut self, bytes: u64) -> Result<(), Fault> {
        let left = self.0.checked_sub(bytes);
        self.0 = left.ok_or_else(|| Fault::TooMuch(format!("{SWELL} times its own size")))?;
        Ok(())
    }
}

/// What a file in an archive holds. What it says of its size is not trusted.
pub(crate) fn unpack(
    archive: &mut Zip<'_>,
    number: usize,
    allowance: &mut Allowance,
) -> Result<Vec<u8>, Fault> {
    let damaged = |error: &dyn std::fmt::Display| Fault::Unusable(error.to_string());
    let member = archive.by_index(number).map_err(|error| damaged(&error))?;
    if member.encrypted() {
        return Err(Fault::Unusable(
            "a file in it is locked with a password".into(),
        ));
    }
    let mut bytes = Vec::new();
    let mut limited = member.take(allowance.left() + 1);
    limited
        .read_to_end(&mut bytes)
        .map_err(|error| damaged(&error))?;
    allowance.take(bytes.len() as u64)?;
    Ok(bytes)
}

/// What an archive is that was not made to be opened: it holds the parts of one document.
fn of_another_program(archive: &Zip<'_>) -> Option<&'static str> {
    const MARKS: [(&str, &str); 3] = [
        ("[Content_Types].xml", "a spreadsheet or a presentation"),
        ("mimetype", "an OpenDocument file or an electronic book"),
        ("META-INF/MANIFEST.MF", "a program"),
    ];
    let holds = |(name, _): &&(&str, &str)| archive.index_for_name(name).is_some();
    MARKS.iter().find(holds).map(|(_, what)| *what)
}

/// Reads all files of an archive; archives in it are not opened.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Read {
    let mut archive = match open(bytes) {
        Ok(archive) => archive,
        Err(fault) => return vec![Err(problem(file, fault))],
    };
    if let Some(what) = of_another_program(&archive) {
        return vec![Err(problem(file, Fault::NotText(Some(what.into()))))];
    }
    let mut allowance = Allowance::for_size(bytes.len() as u64);
    let mut read = Vec::new();
    for number in 0..archive.len() {
        let name = archive.name_for_index(number).and_then(Result::ok);
        let name = name.map(|name| name.into_owned()).unwrap_or_default();
        if name.ends_with('/') || name.split('/').any(is_litter) || name.starts_with("__MACOSX/") {
            continue;
        }
        let member = format!("{file}/{name}");
        match unpack(&mut archive, number, &mut allowance) {
            Ok(bytes) if sniff::kind(&member, &bytes) == Kind::Archive => {
                let fault = Fault::Unusable("it is an archive in an archive".into());
                read.push(Err(problem(&member, fault)));
            }
            Ok(bytes) => read.extend(crate::read(&member, &bytes)),
            Err(fault @ Fault::TooMuch(_)) => {
                read.push(Err(problem(file, fault)));
                return read;
            }
            Err(fault) => read.push(Err(problem(&member, fault))),
        }
    }
    if read.is_empty() {
        read.push(Err(problem(file, Fault::Empty)));
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive with one stored file, as the format lays it out.
    fn archive(name: &str, content: &[u8]) -> Vec<u8> {
        let sizes = [crc32(content), content.len() as u32, content.len() as u32];
        let sizes = sizes.map(u32::to_le_bytes).concat();
        let name_len = (name.len() as u16).to_le_bytes();
        let mut bytes = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0".to_vec();
        bytes.extend([&sizes[..], &name_len, &[0, 0], name.as_bytes(), content].concat());
        let directory = bytes.len() as u32;
        bytes.extend(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0");
        bytes.extend([&sizes[..], &name_len, &[0; 16], name.as_bytes()].concat());
        let size = bytes.len() as u32 - directory;
        bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
        bytes.extend([size.to_le_bytes(), directory.to_le_bytes()].concat());
        bytes.extend([0, 0]);
        bytes
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
            })
        })
    }

    #[test]
    fn a_file_in_an_archive_is_read_as_if_it_lay_beside_it() {
        let read = read("letters.zip", &archive("may/7.txt", b"It rained."));
        let document = read.into_iter().next().unwrap().unwrap();
        assert_eq!(document.file, "letters.zip/may/7.txt");
        assert_eq!(
            (document.slug.as_str(), document.text.as_str()),
            ("7", "It rained.")
        );
    }

    #[test]
    fn an_archive_in_an_archive_is_not_opened() {
        let inner = archive("a.txt", b"It rained.");
        let told = read("b.zip", &archive("a.zip", &inner))[0]
            .as_ref()
            .unwrap_err()
            .to_string();
        assert_eq!(
            told,
            "b.zip/a.zip: the file cannot be used: it is an archive in an archive"
        );
    }

    #[test]
    fn the_parts_of_a_spreadsheet_are_no_documents() {
        let read = read("a.xlsx", &archive("[Content_Types].xml", b"<Types/>"));
        let told = read[0].as_ref().unwrap_err().to_string();
        let expected = "a.xlsx: the file is not text but a spreadsheet or a presentation";
        assert_eq!(told, expected);
    }

    #[test]
    fn an_archive_swells_no_further_than_it_may() {
        let bytes = archive("a.txt", &[b'a'; 100]);
        let mut allowance = Allowance(99);
        let unpacked = unpack(&mut open(&bytes).unwrap(), 0, &mut allowance);
        assert_eq!(
            unpacked,
            Err(Fault::TooMuch("20 times its own size".into()))
        );
    }

    #[test]
    fn a_damaged_archive_is_told() {
        let bytes = archive("a.txt", b"It rained.");
        for end in 4..bytes.len() {
            assert!(
                read("a.zip", &bytes[..end]).iter().all(Result::is_err),
                "{end}"
            );
        }
        for at in 0..bytes.len() {
            let mut bytes = bytes.clone();
            bytes[at] ^= 0xff;
            let _ = read("a.zip", &bytes);
        }
    }
}
