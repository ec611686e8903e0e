//! Text and the places in it: spans, tokens, sentences, first words; and how texts are compared.

mod alignment;
mod opening;
mod sentence;
mod span;
mod token;

pub mod fold;
pub(crate) mod number;

pub(crate) use alignment::{Alignment, Stretch};
pub use opening::opening;
pub use sentence::{sentence_ranges, sentences};
pub use span::Span;
pub use token::{Class, Gap, Shape, Token, is_apostrophe, tokens};
