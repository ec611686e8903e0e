//! What the tagger finds in everyday text, and that nothing can upset it.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::text::{sentence_ranges, tokens};

const ENGLISH: &[u8] = include_bytes!("../../../model/english.tagger");

/// The model, opened once for all tests.
fn english() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::open(ENGLISH).unwrap())
}

fn names(model: &Model, text: &str) -> Vec<Name> {
    let tokens = tokens(text);
    let sentences = sentence_ranges(text, &tokens);
    Tagger::new(model).names(text, &tokens, &sentences)
}

/// Names of a kind stand in brackets.
#[track_caller]
fn finds(kind: Kind, marked: &str) {
    let text = marked.replace(['⟦', '⟧'], "");
    let tokens = tokens(&text);
    let mut found = text.clone();
    for name in names(english(), &text).iter().rev() {
        if name.kind == kind {
            found.insert(tokens[name.tokens.end - 1].span.end as usize, '⟧');
            found.insert(tokens[name.tokens.start].span.start as usize, '⟦');
        }
    }
    assert_eq!(found, marked);
}

#[test]
fn names_are_found_as_people_write() {
    finds(Kind::Person, "Yesterday ⟦Ada Lovelace⟧ spoke in London.");
    finds(Kind::Place, "Yesterday Ada Lovelace spoke in ⟦London⟧.");
    finds(Kind::Organisation, "She works for the ⟦European Union⟧.");
}

#[test]
fn names_are_found_without_capitals() {
    finds(Kind::Person, "yesterday ⟦angela merkel⟧ spoke in paris .");
    finds(Kind::Place, "yesterday angela merkel spoke in ⟦paris⟧ .");
}

#[test]
fn a_text_without_names_has_none() {
    finds(Kind::Person, "It rained, and nobody knew why.");
    finds(Kind::Place, "");
}

#[test]
fn the_model_says_what_it_was_made_from() {
    let notice = include_str!("../../../model/NOTICE.txt");
    assert_eq!(english().sources, notice);
}

#[test]
fn one_word_or_one_line_without_end_is_read_through() {
    assert!(names(english(), &"a".repeat(200_000)).len() <= 1);
    names(english(), &"Paris ".repeat(10_000));
    names(english(), &"⟦🦀".repeat(10_000));
}

#[test]
fn what_a_word_says_is_the_same_kept_or_worked_out_anew() {
    let text = "Mr. Smith of Ohio met Smith & Co. in Ohio; Smith left.";
    let tokens = tokens(text);
    let sentences = sentence_ranges(text, &tokens);
    let mut tagger = Tagger::new(english());
    tagger.names(text, &tokens, &sentences);
    let count = sentences.last().unwrap().len();
    assert_eq!(tagger.seen.len(), count);
    for at in 0..count {
        let mut scores = Scores::default();
        features(&tagger.seen, at, |key| {
            english().weights.add(key, &mut scores)
        });
        assert_eq!(tagger.scores[at], scores, "word {at}");
    }
}

proptest! {
    #[test]
    fn names_lie_in_order_on_the_tokens_of_any_text(text in "(\\PC|[A-Z][a-z]{1,6} ?|[ .\n']){0,60}") {
        let count = tokens(&text).len();
        let names = names(english(), &text);
        prop_assert!(names.windows(2).all(|two| two[0].tokens.end <= two[1].tokens.start));
        prop_assert!(names.iter().all(|name| !name.tokens.is_empty() && name.tokens.end <= count));
    }

    #[test]
    fn nonsense_is_refused_even_with_the_right_checksum(body in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut file = MAGIC.to_vec();
        file.extend(checksum(&body).to_le_bytes());
        file.extend(body);
        prop_assert!(Model::open(&file).is_err());
    }

}

proptest! {
    // Opening a whole model takes its time where code is not optimised.
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn a_model_with_other_content_opens_or_is_refused(place in 16usize..2_000, byte: u8) {
        let mut body = ENGLISH[16..].to_vec();
        body[place] = byte;
        let mut file = MAGIC.to_vec();
        file.extend(checksum(&body).to_le_bytes());
        file.extend(body);
        if let Ok(model) = Model::open(&file) {
            names(&model, "Ada Lovelace spoke in London. U.S. troops left Iraq.");
        }
    }
}
