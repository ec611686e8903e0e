//! Which line plays which role.

use super::*;
use crate::document::Role;

/// Each part on a line of its own after a sign for its role; blank is a paragraph.
fn check(text: &str, expected: &[&str]) {
    let letter = |role| match role {
        Role::Title => "T",
        Role::Subheading => "S",
        Role::Byline => "B",
        Role::Paragraph => " ",
        Role::Dateline => "D",
        Role::Caption => "cap",
        Role::Footnote => "fn",
        Role::ListItem => "li",
        Role::MailHeader => "mail",
        Role::ReplyQuote => "re",
        Role::Signature => "sig",
        Role::AuthorBio => "bio",
        Role::Navigation => "nav",
        Role::Comments => "com",
        Role::SharePrompt => "sha",
        Role::Prompt => "pro",
        Role::Copyright => "(c)",
        Role::RelatedLinks => "rel",
        Role::Newsletter => "new",
        Role::TweetCredit => "twe",
        Role::PageFurniture => "fur",
        other => unreachable!("layout tells no {other:?}"),
    };
    let shown: Vec<String> = parts(text)
        .iter()
        .map(|part| {
            let text = part.span.of(text).replace('\n', "/");
            format!("{} {text}", letter(part.role))
        })
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn a_short_line_on_top_is_the_title_and_a_name_below_it_the_byline() {
    check(
        "Harbour Opens Again\n\nAda van Loon\n\nThe harbour opened.\n\nShips came.\n",
        &[
            "T Harbour Opens Again",
            "B Ada van Loon",
            "  The harbour opened.",
            "  Ships came.",
        ],
    );
    check(
        "Who Owns the Sea?\nby Ada Loon\n\nNobody does.\n\nOr all do.\n",
        &[
            "T Who Owns the Sea?",
            "B by Ada Loon",
            "  Nobody does.",
            "  Or all do.",
        ],
    );
}

#[test]
fn a_sentence_on_top_is_no_title() {
    check(
        "It rained.\n\nIt stopped.",
        &["  It rained.", "  It stopped."],
    );
    check("the rain , it fell\n", &["  the rain , it fell"]);
    check("Dear Ada,\n\nIt rains.", &["  Dear Ada,", "  It rains."]);
}

#[test]
fn a_title_may_end_with_an_abbreviation() {
    check(
        "Rain in the U.S.\n\nIt rained.",
        &["T Rain in the U.S.", "  It rained."],
    );
}

#[test]
fn a_heading_stands_between_paragraphs() {
    check(
        "A Title\n\nIt rained.\n\nThe Days After\n\nIt stopped.\n\nMore to read",
        &[
            "T A Title",
            "  It rained.",
            "S The Days After",
            "  It stopped.",
            "  More to read",
        ],
    );
}

#[test]
fn a_second_title_is_no_name() {
    check(
        "A Title\n\nWhy the Sea Rises\n\nIt rained.\n",
        &["T A Title", "S Why the Sea Rises", "  It rained."],
    );
}

#[test]
fn a_credit_may_stand_at_the_end() {
    check(
        "A Title\n\nIt rained.\n\nAda Loon\n\nAda Loon is a reporter.",
        &[
            "T A Title",
            "  It rained.",
            "B Ada Loon",
            "bio Ada Loon is a reporter.",
        ],
    );
}

#[test]
fn what_a_page_puts_around_its_article_is_set_apart() {
    check(
        "A Title\n\nIt rained.\n\nShare this\nRelated:\nIt Snowed\nSee https://example.org/a\n\n\
         © 2019 The Herald\nReal Time Analytics\nSome small print\n",
        &[
            "T A Title",
            "  It rained.",
            "sha Share this",
            "rel Related:",
            "rel It Snowed",
            "rel See https://example.org/a",
            "(c) © 2019 The Herald",
            "fur Real Time Analytics",
            "fur Some small print",
        ],
    );
}

#[test]
fn a_comment_form_takes_its_fields_with_it() {
    check(
        "It rained.\n\nLeave a Reply\n\nName photo\n\nYou are commenting. Log out )\n\nName photo\n",
        &[
            "  It rained.",
            "com Leave a Reply",
            "com Name photo",
            "com You are commenting. Log out )",
            "com Name photo",
        ],
    );
}

#[test]
fn words_of_a_page_inside_of_an_article_are_its_own() {
    let sentence =
        "He asked them to leave a reply, to share this, and to read more of what is new.";
    check(
        &format!("{sentence}\n\nThe menu\n\n{sentence}\n\nSearch and rescue\n\n{sentence}"),
        &[
            &format!("  {sentence}"),
            "S The menu",
            &format!("  {sentence}"),
            "S Search and rescue",
            &format!("  {sentence}"),
        ],
    );
}

#[test]
fn a_post_is_credited_and_a_prompt_stands_apart() {
    check(
        "It rained. In the following video, it rains.\n\n— Ada Loon (@ada) January 26, 2018\n\n\
         Read the full report by visiting this link.\n\nIt stopped.",
        &[
            "  It rained.",
            "pro In the following video, it rains.",
            "twe — Ada Loon (@ada) January 26, 2018",
            "pro Read the full report by visiting this link.",
            "  It stopped.",
        ],
    );
}

#[test]
fn a_dateline_is_no_part_of_its_sentence() {
    check(
        "LONDON (AP) — It rained.",
        &["D LONDON (AP) —", "  It rained."],
    );
    check(
        "the ( ap ) — it rained .",
        &["D the ( ap ) —", "  it rained ."],
    );
    check(
        "HARLINGEN, May 7 - It rained.",
        &["D HARLINGEN, May 7 -", "  It rained."],
    );
    check(
        "NATO — an alliance — met.",
        &["  NATO — an alliance — met."],
    );
    check(
        "Rain (and snow) — it fell.",
        &["  Rain (and snow) — it fell."],
    );
}

#[test]
fn credits_after_a_rule_stand_apart() {
    check(
        "It rained. ___ Loon reported from Paris. ___ Report: https://example.org/a-b \
         https://example.org/c",
        &[
            "  It rained.",
            "B ___ Loon reported from Paris.",
            "rel ___ Report: https://example.org/a-b https://example.org/c",
        ],
    );
}

#[test]
fn page_numbers_and_running_headers_are_furniture() {
    let page = |n: usize| {
        format!(
            "RAIN IN {}\n\nIt rained on page {n}, all day.\n\n- {n} -\n\n",
            1900 + n
        )
    };
    let shown: Vec<Role> = parts(&(page(1) + &page(2) + &page(3)))
        .iter()
        .map(|part| part.role)
        .collect();
    let furniture = shown.iter().filter(|role| **role == Role::PageFurniture);
    assert_eq!((shown.len(), furniture.count()), (9, 6));
}

#[test]
fn the_name_of_a_page_and_its_menu_are_no_title() {
    check(
        "The Harbour Post\nHome | News | Sport\n\nRain Floods the Quay\n\nBy Ada Loon\nWeather reporter\n\
         Posted on June 14, 2021\n\nIt rained.\n\nIt stopped.",
        &[
            "fur The Harbour Post",
            "nav Home | News | Sport",
            "T Rain Floods the Quay",
            "B By Ada Loon",
            "B Weather reporter",
            "B Posted on June 14, 2021",
            "  It rained.",
            "  It stopped.",
        ],
    );
}

#[test]
fn a_label_for_editors_is_no_title() {
    check(
        "BC-RAIN:LA — national (650 words)\nRain floods the quay\nBy Ada Loon\n\nIt rained.\n\n\
         (Loon reported from Paris.)",
        &[
            "fur BC-RAIN:LA — national (650 words)",
            "T Rain floods the quay",
            "B By Ada Loon",
            "  It rained.",
            "B (Loon reported from Paris.)",
        ],
    );
}

#[test]
fn a_date_below_the_first_line_makes_it_a_title() {
    check(
        "TALK WITH THE PRESS\n14 June 2021\n\nLOON: It rained.\n\nQ: Did it stop?",
        &[
            "T TALK WITH THE PRESS",
            "B 14 June 2021",
            "  LOON: It rained.",
            "  Q: Did it stop?",
        ],
    );
}

#[test]
fn a_message_is_its_headers_its_words_and_what_it_answers() {
    check(
        "From: Ada\nTo: Bo\nSubject: Rain\n\nIt rained.\n\n-- \nAda Loon\n\nOn Monday, Bo wrote:\n> Did it?\n",
        &[
            "mail From: Ada",
            "mail To: Bo",
            "mail Subject:",
            "T Rain",
            "  It rained.",
            "sig --",
            "sig Ada Loon",
            "re On Monday, Bo wrote:",
            "re > Did it?",
        ],
    );
    check(
        "It rained.\n-----Original Message-----\nFrom: Bo\nSent: Monday\nTo: Ada\n\nDid it?",
        &[
            "  It rained.",
            "re -----Original Message-----",
            "re From: Bo",
            "re Sent: Monday",
            "re To: Ada",
            "re Did it?",
        ],
    );
    check(
        "From: here to there\nTo: a man it meant much.",
        &["  From: here to there", "  To: a man it meant much."],
    );
}

#[test]
fn captions_notes_and_lists_are_told_from_paragraphs() {
    check(
        "It rained. [1]\n\nPhoto: The quay in the rain.\n\n* one\n* two\n\n[1] In 1913.",
        &[
            "  It rained. [1]",
            "cap Photo: The quay in the rain.",
            "li * one",
            "li * two",
            "fn [1] In 1913.",
        ],
    );
}

#[test]
fn a_line_that_counts_its_pages_is_furniture() {
    check(
        "It rained.\n\nCase 1:18 Filed 02/16/18 Page 1 of 3\n\nIt stopped.\n\nCase 1:18 Filed 02/16/18 Page 2 of 3\n",
        &[
            "  It rained.",
            "fur Case 1:18 Filed 02/16/18 Page 1 of 3",
            "  It stopped.",
            "fur Case 1:18 Filed 02/16/18 Page 2 of 3",
        ],
    );
}

#[test]
fn a_link_to_comments_above_a_text_takes_none_of_it() {
    let sentence = "It rained all day and all night, and the day after it rained again, as it had \
                    rained the week before, until the river rose over the quay.";
    check(
        &format!("2 comments\n\n{sentence}\n\nIt stopped at last.\n\n{sentence}"),
        &[
            "com 2 comments",
            &format!("  {sentence}"),
            "  It stopped at last.",
            &format!("  {sentence}"),
        ],
    );
}
