//! The image: a corpus as bytes, to be embedded, saved and opened again.
//!
//! Eight bytes of name, two of version, eight of checksum of what follows, four of the length of the
//! texts (all little-endian); the texts, one after another; then what was read, recognised and
//! resolved, in postcard's format. Entities are in it, so that a page needs neither the rules nor the
//! word lists that found them (`docs/decisions/0008-resolved-image.md`). The texts of a large corpus
//! are packed, and stay so when it is opened (`docs/decisions/0020-packed-texts.md`).

#[cfg(test)]
mod tests;

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
