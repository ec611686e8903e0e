//! Plain text becomes a document.

use super::{Document, Fault, Format, LONGEST_TEXT, Manuscript, Origin, Place, Problem};

/// Makes a document of a file of plain text in UTF-8, with or without byte order mark.
///
/// Linear in the size of the file. Fails if there is nothing to read: see [`Fault`].
pub fn read(file: &str, bytes: &[u8]) -> Result<Document, Problem> {
    let original = decode(file, bytes)?;
    Manuscript::plain(original).finish(file, Origin::of(Format::Text, "UTF-8", bytes))
}

/// The characters of a file of text, byte order mark and line ends as they are.
pub(crate) fn decode<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Problem> {
    let problem = |place: Option<usize>, fault| Problem {
        file: file.to_owned(),
        place: place.map(|byte| Place::of(bytes, byte)),
        fault,
    };
    if bytes.len() > LONGEST_TEXT {
        return Err(problem(None, Fault::TooLong(bytes.len() as u64)));
    }
    if let Some(what) = signature(bytes) {
        return Err(problem(None, Fault::NotText(Some(what.to_owned()))));
    }
    if let Some(nul) = bytes.iter().position(|&b| b == 0) {
        return Err(problem(Some(nul), Fault::NotText(None)));
    }
    std::str::from_utf8(bytes).map_err(|broken| {
        let at = broken.valid_up_to();
        let byte = bytes.get(at).copied().unwrap_or_default();
        problem(Some(at), Fault::BrokenEncoding(byte))
    })
}

/// What a file is whose first bytes say that it is no text: "a picture".
pub fn signature(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 13] = [
        (b"%PDF-", "a PDF file"),
        (b"PK\x03\x04", "a zip archive or an office document"),
        (b"\xd0\xcf\x11\xe0", "an old office document"),
        (b"{\\rtf", "a rich text file"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"II*\0", "a picture"),
        (b"MM\0*", "a picture"),
        (b"7z\xbc\xaf", "an archive of a kind that is not opened"),
        (b"Rar!", "an archive of a kind that is not opened"),
        (b"\x7fELF", "a program"),
    ];
    let known = |(start, _): &&(&[u8], &str)| bytes.starts_with(start);
    SIGNATURES.iter().find(known).map(|&(_, what)| what)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::Rule;

    fn check_problem(bytes: &[u8], says: &str) {
        let problem = read("a.txt", bytes).expect_err("the file cannot be used");
        assert_eq!(problem.to_string(), says);
        assert!(!problem.fault.remedy().is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        check_problem(b"", "a.txt: the file has no text in it");
        check_problem(b"\xef\xbb\xbf \r\n\t", "a.txt: the file has no text in it");
        check_problem(
            b"caf\xe9 au lait",
            "a.txt, line 1 (byte 3): the byte 0xE9 cannot stand here in UTF-8",
        );
        check_problem(
            b"one\ntwo\nthr\xffee",
            "a.txt, line 3 (byte 11): the byte 0xFF cannot stand here in UTF-8",
        );
        check_problem(
            b"cut off \xe2\x82",
            "a.txt, line 1 (byte 8): the byte 0xE2 cannot stand here in UTF-8",
        );
        check_problem(b"a\n\0b", "a.txt, line 2 (byte 2): the file is not text");
        check_problem(
            b"%PDF-1.7\n%\xe2\xe3",
            "a.txt: the file is not text but a PDF file",
        );
        check_problem(
            &vec![b'a'; LONGEST_TEXT + 1],
            "a.txt: the file has 67108865 bytes; a document has at most 67108864",
        );
    }

    #[test]
    fn lines_end_alike_and_the_original_is_kept() {
        let original = "\u{feff}A title\r\n\r\nOne.\rTwo.\n";
        let document = read("a.txt", original.as_bytes()).unwrap();
        assert_eq!(document.text, "A title\n\nOne.\nTwo.\n");
        assert_eq!(document.original(), original);
        let rules: Vec<Rule> = document.repairs.iter().map(|r| r.rule).collect();
        let (bom, end) = (Rule::ByteOrderMark, Rule::LineEnding);
        assert_eq!(rules, [bom, end, end, end]);
    }

    #[test]
    fn a_clean_file_is_left_as_it_is() {
        let document = read("a.txt", "Clean.\n\nText, “quoted”.\n".as_bytes()).unwrap();
        assert_eq!(document.repairs, []);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(document) = read("a.txt", &bytes) {
                prop_assert_eq!(document.original().into_bytes(), bytes);
            }
        }

        #[test]
        fn parts_leave_out_only_white_space(text in "[ \r\n\t\u{a0}aA.–é\u{feff}]{0,200}|\\PC{0,200}") {
            let Ok(document) = read("a.txt", text.as_bytes()) else { return Ok(()) };
            prop_assert_eq!(document.original(), text);
            let mut end = 0;
            for part in &document.parts {
                let span = part.span.range();
                prop_assert!(document.text[end..span.start].trim().is_empty());
                prop_assert!(!part.span.of(&document.text).is_empty());
                end = span.end;
            }
            prop_assert!(document.text[end..].trim().is_empty());
        }
    }
}
