//! What stands around every view: the bar on top, notices, help.

mod bar;
mod help;
mod notices;

pub use bar::{Bar, bar};
pub use help::{Help, HelpProps};
pub use notices::{engine_lost, notices, progress};
