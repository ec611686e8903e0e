//! What a file's streams unpack to is measured before anything is unpacked for good.

use std::io::Read as _;

use dossier_engine::document::Fault;
use flate2::read::ZlibDecoder;
use pdf_extract::{Document, Object, Stream};

use crate::archive::Allowance;

/// Bytes that a stream of objects may unpack to; they are unpacked when a file is opened.
const MOST_OBJECTS: u64 = 16 << 20;

/// Bytes before a stream among which its dictionary is looked for.
const DICTIONARY: usize = 1024;

/// Holds the streams that opening a file unpacks to what they may come to.
pub(super) fn hold_before(bytes: &[u8]) -> Result<(), Fault> {
    const STREAM: &[u8] = b"stream";
    let places = bytes.windows(STREAM.len()).enumerate();
    let starts = places.filter(|(_, at)| *at == STREAM).map(|(at, _)| at);
    let mut left = MOST_OBJECTS;
    for at in starts {
        let before = &bytes[at.saturating_sub(DICTIONARY)..at];
        let is = |kind: &[u8]| before.windows(kind.len()).any(|name| name == kind);
        if !before.ends_with(b"end") && (is(b"/ObjStm") || is(b"/XRef")) {
            let content = bytes[at + STREAM.len()..].trim_ascii_start();
            left = left
                .checked_sub(unpacked(content, left))
                .ok_or_else(|| Fault::TooMuch(format!("{} MiB of objects", MOST_OBJECTS >> 20)))?;
        }
    }
    Ok(())
}

/// Holds all streams but pictures to what an archive of that size may unpack to.
pub(super) fn hold(file: &Document, size: usize) -> Result<(), Fault> {
    let mut allowance = Allowance::for_size(size as u64);
    let streams = file.objects.values().filter_map(|object| match object {
        Object::Stream(stream) if !is_picture(stream) => Some(stream),
        _ => None,
    });
    for stream in streams {
        allowance.take(unpacked(&stream.content, allowance.left()))?;
    }
    Ok(())
}

fn is_picture(stream: &Stream) -> bool {
    let kind = stream.dict.get(b"Subtype").and_then(Object::as_name);
    kind.is_ok_and(|kind| kind == b"Image")
}

/// How many bytes a stream unpacks to, as far as they are allowed, and one more if they are not.
/// What is not packed counts nothing: it is no more than the file.
fn unpacked(content: &[u8], allowed: u64) -> u64 {
    let mut counted = ZlibDecoder::new(content).take(allowed.saturating_add(1));
    let mut buffer = [0; 16 << 10];
    let mut count = 0;
    while let Ok(read @ 1..) = counted.read(&mut buffer) {
        count += read as u64;
    }
    count
}
