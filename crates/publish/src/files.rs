//! The files of the build: each named after what is in it, so that no cache can pair an old page
//! with a new program, and each known by its hash, so that nothing damaged ever runs.

use anyhow::{Context, Result};

use crate::digest::{fingerprint, integrity};
use crate::imports::Imports;
use crate::stage::Stage;
use crate::tag::tags;

/// What the parts of the app are called, before their hash.
const APP: &str = "dossier-app";
/// What Trunk calls the parts of the engine's module.
const ENGINE: (&str, &str) = ("dossier-worker.js", "dossier-worker_bg.wasm");
/// What Trunk calls the parts of the recogniser's module.
const RECOGNISER: (&str, &str) = ("dossier-intake.js", "dossier-intake_bg.wasm");
/// What it knows.
const MODEL: &[u8] = include_bytes!("../../engine/model/english.tagger");
/// What follows the recogniser's script.
const RECOGNISER_START: &str = include_str!("recogniser_start.js");
/// What takes a reader's files in, on the page.
pub(crate) const INTAKE: &str = include_str!("../../../src/intake/intake.js");
/// What follows the engine's script.
const ENGINE_START: &str = include_str!("engine_start.js");

/// Bytes of the engine with its corpus, by far the most of a large edition, that a browser is told to
/// keep without the reader being asked.
const MOST_UNASKED: usize = 10 << 20;

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
    /// The corpus, if it is not in the engine's program.
    pub(crate) corpus: Option<File>,
    /// What only readers who open files of their own need: the recogniser's script, its program
    /// and its model.
    pub(crate) recogniser: [File; 3],
    /// What takes a reader's files in, on the page.
    pub(crate) intake: File,
    /// The style sheet.
    pub(crate) style: File,
    /// The files of type that it names, in the order of their names.
    pub(crate) fonts: Vec<String>,
    /// The icon.
    pub(crate) icon: String,
    /// Megabytes that a browser keeps of the edition, if so many that its reader is asked before.
    pub(crate) heavy: Option<usize>,
}

impl Files {
    /// Names the files after their contents. `html` is the page that Trunk built, `corpus` the image
    /// that is not in the engine's program.
    pub(crate) fn name(stage: &Stage, html: &str, corpus: Option<&[u8]>) -> Result<Self> {
        let (app, program) = app(stage)?;
        let corpus_bytes = corpus.map_or(0, <[u8]>::len);
        let corpus = corpus.map(|image| put(stage, "corpus", ".image", image));
        let corpus = corpus.transpose()?;
        let (engine, engine_program) = engine(stage, corpus.as_ref())?;
        let heavy = stage.read(&engine_program.name)?.len() + corpus_bytes;
        let heavy = (heavy > MOST_UNASKED).then(|| heavy.div_ceil(1 << 20));
        let icon = tags(html, "link").find(|tag| tag.attribute("rel") == Some("icon"));
        let icon = icon.and_then(|tag| tag.attribute("href"));
        Ok(Self {
            app,
            program,
            engine,
            engine_program,
            corpus,
            recogniser: recogniser(stage)?,
            intake: put(stage, "intake", ".js", INTAKE.as_bytes())?,
            style: style(stage, html)?,
            fonts: fonts(stage)?,
            icon: file_name(icon.context("index.html has no icon")?).to_owned(),
            heavy,
        })
    }
}

/// Writes a file under a name that says what is in it.
pub(crate) fn put(stage: &Stage, start: &str, end: &str, contents: &[u8]) -> Result<File> {
    let name = format!("{start}-{}{end}", fingerprint(contents));
    stage.write(&name, contents)?;
    let integrity = integrity(contents);
    Ok(File { name, integrity })
}

fn app(stage: &Stage) -> Result<(File, File)> {
    let script = stage.file_named(APP, ".js")?;
    let program = stage.file_named(APP, ".wasm")?;
    let (script, program) = taken(stage, &script, &program)?;
    Ok((
        put(stage, APP, ".js", &script)?,
        put(stage, APP, ".wasm", &program)?,
    ))
}

fn engine(stage: &Stage, corpus: Option<&File>) -> Result<(File, File)> {
    let (script, program) = ENGINE;
    let (mut script, program) = taken(stage, script, program)?;
    let program = put(stage, "engine", ".wasm", &program)?;
    let said = |file: &File| format!("[\"{}\", \"{}\"]", file.name, file.integrity);
    let start = ENGINE_START.replace("PROGRAM", &said(&program));
    let start = start.replace("CORPUS", &corpus.map_or("undefined".into(), said));
    script.extend_from_slice(start.as_bytes());
    Ok((put(stage, "engine", ".js", &script)?, program))
}

fn recogniser(stage: &Stage) -> Result<[File; 3]> {
    let (script, program) = RECOGNISER;
    let (mut script, contents) = taken(stage, script, program)?;
    let program = put(stage, "recogniser", ".wasm", &contents)?;
    let model = put(stage, "recogniser", ".tagger", MODEL)?;
    let start = RECOGNISER_START
        .replace("PROGRAM_INTEGRITY", &program.integrity)
        .replace("PROGRAM_BYTES", &contents.len().to_string())
        .replace("PROGRAM", &program.name)
        .replace("MODEL_INTEGRITY", &model.integrity)
        .replace("MODEL_BYTES", &MODEL.len().to_string())
        .replace("MODEL", &model.name);
    script.extend_from_slice(start.as_bytes());
    Ok([put(stage, "recogniser", ".js", &script)?, program, model])
}

/// What is in the script and the program of a module, ready to be put under names of their own.
fn taken(stage: &Stage, script: &str, program: &str) -> Result<(Vec<u8>, Vec<u8>)> {
    let contents = |file| {
        let contents = stage.read(file);
        contents.and_then(|contents| stage.remove(file).map(|()| contents))
    };
    let (mut script, mut program) = (contents(script)?, contents(program)?);
    let mut imports = Imports::default();
    imports.number(&mut program);
    imports.number(&mut script);
    Ok((script, program))
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

fn fonts(stage: &Stage) -> Result<Vec<String>> {
    let mut files = stage.files()?;
    files.retain(|file| file.ends_with(".woff2"));
    Ok(files)
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
