//! What was typed into the search box: words that must all be there, phrases in quotation marks,
//! and what must not be there.

mod parse;
#[cfg(test)]
mod tests;

pub use parse::LONGEST_QUERY;

/// A query. All of what is asked must be there, and nothing of what is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What must be there.
    pub asked: Vec<Phrase>,
    /// What must not.
    pub refused: Vec<Phrase>,
}

/// Words that stand one after another, folded; one word more often than not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// At least one.
    pub words: Vec<String>,
    /// How far the last word must agree.
    pub end: End,
}

/// How far a word must agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// To its end.
    Whole,
    /// As far as it goes: it may be the start of a longer word.
    Open,
}
