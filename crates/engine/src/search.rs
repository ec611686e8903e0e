//! Search: which documents hold what is asked and pass the filter, where, and how well.

mod filter;
mod matching;
mod snippet;

pub use filter::{FacetSet, Sieve};
pub use matching::{Hit, Match, hits_in, matches};
pub use snippet::{Cut, MOST_SNIPPETS, best_cuts, opening_cut};
