//! The baked corpus: seeds taken through the engine when the page is built.

/// The corpus as the engine's `corpus::pack` writes it, for `corpus::unpack` to open.
pub static IMAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.image"));
