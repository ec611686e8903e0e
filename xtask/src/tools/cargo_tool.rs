//! Programs that cargo installs.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::{shell, terminal};

/// One program of one package on crates.io, in one version.
pub(super) struct CargoTool {
    pub(super) package: &'static str,
    pub(super) binary: &'static str,
    pub(super) version: String,
}

/// Built to be ready soon rather than to run fast: link-time optimisation of a program that copies
/// files is time nobody gets back.
const QUICK_BUILD: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

impl CargoTool {
    /// The program in its version: found, or else installed.
    pub(super) fn ensure(&self) -> Result<PathBuf> {
        if let Some(found) = self.candidates().find(|binary| self.is_right(binary)) {
            return Ok(found);
        }
        self.install()
    }

    /// Every place the program may be in, cargo's own folder first.
    fn candidates(&self) -> impl Iterator<Item = PathBuf> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::env::split_paths(&path).collect::<Vec<_>>();
        [install_root().join("bin"), self.own_root().join("bin")]
            .into_iter()
            .chain(folders)
            .map(|folder| folder.join(self.file_name()))
            .filter(|binary| binary.is_file())
    }

    /// Asks the program itself, so that a damaged one counts as missing.
    fn is_right(&self, binary: &Path) -> bool {
        shell::read(Command::new(binary).arg("--version"))
            .is_ok_and(|answer| answer.split_whitespace().any(|word| word == self.version))
    }

    /// Installs into cargo's own folder, or beside it if another version lives there: that one
    /// belongs to some other project.
    fn install(&self) -> Result<PathBuf> {
        let usual = install_root();
        let taken = usual.join("bin").join(self.file_name());
        let root = if shell::succeeds(Command::new(&taken).arg("--version")) {
            self.own_root()
        } else {
            usual
        };
        terminal::note(&format!(
            "{} {} is missing: compiling it into {}, once, a few minutes",
            self.package,
            self.version,
            root.display()
        ));
        shell::run_with_retries(
            shell::cargo()
                .args(["install", "--locked", "--force", "--root"])
                .arg(&root)
                .arg(format!("{}@{}", self.package, self.version))
                .envs(QUICK_BUILD)
                .env_remove("CARGO_TARGET_DIR"),
        )?;
        let binary = root.join("bin").join(self.file_name());
        ensure!(
            self.is_right(&binary),
            "{} was installed but is not version {}",
            binary.display(),
            self.version
        );
        Ok(binary)
    }

    fn own_root(&self) -> PathBuf {
        cargo_home()
            .join("dossier-tools")
            .join(format!("{}-{}", self.package, self.version))
    }

    fn file_name(&self) -> String {
        format!("{}{}", self.binary, std::env::consts::EXE_SUFFIX)
    }
}

/// Where `cargo install` puts programs.
fn install_root() -> PathBuf {
    set("CARGO_INSTALL_ROOT").map_or_else(cargo_home, PathBuf::from)
}

/// Cargo's own folder. Cargo tells it to the programs it runs, this one too.
fn cargo_home() -> PathBuf {
    set("CARGO_HOME").map_or_else(
        || {
            PathBuf::from(
                set("HOME")
                    .or_else(|| set("USERPROFILE"))
                    .unwrap_or_default(),
            )
            .join(".cargo")
        },
        PathBuf::from,
    )
}

fn set(variable: &str) -> Option<OsString> {
    std::env::var_os(variable).filter(|value| !value.is_empty())
}
