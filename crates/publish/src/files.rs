//! The files of the build: each named after what is in it, so that no cache can pair an old page
//! with a new program, and each known by its hash, so that nothing damaged ever runs.

use anyhow::{Context, Result};

use crate::digest::{fingerprint, integrity};
use crate::stage::Stage;
use crate::tag::tags;

/// What Trunk calls the parts of the app, before their hash.
const APP: &str = "dossier-app-";
/// What Trunk calls the parts of the engine's module.
const ENGINE: (&str, &str) = ("dossier-worker.js", "dossier-worker_bg.wasm");
/// What follows the engine's script.
const ENGINE_START: &str = include_str!("engine_start.js");

/// A file of the edition.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct File {
    /// Its name, from the edition's root.
    pub(crate) name: String,
    /// Its hash.
    pub(crate) integrity: String,
}

/// What a page needs.
pub(crate) struct Files {
    /// The app's script.
    pub(crate) app: File,
    /// The app's program.
    pub(crate) program: File,
    /// The engine's script.
    pub(crate) engine: File,
    /// The engine's program.
    pub(crate) engine_program: File,
    /// The style sheet.
    pub(crate) style: File,
    /// The icon.
    pub(crate) icon: String,
}

impl Files {
    /// Names the files after their contents. `html` is the page that Trunk built.
    pub(crate) fn name(stage: &Stage, html: &str) -> Result<Self> {
        let (engine, engine_program) = engine(stage)?;
        let icon = tags(html, "link").find(|tag| tag.attribute("rel") == Some("icon"));
        let icon = icon.and_then(|tag| tag.attribute("href"));
        Ok(Self {
            app: of(stage, stage.file_named(APP, ".js")?)?,
            program: of(stage, stage.file_named(APP, "_bg.wasm")?)?,
            engine,
            engine_program,
            style: style(stage, html)?,
            icon: file_name(icon.context("index.html has no icon")?).to_owned(),
        })
    }
}

fn of(stage: &Stage, name: String) -> Result<File> {
    let integrity = integrity(&stage.read(&name)?);
    Ok(File { name, integrity })
}

/// Writes a file under a name that says what is in it.
pub(crate) fn put(stage: &Stage, start: &str, end: &str, contents: &[u8]) -> Result<File> {
    let name = format!("{start}-{}{end}", fingerprint(contents));
    stage.write(&name, contents)?;
    let integrity = integrity(contents);
    Ok(File { name, integrity })
}

fn engine(stage: &Stage) -> Result<(File, File)> {
    let (script, program) = ENGINE;
    let named = put(stage, "engine", ".wasm", &stage.read(program)?)?;
    let mut contents = stage.read_text(script)?;
    let start = ENGINE_START.replace("PROGRAM", &named.name);
    contents.push_str(&start.replace("INTEGRITY", &named.integrity));
    let engine = put(stage, "engine", ".js", contents.as_bytes())?;
    stage.remove(script)?;
    stage.remove(program)?;
    Ok((engine, named))
}

/// All style sheets in one, in the order of the page: one request, and what repeats is said once.
fn style(stage: &Stage, html: &str) -> Result<File> {
    let mut style = String::new();
    for sheet in sheets(html) {
        style.push_str(&stage.read_text(sheet)?);
        style.push('\n');
        stage.remove(sheet)?;
    }
    put(stage, "style", ".css", style.as_bytes())
}

fn sheets(html: &str) -> impl Iterator<Item = &str> {
    let links = tags(html, "link").filter(|tag| tag.attribute("rel") == Some("stylesheet"));
    links.filter_map(|tag| tag.attribute("href")).map(file_name)
}

/// A file of the root, whatever address it is given under.
fn file_name(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_joined_in_the_order_of_the_page() {
        let html = "<link href=./b.css rel=stylesheet><link href=x.svg rel=icon>\
                    <link rel=\"stylesheet\" href=\"/sub/a.css\">";
        assert_eq!(sheets(html).collect::<Vec<_>>(), ["b.css", "a.css"]);
    }
}
