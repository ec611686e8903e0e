//! Checks that need a browser: component tests and journeys.

use std::process::Command;

use anyhow::Result;

use super::Verdict;
use crate::edition::{Edition, Finish};
use crate::project::Project;
use crate::{shell, terminal, tools};

/// The component tests of `tests/`, each in a page of its own in headless Chromium.
pub(super) fn components(project: &Project) -> Result<Verdict> {
    if !project.root().join("tests").is_dir() {
        return Ok(Verdict::Skipped("there are no component tests yet".into()));
    }
    let runner = tools::component_test_runner(project)?;
    let browsers = tools::browsers()?;
    shell::run(
        shell::cargo()
            .current_dir(project.root())
            .args([
                "test",
                "--locked",
                "--target",
                "wasm32-unknown-unknown",
                "--package",
                "dossier",
                "--test",
                "*",
            ])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("CHROMEDRIVER", browsers.chromedriver),
    )?;
    Ok(Verdict::Passed)
}

/// The journeys of `e2e/`, on the edition in `dist/`, in both browsers.
pub(super) fn journeys(project: &Project) -> Result<()> {
    tools::npm_packages(project)?;
    shell::run(&mut travel(project)?)
}

/// The edition below a path of nginx and of Apache, in both browsers.
pub(super) fn hosts(project: &Project) -> Result<Verdict> {
    tools::npm_packages(project)?;
    let Ok(hosts) = tools::hosts() else {
        return Ok(Verdict::Skipped(
            "nginx and Apache are not here and may not be installed".into(),
        ));
    };
    let mut journeys = travel(project)?;
    journeys.arg("hosts");
    journeys
        .env("NGINX", hosts.nginx)
        .env("APACHE", hosts.apache);
    shell::run(&mut journeys).map(|()| Verdict::Passed)
}

/// Documents that are out to harm, and one that is very long, as editions of their own, in both
/// browsers.
pub(super) fn hostile_documents(project: &Project) -> Result<()> {
    tools::npm_packages(project)?;
    let folder = project.root().join("target/hostile");
    let [hostile, long] = ["seeds", "long-seeds"].map(|name| folder.join(name));
    shell::run(
        Command::new("node")
            .current_dir(project.e2e())
            .arg("trust/write-seeds.mjs")
            .args([&hostile, &long]),
    )?;
    if project.shared("data/hostile").is_none() {
        terminal::note("only our own payloads: ../shared/data/hostile is not there");
    }
    let [hostile_dist, long_dist] = ["dist", "long-dist"].map(|name| folder.join(name));
    for (seeds, dist) in [(hostile, &hostile_dist), (long, &long_dist)] {
        let edition = Edition {
            seeds: Some(seeds),
            dist: dist.clone(),
            finish: Finish::Checked,
            ..Edition::of(project)
        };
        edition.build(project)?;
    }
    let mut journeys = travel(project)?;
    journeys.arg("trust");
    journeys
        .env("HOSTILE_DIST", hostile_dist)
        .env("LONG_DIST", long_dist);
    shell::run(&mut journeys)
}

/// A corpus that is published beside the engine's module, in both browsers.
pub(super) fn large_corpus(project: &Project) -> Result<()> {
    tools::npm_packages(project)?;
    let folder = project.root().join("target/large");
    let seeds = folder.join("seeds");
    let mut node = Command::new("node");
    node.current_dir(project.e2e()).arg("large/write-seeds.mjs");
    shell::run(node.arg(&seeds))?;
    let edition = Edition {
        seeds: Some(seeds),
        dist: folder.join("dist"),
        finish: Finish::Checked,
        ..Edition::of(project)
    };
    edition.build(project)?;
    let mut journeys = travel(project)?;
    journeys.arg("large");
    shell::run(journeys.env("LARGE_DIST", &edition.dist))
}

/// The runner of journeys, told where the browsers are.
fn travel(project: &Project) -> Result<Command> {
    let browsers = tools::browsers()?;
    let mut command = Command::new("node");
    command
        .current_dir(project.e2e())
        .arg("harness/journeys.mjs")
        .env("CHROMIUM", browsers.chromium)
        .env("FIREFOX", browsers.firefox);
    Ok(command)
}
