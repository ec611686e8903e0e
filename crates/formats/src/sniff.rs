//! What sort of file this is.

use dossier_engine::document::Format;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One document.
    One(Format),
    /// A document in each row.
    Rows(Rows),
    /// Files.
    Archive,
}

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rows {
    /// Values between commas, or other separators.
    Table(u8),
    /// An object of JSON in each line.
    JsonLines,
}

/// Told by the bytes first, by the name second.
pub(crate) fn kind(file: &str, bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"%PDF-") {
        return Kind::One(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let name = b"word/document.xml";
        let docx = extension(file) == "docx" || bytes.windows(name.len()).any(|at| at == name);
        return if docx {
            Kind::One(Format::Docx)
        } else {
            Kind::Archive
        };
    }
    match extension(file).as_str() {
        "html" | "htm" | "xhtml" => Kind::One(Format::Html),
        "md" | "markdown" => Kind::One(Format::Markdown),
        "eml" => Kind::One(Format::Mail),
        "csv" => Kind::Rows(Rows::Table(b',')),
        "tsv" | "tab" => Kind::Rows(Rows::Table(b'\t')),
        "jsonl" | "ndjson" => Kind::Rows(Rows::JsonLines),
        _ => Kind::One(by_beginning(bytes)),
    }
}

fn extension(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    extension.to_ascii_lowercase()
}

/// Text, if nothing at its beginning says otherwise.
fn by_beginning(bytes: &[u8]) -> Format {
    const LOOKED_AT: usize = 1024;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOKED_AT)]);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let lower = head.to_ascii_lowercase();
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        return Format::Html;
    }
    let routed = ["return-path:", "received:", "delivered-to:"];
    let mime = lower.contains("\nmime-version:") && lower.contains("\nfrom:");
    if mime || routed.iter().any(|header| lower.starts_with(header)) {
        return Format::Mail;
    }
    Format::Text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_before_the_name_does() {
        assert_eq!(kind("a.txt", b"%PDF-1.4"), Kind::One(Format::Pdf));
        assert_eq!(
            kind("a.txt", b"PK\x03\x04 word/document.xml"),
            Kind::One(Format::Docx)
        );
        assert_eq!(kind("a.txt", b"PK\x03\x04 b.txt"), Kind::Archive);
        assert_eq!(
            kind("a.txt", b"\n<!DOCTYPE HTML><p>"),
            Kind::One(Format::Html)
        );
        assert_eq!(
            kind("a", b"Received: from b\nFrom: c"),
            Kind::One(Format::Mail)
        );
        assert_eq!(kind("a.CSV", b"a,b"), Kind::Rows(Rows::Table(b',')));
        assert_eq!(kind("a.csv.txt", b"a,b"), Kind::One(Format::Text));
    }
}
