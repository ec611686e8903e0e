//! The body of a message, with its places in the file.

use std::ops::Range;

use dossier_engine::document::Role;
use dossier_engine::text::Span;
use encoding_rs::{Encoding, UTF_8};
use mail_parser::{MessagePart, MessageRef};

use crate::flow::{Flow, Piece};
use crate::html;

/// Writes down the body: the plain one, or else the one in HTML.
pub(super) fn write(
    message: &MessageRef<'_>,
    source: &str,
    same: bool,
    flow: &mut Flow,
    pieces: &mut Vec<Piece>,
) {
    let plain = message
        .text_body()
        .filter(|part| part.is_content_type("text", "plain"));
    let parts: Vec<MessagePart<'_>> = plain.collect();
    if parts.is_empty() && message.html_body().len() == 0 {
        let Some(text) = message.body_text(0) else {
            return;
        };
        return lines(&text, flow);
    }
    for part in &parts {
        let text = part.text().unwrap_or_default();
        lines(&text, flow);
        if same {
            pieces.extend(
                places(part, source)
                    .into_iter()
                    .map(|place| Piece::of(place.span, place.ch)),
            );
        }
    }
    if parts.is_empty() {
        for part in message.html_body() {
            let page = part.text().unwrap_or_default().into_owned();
            let places = if same {
                places(&part, source)
            } else {
                Vec::new()
            };
            page_of(page, &places, flow, pieces);
        }
    }
}

/// A body in HTML: its visible characters, by where each of its characters stands in the file.
fn page_of(page: String, places: &[Place], flow: &mut Flow, pieces: &mut Vec<Piece>) {
    let visible = html::visible(&page);
    let manuscript = html::manuscript(page.clone());
    let text = manuscript.text();
    for part in &manuscript.parts {
        flow.push_verbatim(part.span.of(&text));
        flow.end_block(part.role);
    }
    // Places have no white space in them, and neither have the characters counted here.
    let mut counted = page
        .char_indices()
        .filter(|(_, ch)| !ch.is_ascii_whitespace())
        .enumerate();
    for piece in visible {
        let range = piece.span.range();
        let first = counted.find(|(_, (at, _))| *at >= range.start);
        let Some((number, _)) = first else { return };
        let inner = piece
            .span
            .of(&page)
            .chars()
            .filter(|ch| !ch.is_ascii_whitespace())
            .count();
        let (Some(from), Some(to)) = (places.get(number), places.get(number + inner.max(1) - 1))
        else {
            return;
        };
        let span = Span {
            start: from.span.start,
            end: to.span.end,
        };
        pieces.push(piece.at(span));
    }
}

/// A character of a body, white space aside, and where it stands in the file.
struct Place {
    span: Span,
    ch: char,
}

/// Where each character of a part stands, as its transfer encoding has it.
fn places(part: &MessagePart<'_>, source: &str) -> Vec<Place> {
    let (start, end) = (part.offset_body() as usize, part.offset_end() as usize);
    let raw = source.get(start..end.min(source.len())).unwrap_or_default();
    let encoding = part
        .content_transfer_encoding()
        .unwrap_or("7bit")
        .to_ascii_lowercase();
    match encoding.trim() {
        "quoted-printable" => quoted_printable(raw, start, encoding_of(part)),
        "base64" => Vec::new(),
        _ => {
            let visible = raw
                .char_indices()
                .filter(|(_, ch)| !ch.is_ascii_whitespace());
            let place = |(at, ch): (usize, char)| Place {
                span: Span::new(start + at, start + at + ch.len_utf8()),
                ch,
            };
            visible.map(place).collect()
        }
    }
}

/// The encoding a part declares.
fn encoding_of(part: &MessagePart<'_>) -> &'static Encoding {
    let declared = part
        .content_type()
        .and_then(|kind| kind.attribute("charset"));
    let known = declared.and_then(|label| Encoding::for_label(label.as_bytes()));
    known.unwrap_or(UTF_8)
}

/// `=C3=A9` stands for one character of UTF-8; `=` at the end of a line for nothing.
fn quoted_printable(raw: &str, start: usize, encoding: &'static Encoding) -> Vec<Place> {
    let mut places = Vec::new();
    let mut place = |range: Range<usize>, ch: char| {
        if !ch.is_ascii_whitespace() {
            let span = Span::new(start + range.start, start + range.end);
            places.push(Place { span, ch });
        }
    };
    // Bytes that are no whole character yet, and where they begin.
    let mut pending: Vec<u8> = Vec::new();
    let (mut at, mut begun) = (0, 0);
    while let Some(ch) = raw[at..].chars().next() {
        let code = (ch == '=').then(|| raw.get(at + 1..at + 3).and_then(hexadecimal));
        let (byte, len) = match code {
            Some(Some(byte)) => (byte, 3),
            Some(None) => {
                at += 1;
                continue;
            }
            None if ch.is_ascii() => (ch as u8, 1),
            // Written as it is, against the rules: it is no part of what was begun.
            None => {
                if !pending.is_empty() {
                    place(begun..at, char::REPLACEMENT_CHARACTER);
                    pending.clear();
                }
                place(at..at + ch.len_utf8(), ch);
                at += ch.len_utf8();
                continue;
            }
        };
        if pending.is_empty() {
            begun = at;
        }
        pending.push(byte);
        at += len;
        let decoded = encoding.decode_without_bom_handling_and_without_replacement(&pending);
        let decoded = decoded.and_then(|text| text.chars().next());
        if decoded.is_none() && pending.len() < 4 {
            continue;
        }
        pending.clear();
        place(begun..at, decoded.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    places
}

/// The byte that two hexadecimal digits say.
fn hexadecimal(two: &str) -> Option<u8> {
    let are_digits = two.bytes().all(|byte| byte.is_ascii_hexdigit());
    are_digits
        .then(|| u8::from_str_radix(two, 16).ok())
        .flatten()
}

/// A plain body: paragraphs, what it answers, the signature.
fn lines(text: &str, flow: &mut Flow) {
    let mut open = Role::Paragraph;
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    for (at, line) in lines.iter().enumerate() {
        let role = match () {
            () if is_answered(&lines, at) => Role::ReplyQuote,
            () if open == Role::Signature || *line == "--" => Role::Signature,
            () if line.is_empty() => {
                flow.end_block(open);
                open = Role::Paragraph;
                continue;
            }
            () => Role::Paragraph,
        };
        if role != open {
            flow.end_block(open);
            open = role;
        }
        flow.push_verbatim(line);
        flow.end_line();
    }
    flow.end_block(open);
}

/// Whether a line is quoted from another message, or introduces one that is: "On Tuesday, Bo
/// wrote:".
fn is_answered(lines: &[&str], at: usize) -> bool {
    let line = lines[at];
    let mut after = lines[at + 1..]
        .iter()
        .take(2)
        .filter(|line| !line.is_empty());
    let quoted = after.next().is_some_and(|next| next.starts_with('>'));
    line.starts_with('>')
        || quoted && line.ends_with(':')
        || line.starts_with("-----Original Message")
}
