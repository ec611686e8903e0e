//! Finishes an edition after Trunk has built it: Trunk calls this as its post-build hook.
//!
//! What Trunk built is one page that a program fills. What is published is a page for the whole,
//! for each document and for what they mention most, each readable before any program runs; files
//! that are named and known by their contents; and what hosts, browsers without a network and
//! programs that list pages want beside them.

mod digest;
mod edition;
mod files;
mod hosts;
mod imports;
mod inset;
mod links;
mod lists;
mod meaning;
mod offline;
mod one_file;
mod originals;
mod pages;
mod policy;
mod preview;
mod script;
mod shell;
mod stage;
mod tag;
#[cfg(test)]
mod tests;
mod typeface;

use anyhow::Result;

use crate::edition::Edition;
use crate::files::Files;
use crate::links::Links;
use crate::one_file::Recogniser;
use crate::pages::Page;
use crate::shell::Shell;
use crate::stage::Stage;

fn main() -> Result<()> {
    let stage = Stage::of_trunk()?;
    publish(&stage, Edition::baked()?, Recogniser::asked_for())?;
    if stage.is_released() {
        hosts::compress(&stage)?;
    }
    Ok(())
}

/// Makes what Trunk built the edition that is published.
fn publish(stage: &Stage, edition: Edition, in_one_file: Recogniser) -> Result<()> {
    let built = stage.read_text("index.html")?;
    let files = Files::name(stage, &built, edition.beside)?;
    let shell = Shell::of(&built)?;
    let base = edition.about.base.as_deref();
    let root = |file: &str| pages::way_to_root(file, base);
    let pages = pages::all(&edition, |file| Links::Pages(root(file)))?;
    for page in &pages {
        let html = shell.page(&edition, &files, page, &root(&page.file));
        stage.write(&page.file, html)?;
    }
    draw_previews(stage, &edition, &pages)?;
    inset::write(stage, &edition, &pages)?;
    for (name, list) in lists::lists(&edition, &pages) {
        stage.write(name, list)?;
    }
    originals::write(stage, &edition)?;
    offline::write(stage, &edition, &files, &pages)?;
    one_file::write(stage, &edition, &files, &shell, in_one_file)?;
    match shell.policy() {
        Some(policy) => hosts::write_settings(stage, &policy),
        None => Ok(()),
    }
}

/// A picture for each page that people send to each other.
fn draw_previews(stage: &Stage, edition: &Edition, pages: &[Page]) -> Result<()> {
    let face = typeface::shipped()?;
    let dossier = &edition.contents.title;
    for page in pages.iter().filter(|page| page.sort.has_preview()) {
        let picture = preview::draw(&face, &page.title, &page.kicker, dossier)?;
        let folder = page.file.trim_end_matches("index.html");
        stage.write(&format!("{folder}preview.png"), picture)?;
    }
    Ok(())
}
