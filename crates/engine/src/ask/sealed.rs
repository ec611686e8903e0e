//! A value that stays packed until somebody looks at it.
//!
//! Of a long text a page draws little, and to unpack thousands of marks takes longer than to draw
//! the few that are seen.

use std::fmt;

use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value as postcard packs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sealed(Vec<u8>);

impl Sealed {
    /// Packs a value.
    pub(super) fn new(value: &impl Serialize) -> Self {
        Self(postcard::to_allocvec(value).unwrap_or_default())
    }

    /// The value, or what comes first in it; what is nobody's packing opens as the default.
    pub(super) fn open<T: DeserializeOwned + Default>(&self) -> T {
        let opened = postcard::take_from_bytes(&self.0);
        opened.map_or_else(|_| T::default(), |(value, _)| value)
    }
}

impl Serialize for Sealed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Sealed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Bytes)
    }
}

/// Takes bytes in one piece, where a list would take them one by one.
struct Bytes;

impl Visitor<'_> for Bytes {
    type Value = Sealed;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Sealed, E> {
        Ok(Sealed(bytes.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_is_found_again_after_a_journey() {
        let sealed = Sealed::new(&["ada", "bob"]);
        let sent = postcard::to_allocvec(&sealed).unwrap();
        let came: Sealed = postcard::from_bytes(&sent).unwrap();
        assert_eq!(came, sealed);
        assert_eq!(came.open::<[String; 2]>(), ["ada", "bob"]);
    }

    #[test]
    fn what_nobody_sealed_opens_as_nothing() {
        assert_eq!(Sealed(vec![0xff; 9]).open::<String>(), "");
    }
}
