//! A document's text: at hand, or packed until somebody looks at it.
//!
//! The texts of a large corpus are most of what it takes in memory, and few are read. They are
//! packed one by one, in LZ4's block format, with one dictionary for all of them, since a paragraph
//! alone repeats little (`docs/decisions/0020-packed-texts.md`).

mod block;
mod packer;

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::fmt;
use std::ops::{Deref, Range};
use std::rc::Rc;

use self::packer::Packer;
use crate::text::Span;

/// Bytes that packed texts may repeat: as far back as the format reaches.
const LONGEST_DICTIONARY: usize = 64 << 10;

/// Bytes that one text gives to the dictionary.
const SAMPLE: usize = 512;

/// A text, in UTF-8: a `str` to whoever looks at it. One that is packed is unpacked at the first
/// look, and stays at hand until [`Text::close`].
#[derive(Default)]
pub struct Text {
    packed: Option<Packed>,
    at_hand: OnceCell<Box<str>>,
}

/// Where a packed text is.
#[derive(Clone)]
struct Packed {
    store: Rc<Store>,
    /// Its place among the store's bytes.
    span: Span,
    /// Bytes of the text.
    length: u32,
}

impl Text {
    /// Bytes of it; it is not unpacked for that.
    pub fn len(&self) -> usize {
        match &self.packed {
            Some(packed) => packed.length as usize,
            None => self.at_hand.get().map_or(0, |text| text.len()),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The same as a `str`.
    pub fn as_str(&self) -> &str {
        self
    }

    /// The text for one look: if it is packed it is unpacked, and does not stay at hand.
    pub fn once(&self) -> Cow<'_, str> {
        match (&self.packed, self.at_hand.get()) {
            (Some(packed), None) => packed.unpack().into_string().into(),
            (_, at_hand) => Cow::Borrowed(at_hand.map_or("", |text| text)),
        }
    }

    /// The same; none if what is packed is no text of its length.
    pub(crate) fn checked(&self) -> Option<Cow<'_, str>> {
        match &self.packed {
            Some(packed) => packed.text().map(Cow::Owned),
            None => Some(self.once()),
        }
    }

    /// Packs it away, if it was packed before.
    pub(crate) fn close(&mut self) {
        if let Some(packed) = &self.packed
            && self.at_hand.take().is_some()
        {
            packed.store.note(|bytes| bytes - self.len());
        }
    }

    /// Where it is packed, if it is.
    pub(crate) fn store(&self) -> Option<&Rc<Store>> {
        self.packed.as_ref().map(|packed| &packed.store)
    }
}

impl Clone for Text {
    /// The copy of a packed text is packed.
    fn clone(&self) -> Self {
        let at_hand = match self.packed {
            Some(_) => OnceCell::new(),
            None => self.at_hand.clone(),
        };
        Self {
            packed: self.packed.clone(),
            at_hand,
        }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.packed {
            Some(packed) => self.at_hand.get_or_init(|| {
                packed.store.note(|bytes| bytes + packed.length as usize);
                packed.unpack()
            }),
            None => self.at_hand.get().map_or("", |text| text),
        }
    }
}

impl Packed {
    fn unpack(&self) -> Box<str> {
        // It was unpacked once before, when the corpus was opened.
        self.text().unwrap_or_default().into_boxed_str()
    }

    fn text(&self) -> Option<String> {
        let packed = self.store.bytes.get(self.span.range())?;
        let dictionary = self.store.bytes.get(self.store.dictionary.clone())?;
        let text = block::unpack(packed, self.length as usize, dictionary)?;
        String::from_utf8(text).ok()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self {
            packed: None,
            at_hand: OnceCell::from(text.into_boxed_str()),
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.once() == other.once()
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.once() == *other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        self.once() == other.as_str()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.once())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.once(), f)
    }
}

/// The packed texts of a corpus.
pub(crate) struct Store {
    bytes: Vec<u8>,
    /// Where among them what packed texts may repeat is.
    dictionary: Range<usize>,
    /// Bytes of text that were unpacked and are at hand.
    at_hand: Cell<usize>,
}

impl Store {
    /// Keeps bytes among which texts are packed, and the dictionary that these were packed with.
    pub(crate) fn new(bytes: Vec<u8>, dictionary: Range<usize>) -> Rc<Self> {
        Rc::new(Self {
            bytes,
            dictionary,
            at_hand: Cell::default(),
        })
    }

