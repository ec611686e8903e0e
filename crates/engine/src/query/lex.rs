//! Cuts what was typed into the pieces of the language, each with its place.

use super::parse::DATE;
use crate::text::Span;

/// A piece of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) what: What<'a>,
    pub(super) place: Span,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What<'a> {
    Open,
    Close,
    And,
    Or,
    /// `NOT`, or a `-` that touches what follows.
    Not,
    /// A `+` that touches what follows.
    Must,
    /// A known field and its colon.
    Field(&'a str),
    /// What stands between quotation marks, and what follows a `~` behind them.
    Quoted {
        inside: &'a str,
        near: Option<&'a str>,
    },
    /// What stands between `[` and `]`, with both.
    Range(&'a str),
    /// Anything else up to white space, a bracket or a quotation mark.
    Bare(&'a str),
}

/// The pieces in their order, without the white space between them. Linear.
pub(super) fn pieces<'a>(typed: &'a str, fields: &[&str]) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece> = vec![];
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let field = pieces.last().and_then(|piece| match piece.what {
            What::Field(name) => Some(name),
            _ => None,
        });
        let (what, length) = first(rest, fields, field);
        let start = typed.len() - rest.len();
        pieces.push(Piece {
            what,
            place: Span::new(start, start + length),
        });
        rest = rest[length..].trim_start();
    }
    pieces
}

/// The first piece and its bytes; `field` is the field whose value it is.
fn first<'a>(rest: &'a str, fields: &[&str], field: Option<&str>) -> (What<'a>, usize) {
    let touches = |sign: char| {
        let after = rest.strip_prefix(sign);
        after.is_some_and(|after| after.starts_with(|c: char| !c.is_whitespace()))
    };
    match rest.as_bytes()[0] {
        b'(' => (What::Open, 1),
        b')' => (What::Close, 1),
        b'"' => quoted(rest),
        b'[' if field == Some(DATE) => range(rest),
        b'-' if touches('-') && field.is_none() => (What::Not, 1),
        b'+' if touches('+') && field.is_none() => (What::Must, 1),
        _ if field.is_some() => {
            let word = bare_word(rest);
            (What::Bare(word), word.len())
        }
        _ => bare(rest, fields),
    }
}

fn quoted(rest: &str) -> (What<'_>, usize) {
    let quote = &rest[1..];
    let Some((inside, after)) = quote.split_once('"') else {
        return (
            What::Quoted {
                inside: quote,
                near: None,
            },
            rest.len(),
        );
    };
    let length = inside.len() + 2;
    match after.strip_prefix('~') {
        Some(after) => {
            let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let near = Some(&after[..digits]);
            (What::Quoted { inside, near }, length + 1 + digits)
        }
        None => (What::Quoted { inside, near: None }, length),
    }
}

fn range(rest: &str) -> (What<'_>, usize) {
    let length = rest.find(']').map_or(rest.len(), |end| end + 1);
    (What::Range(&rest[..length]), length)
}

fn bare<'a>(rest: &'a str, fields: &[&str]) -> (What<'a>, usize) {
    let word = bare_word(rest);
    if let Some((name, _)) = word.split_once(':')
        && fields.contains(&name)
    {
        return (What::Field(name), name.len() + 1);
    }
    let what = match word {
        "AND" => What::And,
        "OR" => What::Or,
        "NOT" => What::Not,
        _ => What::Bare(word),
    };
    (what, word.len())
}

fn bare_word(rest: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"');
    &rest[..rest.find(ends).unwrap_or(rest.len())]
}
