//! Passages found again, in texts drawn with `⟦…⟧` around what was quoted or must be found.

use proptest::prelude::*;

use super::*;

/// A text without its brackets, and where they stood.
fn drawn(text: &str) -> (String, Span) {
    let start = text.find('⟦').expect("an opening bracket");
    let end = text.find('⟧').expect("a closing bracket") - '⟦'.len_utf8();
    (text.replace(['⟦', '⟧'], ""), Span::new(start, end))
}

/// What stands in brackets in one text is sought in another, and must be found where that one has
/// them, if it has any.
#[track_caller]
fn check(quoted: &str, sought_in: &str, fit: Fit) {
    let (text, place) = drawn(quoted);
    let passage = Passage::at(&text, place).expect("a passage");
    let (later, expected) = match sought_in.contains('⟦') {
        true => {
            let (later, place) = drawn(sought_in);
            (later, Some(place))
        }
        false => (sought_in.to_owned(), None),
    };
    let (found, at) = passage.find(&later);
    let words = |place: Option<Span>| place.map(|place| place.of(&later).to_owned());
    assert_eq!((found, words(at)), (fit, words(expected)));
    assert_eq!(at, expected);
}

const LETTER: &str = "The keeper wrote on Monday. ⟦The lamp went out at nine⟧, and nobody saw it. \
                      The keeper wrote again on Friday.";

#[test]
fn in_the_same_text_a_passage_is_exact() {
    check(LETTER, LETTER, Fit::Exact);
}

#[test]
fn what_stands_twice_is_told_apart_by_what_stands_around_it() {
    let text = "First he said ⟦no⟧, then yes. Later she said no, then maybe.";
    check(text, text, Fit::Exact);
    let text = "First he said no, then yes. Later she said ⟦no⟧, then maybe.";
    check(text, text, Fit::Exact);
}

#[test]
fn what_stands_twice_in_the_same_surroundings_is_told_apart_by_where_it_stood() {
    let text = "rain rain rain rain rain rain rain rain ⟦rain⟧ rain rain rain rain rain rain rain";
    check(text, text, Fit::Exact);
}

#[test]
fn a_text_that_grew_before_it_leaves_a_passage_exact() {
    let later = format!("A preface of some length. {LETTER}");
    check(LETTER, &later, Fit::Exact);
}

#[test]
fn white_space_case_accents_and_forms_do_not_matter() {
    let quoted = "Il dit que ⟦l’été était fini⟧, et se tut.";
    let later = "Il  dit que\n\n⟦L'e\u{301}te\u{301} e\u{301}tait\u{a0}fini⟧,\net se tut.";
    check(quoted, later, Fit::Exact);
}

#[test]
fn a_quotation_may_reach_over_a_border_of_paragraphs() {
    let quoted = "One ends ⟦here.\n\nAnother begins⟧ there.";
    check(quoted, "One ends ⟦here. Another begins⟧ there.", Fit::Exact);
}

#[test]
fn text_from_right_to_left_is_found_like_any_other() {
    let text = "אמר כי ⟦האור כבה בתשע⟧ ואיש לא ראה.";
    check(text, text, Fit::Exact);
    check(
        "\u{202b}אמר כי ⟦האור כבה⟧ בתשע",
        "אמר כי ⟦האור כבה⟧ בתשע",
        Fit::Exact,
    );
}

#[test]
fn the_same_words_in_other_surroundings_have_moved() {
    let later = "Much was told on Friday. ⟦The lamp went out at nine⟧, and nobody cared at all.";
    let quoted = LETTER;
    check(quoted, later, Fit::Moved(100));
}

#[test]
fn words_that_were_changed_a_little_are_found_and_it_is_said_how_much() {
    let later = "The keeper wrote on Monday. ⟦The lamps went out by nine⟧, and nobody saw it. \
                 The keeper wrote again on Friday.";
    check(LETTER, later, Fit::Moved(85));
}

