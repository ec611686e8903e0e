//! Tokenised text, as programs that count words leave it: every mark stands between spaces, in
//! `u . s .`, in `the netherlands ' spies`, in `https : / / example . org / a - b`.
//!
//! Only a text is touched in which marks stand so throughout. Its spaces are taken away one by
//! one, each where the marks beside it say that there was none.

mod address;
mod joints;

use super::super::Rule;
use super::super::draft::Edit;
use crate::text::Span;
use joints::Joints;

/// Commas and full stops that must stand apart before a text counts as tokenised.
const MARKS: usize = 4;

/// How many times as many of them must stand apart as do not.
const TIMES: usize = 5;

/// Words and marks of the longest line that is looked at as one.
const LONGEST_LINE: usize = 1 << 20;

/// Closes the gaps of a tokenised text.
pub(super) fn put_right(text: &str) -> Vec<Edit> {
    if !is_tokenised(text) {
        return Vec::new();
    }
    let mut edits = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        for tokens in tokens(line, start).chunks(LONGEST_LINE) {
            edits.extend(edits_of_line(text, tokens));
        }
        start += line.len();
    }
    edits
}

/// Whether commas and full stops stand apart from the words before them throughout.
fn is_tokenised(text: &str) -> bool {
    let (mut apart, mut attached) = (0, 0);
    for three in text.as_bytes().windows(3) {
        let [before, between, mark] = *three else {
            continue;
        };
        match (before, between, mark) {
            (b' ' | b'\n', b',' | b'.', _) => {}
            (_, b',' | b'.', b' ' | b'\n') => attached += 1,
            (b' ' | b'\n' | b'.' | b',', b' ', b',' | b'.') => {}
            (_, b' ', b',' | b'.') => apart += 1,
            _ => {}
        }
    }
    apart >= MARKS && apart >= TIMES * attached
}

/// A word or a mark between white space, and whether exactly one space is before it.
#[derive(Clone, Copy, Debug)]
struct Token {
    span: Span,
    spaced: bool,
}

fn tokens(line: &str, start: usize) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut end = None;
    for word in line.split_whitespace() {
        let from = start + (word.as_ptr() as usize - line.as_ptr() as usize);
        tokens.push(Token {
            span: Span::new(from, from + word.len()),
            spaced: end.is_some_and(|end| line[end - start..].starts_with(' ') && end + 1 == from),
        });
        end = Some(from + word.len());
    }
    tokens
}

fn edits_of_line(text: &str, tokens: &[Token]) -> Vec<Edit> {
    let words: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
    let dashes = text.contains(['—', '–']);
    let joints = Joints::of(&words, dashes);
    let mut edits = Vec::new();
    let mut at = 1;
    while at < tokens.len() {
        if !joints.closes(at) || !tokens[at].spaced {
            at += 1;
            continue;
        }
        let first = at;
        while at < tokens.len() && joints.closes(at) && tokens[at].spaced {
            at += 1;
        }
        edits.push(edit(text, &tokens[first - 1..at], joints.is_address(first)));
    }
    edits
}

/// One edit for tokens that become one word. Where only one gap is closed, the word before it is
/// no part of the edit.
fn edit(text: &str, tokens: &[Token], address: bool) -> Edit {
    let (first, last) = (tokens[0].span, tokens[tokens.len() - 1].span);
    let start = if tokens.len() == 2 {
        first.end
    } else {
        first.start
    };
    let span = Span {
        start,
        end: last.end,
    };
    Edit {
        span,
        after: span.of(text).replace(' ', "").into(),
        rule: if address {
            Rule::BrokenAddress
        } else {
            Rule::Tokenised
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sentence that makes any text it is part of a tokenised one.
    const TOKENISED: &str = "it rained , it snowed , it stopped , and it rained again .";

    fn repaired(text: &str) -> String {
        let mut draft = super::super::Draft::new(text.into());
        draft.apply(put_right(text));
        draft.text
    }

    /// Each line: as it stands → as it was written.
    fn check(lines: &str) {
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let (apart, written) = line.trim().split_once(" → ").expect("two sides");
            let whole = repaired(&format!("{TOKENISED}\n{apart}"));
            assert_eq!(whole.lines().next_back(), Some(written));
        }
    }

    #[test]
    fn marks_go_to_the_words_they_belong_to() {
        check(
            "the rain ( ap ) stopped . → the rain (ap) stopped.
             it cost $ 19 , 000 , or 3 . 5 % → it cost $19,000, or 3.5%
             he said : \" it rains , it rains . \" then \" no \" . → he said: \"it rains, it rains.\" then \"no\".
             wait . . . what ? ! → wait... what?!
             _ _ _ the end → ___ the end",
        );
    }

    #[test]
    fn apostrophes_join_or_end_a_word() {
        check(
            "it ' s the farmers ' rain , isn ' t it → it's the farmers' rain, isn't it
             mr o ' neill did n't know ada 's house → mr o'neill didn't know ada's house
             he said ' no ' and left → he said 'no' and left",
        );
    }

    #[test]
    fn initials_and_hosts_keep_their_dots() {
        check(
            "the u . s . army → the u.s. army
             in the u . s . , he said → in the u.s., he said
             i read it on example . com . the end → i read it on example.com. the end",
        );
    }

    #[test]
    fn hyphens_join_where_they_are_no_dashes() {
        check(
            "in mid - 2014 the anti - rain group → in mid-2014 the anti-rain group
             the rain - it was heavy - stopped → the rain - it was heavy - stopped
             the rain — well - known — stopped → the rain — well-known — stopped",
        );
    }

    #[test]
    fn addresses_are_put_together() {
        check(
            "see https : / / www . example . nl / en / the - rain ~ a45 / more to come → see https://www.example.nl/en/the-rain~a45/ more to come
             see www . example . org . → see www.example.org.
             https : / / a . b . com / x ? y = 1 & z = 2 , he said → https://a.b.com/x?y=1&z=2, he said
             https : / / example . org / a / report - here . we agree → https://example.org/a/report-here. we agree
             https : / / example . org / a / report - 2 . html . we agree → https://example.org/a/report-2.html. we agree
             https : / / example . org / rain - \" - snow . → https://example.org/rain-\"-snow.",
        );
    }

    #[test]
    fn a_written_text_is_left_alone() {
        for text in [
            "It rained , it snowed, and it stopped. Then it rained again, and again.",
            "a , b , c , d : a list , with e.g. numbers, names, and words, in it.",
            ". . . . . . . .",
            "1 . First , 2 . second.",
        ] {
            assert_eq!(repaired(text), text);
        }
    }
}
