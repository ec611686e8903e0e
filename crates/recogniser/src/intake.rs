//! The module as a program, for Trunk, which builds programs alone.

use dossier_recogniser as _;

fn main() {}
