//! How well files are read, measured on data that lies beside the project. `cargo xtask test
//! reading` runs this; `cargo test` passes it over, since the data is no part of the project.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot be taken has failed; one that was taken is printed"
)]

mod conformance;
mod hostile;
mod repairs;
mod seeds;
mod speeches;

use std::path::PathBuf;

use dossier_engine::document::Document;
use serde_json::Value;

/// A file of the data: `../shared/NAME`, or where `DOSSIER_SHARED` says.
fn shared(name: &str) -> PathBuf {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let folder = std::env::var_os("DOSSIER_SHARED").unwrap_or_else(|| beside.into());
    PathBuf::from(folder).join(name)
}

fn json(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(shared(name)).unwrap()).unwrap()
}

/// The only document in a file.
fn read(file: &str, bytes: &[u8]) -> Document {
    let mut read = dossier_formats::read(file, bytes);
    assert_eq!(read.len(), 1, "{file} is one document");
    read.remove(0).unwrap()
}

/// A share as people write it.
fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
