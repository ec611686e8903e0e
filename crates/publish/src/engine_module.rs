//! The engine's module: two files, each named after what is in it, so that no cache can pair an
//! old page with a new engine.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// What Trunk calls the module's parts.
const SCRIPT: &str = "dossier-worker.js";
const PROGRAM: &str = "dossier-worker_bg.wasm";

/// Renames the module's files and lets the script start itself in a worker. Gives the script's
/// name.
pub(crate) fn name_after_contents(stage: &Path) -> Result<String> {
    let program = read(&stage.join(PROGRAM))?;
    let program_name = format!("engine-{}.wasm", fingerprint(&program));
    let mut script = read(&stage.join(SCRIPT))?;
    script.extend_from_slice(start(&program_name).as_bytes());
    let script_name = format!("engine-{}.js", fingerprint(&script));
    write(&stage.join(&program_name), &program)?;
    write(&stage.join(&script_name), &script)?;
    for old in [SCRIPT, PROGRAM] {
        fs::remove_file(stage.join(old)).with_context(|| format!("{old} cannot be removed"))?;
    }
    Ok(script_name)
}

/// What follows the module's script. A page that loads it asks `dossierEngine` in place; a worker
/// starts by itself, and throws what keeps it from that outside of the promise, where the page
/// hears of it.
fn start(program: &str) -> String {
    format!(
        r#"
globalThis.dossierEngine = (() => {{
  const here = globalThis.document?.currentScript?.src ?? globalThis.location.href;
  const program = new URL("{program}", here);
  return {{
    start: () => wasm_bindgen({{ module_or_path: program }}),
    answer: (question) => wasm_bindgen.answer(question),
  }};
}})();
if (!globalThis.document) {{
  dossierEngine.start().catch((error) => setTimeout(() => {{ throw error; }}));
}}
"#
    )
}

/// The first 64 bits of the contents' SHA-256, in hexadecimal.
fn fingerprint(contents: &[u8]) -> String {
    Sha256::digest(contents)[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn write(path: &Path, contents: &[u8]) -> Result<()> {
    fs::write(path, contents).with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_contents() {
        assert_eq!(fingerprint(b"one"), fingerprint(b"one"));
        assert_ne!(fingerprint(b"one"), fingerprint(b"two"));
        assert_eq!(fingerprint(b"").len(), 16);
    }
}
