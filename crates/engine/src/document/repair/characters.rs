//! Characters that cannot be seen or stand in for others.

use super::super::Rule;
use super::super::draft::Edit;
use crate::text::Span;

/// Control characters, spaces, what is unseen, and one look-alike.
pub(super) fn put_right(text: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut done = 0;
    let unusual = |&(_, ch): &(usize, char)| !ch.is_ascii() || ch.is_ascii_control();
    for (at, ch) in text.char_indices().filter(unusual) {
        let place = Place {
            before: &text[..at],
            after: &text[at + ch.len_utf8()..],
        };
        if at < done {
            continue;
        }
        if let Some((rule, right)) = judge(&place, ch) {
            done = at + ch.len_utf8() + place.tail_of(ch);
            edits.push(Edit {
                span: Span::new(at, done),
                after: right.into(),
                rule,
            });
        }
    }
    edits
}

/// What stands on both sides of a character.
struct Place<'a> {
    before: &'a str,
    after: &'a str,
}

impl Place<'_> {
    fn last(&self) -> Option<char> {
        self.before.chars().next_back()
    }

    fn next(&self) -> Option<char> {
        self.after.chars().next()
    }

    /// Bytes that belong to a control character: those of a terminal's command.
    fn tail_of(&self, ch: char) -> usize {
        let command = |c: char| !c.is_ascii_digit() && c != ';' && c != '[';
        match ch {
            '\u{1b}' if self.after.starts_with('[') => {
                let end = self.after.find(command);
                end.map_or(self.after.len(), |end| {
                    let last = self.after[end..].chars().next();
                    end + last
                        .filter(char::is_ascii_alphabetic)
                        .map_or(0, char::len_utf8)
                })
            }
            _ => 0,
        }
    }
}

fn judge(place: &Place<'_>, ch: char) -> Option<(Rule, &'static str)> {
    match ch {
        '\u{a0}' | '\u{2007}' | '\u{202f}' => {
            (!is_typographic(place)).then_some((Rule::NoBreakSpace, " "))
        }
        '\u{ad}' => (place.next() != Some('\n')).then_some((Rule::SoftHyphen, "")),
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{180e}' => {
            let mut sides = [place.last(), place.next()].into_iter().flatten();
            (!sides.any(is_written_without_spaces)).then_some((Rule::ZeroWidth, ""))
        }
        '\u{200c}' | '\u{200d}' => {
            let joins = place.last().is_some_and(|c| c >= '\u{590}');
            (!joins).then_some((Rule::ZeroWidth, ""))
        }
        '\u{2028}' | '\u{b}' => Some((Rule::LineEnding, "\n")),
        '\u{2029}' => Some((Rule::LineEnding, "\n\n")),
        '\n' | '\t' | '\u{c}' => None,
        '\u{80}'..='\u{9f}' => windows_1252(ch).map(|right| (Rule::WrongDecoding, right)),
        'ⓒ' => is_copyright(place.after).then_some((Rule::LookAlike, "©")),
        _ if ch.is_control() => Some((Rule::Control, "")),
        _ => None,
    }
}

/// Whether a no-break space keeps together what belongs together: number and unit, word and mark,
/// quotation mark and quotation, a short word and the next.
fn is_typographic(place: &Place<'_>) -> bool {
    let (Some(last), Some(next)) = (place.last(), place.next()) else {
        return false;
    };
    if last.is_whitespace() || next.is_whitespace() {
        return false;
    }
    let marks = ";:!?»›%‰€$£§–—\u{2212}";
    let letters_before = place.before.chars().rev().take_while(|c| c.is_alphabetic());
    let letters_after = place.after.chars().take_while(|c| c.is_alphabetic());
    last.is_numeric()
        || next.is_numeric()
        || marks.contains(next)
        || "«‹–—.§№".contains(last)
        || (1..=2).contains(&letters_before.take(3).count())
        || letters_after.take(2).count() == 1
}

/// Scripts that have no spaces between words, where an unseen one says that a line may end.
fn is_written_without_spaces(ch: char) -> bool {
    matches!(ch, '\u{e00}'..='\u{eff}' | '\u{f00}'..='\u{fff}' | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

/// Whether a year or a claim of rights follows a sign.
fn is_copyright(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.starts_with("19") || rest.starts_with("20") || rest.starts_with("All rights")
}

/// What Windows-1252 has where other encodings have control characters.
fn windows_1252(control: char) -> Option<&'static str> {
    const MARKS: [&str; 32] = [
        "€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "", "", "‘", "’",
        "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ",
    ];
    let mark = MARKS.get((u32::from(control) - 0x80) as usize)?;
    (!mark.is_empty()).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> String {
        let mut draft = super::super::Draft::new(text.into());
        draft.apply(put_right(text));
        draft.text
    }

    #[test]
    fn what_cannot_be_seen_goes() {
        assert_eq!(
            repaired("co\u{ad}op\u{200b}er\u{2060}ate\u{feff}"),
            "cooperate"
        );
        assert_eq!(repaired("a\u{1a}b\u{7f}c\u{0b}d"), "abc\nd");
        assert_eq!(repaired("\u{1b}[1;31mred\u{1b}[0m\u{1b}"), "red");
        assert_eq!(repaired("it\u{92}s 5 \u{80}"), "it’s 5 €");
    }

    #[test]
    fn a_no_break_space_between_words_is_a_space() {
        assert_eq!(repaired("said\u{a0}that."), "said that.");
        assert_eq!(
            repaired("Log\u{a0}Out\u{a0}/\u{a0} Change\u{a0})"),
            "Log Out /  Change )"
        );
        assert_eq!(repaired("end.”\u{a0}\n"), "end.” \n");
    }

    #[test]
    fn what_is_meant_stays() {
        for text in [
            "«\u{a0}oui\u{202f}!\u{a0}»",
            "10\u{a0}km, 1\u{202f}000, §\u{a0}5",
            "v\u{a0}Praze a do\u{a0}Brna",
            "\u{e01}\u{200b}\u{e02}",
            "👩\u{200d}🚀",
            "می\u{200c}خواهم",
            "ⓒ is a letter in a circle",
        ] {
            assert_eq!(repaired(text), text);
        }
    }

    #[test]
    fn a_letter_in_a_circle_before_a_year_is_a_sign() {
        assert_eq!(
            repaired("ⓒ 2018 All rights reserved."),
            "© 2018 All rights reserved."
        );
    }
}
