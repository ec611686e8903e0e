//! How odd a sequence looks where it stands, and how natural what it would be instead.

use super::sequence::{Ahead, Sequence};

/// What a character looks like when it comes after a letter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Letter,
    Space,
    /// Ends a word or a sentence: `”`, `…`, `®`.
    Closing,
    /// May stand before a letter too: `’`, a dash, a no-break space.
    Joining,
    /// Begins something: `“`, `¿`.
    Opening,
    Currency,
    Control,
    Box,
    Odd,
}

fn look(ch: char) -> Look {
    match ch {
        ' ' => Look::Space,
        '\u{80}'..='\u{9f}' => Look::Control,
        '’' | '–' | '—' | '…' | '\u{a0}' | '·' | '\u{ad}' | '\u{fffd}' => Look::Joining,
        '”' | '»' | '›' | '™' | '®' | '©' | '°' | 'º' | 'ª' | '•' | '´' => {
            Look::Closing
        }
        '“' | '‘' | '„' | '‚' | '«' | '‹' | '¿' | '¡' => Look::Opening,
        '£' | '¥' | '€' | '¢' | '¤' => Look::Currency,
        '\u{2500}'..='\u{259f}' => Look::Box,
        '\u{2b0}'..='\u{2ff}' => Look::Odd,
        _ if ch.is_alphabetic() => Look::Letter,
        _ => Look::Odd,
    }
}

/// Positive where the sequence ahead is more likely misread than meant.
pub(super) fn weigh(ahead: &Ahead, before: Option<char>, sequence: &Sequence, run: i32) -> i32 {
    let before = before.unwrap_or(' ');
    let Some(lead) = ahead.get(0) else { return 0 };
    let mut weight = [0, 0, 0, 3, 5, 6, 8][sequence.len];
    let after = ahead.get(sequence.len).unwrap_or(' ');
    weight += weigh_lead(before, lead, sequence, after);
    let mut previous = lead;
    for at in 1..sequence.len {
        let follower = ahead.get(at).unwrap_or(' ');
        let next = ahead.get(at + 1).unwrap_or(' ');
        weight += weigh_follower(before, lead, previous, follower, next);
        previous = follower;
    }
    weight + weigh_decoded(before, sequence.decoded, after, run) + run
}

fn weigh_lead(before: char, lead: char, sequence: &Sequence, after: char) -> i32 {
    let rises = before.is_lowercase() && lead.is_uppercase();
    let stands_alone = !matches!(look(lead), Look::Letter | Look::Joining | Look::Closing);
    let breaks_in = before.is_alphabetic() && stands_alone;
    let mixes = is_latin(before) && lead.is_alphabetic() && !is_latin(lead);
    let mut weight = 2 * i32::from(rises || mixes) + i32::from(breaks_in);
    if sequence.len == 2 {
        weight += match (lead, sequence.decoded) {
            // A letter that stands for itself: "the Ã’s in this text".
            ('Ã', 'Ò') if !before.is_alphabetic() => 0,
            ('Ã', 'à') if before.is_uppercase() && !after.is_lowercase() => 0,
            ('Ã', 'à') => 3,
            ('Ã', _) => 2,
            ('Â', '\u{a0}') => i32::from(before.is_lowercase()),
            ('Â', _) => 3,
            _ => 0,
        };
    }
    weight
}

fn weigh_follower(before: char, lead: char, previous: char, ch: char, after: char) -> i32 {
    let before_letter = after.is_alphabetic();
    match look(ch) {
        Look::Control => 3,
        Look::Joining => 0,
        Look::Space if previous != lead => -2,
        Look::Space if lead == 'Ã' && !before.is_alphabetic() => -2,
        Look::Space => 1,
        Look::Closing => 2 * i32::from(before_letter),
        Look::Opening if ch != '„' && ch != '‚' && !before_letter => 0,
        Look::Currency if after.is_ascii_digit() => 0,
        Look::Box if look(previous) == Look::Box => 0,
        Look::Opening | Look::Currency | Look::Odd | Look::Box => {
            2 + i32::from(look(after) == Look::Letter || after.is_numeric())
        }
        Look::Letter if previous.is_lowercase() && ch.is_uppercase() => 2,
        Look::Letter if ch.is_lowercase() && after.is_uppercase() => 2,
        Look::Letter if look(previous) == Look::Joining => 0,
        Look::Letter if !previous.is_alphabetic() => 1 + i32::from(before_letter),
        Look::Letter => {
            // Two capitals begin a word of small letters.
            let capitals = previous.is_uppercase() && ch.is_uppercase();
            i32::from(capitals && after.is_lowercase())
        }
    }
}

fn weigh_decoded(before: char, decoded: char, after: char, run: i32) -> i32 {
    let beside_latin = is_latin(before) || is_latin(after);
    match decoded {
        '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' => -5,
        '£' | '¥' | '¢' => i32::from(after.is_ascii_digit()),
        '\u{a0}'..='\u{24f}' if decoded == 'à' || !decoded.is_alphabetic() => 0,
        '\u{a0}'..='\u{24f}' => 2 * i32::from(beside_latin || run > 0) - 1,
        '\u{250}'..='\u{2af}' => -1,
        '\u{2010}'..='\u{203a}' | '€' | '™' => 2,
        '\u{feff}' => 5,
        '\u{fffd}' => -1,
        '\u{1e00}'..='\u{1eff}' => i32::from(beside_latin),
        '\u{fb00}'..='\u{fb06}' => 2,
        // A letter of another script, all alone among Latin letters.
        '\u{400}'..='\u{1dff}' if beside_latin && run == 0 => -3,
        _ if decoded.is_alphabetic() && decoded > '\u{2000}' => {
            -3 * i32::from(beside_latin) - 2 * i32::from(run == 0)
        }
        '\u{1f000}'..='\u{1faff}' => 2,
        '\u{20000}'.. => -8,
        _ => 0,
    }
}

fn is_latin(ch: char) -> bool {
    ch.is_alphabetic() && ch < '\u{250}'
}
