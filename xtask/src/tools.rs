//! What the chores need besides Rust, in exact versions, and how each gets here.
//!
//! | tool | version | from |
//! |---|---|---|
//! | wasm32 target, clippy, rustfmt | `rust-toolchain.toml` | rustup |
//! | trunk, cargo-deny | below | crates.io |
//! | wasm-bindgen-cli | that of the crate in `Cargo.lock` | crates.io |
//! | wasm-opt, puppeteer-core, axe-core | `package-lock.json` | npm |
//! | Node, Chromium, Firefox, nginx, Apache | any recent | Debian, where missing |
//!
//! A tool that is there in its version is never installed again, so asking twice is cheap.

mod browsers;
mod cargo_tool;
mod debian;
mod hosts;
mod node;
mod program;
mod rust;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
pub(crate) use browsers::Browsers;
use cargo_tool::CargoTool;
pub(crate) use hosts::Hosts;

const TRUNK: &str = "0.22.1";
const CARGO_DENY: &str = "0.20.2";

/// What builds the page: trunk, and what trunk looks for on its path.
pub(crate) struct PageTools {
    trunk: PathBuf,
    path: OsString,
}

impl PageTools {
    /// A call of trunk that finds the project's own wasm-bindgen and wasm-opt before any other.
    pub(crate) fn trunk(&self, project: &Project) -> Command {
        let mut command = Command::new(&self.trunk);
        command.current_dir(project.root()).env("PATH", &self.path);
        command
    }
}

/// Installs what the page is built with, as far as it is missing.
pub(crate) fn for_the_page(project: &Project) -> Result<PageTools> {
    rust::ensure_wasm_target(project)?;
    let wasm_bindgen = wasm_bindgen(project)?.ensure()?;
    let trunk = CargoTool {
        package: "trunk",
        binary: "trunk",
        version: TRUNK.into(),
    }
    .ensure()?;
    let scripts = node::ensure_packages(project)?;
    Ok(PageTools {
        trunk,
        path: path_starting_with([parent(&wasm_bindgen), &scripts])?,
    })
}

/// Installs the runner of component tests and says where it is. It ships with wasm-bindgen-cli.
pub(crate) fn component_test_runner(project: &Project) -> Result<PathBuf> {
    rust::ensure_wasm_target(project)?;
    let runner = CargoTool {
        binary: "wasm-bindgen-test-runner",
        ..wasm_bindgen(project)?
    };
    runner.ensure()
}

/// Installs what binds modules to JavaScript and says where it is.
pub(crate) fn wasm_bindgen_program(project: &Project) -> Result<PathBuf> {
    wasm_bindgen(project)?.ensure()
}

/// Installs cargo-deny and says where it is.
pub(crate) fn cargo_deny() -> Result<PathBuf> {
    CargoTool {
        package: "cargo-deny",
        binary: "cargo-deny",
        version: CARGO_DENY.into(),
    }
    .ensure()
}

/// Makes sure the wasm target is there, for checks that build nothing.
pub(crate) fn wasm_target(project: &Project) -> Result<()> {
    rust::ensure_wasm_target(project)
}

/// Installs the npm packages, and Node itself where it is missing and may be installed.
pub(crate) fn npm_packages(project: &Project) -> Result<()> {
    node::ensure_packages(project).map(drop)
}

/// Finds both browsers, or installs them where that is allowed.
pub(crate) fn browsers() -> Result<Browsers> {
    Browsers::ensure()
}

/// Finds both web servers, or installs them where that is allowed.
pub(crate) fn hosts() -> Result<Hosts> {
    Hosts::ensure()
}

/// The command-line half must be of the very version the crate is: they speak a private format.
fn wasm_bindgen(project: &Project) -> Result<CargoTool> {
    let version = rust::locked_version(project, "wasm-bindgen")?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version,
    })
}

fn parent(file: &Path) -> &Path {
    file.parent().unwrap_or(file)
}

fn path_starting_with<'a>(folders: impl IntoIterator<Item = &'a Path>) -> Result<OsString> {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let folders = folders.into_iter().map(Path::to_path_buf);
    std::env::join_paths(folders.chain(std::env::split_paths(&inherited)))
        .context("a folder on PATH has a name that PATH cannot hold")
}
