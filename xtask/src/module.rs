//! Crates as WebAssembly modules of their own, beside those that Trunk builds for the page.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::project::Project;
use crate::{shell, tools};

/// A library crate and the JavaScript it is called from.
pub(crate) struct Module {
    /// The package; its module has the same name.
    pub(crate) package: &'static str,
    /// The profile of `Cargo.toml` it is compiled with.
    pub(crate) profile: &'static str,
    /// What wasm-bindgen writes: `web` for a JavaScript module, `no-modules` for a script.
    pub(crate) script: &'static str,
}

impl Module {
    /// Compiles it and says which folder it is in with its script.
    pub(crate) fn build(&self, project: &Project) -> Result<PathBuf> {
        let wasm_bindgen = tools::wasm_bindgen_program(project)?;
        tools::wasm_target(project)?;
        let mut cargo = shell::cargo();
        cargo.current_dir(project.root());
        cargo.args(["build", "--locked", "--quiet", "--lib"]);
        cargo.args(["--target", "wasm32-unknown-unknown"]);
        cargo.args(["--profile", self.profile, "--package", self.package]);
        shell::run(&mut cargo)?;
        let target = project.root().join("target");
        let file = self.package.replace('-', "_") + ".wasm";
        let built = target.join("wasm32-unknown-unknown").join(self.profile);
        let folder = target.join(format!("{}-module", self.package));
        let mut bind = Command::new(wasm_bindgen);
        bind.args(["--target", self.script, "--no-typescript", "--out-dir"]);
        shell::run(bind.arg(&folder).arg(built.join(file)))?;
        Ok(folder)
    }
}
