//! A message that was saved or pasted as plain text: its headers, what it answers, the signature.

use std::ops::Range;

use super::blocks::{Block, trimmed};
use crate::document::Role;
use crate::text::Span;

/// Names of headers in small letters, with those that programs in other languages give them.
const HEADERS: [&str; 23] = [
    "from",
    "to",
    "cc",
    "bcc",
    "sent",
    "date",
    "subject",
    "reply-to",
    "van",
    "aan",
    "verzonden",
    "datum",
    "onderwerp",
    "von",
    "an",
    "gesendet",
    "betreff",
    "de",
    "à",
    "envoyé",
    "objet",
    "para",
    "asunto",
];

/// Those that say what a message is about.
const SUBJECTS: [&str; 5] = ["subject", "onderwerp", "betreff", "objet", "asunto"];

/// What some programs put above the message that is answered.
const ORIGINAL: &str = "-----Original Message";

/// Headers that stand together at least.
const FEWEST: usize = 3;

/// Names headers, quoted messages and signatures, if a text is a message.
pub(super) fn name(text: &str, blocks: &mut Vec<Block>) {
    let runs = headers(text, blocks);
    let answers = blocks.iter().any(|block| {
        let line = block.span.of(text);
        introduces(line) || line.starts_with(ORIGINAL)
    });
    if runs.is_empty() && !answers {
        return;
    }
    let mut open = None;
    for at in 0..blocks.len() {
        let line = blocks[at].span.of(text);
        let follows = blocks.get(at + 1).map_or("", |next| next.span.of(text));
        let quoted = line.starts_with('>') || introduces(line) && follows.starts_with('>');
        open = match open {
            _ if line.starts_with(ORIGINAL) => Some(Role::ReplyQuote),
            Some(Role::ReplyQuote) => open,
            _ if line == "--" => Some(Role::Signature),
            other => other,
        };
        blocks[at].role = match quoted {
            true => Some(Role::ReplyQuote),
            false => open.or(runs
                .iter()
                .any(|run| run.contains(&at))
                .then_some(Role::MailHeader)),
        };
        if quoted && open == Some(Role::Signature) {
            open = None;
        }
    }
    if let Some(first) = runs.first() {
        name_the_subject(text, blocks, first.clone());
    }
}

/// Runs of lines that are the headers of a message.
fn headers(text: &str, blocks: &[Block]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if header(block.span.of(text)).is_none() {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.end == at && !block.blank_before => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs.retain(|run| run.len() >= FEWEST);
    runs
}

/// The name of the header that a line is.
fn header(line: &str) -> Option<&'static str> {
    let (name, _) = line.split_once(':')?;
    let name = name.trim().to_lowercase();
    HEADERS.into_iter().find(|known| *known == name)
}

/// `On Tuesday, Bo wrote:`
fn introduces(line: &str) -> bool {
    const VERBS: [&str; 6] = [
        "wrote:",
        "writes:",
        "schreef:",
        "schrieb:",
        "écrit :",
        "escribió:",
    ];
    line.len() <= 200 && VERBS.iter().any(|verb| line.ends_with(verb))
}

/// What a message is about is its title.
fn name_the_subject(text: &str, blocks: &mut Vec<Block>, headers: Range<usize>) {
    let is_subject =
        |at: &usize| header(blocks[*at].span.of(text)).is_some_and(|name| SUBJECTS.contains(&name));
    let Some(at) = headers
        .start
        .eq(&0)
        .then(|| headers.into_iter().find(is_subject))
        .flatten()
    else {
        return;
    };
    let span = blocks[at].span;
    let colon = span.of(text).find(':').map_or(0, |colon| colon + 1);
    let middle = span.range().start + colon;
    let subject = trimmed(text, Span::new(middle, span.range().end));
    if subject.is_empty() {
        return;
    }
    blocks[at].span = Span::new(span.range().start, middle);
    let title = Block {
        span: subject,
        role: Some(Role::Title),
        blank_before: false,
        blank_after: blocks[at].blank_after,
    };
    blocks.insert(at + 1, title);
}
