//! What a browser needs to keep the edition and to show it without a network: a web manifest, its
//! icons, and the service worker with the list of files and their hashes.

use anyhow::Result;
use serde_json::{Map, Value, json};

use crate::digest::{fingerprint, integrity};
use crate::edition::Edition;
use crate::files::{File, Files};
use crate::pages::{Page, Sort};
use crate::preview;
use crate::script::without_remarks;
use crate::stage::Stage;

/// The web manifest's name.
pub(crate) const MANIFEST: &str = "manifest.webmanifest";
/// The service worker's name.
const SERVICE_WORKER: &str = "service-worker.js";
/// The service worker, but for what belongs to the build.
const SCRIPT: &str = include_str!("../../../src/browser/service-worker.js");

/// Pixels of the icons.
const ICONS: [u32; 2] = [192, 512];
/// Bytes of pages that are kept; where there are more, the app shows the text without them.
const MOST_BYTES_OF_PAGES: usize = 2 << 20;

/// Writes them all. The pages are already there.
pub(crate) fn write(stage: &Stage, edition: &Edition, files: &Files, pages: &[Page]) -> Result<()> {
    let drawing = stage.read_text(&files.icon)?;
    for size in ICONS {
        stage.write(&icon_name(size), preview::png(&drawing, size)?)?;
    }
    stage.write(MANIFEST, manifest(edition, files).to_string())?;
    let kept = kept(stage, files, pages)?;
    stage.write(
        SERVICE_WORKER,
        service_worker(&kept, &known(&files.recogniser)),
    )
}

/// The name of an icon.
pub(crate) fn icon_name(size: u32) -> String {
    format!("icon-{size}.png")
}

/// As the W3C's Web Application Manifest has it.
fn manifest(edition: &Edition, files: &Files) -> Value {
    let icon =
        |src: &str, sizes: &str, sort: &str| json!({"src": src, "sizes": sizes, "type": sort});
    let mut icons = vec![icon(&files.icon, "any", "image/svg+xml")];
    for size in ICONS {
        icons.push(icon(
            &icon_name(size),
            &format!("{size}x{size}"),
            "image/png",
        ));
    }
    json!({
        "name": edition.contents.title,
        "description": edition.contents.description,
        "lang": edition.contents.language,
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#f6f4ee",
        "theme_color": "#f6f4ee",
        "icons": icons,
    })
}

/// What is kept: paths below the root, each with the hash of what is there.
fn kept(stage: &Stage, files: &Files, pages: &[Page]) -> Result<Map<String, Value>> {
    let mut kept = Map::new();
    let named = [
        &files.app,
        &files.program,
        &files.engine,
        &files.engine_program,
        &files.intake,
        &files.style,
    ];
    kept.extend(known(named.into_iter().chain(&files.corpus)));
    let fonts = files.fonts.iter().cloned();
    let icons = ICONS.into_iter().map(icon_name);
    for file in fonts
        .chain(icons)
        .chain([files.icon.clone(), MANIFEST.to_owned()])
    {
        let hash = integrity(&stage.read(&file)?);
        kept.insert(file, hash.into());
    }
    let mut bytes = 0;
    for page in pages.iter().filter(|page| page.sort != Sort::Missing) {
        let contents = stage.read(&page.file)?;
        bytes += contents.len();
        if page.sort == Sort::Front || bytes <= MOST_BYTES_OF_PAGES {
            kept.insert(page.address.clone(), integrity(&contents).into());
        }
    }
    Ok(kept)
}

/// Files with their hashes.
fn known<'a>(files: impl IntoIterator<Item = &'a File>) -> Map<String, Value> {
    let known = |file: &File| (file.name.clone(), file.integrity.as_str().into());
    files.into_iter().map(known).collect()
}

/// `later` is kept once a reader has asked for it.
fn service_worker(kept: &Map<String, Value>, later: &Map<String, Value>) -> String {
    let [files, later] = [kept, later].map(|files| Value::from(files.clone()).to_string());
    let build = fingerprint(format!("{files}{later}").as_bytes());
    format!(
        "const EDITION = {{ build: \"{build}\", files: {files}, later: {later} }};\n{}",
        without_remarks(SCRIPT)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(hash: &str) -> Map<String, Value> {
        let mut kept = Map::new();
        kept.insert(String::new(), hash.into());
        kept
    }

    #[test]
    fn a_build_is_named_after_all_that_is_in_it() {
        let [one, same, other] = ["sha256-a", "sha256-a", "sha256-b"]
            .map(|hash| service_worker(&kept(hash), &Map::new()));
        assert_eq!(one, same);
        let build = |script: &str| script.split('"').nth(1).map(str::to_owned);
        assert_ne!(build(&one), build(&other));
        assert!(one.contains("files: {\"\":\"sha256-a\"}"));
    }
}
