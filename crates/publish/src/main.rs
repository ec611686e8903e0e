//! Finishes an edition after Trunk has built it: Trunk calls this as its post-build hook.
//!
//! The engine's module gets a name that changes with its contents, and the page gets the
//! dossier's title and description, so that it says what it is before any script runs.

mod engine_module;
mod page;

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result};
use dossier_engine::corpus::unpack;

/// Where Trunk tells its hooks that the edition is being put together.
const STAGE: &str = "TRUNK_STAGING_DIR";

fn main() -> Result<()> {
    let stage = env::var_os(STAGE)
        .map(PathBuf::from)
        .with_context(|| format!("{STAGE} is not set: this program is run by `trunk build`"))?;
    let about = unpack(dossier_corpus::IMAGE)
        .context("the baked corpus cannot be read: build once more")?
        .about;
    let module = engine_module::name_after_contents(&stage)?;
    let index = stage.join("index.html");
    let html = fs::read_to_string(&index)
        .with_context(|| format!("{} cannot be read", index.display()))?;
    let html = page::name(&html, &about, &module)?;
    fs::write(&index, html).with_context(|| format!("{} cannot be written", index.display()))
}
