//! Pieces that several features share. Most are plain functions: a component costs a reader two
//! kilobytes of program, and is worth them only where it keeps state or spares work.

mod choice;
mod element;
mod elsewhere;
mod glyph;
mod left_out;
mod more;
mod names;
mod skeleton;
mod stepper;
mod told;
mod ways;
mod years;

pub use choice::choice;
pub use element::{Inside, element, element_with, nothing, notices, text};
pub use elsewhere::{ELSEWHERE, elsewhere};
pub use glyph::{Sign, glyph};
pub use left_out::left_out;
pub use more::more;
pub use names::{named_count, names};
pub use skeleton::skeleton;
pub use stepper::{after, before, stepper};
pub use told::told;
pub use ways::{Button, Ways, button};
pub use years::years;
