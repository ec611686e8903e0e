//! The image: a corpus as bytes, to be embedded, saved and opened again.
//!
//! Eight bytes of name, two of version, eight of checksum (both little-endian), then what was
//! read, recognised and resolved, in postcard's format. Entities are in it, so that a page needs
//! neither the rules nor the word lists that found them (`docs/decisions/0008-resolved-image.md`).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{About, Corpus};
use crate::decision::Decision;
use crate::document::Document;
use crate::entity::{Entity, EntityId, MentionId};
use crate::mention::Mention;
use crate::text::Span;

const NAME: &[u8; 8] = b"DOSSIER\n";
const VERSION: u16 = 3;
const HEADER: usize = NAME.len() + 2 + 8;

/// Why bytes are no corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageError {
    /// They do not begin as an image does.
    NotAnImage,
    /// They were written by another version of Dossier.
    OtherVersion(u16),
    /// Bytes were changed or are missing.
    Damaged,
}

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnImage => f.write_str("this is not a packed corpus"),
            Self::OtherVersion(found) => write!(
                f,
                "the corpus was packed in format {found}; this page reads format {VERSION}"
            ),
            Self::Damaged => f.write_str("the packed corpus is damaged"),
        }
    }
}

impl std::error::Error for ImageError {}

#[derive(Serialize)]
struct Content<'a> {
    about: &'a About,
    documents: &'a [Document],
    mentions: &'a [Vec<Mention>],
    entities: &'a [Entity],
    decisions: &'a [Decision],
}

#[derive(Deserialize)]
struct Opened {
    about: About,
    documents: Vec<Document>,
    mentions: Vec<Vec<Mention>>,
    entities: Vec<Entity>,
    decisions: Vec<Decision>,
}

/// The corpus as bytes: the same corpus gives the same bytes everywhere.
pub fn pack(corpus: &Corpus) -> Vec<u8> {
    let content = Content {
        about: &corpus.about,
        documents: &corpus.documents,
        mentions: &corpus.mentions,
        entities: &corpus.entities,
        decisions: &corpus.decisions,
    };
    #[expect(
        clippy::expect_used,
        reason = "postcard refuses sequences of unknown length only, and there are none"
    )]
    let content = postcard::to_allocvec(&content).expect("every length is known");
    let mut image = Vec::with_capacity(HEADER + content.len());
    image.extend_from_slice(NAME);
    image.extend_from_slice(&VERSION.to_le_bytes());
    image.extend_from_slice(&checksum(&content).to_le_bytes());
    image.extend_from_slice(&content);
    image
}

/// The corpus that [`pack`] made these bytes of. Whatever the bytes are, all that is returned
/// holds together: spans lie in their texts, on characters, and a mention belongs to one entity.
pub fn unpack(image: &[u8]) -> Result<Corpus, ImageError> {
    let (version, sum, content) = take_apart(image).ok_or(ImageError::NotAnImage)?;
    if version != VERSION {
        return Err(ImageError::OtherVersion(version));
    }
    if sum != checksum(content) {
        return Err(ImageError::Damaged);
    }
    let mut opened: Opened = postcard::from_bytes(content).map_err(|_| ImageError::Damaged)?;
    // Lists grow by doubling while they are read; of many documents that is megabytes.
    opened.documents.shrink_to_fit();
    opened.entities.shrink_to_fit();
    if !opened.holds_together() {
        return Err(ImageError::Damaged);
    }
    let entity_of = opened.entity_of().ok_or(ImageError::Damaged)?;
    Ok(Corpus {
        about: opened.about,
        documents: opened.documents,
        mentions: opened.mentions,
        entities: opened.entities,
        entity_of,
        decisions: opened.decisions,
    })
}

fn take_apart(image: &[u8]) -> Option<(u16, u64, &[u8])> {
    let rest = image.strip_prefix(NAME)?;
    let (version, rest) = rest.split_first_chunk()?;
    let (sum, content) = rest.split_first_chunk()?;
    Some((
        u16::from_le_bytes(*version),
        u64::from_le_bytes(*sum),
        content,
    ))
}

