//! Checks of the code itself: formatting, lints, documentation, native tests.

use anyhow::Result;

use crate::project::Project;
use crate::{shell, tools};

/// What runs in the browser, and so is compiled for wasm32 too.
const IN_THE_BROWSER: [&str; 4] = ["--package", "dossier", "--package", "dossier-engine"];

pub(super) fn formatted(project: &Project) -> Result<()> {
    shell::run(
        shell::cargo()
            .current_dir(project.root())
            .args(["fmt", "--all", "--check"]),
    )
}

pub(super) fn no_warnings_here(project: &Project) -> Result<()> {
    shell::run(shell::cargo().current_dir(project.root()).args([
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

pub(super) fn no_warnings_in_wasm(project: &Project) -> Result<()> {
    tools::wasm_target(project)?;
    shell::run(
        shell::cargo()
            .current_dir(project.root())
            .args(["clippy", "--locked", "--target", "wasm32-unknown-unknown"])
            .args(IN_THE_BROWSER)
            .args(["--", "-D", "warnings"]),
    )
}

pub(super) fn documented(project: &Project) -> Result<()> {
    shell::run(
        shell::cargo()
            .current_dir(project.root())
            .args([
                "doc",
                "--locked",
                "--workspace",
                "--no-deps",
                "--document-private-items",
            ])
            // Private items are documented too, so that links to them lead somewhere.
            .env(
                "RUSTDOCFLAGS",
                "-D warnings -A rustdoc::private-intra-doc-links",
            ),
    )
}

pub(super) fn native_tests(project: &Project) -> Result<()> {
    // The pictures of pages are set in the reading face, which comes from npm.
    tools::npm_packages(project)?;
    shell::run(
        shell::cargo()
            .current_dir(project.root())
            .args(["test", "--locked", "--workspace", "--quiet"])
            // A snapshot that differs is a failure here, never a new snapshot.
            .env("INSTA_UPDATE", "no"),
    )
}
