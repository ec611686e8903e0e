//! Until when a file may take. In a browser there is no such clock, and no need: there the whole
//! module works in a worker that a page can give up.

use std::time::Duration;
#[cfg(not(target_arch = "wasm32"))]
use std::time::Instant;

/// A time that nothing may take longer than.
#[derive(Clone, Copy)]
pub(super) struct Deadline {
    #[cfg(not(target_arch = "wasm32"))]
    at: Instant,
}

#[cfg(not(target_arch = "wasm32"))]
impl Deadline {
    /// So long from now.
    pub(super) fn after(patience: Duration) -> Self {
        let at = Instant::now() + patience;
        Self { at }
    }

    /// The sooner of this one and so long from now.
    pub(super) fn or_after(self, patience: Duration) -> Self {
        let at = self.at.min(Self::after(patience).at);
        Self { at }
    }

    pub(super) fn is_past(self) -> bool {
        Instant::now() > self.at
    }
}

#[cfg(target_arch = "wasm32")]
impl Deadline {
    pub(super) fn after(_: Duration) -> Self {
        Self {}
    }

    pub(super) fn or_after(self, _: Duration) -> Self {
        self
    }

    pub(super) fn is_past(self) -> bool {
        false
    }
}
