//! What no input may break. Everything is in `tests/any_input.rs`; a library is what Cargo asks for.
