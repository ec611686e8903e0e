//! The image: a corpus as bytes, to be embedded, saved and opened again.
//!
//! Eight bytes of name, two of version, eight of checksum of what follows, four of the length of the
//! texts (all little-endian); the texts, one after another; then what was read, recognised and
//! resolved, in postcard's format. Entities are in it, so that a page needs neither the rules nor the
//! word lists that found them (`docs/decisions/0008-resolved-image.md`). The texts of a large corpus
//! are packed, and stay so when it is opened (`docs/decisions/0020-packed-texts.md`).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{About, Corpus};
use crate::decision::Decision;
use crate::document::text::{self, Store, Text};
use crate::document::{Document, Facts};
use crate::entity::{Entity, EntityId, MentionId};
use crate::mention::Mention;
use crate::statement::Statement;
use crate::text::Span;

const NAME: &[u8; 8] = b"DOSSIER\n";
const VERSION: u16 = 5;
const SUMMED: usize = NAME.len() + 2 + 8;
const HEADER: usize = SUMMED + 4;

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

/// Bytes of text from which on texts are packed. What is less is small in the reader's memory, and
/// smaller on the way there when the host compresses it as a whole.
const PACKED_FROM: usize = 1 << 20;

/// What stands before the texts.
#[derive(Serialize)]
struct Content<'a> {
    about: &'a About,
    /// What is known of documents, each once: of many the same is known.
    facts: Vec<&'a Facts>,
    /// Each with the place of its facts.
    documents: Vec<(&'a Document, u32)>,
    mentions: &'a [Vec<Mention>],
    statements: &'a [Vec<Statement>],
    entities: &'a [Entity],
    decisions: &'a [Decision],
    packing: Packing,
    lengths: Vec<Length>,
}

/// Whether texts are packed.
#[derive(Serialize, Deserialize)]
enum Packing {
    Plain,
    /// After a dictionary of so many bytes.
    After(u32),
}

/// The length of a text.
#[derive(Serialize, Deserialize)]
struct Length {
    /// In bytes.
    text: u32,
    /// In the image.
    here: u32,
}

struct Opened {
    about: About,
    documents: Vec<Document>,
    mentions: Vec<Vec<Mention>>,
    statements: Vec<Vec<Statement>>,
    entities: Vec<Entity>,
    decisions: Vec<Decision>,
}

/// The corpus as bytes: the same corpus gives the same bytes everywhere.
pub fn pack(corpus: &Corpus) -> Vec<u8> {
    let bytes: usize = corpus.documents.iter().map(|d| d.text.len()).sum();
    let (texts, lengths, packing) = match bytes < PACKED_FROM {
        true => plain(&corpus.documents),
        false => packed(&corpus.documents),
    };
    let (facts, places) = facts_of(&corpus.documents);
    let content = Content {
        about: &corpus.about,
        facts,
        documents: corpus.documents.iter().zip(places).collect(),
        mentions: &corpus.mentions,
        statements: &corpus.statements,
        entities: &corpus.entities,
        decisions: &corpus.decisions,
        packing,
        lengths,
    };
    #[expect(
        clippy::expect_used,
        reason = "postcard refuses sequences of unknown length only, and there are none"
    )]
    let content = postcard::to_allocvec(&content).expect("every length is known");
    let length = (texts.len() as u32).to_le_bytes();
    let version = VERSION.to_le_bytes();
    let mut image = [&NAME[..], &version, &[0; 8], &length, &texts, &content].concat();
    let sum = checksum(&image[SUMMED..]);
    image[SUMMED - 8..SUMMED].copy_from_slice(&sum.to_le_bytes());
    image
}

/// All different facts, and for each document the place of its own among them.
fn facts_of(documents: &[Document]) -> (Vec<&Facts>, Vec<u32>) {
    let (mut facts, mut places): (Vec<&Facts>, Vec<u32>) = Default::default();
    let mut known: BTreeMap<&Facts, u32> = BTreeMap::new();
    for document in documents {
        let place = known.entry(&document.facts).or_insert_with(|| {
            facts.push(&document.facts);
            facts.len() as u32 - 1
        });
        places.push(*place);
    }
    (facts, places)
}

fn plain(documents: &[Document]) -> (Vec<u8>, Vec<Length>, Packing) {
    let texts: Vec<_> = documents
        .iter()
        .map(|document| document.text.once())
        .collect();
    let length = |text: &Cow<'_, str>| {
        let bytes = text.len() as u32;
        Length {
            text: bytes,
            here: bytes,
        }
    };
    let lengths = texts.iter().map(length).collect();
    (texts.concat().into_bytes(), lengths, Packing::Plain)
}

fn packed(documents: &[Document]) -> (Vec<u8>, Vec<Length>, Packing) {
    let (bytes, dictionary, taken) = text::pack(documents.iter().map(|document| &document.text));
    let lengths = documents.iter().zip(taken).map(|(document, here)| Length {
        text: document.text.len() as u32,
        here,
    });
    (bytes, lengths.collect(), Packing::After(dictionary as u32))
}

