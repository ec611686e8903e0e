//! Statements drawn as a reader would tell them: who, and what; pieces of one have a bar between.

use super::{attributions, statements};
use crate::document::{Document, read};
use crate::mention::recognise;

/// Reads a text as one would a file.
fn document(text: &str) -> Document {
    read("a.txt", text.as_bytes()).expect("it is text")
}

/// Whether exactly these statements are found: `Ada Lovelace: it rained`. Who is not named is
/// told by the words there are, in brackets.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let document = document(text);
    let mentions = recognise(&document, None);
    let told = attributions(&document, &mentions).into_iter().map(|found| {
        let pieces: Vec<&str> = found
            .content
            .iter()
            .map(|piece| piece.of(&document.text))
            .collect();
        let names: Vec<&str> = found
            .sources
            .iter()
            .map(|&source| mentions[source].span.of(&document.text))
            .collect();
        let who = match names.is_empty() {
            false => names.join(" and "),
            true => format!(
                "({})",
                found.speaker.map_or("", |span| span.of(&document.text))
            ),
        };
        format!("{who}: {}", pieces.join(" | "))
    });
    let told: Vec<String> = told.collect();
    assert_eq!(told, expected);
}

#[test]
fn a_quotation_before_or_after_a_word_of_saying_is_a_statement() {
    let said = ["Ada Lovelace: It will rain all week"];
    check("“It will rain all week,” Ada Lovelace said.", &said);
    check(
        "\"It will rain all week,\" said Ada Lovelace, a herder.",
        &said,
    );
    check("Ada Lovelace said: “It will rain all week.”", &said);
    check(
        "On Friday Ada Lovelace told reporters, “It will rain all week.”",
        &said,
    );
    check(
        "Ada Lovelace, who keeps bees, wrote \"It will rain all week\".",
        &said,
    );
}

#[test]
fn a_quotation_may_be_interrupted_and_go_on() {
    check(
        "“It will rain,” Ada Lovelace said, “all week and all of the next.” Nobody knew why.",
        &["Ada Lovelace: It will rain | all week and all of the next"],
    );
    check(
        "“It will rain,” Ada Lovelace told the Daily News. “We had better stay at home. So be it.”",
        &["Ada Lovelace: It will rain | We had better stay at home. So be it"],
    );
    check(
        "“It will rain all week,” said Ada Lovelace.\n\n“And we shall stay at home.”",
        &[
            "Ada Lovelace: It will rain all week",
            "Ada Lovelace: And we shall stay at home",
        ],
    );
}

#[test]
fn words_between_quotation_marks_are_no_statement_by_themselves() {
    check("The “smart” dam of Ada Lovelace broke.", &[]);
    check(
        "Ada Lovelace wrote “The Sea of Bees” in 1844 and went home.",
        &[],
    );
    check(
        "It was the “end of all things”, and Ada Lovelace left.",
        &[],
    );
}

#[test]
fn a_clause_after_a_word_of_saying_is_a_statement() {
    let said = ["Ada Lovelace: the dam was safe"];
    check("Ada Lovelace said that the dam was safe.", &said);
    check("Ada Lovelace said the dam was safe.", &said);
    check(
        "On Friday Ada Lovelace told reporters that the dam was safe.",
        &said,
    );
    check(
        "Ada Lovelace, who had built it, insisted on Friday that the dam was safe.",
        &said,
    );
    check(
        "Ada Lovelace has repeatedly claimed that the dam was safe.",
        &said,
    );
    check("Ada Lovelace later admitted that the dam was safe.", &said);
    check("Ada Lovelace said in a statement the dam was safe.", &said);
    check("Ada Lovelace came to believe that the dam was safe.", &said);
    check(
        "Ada Lovelace left early, saying only that the dam was safe.",
        &said,
    );
    check("Ada Lovelace was confident that the dam was safe.", &said);
    check(
        "It made light of Ada Lovelace's claim that the dam was safe.",
        &said,
    );
}

#[test]
fn what_stands_before_a_word_of_saying_at_the_end_is_a_statement() {
    let said = ["Ada Lovelace: The dam was safe"];
    check("The dam was safe, Ada Lovelace said.", &said);
    check("The dam was safe, said Ada Lovelace, a builder.", &said);
    check(
        "The dam was safe, Ada Lovelace said in a statement on Friday.",
        &said,
    );
    check("The dam was safe, Ada Lovelace told reporters.", &said);
    check("The dam was safe, according to Ada Lovelace.", &said);
    check(
        "The dam, Ada Lovelace said, was safe.",
        &["Ada Lovelace: The dam | was safe"],
    );
    check(
        "According to Ada Lovelace, the dam was safe.",
        &["Ada Lovelace: the dam was safe"],
    );
}

#[test]
fn a_statement_ends_where_another_begins() {
    check(
        "Ada Lovelace said the dam was safe, but Charles Babbage said it had cracks.",
        &[
            "Ada Lovelace: the dam was safe",
            "Charles Babbage: it had cracks",
        ],
    );
    check(
        "Ada Lovelace said the dam was safe, adding that it had no cracks.",
        &[
            "Ada Lovelace: the dam was safe",
            "Ada Lovelace: it had no cracks",
        ],
    );
    check(
        "Ada Lovelace said the dam was safe, according to the Daily News.",
        &[
            "Ada Lovelace: the dam was safe",
            "Daily News: Ada Lovelace said the dam was safe",
        ],
    );
}

