//! What is packed is unpacked again, and what is no image is refused.

use proptest::prelude::*;

use super::super::Recognised;
use super::*;
use crate::document;
use crate::mention::Kind;

fn corpus(text: &str, marks: &[(usize, usize)]) -> Corpus {
    let document = document::read("a.txt", text.as_bytes()).unwrap();
    let mention = |&(start, end)| Mention::certain(Span::new(start, end), Kind::Person);
    let mentions: Vec<Mention> = marks.iter().map(mention).collect();
    let said = |mention: &Mention| Statement {
        content: mention.span,
        source: Some(mention.span.start),
    };
    let statements = mentions.iter().take(1).map(said).collect();
    let about = About {
        title: "Rain".into(),
        ..About::default()
    };
    let recognised = Recognised {
        document,
        mentions,
        statements,
    };
    Corpus::of_recognised(about, vec![recognised])
}

#[test]
fn what_was_packed_is_unpacked() {
    let corpus = corpus("\u{feff}A Title\r\n\r\nBy Émilie.\r\n", &[(0, 1), (9, 11)]);
    let image = pack(&corpus);
    assert_eq!(unpack(&image), Ok(corpus.clone()));
    assert_eq!(pack(&corpus), image, "the same bytes each time");
}

#[test]
fn what_is_wrong_is_told() {
    let image = pack(&corpus("It rained.", &[]));
    assert_eq!(unpack(b"<!doctype html>"), Err(ImageError::NotAnImage));
    assert_eq!(unpack(&[]), Err(ImageError::NotAnImage));
    let mut older = image.clone();
    older[NAME.len()] = 0;
    assert_eq!(unpack(&older), Err(ImageError::OtherVersion(0)));
    assert_eq!(unpack(&image[..image.len() - 1]), Err(ImageError::Damaged));
}

/// An image whose checksum is right and whose content is not.
fn check_refused(corpus: &Corpus) {
    assert_eq!(unpack(pack(corpus)), Err(ImageError::Damaged));
}

#[test]
fn spans_that_do_not_fit_are_refused() {
    check_refused(&corpus("Émile", &[(0, 1)]));
    check_refused(&corpus("Émile", &[(2, 9)]));
    check_refused(&corpus("Émile", &[(2, 2)]));
    check_refused(&corpus("Émile", &[(3, 5), (2, 4)]));
    let mut twice = corpus("Émile", &[]);
    twice.documents.push(twice.documents[0].clone());
    twice.mentions.push(Vec::new());
    twice.statements.push(Vec::new());
    check_refused(&twice);
    let mut short = corpus("Émile", &[]);
    short.mentions.clear();
    check_refused(&short);
}

#[test]
fn statements_that_do_not_fit_are_refused() {
    let whole = corpus("Émile said so.", &[(0, 6)]);
    let said = |start, end| Statement {
        content: Span::new(start, end),
        source: None,
    };
    let by_nobody_there = Statement {
        source: Some(1),
        ..said(7, 9)
    };
    for statements in [
        vec![],
        vec![vec![said(1, 6)]],
        vec![vec![said(7, 7)]],
        vec![vec![said(7, 99)]],
        vec![vec![said(7, 9), said(0, 6)]],
        vec![vec![by_nobody_there]],
    ] {
        check_refused(&Corpus {
            statements,
            ..whole.clone()
        });
    }
    let within = vec![vec![said(0, 13), said(7, 13)]];
    let nested = Corpus {
        statements: within,
        ..whole
    };
    assert_eq!(unpack(pack(&nested)), Ok(nested), "one may tell of another");
}

#[test]
fn entities_that_do_not_fit_are_refused() {
    let whole = corpus("Ada met Bob.", &[(0, 3), (8, 11)]);
    check_refused(&Corpus {
        mentions: vec![whole.mentions[0][..1].to_vec()],
        ..whole.clone()
    });
    let mut shared = whole.clone();
    shared.entities.push(whole.entities[0].clone());
    check_refused(&shared);
}

/// The content, under a header that fits it.
fn sealed(content: &[u8]) -> Vec<u8> {
    let sum = checksum(content).to_le_bytes();
    [&NAME[..], &VERSION.to_le_bytes(), &sum, content].concat()
}

proptest! {
    #[test]
    fn no_bytes_bring_it_down(content in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = unpack(&content);
        let _ = unpack(sealed(&content));
    }

    #[test]
    fn no_changed_byte_brings_it_down(at in 0usize..300, value in any::<u8>()) {
        let mut image = pack(&corpus("\u{feff}A Title\r\n\r\nÉmilie rained.", &[(9, 16)]));
        let at = at % image.len();
        let same = image[at] == value;
        image[at] = value;
        prop_assert!(same || unpack(&image).is_err());
        if let Ok(corpus) = unpack(sealed(&image[SUMMED..])) {
            let said = corpus.statements.iter();
            let found = corpus.documents.iter().zip(&corpus.mentions).zip(said);
            for ((document, mentions), statements) in found {
                let _ = document.original();
                for statement in statements {
                    prop_assert!(!statement.content.of(&document.text).is_empty());
                    let _ = statement.source_in(mentions);
                }
                for mention in mentions {
                    prop_assert!(!mention.span.of(&document.text).is_empty());
                }
            }
        }
    }
}
