//! Wrong decodings: UTF-8 that was read as if it were an encoding of one byte per character, once
//! or several times over, in all of a text or in parts of it: `â€”` for `—`, `Ã©` for `é`.
//!
//! Every sequence of characters that is one character of UTF-8 in one of the usual encodings is a
//! finding. It is weighed by how odd it looks where it stands, and how natural what it would be;
//! texts contain `É®` and `Å™` for good reasons. Heavy findings speak for lighter ones of the same
//! encoding. What is weighed too lightly stays as it is.

mod encodings;
mod sequence;
mod weight;

use encodings::{Bytebook, COUNT};
use sequence::{Ahead, Sequence};

use super::super::Rule;
use super::super::draft::{Draft, Edit};
use crate::text::Span;

/// How often a text may have been misread.
const LAYERS: usize = 4;

/// What a finding must weigh to be trusted, with its support.
const ENOUGH: i32 = 3;

/// What it must weigh to support others, and to stand against letters that were read well.
const PLENTY: i32 = 4;

/// What it must weigh to be considered at all.
const SOME: i32 = 1;

/// Puts wrong decodings right, layer by layer.
pub(super) fn put_right(draft: &mut Draft) {
    if !has_neighbours_beyond_ascii(&draft.text) {
        return;
    }
    let book = Bytebook::new();
    for _ in 0..LAYERS {
        let edits = edits_of_one_layer(&draft.text, &book);
        if edits.is_empty() {
            return;
        }
        draft.apply(edits);
    }
}

/// Whether two characters beyond ASCII stand side by side, or one before a space, anywhere: there
/// are no findings without.
fn has_neighbours_beyond_ascii(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut end = usize::MAX;
    text.char_indices()
        .filter(|(_, ch)| !ch.is_ascii())
        .any(|(at, ch)| {
            let side_by_side = at == end;
            end = at + ch.len_utf8();
            side_by_side || ch.is_alphabetic() && bytes.get(end) == Some(&b' ')
        })
}

/// A sequence that may be one character misread, and where it stands.
struct Finding {
    span: Span,
    sequence: Sequence,
    weight: i32,
}

fn edits_of_one_layer(text: &str, book: &Bytebook) -> Vec<Edit> {
    let (findings, _) = find(text, book, &[0; COUNT]);
    if findings.is_empty() {
        return Vec::new();
    }
    let heavy = findings.iter().filter(|finding| finding.weight >= PLENTY);
    let preferred = support(heavy);
    let (findings, strays) = find(text, book, &preferred);
    // Letters beyond ASCII that were read well speak against light findings.
    let well_read = strays > findings.len();
    let mut trusted = vec![false; findings.len()];
    loop {
        let speaking = findings.iter().zip(&trusted);
        let speaking = speaking.filter(|(f, trusted)| **trusted || f.weight >= PLENTY);
        let support = support(speaking.map(|(finding, _)| finding));
        let mut more = false;
        for (finding, trusted) in findings.iter().zip(&mut trusted) {
            let helped = support_of(finding, &support, well_read);
            let now = finding.weight + helped >= ENOUGH && (!well_read || finding.weight > PLENTY);
            more |= now && !*trusted;
            *trusted |= now;
        }
        if !more {
            break;
        }
    }
    let kept = findings
        .iter()
        .zip(&trusted)
        .filter(|(_, trusted)| **trusted);
    kept.map(|(finding, _)| finding.edit()).collect()
}

/// How many findings speak for each encoding.
fn support<'a>(findings: impl Iterator<Item = &'a Finding>) -> [i32; COUNT] {
    let mut support = [0; COUNT];
    for finding in findings {
        finding.sequence.encodings().for_each(|e| support[e] += 1);
    }
    support
}

fn support_of(finding: &Finding, support: &[i32; COUNT], well_read: bool) -> i32 {
    if well_read || finding.weight >= PLENTY {
        return 0;
    }
    let best = finding.sequence.encodings().map(|e| support[e]).max();
    best.unwrap_or(0).min(2)
}

impl Finding {
    fn edit(&self) -> Edit {
        Edit {
            span: self.span,
            after: self.sequence.decoded.to_string().into(),
            rule: Rule::WrongDecoding,
        }
    }
}

