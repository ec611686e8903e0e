//! The project's chores: `cargo xtask` prints the list.

fn main() {}