impl Opened {
    fn holds_together(&self) -> bool {
        let slugs = super::repeated_slugs(&self.documents);
        let texts = self.documents.iter().all(fits_its_text);
        let mut pairs = self.documents.iter().zip(&self.mentions);
        slugs.is_empty()
            && texts
            && self.documents.len() == self.mentions.len()
            && pairs.all(|(document, mentions)| {
                let spans = mentions.iter().map(|mention| mention.span);
                in_order(&document.text, spans.clone()) && spans.into_iter().all(|s| !s.is_empty())
            })
    }

    /// The entity each mention belongs to; none if an entity claims what is not there, or what
    /// another one has.
    fn entity_of(&self) -> Option<Vec<Vec<Option<EntityId>>>> {
        let mut table: Vec<Vec<Option<EntityId>>> = self
            .mentions
            .iter()
            .map(|mentions| vec![None; mentions.len()])
            .collect();
        for (entity, id) in self.entities.iter().zip(0..) {
            for &mention in &entity.mentions {
                let place = place_of(&mut table, mention)?;
                if place.replace(EntityId(id)).is_some() {
                    return None;
                }
            }
            let evidence = entity.links.iter().filter_map(|link| link.evidence);
            for mention in evidence {
                place_of(&mut table, mention)?;
            }
        }
        Some(table)
    }
}

fn place_of(
    table: &mut [Vec<Option<EntityId>>],
    mention: MentionId,
) -> Option<&mut Option<EntityId>> {
    let document = table.get_mut(mention.document.0 as usize)?;
    document.get_mut(mention.ordinal as usize)
}

fn fits_its_text(document: &Document) -> bool {
    in_order(&document.text, document.repairs.iter().map(|r| r.span))
        && in_order(&document.text, document.parts.iter().map(|p| p.span))
}

/// Whether the spans lie in the text, on characters, one after the other.
fn in_order(text: &str, spans: impl Iterator<Item = Span>) -> bool {
    let mut end = 0;
    spans.into_iter().all(|span| {
        let fits = end <= span.start && text.get(span.range()).is_some();
        end = span.end;
        fits
    })
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo): finds accidents, not forgery.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, &byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document;
    use crate::mention::Kind;

    fn corpus(text: &str, marks: &[(usize, usize)]) -> Corpus {
        let document = document::read("a.txt", text.as_bytes()).unwrap();
        let mention = |&(start, end)| Mention::certain(Span::new(start, end), Kind::Person);
        let mentions = vec![marks.iter().map(mention).collect()];
        let about = About {
            title: "Rain".into(),
            ..About::default()
        };
        Corpus::of_recognised(about, vec![document], mentions)
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
        assert_eq!(unpack(&pack(corpus)), Err(ImageError::Damaged));
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
        check_refused(&twice);
        let mut short = corpus("Émile", &[]);
        short.mentions.clear();
        check_refused(&short);
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
        let mut image = NAME.to_vec();
        image.extend(VERSION.to_le_bytes());
        image.extend(checksum(content).to_le_bytes());
        image.extend(content);
        image
    }

    proptest! {
        #[test]
        fn no_bytes_bring_it_down(content in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = unpack(&content);
            let _ = unpack(&sealed(&content));
        }

        #[test]
        fn no_changed_byte_brings_it_down(at in 0usize..300, value in any::<u8>()) {
            let mut image = pack(&corpus("\u{feff}A Title\r\n\r\nÉmilie rained.", &[(9, 16)]));
            let at = at % image.len();
            let same = image[at] == value;
            image[at] = value;
            prop_assert!(same || unpack(&image).is_err());
            if let Ok(corpus) = unpack(&sealed(&image[HEADER.min(image.len())..])) {
                for (document, mentions) in corpus.documents.iter().zip(&corpus.mentions) {
                    let _ = document.original();
                    for mention in mentions {
                        prop_assert!(!mention.span.of(&document.text).is_empty());
                    }
                }
            }
        }
    }
}
