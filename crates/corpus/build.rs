//! Bakes the seeds: the folder named by `DOSSIER_SEEDS`, or else `seeds/` in the project's root.

mod bake;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Names another folder of seeds; relative to the project's root.
const SEEDS: &str = "DOSSIER_SEEDS";

/// Bytes of an image that is put into the engine's module. A larger one is a file beside it.
const MOST_HELD: usize = 1 << 20;

fn main() -> io::Result<()> {
    let seeds = env::var_os(SEEDS).unwrap_or_else(|| "seeds".into());
    let folder = plain(
        &Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .join(seeds),
    );
    println!("cargo::rerun-if-env-changed={SEEDS}");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=bake.rs");
    println!("cargo::rerun-if-changed={}", folder.display());
    let image = match bake::bake(&folder) {
        Ok(baked) => {
            for remark in baked.remarks {
                println!("cargo::warning={remark}");
            }
            baked.image
        }
        Err(messages) => {
            for message in messages {
                println!("cargo::error={message}");
            }
            Vec::new()
        }
    };
    let out = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    let held = match image.len() <= MOST_HELD {
        true => &image[..],
        false => &[],
    };
    fs::write(out.join("held.image"), held)?;
    fs::write(out.join("corpus.image"), image)
}

/// The same folder without detours, where it exists.
fn plain(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf())
}
