//! The whole edition in one file, to be opened from a disk or sent by mail: it holds every part
//! and reaches nothing.

use anyhow::{Context, Result, ensure};
use maud::{Markup, PreEscaped, html};

use crate::digest::{base64, integrity};
use crate::edition::Edition;
use crate::files::{Files, INTAKE};
use crate::pages::book;
use crate::policy;
use crate::shell::Shell;
use crate::stage::Stage;

/// Its name.
pub(crate) const ONE_FILE: &str = "dossier.html";

/// What makes the start script look into the page itself.
const START: &str = include_str!("../../../src/browser/one-file.js");

/// Ends the page; what the file holds besides stands before it.
const END: &str = "</body>";

/// Where the build is told what the file holds, and what it says to have the recogniser in it.
const HOLDS: (&str, &str) = ("DOSSIER_ONE_FILE", "with-recogniser");

/// Whether readers of the file can open documents of their own: it weighs five megabytes, and most
/// never do.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Recogniser {
    LeftOut,
    Held,
}

impl Recogniser {
    /// As `cargo xtask build` was asked for.
    pub(crate) fn asked_for() -> Self {
        let (variable, held) = HOLDS;
        match std::env::var(variable) {
            Ok(asked) if asked == held => Self::Held,
            _ => Self::LeftOut,
        }
    }
}

/// Writes it.
pub(crate) fn write(
    stage: &Stage,
    edition: &Edition,
    files: &Files,
    shell: &Shell,
    recogniser: Recogniser,
) -> Result<()> {
    let style = with_fonts(stage, files)?;
    let engine = stage.read_text(&files.engine.name)?;
    let program = module(&stage.read_text(&files.app.name)?)?;
    for script in [&engine, &program, INTAKE] {
        let ends = script.to_lowercase().contains("</script");
        ensure!(!ends, "a script holds what would end it in a page");
    }
    let scripts =
        [shell.boot_script(), &engine, &program, INTAKE].map(|script| integrity(script.as_bytes()));
    let policy = policy::in_one_file(&scripts, &integrity(style.as_bytes()));
    let head = head(edition, shell, &policy, &style, &stage.read(&files.icon)?);
    let page = shell.around(&edition.contents.language, head, &book(edition)?);
    let held = html! {
        (colophon(edition))
        script #engine-program type="text/plain" { (data(stage, &files.engine_program.name)?) }
        @if let Some(corpus) = &files.corpus {
            script #corpus type="text/plain" { (data(stage, &corpus.name)?) }
        }
        script #app-program type="text/plain" { (data(stage, &files.program.name)?) }
        @if recogniser == Recogniser::Held { (recogniser_of(stage, files)?) }
        script { (PreEscaped(INTAKE)) }
        script #engine { (PreEscaped(&engine)) }
        script type="module" { (PreEscaped(&program)) }
    };
    let end = page.rfind(END).unwrap_or(page.len());
    let (page, rest) = page.split_at(end);
    stage.write(ONE_FILE, [page, &held.0, rest].concat())
}

fn head(edition: &Edition, shell: &Shell, policy: &str, style: &str, icon: &[u8]) -> Markup {
    let contents = &edition.contents;
    let icon = format!("data:image/svg+xml;base64,{}", base64(icon));
    html! {
        meta http-equiv="Content-Security-Policy" content=(policy);
        title { (contents.title) }
        meta name="description" content=(contents.description);
        meta name="dossier" data-root="./";
        (shell.boot())
        style { (PreEscaped(style)) }
        link rel="icon" href=(icon);
    }
}

/// The app's script and what starts it from the page's own bytes.
fn module(script: &str) -> Result<String> {
    let exports = script
        .rfind("export")
        .context("the app's script exports nothing")?;
    let start = script[exports..]
        .split(['{', ','])
        .find_map(|named| named.split_once(" as default"))
        .context("the app's script has no start")?;
    let start = start.0.trim();
    Ok(format!(
        "{START}\n{script}\nawait globalThis.dossierPage.unpacked;\n\
         {start}({{ module_or_path: bytes(\"app-program\") }});\n"
    ))
}

/// The style sheet with its typefaces in it.
fn with_fonts(stage: &Stage, files: &Files) -> Result<String> {
    let mut style = stage.read_text(&files.style.name)?;
    for font in &files.fonts {
        let address = format!("data:font/woff2;base64,{}", base64(&stage.read(font)?));
        style = style.replace(font.as_str(), &address);
    }
    Ok(style)
}

/// The recogniser: the script of its worker, its program, its model.
fn recogniser_of(stage: &Stage, files: &Files) -> Result<Markup> {
    let [script, program, model] = &files.recogniser;
    let script = stage.read_text(&script.name)?;
    let ends = script.to_lowercase().contains("</script");
    ensure!(
        !ends,
        "the recogniser's script holds what would end it in a page"
    );
    Ok(html! {
        script #recogniser type="text/plain" { (PreEscaped(script)) }
        script #recogniser-program type="text/plain" { (data(stage, &program.name)?) }
        script #recogniser-model type="text/plain" { (data(stage, &model.name)?) }
    })
}

/// A file in the letters that can stand in a page.
fn data(stage: &Stage, file: &str) -> Result<Markup> {
    Ok(PreEscaped(base64(&stage.read(file)?)))
}

/// What the file was made of, so that it can be checked.
fn colophon(edition: &Edition) -> Markup {
    html! {
        details.colophon {
            summary { "What this file holds" }
            p { "Each document it was made of, and the SHA-256 of its bytes." }
            dl {
                @for (file, sha256) in &edition.made_of {
                    dt { (file) }
                    dd { (sha256) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_apps_script_is_started_from_the_pages_bytes() {
        for script in [
            "let a;export{b,start as default};",
            "export { initSync, start as default };",
        ] {
            let module = module(script).unwrap();
            assert!(module.ends_with("start({ module_or_path: bytes(\"app-program\") });\n"));
        }
        assert!(module("let a;").is_err());
    }
}
