//! Tokens: words, numbers and marks.

use super::Span;

/// A word, a number or a mark: the smallest piece of text that recognisers look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub class: Class,
    /// How its letters are cased.
    pub shape: Shape,
    /// What stands between it and the token before.
    pub gap: Gap,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Letters, perhaps with digits and inner apostrophes: `word`, `O'Brien`, `APT29`, `19th`.
    Word,
    /// Digits, perhaps with points, commas and colons between them: `19,000`, `2.0`, `10:30`.
    Number,
    /// Single letters with points: `U.S.`, or set apart by a tokeniser, `u . s .`.
    Dotted,
    /// The end of a possessive or contracted word: `'s`, or set apart by a tokeniser, `' s`.
    Clitic,
    /// Any other character that is not white space.
    Mark,
}

/// How a token's letters are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// No capital: `word`.
    Lower,
    /// The first letter alone is a capital: `Word`, `A`.
    Capitalised,
    /// Two letters or more, all capitals but perhaps a last `s`: `WORD`, `MPs`.
    Upper,
    /// A capital first, another later, and small letters: `WikiLeaks`, `McFaul`.
    Camel,
    /// A capital after a small first letter: `iPhone`.
    Humped,
    /// No letter that has a case: `2016`, `—`, `中国`.
    Caseless,
}

/// What stands between two tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// Nothing: they touch.
    None,
    /// White space within a line.
    Space,
    /// The end of a line.
    Line,
    /// At least one empty line, or the start of the text.
    Paragraph,
}

impl Shape {
    /// Whether it begins with a capital.
    pub fn is_capitalised(self) -> bool {
        matches!(self, Shape::Capitalised | Shape::Upper | Shape::Camel)
    }
}

/// The tokens of a text, in its order: every character but white space lies in exactly one.
///
/// Words are split at hyphens. A possessive `'s` is a token of its own. Takes time linear in the
/// length of the text, whatever it holds.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let mut gap = Gap::Paragraph;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            let end = at + leading_space(&text[at..]);
            gap = gap_of(&text[at..end], tokens.is_empty());
            at = end;
            continue;
        }
        let (length, class) = token_length(&text[at..], c, tokens.last(), gap);
        tokens.push(Token {
            span: Span::new(at, at + length),
            class,
            shape: shape(&text[at..at + length]),
            gap,
        });
        at += length;
        gap = Gap::None;
    }
    tokens
}

fn leading_space(text: &str) -> usize {
    text.find(|c: char| !c.is_whitespace())
        .unwrap_or(text.len())
}

fn gap_of(space: &str, first: bool) -> Gap {
    match space.bytes().filter(|&byte| byte == b'\n').count() {
        _ if first => Gap::Paragraph,
        0 => Gap::Space,
        1 => Gap::Line,
        _ => Gap::Paragraph,
    }
}

fn token_length(rest: &str, c: char, before: Option<&Token>, gap: Gap) -> (usize, Class) {
    if is_apostrophe(c)
        && let Some(length) = clitic_length(rest, before, gap)
    {
        return (length, Class::Clitic);
    }
    if let Some(length) = dotted_length(rest) {
        return (length, Class::Dotted);
    }
    if !c.is_alphanumeric() {
        return (c.len_utf8(), Class::Mark);
    }
    word_length(rest)
}

/// Length and class of the word or number that `rest` begins with.
fn word_length(rest: &str) -> (usize, Class) {
    let mut chars = rest.char_indices().peekable();
    let mut class = Class::Number;
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |&(_, c)| c);
        let inside = c.is_alphanumeric()
            || is_attached(c)
            || joins_digits(before, c, after)
            || is_apostrophe(c) && joins_letters(before, after, &rest[at + c.len_utf8()..]);
        if !inside {
            return (at, class);
        }
        if c.is_alphabetic() {
            class = Class::Word;
        }
        before = c;
    }
    (rest.len(), class)
}