#[test]
fn what_somebody_is_accused_of_is_a_statement() {
    check(
        "On Friday France accused Ada Lovelace of theft, though nobody knew why.",
        &["France: Ada Lovelace of theft"],
    );
    check("Ada Lovelace was accused of theft by nobody.", &[]);
    check(
        "Ada Lovelace denied the theft.",
        &["Ada Lovelace: the theft"],
    );
}

#[test]
fn what_was_not_said_or_might_be_is_no_statement() {
    check("Ada Lovelace did not say that the dam was safe.", &[]);
    check("Ada Lovelace declined to say if the dam was safe.", &[]);
    check("Ada Lovelace could say that the dam was safe.", &[]);
    check(
        "Ada Lovelace stopped short of saying that the dam was safe.",
        &[],
    );
    check("The dam was said to be safe.", &[]);
    check("Ada Lovelace found it hard to leave.", &[]);
    check("The said letter of Ada Lovelace was lost.", &[]);
}

#[test]
fn a_source_without_a_name_is_told_by_its_words() {
    check(
        "Two officials who know the dam said it was safe.",
        &["(Two officials who know the dam): it was safe"],
    );
    check(
        "The dam was safe, people in London say.",
        &["(people in London): The dam was safe"],
    );
    check(
        "Ada Lovelace's lawyer said the dam was safe.",
        &["(Ada Lovelace's lawyer): the dam was safe"],
    );
}

#[test]
fn who_speaks_or_writes_for_a_body_is_that_body() {
    for who in [
        "A spokesman for the Daily News",
        "A report by the Daily News",
        "The Daily News",
        "A recent Daily News report",
    ] {
        let text = format!("{who} said the dam was safe.");
        check(&text, &["Daily News: the dam was safe"]);
    }
    check(
        "A former reporter for the Daily News said the dam was safe.",
        &["(A former reporter for the Daily News): the dam was safe"],
    );
    check(
        "The French government said the dam was safe.",
        &["French: the dam was safe"],
    );
}

#[test]
fn of_several_names_the_speaker_is_the_one_described() {
    check(
        "Ada Lovelace, head of the Daily News, said the dam was safe.",
        &["Ada Lovelace: the dam was safe"],
    );
    check(
        "The mayor of London, Ada Lovelace, said the dam was safe.",
        &["Ada Lovelace: the dam was safe"],
    );
    check(
        "The committee, led by Ada Lovelace, found that the dam was safe.",
        &["(The committee): the dam was safe"],
    );
    check(
        "The paper, the Daily News, said the dam was safe.",
        &["Daily News: the dam was safe"],
    );
    check(
        "Its head, Ada Lovelace, wrote to the Daily News in May that the dam was safe.",
        &["Ada Lovelace: the dam was safe"],
    );
    check(
        "Ada Lovelace got up and said that the dam was safe.",
        &["Ada Lovelace: the dam was safe"],
    );
    check(
        "Ada Lovelace and Charles Babbage said the dam was safe.",
        &["Ada Lovelace and Charles Babbage: the dam was safe"],
    );
}

#[test]
fn a_pronoun_stands_for_whom_it_can_mean_and_for_nobody_where_two_could_be_meant() {
    check(
        "Ada Lovelace said the dam was safe. It had no cracks, she added.",
        &[
            "Ada Lovelace: the dam was safe",
            "Ada Lovelace: It had no cracks",
        ],
    );
    check(
        "Ada Lovelace came home. She said the dam was safe.",
        &["Ada Lovelace: the dam was safe"],
    );
    check(
        "Ada Lovelace met Charles Babbage. “The dam is safe,” he said.",
        &["(he): The dam is safe"],
    );
    check(
        "Ada Lovelace said the dam was safe. A spokeswoman came. “It is not,” she said.",
        &["Ada Lovelace: the dam was safe", "(she): It is not"],
    );
    check(
        "The Daily News reported that the dam was safe. The newspaper said it had no cracks.",
        &[
            "Daily News: the dam was safe",
            "Daily News: it had no cracks",
        ],
    );
}

#[test]
fn a_name_before_a_colon_speaks_in_headlines_and_dialogues() {
    check(
        "Ada Lovelace: The dam is safe\n\nIt rained for a week, and nobody came home.",
        &["Ada Lovelace: The dam is safe"],
    );
    check(
        "Ada Lovelace: Is the dam safe?\n\nDr. Charles Babbage: It has cracks.\n\nAda Lovelace: Who \
         says so?",
        &[
            "Ada Lovelace: Is the dam safe",
            "Charles Babbage: It has cracks",
            "Ada Lovelace: Who says so",
        ],
    );
    check(
        "It rained.\n\nAda Lovelace: three letters.\n\nIt rained.",
        &[],
    );
}

#[test]
fn texts_without_capitals_have_statements_too() {
    check(
        "ada lovelace , a builder , said the dam was safe . \" it has cracks , \" charles babbage \
         said . it rained .",
        &[
            "ada lovelace: the dam was safe",
            "charles babbage: it has cracks",
        ],
    );
}

#[test]
fn what_is_kept_is_each_piece_with_where_its_source_begins() {
    let document = document("“It will rain,” Ada Lovelace said, “all week and all of the next.”");
    let mentions = recognise(&document, None);
    let kept = statements(&document, &mentions);
    let pieces: Vec<&str> = kept
        .iter()
        .map(|kept| kept.content.of(&document.text))
        .collect();
    assert_eq!(pieces, ["It will rain", "all week and all of the next"]);
    for statement in kept {
        let source = statement.source_in(&mentions).expect("somebody is named");
        assert_eq!(mentions[source].span.of(&document.text), "Ada Lovelace");
        assert_eq!(statement.source_in(&[]), None, "the mention was taken away");
    }
}
