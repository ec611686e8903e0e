//! What is typed, and how it is understood.

use proptest::prelude::*;

use super::*;
use crate::text::Span;

/// Draws a query with all that is silent spelt out: `=` before exact words, `…` where a word may
/// go on, `~` where it may be misspelt.
fn draw(clause: &Clause) -> String {
    let list = |members: &[Clause], with: &str| {
        let drawn: Vec<_> = members.iter().map(draw).collect();
        format!("({})", drawn.join(with))
    };
    match clause {
        Clause::Text(phrase) => draw_phrase(phrase),
        Clause::Title(phrase) => format!("title[{}]", draw_phrase(phrase)),
        Clause::Kind(kind) => format!("kind[{}]", kind.slug()),
        Clause::Has(field, value) => format!("{}[{value}]", field.name()),
        Clause::Published(dates) => format!("date[{dates}]"),
        Clause::Not(refused) => format!("-{}", draw(refused)),
        Clause::All(members) => list(members, " & "),
        Clause::Any(members) => list(members, " | "),
    }
}

fn draw_phrase(phrase: &Phrase) -> String {
    let words = phrase.words.iter().map(|word| match word.reach {
        Reach::Exact => format!("={}", word.folded),
        Reach::Forms => word.folded.clone(),
        Reach::Start => format!("{}…", word.folded),
        Reach::Similar(slips) => format!("{}~{slips}", word.folded),
    });
    let words = words.collect::<Vec<_>>().join(" ");
    match phrase.spread {
        Spread::Adjacent => words,
        Spread::Within(within) => format!("{{{words}}}{within}"),
    }
}

fn draw_query(query: &Query) -> String {
    query.clause.as_ref().map(draw).unwrap_or_default()
}

#[track_caller]
fn check_reads(typed: &str, drawn: &str) {
    let (query, complaints) = Query::parse(typed);
    assert_eq!(draw_query(&query), drawn, "{typed:?}");
    assert_eq!(complaints, [], "{typed:?}");
}

/// A query with something wrong at `at`, about which is said `says`.
#[track_caller]
fn check_complains(typed: &str, drawn: &str, at: &str, says: &str) {
    let (query, complaints) = Query::parse(typed);
    assert_eq!(draw_query(&query), drawn, "{typed:?}");
    let [complaint] = complaints.as_slice() else {
        panic!("{typed:?} has not one complaint: {complaints:?}");
    };
    assert_eq!(
        complaint.place.map(|place| place.of(typed)),
        Some(at),
        "{typed:?}"
    );
    assert!(complaint.message.contains(says), "{complaint:?}");
}

#[test]
fn words_are_folded_and_all_asked_for() {
    check_reads("Émilie  WROTE ", "(emilie & wrote)");
    check_reads("", "");
    check_reads("  ", "");
    check_reads("R & D – ", "(r & d)");
}

#[test]
fn the_last_word_may_go_on_until_a_space_follows() {
    check_reads("dutch spi", "(dutch & spi…)");
    check_reads("dutch spi ", "(dutch & spi)");
    check_reads("us", "us");
    check_reads("\"spies\"", "=spies");
    check_reads("(spies)", "spies");
}

#[test]
fn quotation_marks_ask_for_exact_words_in_a_row() {
    check_reads("\"Cozy Bear\" dutch ", "(=cozy =bear & dutch)");
    check_reads("\"cozy bear", "=cozy =bear");
    check_reads("a\"b c\"d", "(a & =b =c & d)");
}

#[test]
fn hyphens_and_apostrophes_keep_words_together() {
    check_reads("high-tech sector's ", "(=high tech & =sector s)");
    check_reads("high-te", "=high te…".trim_end_matches('…'));
    check_reads("high-tech", "=high tech…");
}

#[test]
fn stars_and_tildes_widen_a_word() {
    check_reads(
        "sp* volkskrant~ nos~ bear~2",
        "(sp… & volkskrant~2 & nos~1 & bear~2)",
    );
    check_reads("co-operat*", "=co operat…");
}

#[test]
fn words_may_stand_near_each_other() {
    check_reads("\"hack election\"~5", "{=hack =election}5");
    check_reads("\"hack election\"~", "{=hack =election}10");
    check_reads("\"hack election\"~0", "=hack =election");
    check_reads("\"hack\"~5", "=hack");
}

#[test]
fn or_joins_less_closely_than_a_space() {
    check_reads("a b OR c AND d", "((a & b) | (c & d))");
    check_reads("a (b OR c) d", "(a & (b | c) & d)");
    check_reads("(a b) c", "(a & b & c)");
    check_reads("a OR (b OR c)", "(a | b | c)");
    check_reads(
        "fish and chips or peas ",
        "(fish & and & chips & or & peas)",
    );
}

#[test]
fn minus_and_not_refuse() {
    check_reads("a -b NOT c", "(a & -b & -c)");
    check_reads("-(a OR b) +c", "(-(a | b) & c)");
    check_reads("--a", "a");
    check_reads("NOT -\"a b\"", "=a =b");
    check_reads("well-known ", "=well known");
}

