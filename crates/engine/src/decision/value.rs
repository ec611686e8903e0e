//! What stands in a text of decisions, before it is known what it says.

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// First byte in the text.
    pub byte: usize,
    /// The value.
    pub value: Value,
}

/// A value, as far as decisions use them.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text, or a date, which is read as one.
    Text(String),
    /// A whole number.
    Number(u32),
    /// Values one after the other.
    List(Vec<Placed>),
    /// Values by their keys, each key with its first byte.
    Table(Vec<(usize, String, Placed)>),
    /// Something no decision uses.
    Other,
}
