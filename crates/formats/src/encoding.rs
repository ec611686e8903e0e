//! Bytes become characters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use dossier_engine::document::{Fault, Place, Problem};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A file's characters, byte order mark included, and the name of its encoding.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) encoding: &'static str,
}

/// How many characters of UTF-8 there must be for each broken one before a file counts as UTF-8
/// that was damaged, and not as another encoding.
const WELL_FORMED: usize = 4;

/// Decodes a file of text. A mark or a form that fits only one encoding tells which it is; then
/// what the file itself declares; then its letters. Fails where a file is no text, or is UTF-8
/// with broken bytes in it.
pub(crate) fn decode(file: &str, bytes: &[u8], declared: Option<&str>) -> Result<Decoded, Problem> {
    let problem = |byte: Option<usize>, fault| Problem {
        file: file.to_owned(),
        place: byte.map(|byte| Place::of(bytes, byte)),
        fault,
    };
    let encoding = match encoding_of(bytes, declared) {
        Ok(encoding) => encoding,
        Err(at) => {
            let fault = Fault::BrokenEncoding(bytes.get(at).copied().unwrap_or_default());
            return Err(problem(Some(at), fault));
        }
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    if let Some(at) = text.find('\0').filter(|_| is_binary(&text)) {
        let at = if encoding == UTF_8 { Some(at) } else { None };
        return Err(problem(at, Fault::NotText(None)));
    }
    Ok(Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
    })
}

/// The encoding of some bytes, or where UTF-8 breaks off.
fn encoding_of(bytes: &[u8], declared: Option<&str>) -> Result<&'static Encoding, usize> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    if let Some(encoding) = wide(bytes) {
        return Ok(encoding);
    }
    let Err(broken) = std::str::from_utf8(bytes) else {
        return Ok(UTF_8);
    };
    let declared = declared.and_then(|label| Encoding::for_label(label.as_bytes()));
    if let Some(encoding) = declared.filter(|&encoding| encoding != UTF_8) {
        return Ok(encoding);
    }
    let (well_formed, ill_formed) = count(bytes);
    if well_formed >= WELL_FORMED * ill_formed {
        return Err(broken.valid_up_to());
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Ok(detector.guess(None, Utf8Detection::Deny))
}

/// UTF-16 without a mark: every other byte of mostly Latin text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    const LOOKED_AT: usize = 4096;
    let head = &bytes[..bytes.len().min(LOOKED_AT) & !1];
    let zeros = |odd: usize| {
        head.iter()
            .skip(odd)
            .step_by(2)
            .filter(|&&byte| byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let pairs = head.len() / 2;
    match pairs >= 4 {
        true if odd * 10 > pairs * 7 && even * 10 < pairs => Some(UTF_16LE),
        true if even * 10 > pairs * 7 && odd * 10 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// Characters of more than one byte, and places where there is none.
fn count(bytes: &[u8]) -> (usize, usize) {
    let chunks = bytes.utf8_chunks();
    chunks.fold((0, 0), |(well, ill), chunk| {
        let characters = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (
            well + characters,
            ill + usize::from(!chunk.invalid().is_empty()),
        )
    })
}

/// Whether a text with zeros in it has so many controls that it is none.
fn is_binary(text: &str) -> bool {
    let control = |c: &char| c.is_control() && !c.is_whitespace();
    let controls = text.chars().filter(control).count();
    controls * 100 > text.chars().count() || text.len() < 100
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: &str) {
        let decoded = decode("a.txt", bytes, None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
    }

    #[test]
    fn a_mark_or_a_form_tells_the_encoding() {
        check("café".as_bytes(), "café", "UTF-8");
        check(b"\xef\xbb\xbfcaf\xc3\xa9", "\u{feff}café", "UTF-8");
        check(b"\xff\xfec\0a\0f\0\xe9\0", "\u{feff}café", "UTF-16LE");
        check(b"c\0a\0f\0\xe9\0\n\0", "café\n", "UTF-16LE");
        check(b"\0c\0a\0f\0\xe9\0\n", "café\n", "UTF-16BE");
    }

    #[test]
    fn letters_tell_the_encoding() {
        let french = b"Il \xe9tait une fois \xe0 l'h\xf4tel, o\xf9 l'\xe9t\xe9 \xe9tait pass\xe9.";
        check(
            french,
            "Il était une fois à l'hôtel, où l'été était passé.",
            "windows-1252",
        );
        let russian = encoding_rs::WINDOWS_1251
            .encode("Дождь шёл весь день, и река вышла из берегов.")
            .0;
        check(
            &russian,
            "Дождь шёл весь день, и река вышла из берегов.",
            "windows-1251",
        );
    }

    #[test]
    fn damaged_utf_8_is_told_with_its_place() {
        let damaged = b"caf\xc3\xa9 caf\xc3\xa9 caf\xc3\xa9 caf\xc3\xa9\ncaf\xe9 caf\xc3\xa9";
        let problem = decode("a.txt", damaged, None).err().unwrap();
        let told = "a.txt, line 2 (byte 27): the byte 0xE9 cannot stand here in UTF-8";
        assert_eq!(problem.to_string(), told);
    }

    #[test]
    fn what_is_no_text_is_told() {
        let problem = decode("a.bin", b"\x01\x02\0\x03abc", None).err().unwrap();
        assert_eq!(problem.fault, Fault::NotText(None));
    }
}