fn joins_digits(before: char, c: char, after: char) -> bool {
    matches!(c, '.' | ',' | ':') && before.is_ascii_digit() && after.is_ascii_digit()
}

/// An apostrophe joins the letters around it unless what follows is a possessive `s`.
fn joins_letters(before: char, after: char, rest: &str) -> bool {
    before.is_alphabetic() && after.is_alphabetic() && !is_lone(rest, &["s"])
}

/// Whether `rest` begins with one of `words` and nothing is attached to it.
fn is_lone(rest: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let (Some(start), Some(after)) = (rest.get(..word.len()), rest.get(word.len()..)) else {
            return false;
        };
        start.eq_ignore_ascii_case(word) && !after.starts_with(char::is_alphanumeric)
    })
}

/// `'s` after a word; set apart by a tokeniser also `' s`, `' t`, `' re` and the like.
fn clitic_length(rest: &str, before: Option<&Token>, gap: Gap) -> Option<usize> {
    let before = before?;
    if !matches!(before.class, Class::Word | Class::Dotted | Class::Number) {
        return None;
    }
    let apostrophe = rest.chars().next()?.len_utf8();
    let after = &rest[apostrophe..];
    if gap == Gap::None && is_lone(after, &["s"]) {
        return Some(apostrophe + 1);
    }
    let after = after.strip_prefix(' ')?;
    if gap != Gap::Space || !is_lone(after, &["s", "t", "d", "m", "re", "ll", "ve"]) {
        return None;
    }
    Some(
        apostrophe
            + 1
            + after
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(after.len()),
    )
}

/// Length of `U.S.` or `u . s .`: two single letters or more, each with a point; where they touch
/// the last point may be missing.
fn dotted_length(rest: &str) -> Option<usize> {
    touching_dotted_length(rest).or_else(|| spaced_dotted_length(rest))
}

fn touching_dotted_length(rest: &str) -> Option<usize> {
    let mut letters = 0;
    let mut length = 0;
    loop {
        let mut chars = rest[length..].chars();
        let letter = chars.next().filter(|c| c.is_alphabetic());
        let Some(letter) = letter else { break };
        match chars.next() {
            Some('.') => length += letter.len_utf8() + 1,
            Some(c) if c.is_alphanumeric() => return None,
            _ if letters > 0 => return Some(length + letter.len_utf8()),
            _ => return None,
        }
        letters += 1;
    }
    let ends = !rest[length..].starts_with(char::is_alphanumeric);
    (letters >= 2 && ends).then_some(length)
}

fn spaced_dotted_length(rest: &str) -> Option<usize> {
    let mut letters = 0;
    let mut length = 0;
    loop {
        let from = length + usize::from(letters > 0);
        if letters > 0 && !rest[length..].starts_with(' ') {
            break;
        }
        let mut chars = rest[from..].chars();
        let Some(letter) = chars.next().filter(|c| c.is_alphabetic()) else {
            break;
        };
        if chars.next() != Some(' ') || chars.next() != Some('.') {
            break;
        }
        length = from + letter.len_utf8() + 2;
        letters += 1;
    }
    (letters >= 2).then_some(length)
}

fn shape(token: &str) -> Shape {
    let mut cased = token
        .chars()
        .filter(|c| c.is_uppercase() || c.is_lowercase());
    let Some(first) = cased.next() else {
        return Shape::Caseless;
    };
    let (mut uppers, mut lowers, mut last) = (0, 0, first);
    for c in cased {
        if c.is_uppercase() {
            uppers += 1;
        } else {
            lowers += 1;
        }
        last = c;
    }
    match (first.is_uppercase(), uppers, lowers) {
        (true, 0, _) => Shape::Capitalised,
        (true, _, 0) => Shape::Upper,
        (true, _, 1) if last == 's' => Shape::Upper,
        (true, ..) => Shape::Camel,
        (false, 0, _) => Shape::Lower,
        (false, ..) => Shape::Humped,
    }
}