    /// The text of this length that is packed there: see [`Text::checked`].
    pub(crate) fn text(self: &Rc<Self>, span: Span, length: u32) -> Text {
        Text {
            packed: Some(Packed {
                store: Rc::clone(self),
                span,
                length,
            }),
            at_hand: OnceCell::new(),
        }
    }

    /// Bytes of text that were unpacked and not packed away again.
    pub(crate) fn at_hand(&self) -> usize {
        self.at_hand.get()
    }

    fn note(&self, change: impl Fn(usize) -> usize) {
        self.at_hand.set(change(self.at_hand.get()));
    }
}

/// Texts, packed: a dictionary of so many bytes, then one after another. With the bytes that each
/// takes.
pub(crate) fn pack<'t>(
    texts: impl Iterator<Item = &'t Text> + Clone,
) -> (Vec<u8>, usize, Vec<u32>) {
    let mut dictionary = dictionary(texts.clone());
    let (length, mut bytes) = (dictionary.len(), Vec::new());
    let packer = Packer::new(&dictionary);
    let taken = texts.map(|text| {
        let block = packer.pack(text.once().as_bytes());
        bytes.extend_from_slice(&block);
        block.len() as u32
    });
    let taken = taken.collect();
    dictionary.append(&mut bytes);
    (dictionary, length, taken)
}

/// The beginnings of texts all over the corpus.
fn dictionary<'t>(texts: impl Iterator<Item = &'t Text> + Clone) -> Vec<u8> {
    let step = texts.clone().count() / (LONGEST_DICTIONARY / SAMPLE) + 1;
    let mut bytes = Vec::with_capacity(LONGEST_DICTIONARY);
    for text in texts.step_by(step) {
        let text = text.once();
        bytes.extend_from_slice(&text.as_bytes()[..text.len().min(SAMPLE)]);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same texts, packed.
    fn packed(texts: &[String]) -> Vec<Text> {
        let texts: Vec<Text> = texts.iter().cloned().map(Text::from).collect();
        let (bytes, dictionary, taken) = pack(texts.iter());
        let store = Store::new(bytes, 0..dictionary);
        let mut start = dictionary;
        let text = |(text, taken): (&Text, u32)| {
            let span = Span::new(start, start + taken as usize);
            start += taken as usize;
            store.text(span, text.len() as u32)
        };
        texts.iter().zip(taken).map(text).collect()
    }

    #[test]
    fn a_text_is_at_hand_from_the_first_look_until_it_is_closed() {
        let mut text = packed(&["It rained.".to_owned()]).remove(0);
        let store = Rc::clone(text.store().unwrap());
        assert_eq!((text.once().as_ref(), text.len()), ("It rained.", 10));
        assert_eq!(store.at_hand(), 0);
        assert_eq!(text.as_str(), "It rained.");
        assert_eq!(store.at_hand(), 10);
        let mut copy = text.clone();
        copy.close();
        assert_eq!(store.at_hand(), 10, "the copy is packed");
        text.close();
        assert_eq!(store.at_hand(), 0);
        assert_eq!(text, "It rained.");
    }

    #[test]
    fn what_texts_have_in_common_is_packed_once() {
        let texts: Vec<String> = (0..999)
            .map(|n| format!("The report of the committee on rain, number {n}, was read and laid on the table."))
            .collect();
        let (bytes, _, _) = pack(
            texts
                .iter()
                .cloned()
                .map(Text::from)
                .collect::<Vec<_>>()
                .iter(),
        );
        assert!(bytes.len() < LONGEST_DICTIONARY + texts.concat().len() / 3);
    }

    #[test]
    fn a_text_that_never_was_packed_stays() {
        let mut text = Text::from("It rained.".to_owned());
        text.close();
        assert_eq!(text, "It rained.");
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(texts in prop::collection::vec("\\PC{0,300}|[ab ]{0,900}", 1..9)) {
            let unpacked: Vec<String> = packed(&texts).iter().map(|text| text.to_string()).collect();
            prop_assert_eq!(unpacked, texts);
        }

        #[test]
        fn no_bytes_bring_it_down(
            bytes in prop::collection::vec(any::<u8>(), 0..300),
            dictionary in 0usize..400,
            start in 0usize..300,
            length in 0u32..900,
        ) {
            let end = bytes.len().max(start);
            let text = Store::new(bytes, 0..dictionary).text(Span::new(start, end), length);
            let _ = text.checked();
        }
    }
}