#[test]
fn fields_ask_for_what_is_known() {
    check_reads(
        "title:election title:\"cozy bear\" ",
        "(title[election] & title[=cozy =bear])",
    );
    check_reads("kind:person -kind:Group", "(kind[person] & -kind[group])");
    check_reads(
        "outlet:\"The Record\" author: nobody",
        "(outlet[The Record] & author[nobody])",
    );
    check_reads(
        "entity:cozy-bear document:a.txt",
        "(entity[cozy-bear] & document[a.txt])",
    );
    check_reads(
        "speaker:\"Ada Bear\" -speaker:bear",
        "(speaker[Ada Bear] & -speaker[bear])",
    );
    check_reads(
        "date:2016 date:[2016-01 TO *]",
        "(date[2016] & date[[2016-01 TO *]])",
    );
    check_reads("http://x.org 10:30 ", "(=http =x org & =10 30)");
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    check_complains("a ) b ", "(a & b)", ")", "closes nothing");
    check_complains("(a b ", "(a & b)", "(", "not closed");
    check_complains("a () b ", "(a & b)", "()", "nothing between");
    check_complains("OR a ", "a", "OR", "both sides");
    check_complains("a OR", "a", "OR", "both sides");
    check_complains("a AND ", "a", "AND", "both sides");
    check_complains("a NOT", "a", "NOT", "nothing does");
    check_complains("a \"!\" ", "a", "\"!\"", "no letter");
    check_complains("title: ", "", "title:", "Nothing follows");
    check_complains("outlet:(a) ", "a", "outlet:", "Nothing follows");
    check_complains(
        "kind:dragon x ",
        "x",
        "dragon",
        "There are person, organisation",
    );
    check_complains("date:yesterday x ", "x", "yesterday", "no date");
    check_complains(
        "titel:x ",
        "=titel x",
        "titel:x",
        "There are title, kind, date",
    );
    check_complains("*bear ", "bear", "*bear", "at the end of a word");
    check_complains("bear~9 ", "bear~2", "bear~9", "one or two");
    check_complains("\"a b\"~99", "{=a =b}30", "\"a b\"~99", "at most 30");
    check_complains(" ?! ", "", " ?! ", "no letter or digit");
}

#[test]
fn a_long_query_is_cut() {
    let typed = "é ".repeat(50_000);
    let (query, complaints) = Query::parse(&typed);
    assert_eq!(draw_query(&query), "e", "what is said twice counts once");
    let place = complaints[0].place.expect("it says where");
    assert_eq!(place, Span::new(3 * LONGEST_QUERY / 2, typed.len()));
}

#[test]
fn only_so_many_terms_are_searched_for() {
    let typed: String = (0..100).map(|n| format!("{n} kind:person ")).collect();
    let (query, complaints) = Query::parse(&typed);
    assert_eq!(query.phrases().len(), MOST_TERMS / 2);
    assert!(complaints[0].message.contains("first 64 terms"));
}

#[test]
fn brackets_without_end_are_answered() {
    for typed in [
        "(".repeat(10_000),
        ")".repeat(10_000),
        "-".repeat(10_000),
        "NOT ".repeat(400),
        "(a -".repeat(400),
    ] {
        let (_, complaints) = Query::parse(&typed);
        assert!(!complaints.is_empty(), "{typed}");
    }
}

#[test]
fn only_what_is_asked_for_is_a_phrase_to_mark() {
    let (query, _) = Query::parse("a -b (c OR title:d) kind:person ");
    let phrases: Vec<_> = query.phrases().into_iter().map(draw_phrase).collect();
    assert_eq!(phrases, ["a", "c", "d"]);
}

/// Pieces of the language in any order.
fn any_typed() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "Bär",
        "the-end",
        "x*",
        "nos~",
        "bear~1",
        "\"",
        "\"a b\"",
        "\"a b\"~3",
        "(",
        ")",
        "-",
        "+",
        " ",
        " OR ",
        " AND ",
        " NOT ",
        "title:",
        "kind:",
        "kind:person",
        "speaker:",
        "-speaker:\"de rain\"",
        "outlet:",
        "outlet:\"a b\"",
        "date:2016",
        "date:[2016 TO *]",
        "date:",
        "author:x:y",
        "[",
        "]",
        "~",
        "*",
        "é’s",
        "?",
        "lengthy",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_is_printed_reads_as_what_was_meant(typed in any_typed()) {
        let (query, _) = Query::parse(&typed);
        let printed = query.to_string();
        let (again, complaints) = Query::parse(&printed);
        prop_assert_eq!(&again, &query, "{:?}", printed);
        prop_assert_eq!(complaints, []);
    }

    #[test]
    fn any_text_is_a_query(typed in "\\PC{0,60}") {
        let (query, _) = Query::parse(&typed);
        prop_assert_eq!(Query::parse(&query.to_string()).0, query);
    }
}