/// The apostrophes people type.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '′' | '`')
}

/// Whether `c` belongs to the letter before it: combining marks, joiners, soft hyphens.
fn is_attached(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}'
        | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{9cd}'
        | '\u{a4d}' | '\u{acd}' | '\u{b4d}' | '\u{bcd}' | '\u{c4d}' | '\u{ccd}' | '\u{d4d}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens joined by bars.
    #[track_caller]
    fn cuts(text: &str, expected: &str) {
        let found: Vec<_> = tokens(text)
            .iter()
            .map(|token| token.span.of(text))
            .collect();
        assert_eq!(found.join("|"), expected);
    }

    #[track_caller]
    fn is(token: &str, class: Class, shape: Shape) {
        let found = tokens(token);
        assert_eq!(found.len(), 1, "{token} is one token");
        assert_eq!((found[0].class, found[0].shape), (class, shape));
    }

    #[test]
    fn words_numbers_and_marks() {
        cuts("It cost 19,000, she said.", "It|cost|19,000|,|she|said|.");
        cuts("(Guccifer 2.0)", "(|Guccifer|2.0|)");
        cuts("at 10:30 on 1/2/2020", "at|10:30|on|1|/|2|/|2020");
    }

    #[test]
    fn hyphens_part_words() {
        cuts("anti-Russian", "anti|-|Russian");
        cuts("Trump–Putin", "Trump|–|Putin");
    }

    #[test]
    fn a_possessive_is_a_token_of_its_own() {
        cuts("Putin's O’Brien’s", "Putin|'s|O’Brien|’s");
        cuts("the hackers' own", "the|hackers|'|own");
        cuts("it's, we don't", "it|'s|,|we|don't");
    }

    #[test]
    fn text_set_apart_by_a_tokeniser_reads_the_same() {
        cuts("putin ' s spokesman", "putin|' s|spokesman");
        cuts("can ' t go", "can|' t|go");
        cuts("the netherlands ' spy", "the|netherlands|'|spy");
        cuts("the u . s . vote", "the|u . s .|vote");
    }

    #[test]
    fn points_after_single_letters_belong_to_them() {
        cuts(
            "the U.S. and U.K. (e.g. J.K. Rowling)",
            "the|U.S.|and|U.K.|(|e.g.|J.K.|Rowling|)",
        );
        cuts("the U.S-led", "the|U.S|-|led");
        cuts("J. K. Rowling", "J|.|K|.|Rowling");
        cuts("plan b . so", "plan|b|.|so");
        cuts("a.example", "a|.|example");
    }

    #[test]
    fn any_script_is_read() {
        cuts("Émilie à Zürich", "Émilie|à|Zürich");
        cuts("E\u{301}milie", "E\u{301}milie");
        cuts("Владимир Путин", "Владимир|Путин");
        cuts("中国、北京", "中国|、|北京");
        cuts("👩‍👩‍👧 a", "👩|\u{200d}|👩|\u{200d}|👧|a");
    }

    #[test]
    fn shapes() {
        is("word", Class::Word, Shape::Lower);
        is("Word", Class::Word, Shape::Capitalised);
        is("WORD", Class::Word, Shape::Upper);
        is("MPs", Class::Word, Shape::Upper);
        is("McFaul", Class::Word, Shape::Camel);
        is("WikiLeaks", Class::Word, Shape::Camel);
        is("iPhone", Class::Word, Shape::Humped);
        is("2016", Class::Number, Shape::Caseless);
        is("MH17", Class::Word, Shape::Upper);
        is("中国", Class::Word, Shape::Caseless);
    }

    #[test]
    fn gaps_tell_lines_from_paragraphs() {
        let gaps: Vec<_> = tokens("a b-\nc\n \nd")
            .iter()
            .map(|token| token.gap)
            .collect();
        use Gap::{Line, None, Paragraph, Space};
        assert_eq!(gaps, [Paragraph, Space, None, Line, Paragraph]);
    }
}