#[test]
fn what_is_gone_is_lost() {
    check(
        LETTER,
        "The keeper wrote on Monday. The keeper wrote again on Friday.",
        Fit::Lost,
    );
    check(
        "He said ⟦no⟧ and left.",
        "She has not come, nor will they. No, never.",
        Fit::Lost,
    );
    check(LETTER, "", Fit::Lost);
}

#[test]
fn a_changed_passage_that_two_places_are_like_is_lost_and_not_guessed() {
    let quoted = "He wrote: ⟦the lamp went out at nine in the evening⟧. That was all.";
    let twice = "He wrote: the lamp went out at six in the evening. That was all. \
                 He wrote: the lamp went out at ten in the evening. That was all.";
    check(quoted, twice, Fit::Lost);
}

#[test]
fn nothing_can_be_quoted_of_white_space() {
    assert_eq!(Passage::at("a  b", Span::new(1, 3)), None);
    assert_eq!(Passage::default().find("text").0, Fit::Lost);
}

#[test]
fn a_passage_knows_its_place_in_characters_and_its_surroundings() {
    let (text, place) = drawn("Été: ⟦la lampe⟧ s’éteint.");
    let passage = Passage::at(&text, place).expect("a passage");
    let expected = Passage {
        quote: "la lampe".into(),
        before: "Été: ".into(),
        after: " s’éteint.".into(),
        from: 5,
    };
    assert_eq!(passage, expected);
}

#[test]
fn a_long_text_of_one_word_takes_no_longer_than_another() {
    let text = "ab ".repeat(200_000);
    let passage = Passage::at(&text, Span::new(300_000, 300_400)).expect("a passage");
    assert_eq!(passage.find(&text).0, Fit::Exact);
    let absent = Passage {
        quote: "ba".repeat(200),
        ..Passage::default()
    };
    absent.find(&text);
}

/// A text and two places in it, from words that come often.
fn any_text() -> impl Strategy<Value = (String, Span)> {
    let word = prop_oneof![
        "[a-e]{1,3}",
        "[a-z]{2,8}",
        Just("été".to_owned()),
        Just("האור".to_owned())
    ];
    (
        prop::collection::vec(word, 1..80),
        any::<prop::sample::Index>(),
        1..12usize,
    )
        .prop_map(|(words, first, count)| {
            let first = first.index(words.len());
            let last = (first + count).min(words.len());
            let before: usize = words[..first].iter().map(|word| word.len() + 1).sum();
            let quote = words[first..last].join(" ").len();
            (words.join(" "), Span::new(before, before + quote))
        })
}

proptest! {
    #[test]
    fn within_one_edition_every_passage_is_exact((text, place) in any_text()) {
        let passage = Passage::at(&text, place).expect("words");
        prop_assert_eq!(passage.find(&text), (Fit::Exact, Some(place)));
    }

    #[test]
    fn what_is_said_to_be_exact_has_the_same_letters(
        (text, place) in any_text(), (other, _) in any_text(), cut in any::<prop::sample::Index>(),
    ) {
        let passage = Passage::at(&text, place).expect("words");
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let cut = boundaries[cut.index(boundaries.len())];
        let edited = format!("{} {other} {}", &text[..cut], &text[cut..]);
        let (fit, found) = passage.find(&edited);
        prop_assert_eq!(fit == Fit::Lost, found.is_none());
        if let (Fit::Exact | Fit::Moved(100), Some(found)) = (fit, found) {
            let letters = |text: &str| Bare::of(text).letters;
            prop_assert_eq!(letters(found.of(&edited)), letters(&passage.quote));
        }
    }

    #[test]
    fn no_text_and_no_passage_is_too_strange(
        text in "\\PC{0,60}", quote in "\\PC{0,20}", before in "\\PC{0,9}", after in "\\PC{0,9}", from: u32,
    ) {
        let passage = Passage { quote, before, after, from };
        if let (_, Some(found)) = passage.find(&text) {
            prop_assert!(text.get(found.range()).is_some());
        }
    }
}
