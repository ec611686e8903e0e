//! The baked corpus: seeds taken through the engine when the page is built.
