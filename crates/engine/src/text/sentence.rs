//! Sentences.

use std::ops::Range;

use super::{Class, Gap, Shape, Span, Token, tokens};

/// The sentences of a text, in its order; they leave out only white space.
pub fn sentences(text: &str) -> Vec<Span> {
    let tokens = tokens(text);
    sentence_ranges(text, &tokens)
        .into_iter()
        .map(|range| {
            let (first, last) = (tokens[range.start].span, tokens[range.end - 1].span);
            Span::new(first.start as usize, last.end as usize)
        })
        .collect()
}

/// The sentences of a text as ranges of its tokens: not empty, in order, without gaps.
///
/// A sentence ends with a paragraph; and with `.`, `!` or `?`, together with the quotes and
/// brackets that close there, if what follows looks like a beginning. The point of an
/// abbreviation does not end one.
pub fn sentence_ranges(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 1..tokens.len() {
        if tokens[at].gap == Gap::Paragraph || begins_sentence(text, tokens, at) {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

/// Whether a sentence begins at token `at`, which is not the first.
fn begins_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    if tokens[at].gap == Gap::None || closes(text, tokens, at) {
        return false;
    }
    let Some(stop) = stop_before(text, tokens, at) else {
        return false;
    };
    let token = tokens[stop];
    let after_abbreviation = token.class == Class::Dotted
        || token.span.of(text) == "."
            && token.gap == Gap::None
            && stop > 0
            && abbreviates(text, tokens[stop - 1]);
    if stop > 0 && is_ordinal_of_month(text, tokens[stop - 1], tokens[at]) {
        return false;
    }
    if after_abbreviation {
        return is_plain_beginning(tokens[at].span.of(text));
    }
    tokens[at].shape != Shape::Lower || set_apart(token)
}

/// A stop that a tokeniser has set apart ends a sentence whatever follows: ` . `.
fn set_apart(stop: Token) -> bool {
    stop.gap == Gap::Space
}

/// The stop that the tokens before `at` end with, looking past what closes there.
fn stop_before(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let farthest = at.saturating_sub(4);
    let is_stop = |&before: &usize| match tokens[before].class {
        Class::Dotted => true,
        Class::Mark => matches!(tokens[before].span.of(text), "." | "!" | "?" | "…" | "。"),
        _ => false,
    };
    let stop = (farthest..at).rev().find(is_stop)?;
    (stop + 1..at)
        .all(|between| closes(text, tokens, between))
        .then_some(stop)
}

/// Whether the mark closes what stands before it: a bracket, or a quote that touches the left.
fn closes(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = tokens[at];
    if token.class != Class::Mark {
        return false;
    }
    match token.span.of(text) {
        ")" | "]" | "}" | "”" | "»" => true,
        "\"" | "'" | "’" => token.gap == Gap::None,
        _ => false,
    }
}

/// `3. März`: in German and its neighbours a point makes a number a day.
fn is_ordinal_of_month(text: &str, number: Token, next: Token) -> bool {
    const MONTHS: &str = "Januar Jänner Februar März Mars April Mai Juni Juli August September \
        Oktober November Dezember januar februar mars april maj juni juli august september \
        oktober november december desember";
    let day = number.class == Class::Number && number.span.len() <= 2;
    day && MONTHS
        .split_whitespace()
        .any(|month| month == next.span.of(text))
}

/// Whether a sentence may begin so and a name seldom does: after `U.S.` or `Inc.` this decides.
fn is_plain_beginning(word: &str) -> bool {
    const BEGINNINGS: &str = "The A An In On At It He She They We But And This That These Those \
        There When While After However His Her";
    BEGINNINGS
        .split_whitespace()
        .any(|beginning| beginning == word)
}

/// Whether a point that touches the token on its right belongs to it: initials, titles, months.
fn abbreviates(text: &str, token: Token) -> bool {
    const ABBREVIATIONS: &str = "adm approx apr aug ave brig capt cf civ cllr cmdr co col coun \
        couns cpl cr dec dept dr est feb fig fr fri ft gen gov hon inc insp jan jr jul jun lt ltd \
        maj messrs mme mon mr mrs ms mt nov oct op pp pres prof rep reps rev sec sen sens sept \
        sep sgt sr st supt thu thur thurs tue tues v vol vs wed";
    let word = token.span.of(text);
    let initial = token.shape == Shape::Capitalised && word.chars().nth(1).is_none();
    let known = |name: &str| word.eq_ignore_ascii_case(name);
    initial || ABBREVIATIONS.split_whitespace().any(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` stands between the sentences that are expected.
    #[track_caller]
    fn parts(marked: &str) {
        let text = marked.replace('|', "");
        let found: Vec<_> = sentences(&text).iter().map(|span| span.of(&text)).collect();
        let expected: Vec<_> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_stop_and_a_capital_part_sentences() {
        parts("It rained. |We stayed! |Why? |Nobody knew.");
        parts("It grew by 2.5 per cent. |That was all");
    }

    #[test]
    fn abbreviations_do_not() {
        parts("Mr. Smith met Gen. Jones on Jan. 5 at St. Mary's.");
        parts("J. K. Rowling wrote it. |So did we.");
        parts("Es war der 3. März 2017. |Dann nicht mehr.");
    }

    #[test]
    fn a_dotted_country_does_so_only_before_a_plain_beginning() {
        parts("In the U.S. Senate they agreed.");
        parts("He left the U.S. |He never came back.");
    }

    #[test]
    fn quotes_stay_with_what_they_close() {
        parts("“We won.” |The crowd left. |\"So it is.\" |He sat.");
        parts("\"It is over.\" he said.");
    }

    #[test]
    fn paragraphs_end_sentences_and_line_breaks_do_not() {
        parts("A title\n\n|It rained\nall day. |Then not.");
    }

    #[test]
    fn lower_case_text_set_apart_is_parted_at_its_stops() {
        parts("they left the u . s . in may . |nobody knew why . |it rained");
    }

    #[test]
    fn nothing_has_no_sentences() {
        assert_eq!(sentences(" \n "), []);
    }
}
