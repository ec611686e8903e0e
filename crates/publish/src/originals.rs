//! The files an edition was made of, as they were supplied: readers may compare.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};
use dossier_engine::ask::original;

use crate::edition::Edition;
use crate::stage::Stage;

/// Names the folder of seeds, relative to the project's root, where it is not `seeds/`.
const SEEDS: &str = "DOSSIER_SEEDS";

/// Copies every file that a document was made of; of what lies in an archive, the archive. Of a row
/// of a table its text is written, whose hash readers are told.
pub(crate) fn write(stage: &Stage, edition: &Edition) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = root.join(env::var_os(SEEDS).unwrap_or_else(|| "seeds".into()));
    let files = edition.made_of.iter();
    let mut files: Vec<PathBuf> = files
        .filter_map(|(file, _)| supplied(&folder, file))
        .collect();
    files.sort();
    files.dedup();
    for file in files {
        let name = file.to_string_lossy();
        let bytes = fs::read(folder.join(&file));
        let bytes = bytes.with_context(|| format!("{name} cannot be read"))?;
        stage.write(&original(&name), bytes)?;
    }
    for row in edition.rows() {
        stage.write(&original(&row.file), row.original().into_bytes())?;
    }
    Ok(())
}

/// The file in the folder that a document's name leads to; a row of a table leads to none.
fn supplied(folder: &Path, document: &str) -> Option<PathBuf> {
    let mut ways = Path::new(document).ancestors();
    let file = ways.find(|way| folder.join(way).is_file())?;
    Some(file.to_path_buf())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_leads_to_its_file() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let found = |document: &str| supplied(folder, document);
        assert_eq!(found("Cargo.toml"), Some("Cargo.toml".into()));
        assert_eq!(
            found("src/main.rs/inside/a.txt"),
            Some("src/main.rs".into())
        );
        assert_eq!(found("src/main-17.rs"), None);
    }
}
