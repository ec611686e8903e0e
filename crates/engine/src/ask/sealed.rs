//! A value that stays packed until somebody looks at it.
//!
//! Of a long text a page draws little, and to unpack thousands of marks takes longer than to draw
//! the few that are seen.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::bytes::Bytes;

/// A value as postcard packs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sealed(Bytes);

impl Sealed {
    /// Packs a value.
    pub(super) fn new(value: &impl Serialize) -> Self {
        Self(Bytes(postcard::to_allocvec(value).unwrap_or_default()))
    }

    /// The value, or what comes first in it; what is nobody's packing opens as the default.
    pub(super) fn open<T: DeserializeOwned + Default>(&self) -> T {
        let opened = postcard::take_from_bytes(&self.0.0);
        opened.map_or_else(|_| T::default(), |(value, _)| value)
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
        assert_eq!(Sealed(Bytes(vec![0xff; 9])).open::<String>(), "");
    }
}
