//! The training of the statistical recogniser, step by step: annotated sets are read, written as
//! people write, seen with the engine's eyes, learnt from; what was learnt is made small, written to
//! a file and measured.

pub mod labels;

pub mod sets;

pub mod sentence;

pub mod chance;

pub mod names;

pub mod chain;

pub mod learner;

pub mod draft;

pub mod shrink;

pub mod file;

pub mod score;

pub mod sure;

pub mod mistakes;

pub mod report;

pub mod clock;

pub mod hostile;
