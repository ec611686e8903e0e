//! `measure`: how well and how fast names are recognised, beside other recognisers; writes the tables
//! of `docs/recognition.md`.

mod peers;
mod tables;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::project::Project;
use crate::{measured, recogniser, shell, terminal, tools};
use peers::Peer;

/// The development sets: nothing of them is trained on. The name of a file, and the share of it.
const SETS: [(&str, &str); 4] = [
    ("crossner_politics_dev", "0-1"),
    ("wnut17_dev", "0-1"),
    ("ewt_dev", "0-1"),
    ("gmb", "0.9-1"),
];

/// Where the tables are.
const DOCUMENT: &str = "docs/recognition.md";

/// The chore: measures everything that can be measured here.
pub(crate) fn run(project: &Project, mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let data = project
        .shared("data")
        .context("the development sets are not there: ../shared/data")?;
    let bench = Bench {
        project,
        program: recogniser::program(project, "dossier-train", "dossier-measure")?,
        annotator: recogniser::program(project, "dossier-cli", "dossier")?,
        module: recogniser::module(project)?,
        folder: project.root().join("target/measure"),
        sets: SETS
            .map(|(name, share)| format!("{}/ner/{name}.conll@{share}", data.display()))
            .to_vec(),
    };
    bench.write_sheets(&data)?;
    let peers = bench.ask_peers();
    let mut found = bench.quality()?;
    found += &bench.speed_and_size(&peers)?;
    found += &bench.seeds()?;
    found += &bench.hostile()?;
    measured::fill(&project.root().join(DOCUMENT), &found)?;
    terminal::say(&format!("the tables of {DOCUMENT} are written"));
    Ok(())
}

/// What is measured with, and on what.
struct Bench<'p> {
    project: &'p Project,
    /// `dossier-measure`.
    program: PathBuf,
    /// `dossier`.
    annotator: PathBuf,
    /// The folder of the module for browsers.
    module: PathBuf,
    /// Sheets, speeches, and what peers found.
    folder: PathBuf,
    sets: Vec<String>,
}

impl Bench<'_> {
    fn write_sheets(&self, data: &Path) -> Result<()> {
        shell::run(
            Command::new(&self.program)
                .arg("sheets")
                .arg(&self.folder)
                .arg(data.join("text/sotu.jsonl"))
                .args(&self.sets),
        )
    }

    fn findings(&self) -> PathBuf {
        self.folder.join("findings")
    }

    /// Lets the other recognisers read the sheets. One that cannot be installed is left out, with a
    /// word.
    fn ask_peers(&self) -> Vec<(&'static Peer, Result<f64>)> {
        let ask = |peer: &'static Peer| {
            let speed = peer.ask(self.project, &self.folder);
            if let Err(error) = &speed {
                terminal::note(&format!("{} is left out: {error:#}", peer.name));
                // What it found another time would be shown as if it were of today.
                let _ = std::fs::remove_dir_all(self.findings().join(peer.name));
            }
            (peer, speed)
        };
        peers::ALL.iter().map(ask).collect()
    }

    fn quality(&self) -> Result<String> {
        let findings = self.findings();
        std::fs::create_dir_all(&findings)?;
        shell::read(
            Command::new(&self.program)
                .current_dir(self.project.root())
                .args(["tables", recogniser::MODEL])
                .arg(findings)
                .args(&self.sets),
        )
    }

    fn speed_and_size(&self, peers: &[(&'static Peer, Result<f64>)]) -> Result<String> {
        let root = self.project.root();
        tools::npm_packages(self.project)?;
        let speeches = self.folder.join("speeches");
        let native = shell::read(
            Command::new(&self.program)
                .current_dir(root)
                .args(["speed", recogniser::MODEL])
                .arg(&speeches),
        )?;
        let browser = shell::read(
            Command::new("node")
                .current_dir(root)
                .arg("crates/recogniser/node/speed.mjs")
                .args([&self.module, &root.join(recogniser::MODEL), &speeches])
                .env("CHROMIUM", tools::browsers()?.chromium),
        )?;
        let (speed, memory) = browser.split_once(' ').context("no speed in Chromium")?;
        let weights = self.weights()?;
        Ok(tables::speed(&native, speed, memory, &weights, peers))
    }

    /// Kilobytes after brotli of the model, the module, and the lists that are in the module.
    fn weights(&self) -> Result<[f64; 3]> {
        let root = self.project.root();
        let lists = self.folder.join("lists");
        std::fs::write(
            &lists,
            all_lists(&root.join("crates/engine/src/mention/lists"))?,
        )?;
        let weights = shell::read(
            Command::new("node")
                .current_dir(root)
                .args(["crates/recogniser/node/weight.mjs", recogniser::MODEL])
                .arg(self.module.join("dossier_recogniser_bg.wasm"))
                .arg(lists),
        )?;
        let kilobytes: Vec<f64> = weights
            .lines()
            .map(|line| line.parse::<f64>().map(|bytes| bytes / 1e3))
            .collect::<Result<_, _>>()?;
        kilobytes
            .try_into()
            .ok()
            .context("a weight for each of three files expected")
    }

    /// Texts that are out to make recognition slow.
    fn hostile(&self) -> Result<String> {
        shell::read(
            Command::new(&self.program)
                .current_dir(self.project.root())
                .args(["hostile", recogniser::MODEL]),
        )
    }

    /// The seeds against what people found there.
    fn seeds(&self) -> Result<String> {
        let Some(gold) = self.project.shared("gold") else {
            terminal::note("the seeds are not measured: ../shared/gold is not there");
            return Ok(String::new());
        };
        let found = shell::read(
            Command::new(&self.annotator)
                .arg("annotate")
                .args(self.project.seeds()?),
        )?;
        ensure!(!found.is_empty(), "nothing was found in the seeds");
        let predictions = self.folder.join("seeds.json");
        std::fs::write(&predictions, found)?;
        let scores = shell::read(
            Command::new("python3")
                .arg(gold.join("score.py"))
                .arg(gold.join("seeds-gold.json"))
                .arg(predictions),
        )?;
        Ok(tables::seeds(&scores))
    }
}

fn all_lists(folder: &Path) -> Result<Vec<u8>> {
    let mut files = std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.sort();
    let mut all = Vec::new();
    for file in files {
        all.extend(std::fs::read(file)?);
    }
    Ok(all)
}
