//! Components that several features share and that know no feature.

mod glyph;
mod link;
mod names;
mod skeleton;
mod stepper;
mod years;

pub use glyph::{Glyph, Sign};
pub use link::Link;
pub use names::Names;
pub use skeleton::Skeleton;
pub use stepper::{Stepper, after, before};
pub use years::Years;
