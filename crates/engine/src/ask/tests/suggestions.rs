//! Suggestions: what is typed, how it might go on, and what might have been meant.

use super::*;

/// What would be in the search box for each suggestion.
fn suggested(typed: &str) -> String {
    let typed = typed.to_owned();
    let Answer::Suggestions(suggestions) = engine().ask(&Question::Suggest { typed }) else {
        panic!("a suggestion is asked for");
    };
    let typed: Vec<_> = suggestions
        .iter()
        .map(|suggestion| suggestion.typed.trim_end())
        .collect();
    typed.join(" | ")
}

#[test]
fn a_word_goes_on_as_words_and_names_of_the_corpus_do() {
    assert_eq!(suggested("rai"), "rained");
    assert_eq!(suggested("lett"), "letters | letter");
    assert_eq!(
        suggested("Lo"),
        "entity:ada-lovelace | entity:london | lovelace | london"
    );
}

#[test]
fn what_was_typed_before_stays() {
    assert_eq!(suggested("ada -rai"), "ada -rained");
    assert_eq!(suggested("(ada OR rai"), "(ada OR rained");
}

#[test]
fn fields_and_their_values_are_suggested() {
    assert_eq!(suggested("outl"), "outlet:");
    assert_eq!(suggested("outlet:da"), "outlet:the-daily");
    assert_eq!(suggested("spea"), "speaker:");
    assert_eq!(suggested("speaker:lo"), "speaker:ada-lovelace");
    assert_eq!(suggested("speaker:ba"), "", "he says nothing");
    assert_eq!(suggested("kind:per"), "kind:person");
    assert_eq!(suggested("confidence:dou"), "confidence:doubtful");
    assert_eq!(suggested("reviewed:edi"), "reviewed:yes");
}

#[test]
fn a_misspelt_word_is_set_right() {
    assert_eq!(suggested("lettrs"), "letters | letter");
}

#[test]
fn nothing_is_suggested_for_nothing_or_between_quotation_marks() {
    for typed in [
        "",
        " ",
        "l",
        "rained ",
        "\"rai",
        "nosuchfield:rai",
        "-",
        "é:",
    ] {
        assert_eq!(suggested(typed), "", "{typed}");
    }
}

#[test]
fn if_nothing_is_found_it_is_said_what_may_have_been_meant() {
    let meant = |link| survey(link).meant;
    assert_eq!(
        meant("q=lovelaec+wrote"),
        Some("lovelace wrote* ".trim_end().to_owned())
    );
    assert_eq!(
        meant("q=%22ada+lovelaec%22"),
        Some("\"ada lovelace\"".to_owned())
    );
    assert_eq!(
        meant("q=lovelaec&year=1999"),
        None,
        "that would find nothing either"
    );
    assert_eq!(meant("q=lovelace"), None, "something is found");
    assert_eq!(meant("q=xylophone"), None);
}
