//! Text and the places in it: spans, tokens, sentences.

mod sentence;
mod span;
mod token;

pub use sentence::{sentence_ranges, sentences};
pub use span::Span;
pub use token::{Class, Gap, Shape, Token, is_apostrophe, tokens};
