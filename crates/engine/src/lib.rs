//! Everything Dossier knows about text: from a file's characters to the answers a page shows.
//!
//! Pure: no browser, no file, no clock, no thread, no randomness. The modules below are in the
//! order a document passes through them.

pub mod text;

pub mod complaint;

pub mod moment;

pub mod document;

pub mod mention;

pub mod entity;

pub mod statement;

pub mod decision;

pub mod corpus;

pub mod passage;

pub mod address;

pub mod index;

pub mod query;

pub mod search;

pub mod segment;

pub mod ask;

#[cfg(test)]
mod drawn;
