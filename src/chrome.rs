//! What stands around every view: the bar on top, notices, help.

mod bar;
mod help;
mod notices;

pub use bar::Bar;
pub use help::Help;
pub use notices::{EngineLost, Notices};
