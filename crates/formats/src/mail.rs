//! E-mail messages: who wrote to whom and when, the body in its first readable form, what it
//! answers, and the names of what is attached.

mod body;

use dossier_engine::document::{Fact, Facts, Manuscript, Role, Source};
use dossier_engine::moment::Moment;
use dossier_engine::text::Span;
use mail_parser::{MessageParser, MessageRef};

use crate::flow::{self, Flow, Piece};

/// Takes a message apart. `source` is the file's characters, `bytes` the file.
pub(crate) fn manuscript(source: String, bytes: &[u8]) -> Manuscript {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Manuscript::plain(source);
    };
    let message = message.root();
    // Places count bytes; where characters were decoded otherwise, they lead nowhere.
    let same = source.as_bytes() == bytes;
    let mut flow = Flow::default();
    let mut pieces = Vec::new();
    headers(&message, &source, same, &mut flow, &mut pieces);
    body::write(&message, &source, same, &mut flow, &mut pieces);
    for attachment in message.attachments() {
        let name = attachment.attachment_name().unwrap_or("without a name");
        let size = attachment.decoded_len();
        flow.push_flowing(&format!("Attachment: {name} ({size} bytes)"));
        flow.end_block(Role::MailHeader);
    }
    let facts = facts(&message);
    let (text, parts) = flow.finish();
    pieces.sort_by_key(|piece: &Piece| piece.span);
    Manuscript {
        markup: flow::beside(&source, &text, pieces),
        original: source,
        parts,
        facts,
        ..Manuscript::default()
    }
}

/// Writes down the headers a reader looks at, in the order of the file.
fn headers(
    message: &MessageRef<'_>,
    source: &str,
    same: bool,
    flow: &mut Flow,
    pieces: &mut Vec<Piece>,
) {
    const SHOWN: [&str; 6] = ["from", "to", "cc", "date", "subject", "reply-to"];
    for header in message.headers().iter() {
        let name = header.raw_name().trim();
        if !SHOWN.contains(&name.to_ascii_lowercase().as_str()) {
            continue;
        }
        let raw = String::from_utf8_lossy(header.raw_value()).into_owned();
        let value = match header.value().as_text() {
            Some(text) => text.to_owned(),
            None => decoded_words(&raw),
        };
        let role = match name.eq_ignore_ascii_case("subject") {
            true => Role::Title,
            false => Role::MailHeader,
        };
        let start = header.offset_start() as usize;
        let end = header.offset_end() as usize;
        if role != Role::Title {
            let field = header.offset_field() as usize;
            flow.push_flowing(&format!("{name}: "));
            if same {
                push_plain(pieces, source, field..start);
            }
        }
        flow.push_flowing(&value);
        if same && raw.contains("=?") {
            pieces.push(Piece::code(Span::new(start, end.min(source.len())), &value));
        } else if same {
            push_plain(pieces, source, start..end.min(source.len()));
        }
        flow.end_block(role);
    }
}

/// Characters that stand for themselves.
fn push_plain(pieces: &mut Vec<Piece>, source: &str, range: std::ops::Range<usize>) {
    let stretch = source.get(range.clone()).unwrap_or_default();
    let visible = stretch
        .char_indices()
        .filter(|(_, ch)| !ch.is_ascii_whitespace());
    pieces.extend(visible.map(|(at, ch)| {
        let at = range.start + at;
        Piece::of(Span::new(at, at + ch.len_utf8()), ch)
    }));
}

/// The words of a list of addresses, decoded by the parser.
fn decoded_words(raw: &str) -> String {
    if !raw.contains("=?") {
        return raw.to_owned();
    }
    let message = format!("Subject: {}\r\n\r\n", raw.trim());
    let parsed = MessageParser::default().parse(message.as_bytes());
    let subject = parsed
        .as_ref()
        .and_then(|parsed| parsed.subject().map(str::to_owned));
    subject.unwrap_or_else(|| raw.to_owned())
}

