//! The baked corpus: seeds taken through the engine when the page is built.

/// The corpus as the engine's `corpus::pack` writes it, for `corpus::unpack` to open.
pub static IMAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.image"));

/// What the engine's module holds of it: all, or nothing of a large one, which is published beside
/// the module (`docs/decisions/0022-image-beside.md`).
pub static HELD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/held.image"));

/// The image, if it is published beside the engine's module.
pub fn beside() -> Option<&'static [u8]> {
    HELD.is_empty().then_some(IMAGE)
}
