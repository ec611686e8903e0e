//! Prints the fingerprint of what is recognised in each file, to compare with WebAssembly:
//! `dossier-fingerprints MODEL FILE…`.

use std::error::Error;
use std::fs;
use std::path::Path;

use dossier_recogniser::Recogniser;

#[allow(clippy::print_stdout, reason = "a program on the command line")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = std::env::args().skip(1);
    let model = paths
        .next()
        .ok_or("dossier-fingerprints MODEL FILE… expected")?;
    let recogniser = Recogniser::new(&fs::read(model)?)?;
    for path in paths {
        let name = Path::new(&path).file_name().unwrap_or_default();
        let print = recogniser.fingerprint(&name.to_string_lossy(), &fs::read(&path)?)?;
        println!("{print} {path}");
    }
    Ok(())
}