/// All findings in the order of the text, and the number of letters beyond ASCII in none of
/// them. Of readings that weigh the same, the one whose encoding has more support is taken.
fn find(text: &str, book: &Bytebook, support: &[i32; COUNT]) -> (Vec<Finding>, usize) {
    let mut findings: Vec<Finding> = Vec::new();
    let (mut at, mut before, mut strays) = (0, None, 0);
    while let Some(next) = next_beyond_ascii(text, at) {
        if next > at {
            before = text.as_bytes().get(next - 1).map(|&b| char::from(b));
            at = next;
        }
        if !sequence::may_begin(&text[at..], book) {
            let ch = text[at..].chars().next().unwrap_or(' ');
            strays += usize::from(ch.is_alphabetic());
            before = Some(ch);
            at += ch.len_utf8();
            continue;
        }
        let ahead = Ahead::of(&text[at..], book);
        let previous = findings.last().filter(|f| f.span.range().end == at);
        let found = heaviest(&ahead, before, previous, support);
        let taken = match found.filter(|&(_, weight)| weight >= SOME) {
            Some((sequence, weight)) => {
                let chars =
                    sequence.len - usize::from(keeps_its_space(&sequence, &ahead, &text[at..]));
                let span = Span::new(at, at + ahead.bytes_in(chars));
                findings.push(Finding {
                    span,
                    sequence,
                    weight,
                });
                chars
            }
            None => {
                strays += usize::from(ahead.get(0).is_some_and(char::is_alphabetic));
                1
            }
        };
        at += ahead.bytes_in(taken);
        before = ahead.get(taken - 1);
    }
    (findings, strays)
}

/// Where the next character beyond ASCII stands.
fn next_beyond_ascii(text: &str, from: usize) -> Option<usize> {
    let ascii = text.as_bytes()[from..].iter().position(|b| !b.is_ascii())?;
    Some(from + ascii)
}

/// The reading of what lies ahead that weighs most.
fn heaviest(
    ahead: &Ahead,
    before: Option<char>,
    previous: Option<&Finding>,
    support: &[i32; COUNT],
) -> Option<(Sequence, i32)> {
    let weighed = Sequence::all(ahead).map(|sequence| {
        let runs_on = previous.is_some_and(|p| p.sequence.shares_encoding(&sequence));
        let run = i32::from(runs_on) + sequence::run_after(ahead, &sequence);
        (sequence, weight::weigh(ahead, before, &sequence, run))
    });
    let rank = |&(sequence, weight): &(Sequence, i32)| {
        (weight, sequence.encodings().map(|e| support[e]).max())
    };
    // Of equals, the first: encodings are in the order of how often they are to blame.
    weighed.reduce(|best, next| {
        if rank(&next) > rank(&best) {
            next
        } else {
            best
        }
    })
}

/// Of `Ã` and two spaces, or a no-break space and a space, that were `à` and a space, one space
/// is often left. It is the second one, but in a few Portuguese words.
fn keeps_its_space(sequence: &Sequence, ahead: &Ahead, text: &str) -> bool {
    let after = &text.as_bytes()[ahead.bytes_in(sequence.len)..];
    let joined: [&[u8]; 5] = [b"s ", b"quel", b"quilo", b" ", b"\xc2\xa0"];
    sequence.decoded == 'à'
        && ahead.get(1) == Some(' ')
        && !joined.iter().any(|start| after.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> String {
        let mut draft = Draft::new(text.to_owned());
        put_right(&mut draft);
        draft.text
    }

    /// Each line: as it stands → as it was meant.
    fn check(lines: &str) {
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let (wrong, right) = line.trim().split_once(" → ").expect("two sides");
            assert_eq!(repaired(wrong), right);
        }
    }

    #[test]
    fn one_layer() {
        check(
            "it rained â€” and it didnâ€™t stop → it rained — and it didn’t stop
             â€œRainâ€\u{9d}, she said â€¦ → “Rain”, she said …
             cafÃ© crÃ¨me, 5 â‚¬ → café crème, 5 €
             MÃœNCHEN und KÃ–LN → MÜNCHEN und KÖLN
             Å½ivot â˜‚ ðŸ˜€ → Život ☂ 😀
             copyright Â© 2019, 20Â°C → copyright © 2019, 20°C",
        );
    }

    #[test]
    fn other_encodings() {
        check(
            "дождь вЂ“ РґРѕР¶РґСЊ → дождь – дождь
             DĂ©jĂ  vu, pĹ™Ă\u{ad}liĹˇ → Déjà vu, příliš
             caf√© cr√®me → café crème
             ╨┤╨╛╨╢╨┤╤î → дождь",
        );
    }

    #[test]
    fn several_layers() {
        check(
            "cafÃƒÂ© → café
             didnÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t → didn’t
             one Ã¢â‚¬â€œ two â€“ three – four → one – two – three – four",
        );
    }

    #[test]
    fn what_was_lost_on_the_way_is_guessed_or_left() {
        check(
            "â€œRainâ€\u{fffd}, she said → “Rain”, she said
             LÃ  oÃ¹ il pleut, voilÃ le parapluie → Là où il pleut, voilà le parapluie",
        );
    }

    #[test]
    fn what_only_looks_like_it_stays() {
        for text in [
            "CAFÉ® and CAFÉ™, 3×£4, 10 Å—",
            "ПОЛЕ І ЛІС, ‹Вік›, „Штампај“ и „поље“",
            "SÃO PAULO, IRMÃ, ÂGE, Ã la carte",
            "L’été… l’été…” — « où ? »",
            "naïve Noël…” zoë»",
            "「雨」と『雪』、…",
            "√π ∆° ├─┤",
        ] {
            assert_eq!(repaired(text), text);
        }
    }
}
