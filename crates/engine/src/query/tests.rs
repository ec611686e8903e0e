use super::*;

/// Draws a query: phrases in brackets, `…` where a word may go on, `-` before what is refused.
fn draw(query: &Query) -> String {
    let phrase = |phrase: &Phrase| {
        let end = if phrase.end == End::Open { "…" } else { "" };
        format!("[{}{end}]", phrase.words.join(" "))
    };
    let asked = query.asked.iter().map(phrase);
    let refused = query
        .refused
        .iter()
        .map(|refused| format!("-{}", phrase(refused)));
    asked.chain(refused).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check_reads(typed: &str, drawn: &str) {
    let (query, complaints) = Query::parse(typed);
    assert_eq!(draw(&query), drawn, "{typed:?}");
    assert_eq!(complaints, [], "{typed:?}");
}

#[track_caller]
fn check_complains(typed: &str, drawn: &str, at: &str) {
    let (query, complaints) = Query::parse(typed);
    assert_eq!(draw(&query), drawn, "{typed:?}");
    let places = complaints.iter().filter_map(|complaint| complaint.place);
    let places: Vec<_> = places.map(|place| place.of(typed)).collect();
    assert_eq!(places.join(" "), at, "{typed:?}");
}

#[test]
fn words_are_folded_and_the_last_may_go_on() {
    check_reads("Émilie  WROTE letters", "[emilie] [wrote] [letters…]");
    check_reads("letters ", "[letters]");
    check_reads("", "");
}

#[test]
fn a_short_word_is_whole() {
    check_reads("us", "[us]");
    check_reads("usa", "[usa…]");
}

#[test]
fn quotation_marks_keep_words_together() {
    check_reads("\"cozy bear\" dutch", "[cozy bear] [dutch…]");
    check_reads("\"cozy bear", "[cozy bear]");
    check_reads("a\"b c\"d", "[a] [b c] [d]");
}

#[test]
fn hyphens_and_apostrophes_keep_words_together() {
    check_reads("high-tech sector's ", "[high tech] [sector s]");
}

#[test]
fn a_minus_refuses() {
    check_reads(
        "-bear -\"cozy bear\" dutch ",
        "[dutch] -[bear] -[cozy bear]",
    );
    check_reads("well-known", "[well known…]");
}

#[test]
fn what_has_no_word_is_reported_with_its_place() {
    check_complains("a + b ", "[a] [b]", "+");
    check_complains("\"!\" - x", "[x]", "\"!\" -");
}

#[test]
fn a_hundred_thousand_characters_are_cut() {
    let (query, complaints) = Query::parse(&"é ".repeat(50_000));
    assert_eq!(query.asked.len(), LONGEST_QUERY / 2);
    assert_eq!(complaints.len(), 1);
}