fn facts(message: &MessageRef<'_>) -> Facts {
    let inferred = |header: &str| Source::Inferred(format!("the message says so ({header})"));
    let author = message.headers().from().and_then(|from| {
        let sender = from.first()?;
        sender.name().or(sender.address()).map(str::to_owned)
    });
    let date = message.headers().date().filter(|date| date.year > 0);
    Facts {
        author: author.map(|value| Fact {
            value,
            source: inferred("From"),
        }),
        published: date.map(|date| Fact {
            value: Moment::new(format!(
                "{:04}-{:02}-{:02}",
                date.year, date.month, date.day
            )),
            source: inferred("Date"),
        }),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests {
    use dossier_engine::document::{Document, Format, Origin};

    use super::*;

    fn read(source: &str) -> Document {
        let manuscript = manuscript(source.to_owned(), source.as_bytes());
        let origin = Origin::of(Format::Mail, "UTF-8", source.as_bytes());
        let document = manuscript.finish("a.eml", origin).unwrap();
        assert_eq!(document.original(), source);
        document
    }

    fn shown(document: &Document) -> Vec<String> {
        let show = |part: &dossier_engine::document::Part| {
            format!("{:?}: {}", part.role, part.span.of(&document.text))
        };
        document.parts.iter().map(show).collect()
    }

    #[test]
    fn what_is_coded_by_halves_leads_back_to_whole_characters() {
        let document = read(
            "Subject: Rain\nContent-Type: text/plain; charset=utf-8\n\
             Content-Transfer-Encoding: quoted-printable\n\n=C3🌧 at the caf=C3=A9, 1 =+2\n",
        );
        let at = document.text.find("🌧").unwrap();
        let there = document
            .offsets()
            .original_of(Span::new(at, at + "🌧".len()));
        assert_eq!(there.of(&document.original()), "🌧");
        let at = document.text.find("é").unwrap();
        let there = document
            .offsets()
            .original_of(Span::new(at, at + "é".len()));
        assert_eq!(there.of(&document.original()), "=C3=A9");
    }

    #[test]
    fn a_message_is_headers_body_and_what_it_answers() {
        let document = read(
            "Received: from x\r\nFrom: Ada Loon <ada@example.org>\r\nTo: Bo <bo@example.org>\r\n\
             Subject: =?utf-8?q?R=C3=A9: rain?=\r\nDate: Wed, 7 May 2014 10:00:00 +0200\r\n\
             Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
             It rained at the caf=C3=A9, and =\r\nit stopped.\r\n\r\nOn Tuesday, Bo wrote:\r\n> Did it rain?\r\n\r\n-- \r\nAda\r\n",
        );
        let expected = [
            "MailHeader: From: Ada Loon <ada@example.org>",
            "MailHeader: To: Bo <bo@example.org>",
            "Title: Ré: rain",
            "MailHeader: Date: Wed, 7 May 2014 10:00:00 +0200",
            "Paragraph: It rained at the café, and it stopped.",
            "ReplyQuote: On Tuesday, Bo wrote:\n> Did it rain?",
            "Signature: --\nAda",
        ];
        assert_eq!(shown(&document), expected);
        assert_eq!(document.facts.author.as_ref().unwrap().value, "Ada Loon");
        assert_eq!(
            document.facts.published.as_ref().unwrap().value.as_str(),
            "2014-05-07"
        );
        let at = document.text.find("café").unwrap();
        let place = document
            .offsets()
            .original_of(Span::new(at, at + "café".len()));
        assert_eq!(place.of(&document.original()), "caf=C3=A9");
    }

    #[test]
    fn a_body_in_html_is_read_as_a_page() {
        let document = read(
            "From: a@b.org\r\nSubject: Rain\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n\
             --x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>It <b>rained</b> &amp; stopped.</p>\r\n\
             --x\r\nContent-Type: application/pdf; name=map.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x--\r\n",
        );
        let parts = shown(&document);
        assert!(
            parts.contains(&"Paragraph: It rained & stopped.".to_owned()),
            "{parts:?}"
        );
        assert!(
            parts
                .iter()
                .any(|part| part.contains("Attachment: map.pdf")),
            "{parts:?}"
        );
    }

    #[test]
    fn parts_stay_apart_whatever_the_encoding_of_a_message() {
        let document = read(
            "From: a@b.org\r\nSubject: Rain\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\
             Content-Transfer-Encoding: quoted-printable\r\n\r\nIt rained on M=FCller.\r\n\r\n--=20\r\nAda\r\n\r\n\
             On Monday, Bo wrote:\r\n\r\n> Did it?\r\n",
        );
        let expected = [
            "MailHeader: From: a@b.org",
            "Title: Rain",
            "Paragraph: It rained on Müller.",
            "Signature: --\nAda",
            "ReplyQuote: On Monday, Bo wrote:",
            "ReplyQuote: > Did it?",
        ];
        assert_eq!(shown(&document), expected);
        let at = document.text.find("Müller").unwrap();
        let place = document
            .offsets()
            .original_of(Span::new(at, at + "Müller".len()));
        assert_eq!(place.of(&document.original()), "M=FCller");
    }
}