/// The corpus that [`pack`] made these bytes of. Whatever the bytes are, all that is returned
/// holds together: spans lie in their texts, on characters, and a mention belongs to one entity.
/// Of bytes that are handed over, the packed texts are kept in their place.
pub fn unpack<'i>(image: impl Into<Cow<'i, [u8]>>) -> Result<Corpus, ImageError> {
    let image = image.into();
    let rest = image.strip_prefix(NAME).ok_or(ImageError::NotAnImage)?;
    let (version, rest) = rest.split_first_chunk().ok_or(ImageError::NotAnImage)?;
    let version = u16::from_le_bytes(*version);
    if version != VERSION {
        return Err(ImageError::OtherVersion(version));
    }
    let (sum, rest) = rest.split_first_chunk().ok_or(ImageError::NotAnImage)?;
    if u64::from_le_bytes(*sum) != checksum(rest) {
        return Err(ImageError::Damaged);
    }
    opened(image).ok_or(ImageError::Damaged)
}

/// The corpus of an image whose checksum is right.
fn opened(image: Cow<'_, [u8]>) -> Option<Corpus> {
    let (texts, _) = image.get(SUMMED..)?.split_first_chunk()?;
    let end = HEADER.checked_add(u32::from_le_bytes(*texts) as usize)?;
    let (mut opened, packing, lengths) = Opened::read(image.get(end..)?)?;
    match packing {
        Packing::Plain => opened.take_texts(HEADER, lengths, |span, _| {
            let text = str::from_utf8(image.get(span.range())?).ok()?;
            Some(text.to_owned().into())
        })?,
        Packing::After(dictionary) => {
            let first = HEADER.checked_add(dictionary as usize)?;
            // Only what is read anew from time to time stays in memory.
            let mut texts = image.into_owned();
            texts.truncate(end);
            texts.shrink_to_fit();
            let store = Store::new(texts, HEADER..first);
            opened.take_texts(first, lengths, |span, length| {
                Some(store.text(span, length))
            })?;
        }
    }
    let entity_of = opened.entity_of()?;
    Some(Corpus {
        about: opened.about,
        documents: opened.documents,
        mentions: opened.mentions,
        statements: opened.statements,
        entities: opened.entities,
        entity_of,
        decisions: opened.decisions,
    })
}

/// A list, with no more room than it takes.
fn list<T: DeserializeOwned>(rest: &mut &[u8]) -> Option<Vec<T>> {
    let count: u32 = next(rest)?;
    // Whatever it is a list of, each takes a byte at least.
    let mut items = Vec::with_capacity(rest.len().min(count as usize));
    for _ in 0..count {
        items.push(next(rest)?);
    }
    Some(items)
}

/// Documents with their facts, which they share.
fn documents(rest: &mut &[u8]) -> Option<Vec<Document>> {
    let facts: Vec<Rc<Facts>> = list(rest)?.into_iter().map(Rc::new).collect();
    let count: u32 = next(rest)?;
    let mut documents = Vec::with_capacity(rest.len().min(count as usize));
    for _ in 0..count {
        let mut document: Document = next(rest)?;
        let place: u32 = next(rest)?;
        document.facts = Rc::clone(facts.get(place as usize)?);
        documents.push(document);
    }
    Some(documents)
}

fn next<T: DeserializeOwned>(rest: &mut &[u8]) -> Option<T> {
    let (item, after) = postcard::take_from_bytes(rest).ok()?;
    *rest = after;
    Some(item)
}

impl Opened {
    /// What stands after the texts, and how these are found. Read item by item: the lists that serde
    /// makes grow by doubling, and of a large corpus that is megabytes.
    fn read(mut content: &[u8]) -> Option<(Self, Packing, Vec<Length>)> {
        let rest = &mut content;
        let opened = Self {
            about: next(rest)?,
            documents: documents(rest)?,
            mentions: list(rest)?,
            statements: list(rest)?,
            entities: list(rest)?,
            decisions: list(rest)?,
        };
        let (packing, lengths) = (next(rest)?, list(rest)?);
        rest.is_empty().then_some((opened, packing, lengths))
    }

    /// Gives each document its text, which stands one after another from `start` on, and looks
    /// whether all that is placed in it fits.
    fn take_texts(
        &mut self,
        mut start: usize,
        lengths: Vec<Length>,
        text: impl Fn(Span, u32) -> Option<Text>,
    ) -> Option<()> {
        let count = self.documents.len();
        let lists = [self.mentions.len(), self.statements.len(), lengths.len()];
        if lists != [count; 3] {
            return None;
        }
        let found = self.mentions.iter().zip(&self.statements);
        let documents = self.documents.iter_mut().zip(found);
        for ((document, (mentions, statements)), length) in documents.zip(lengths) {
            let end = start.checked_add(length.here as usize)?;
            u32::try_from(end).ok()?;
            document.text = text(Span::new(start, end), length.text)?;
            if !fits(document, mentions, statements) {
                return None;
            }
            start = end;
        }
        super::repeated_slugs(&self.documents)
            .is_empty()
            .then_some(())
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

/// Whether the text is there, and all that is placed in it lies there.
fn fits(document: &Document, mentions: &[Mention], statements: &[Statement]) -> bool {
    let Some(text) = document.text.checked() else {
        return false;
    };
    let mentioned = mentions.iter().map(|mention| mention.span);
    in_order(&text, document.repairs.iter().map(|r| r.span))
        && in_order(&text, document.parts.iter().map(|p| p.span))
        && in_order(&text, mentioned.clone())
        && mentioned.into_iter().all(|span| !span.is_empty())
        && statements.is_sorted()
        && statements.iter().all(|said| {
            let has_source = said.source.is_none() || said.source_in(mentions).is_some();
            has_source && !said.content.of(&text).is_empty()
        })
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
}
