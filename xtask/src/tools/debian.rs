//! Packages of Debian and its kin, installed only where the user may.

use std::process::Command;

use anyhow::{Result, bail};

use crate::{shell, terminal};

/// Installs packages, or says what to type where this user or system cannot.
pub(super) fn install(packages: &[&str], why: &str) -> Result<()> {
    let names = packages.join(" ");
    let Some(rights) = Rights::of_this_user() else {
        bail!(
            "{why}, and this user may not install packages here.\n\
             On Debian or Ubuntu: sudo apt-get install {names}\n\
             Elsewhere: install the same by the means of your system, then start again."
        );
    };
    terminal::note(&format!("{why}: installing {names}"));
    shell::run_with_retries(rights.apt_get().arg("update"))?;
    shell::run_with_retries(
        rights
            .apt_get()
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages),
    )
}

enum Rights {
    Root,
    Sudo,
}

impl Rights {
    fn of_this_user() -> Option<Self> {
        if !shell::succeeds(Command::new("apt-get").arg("--version")) {
            None
        } else if shell::read(Command::new("id").arg("-u")).is_ok_and(|id| id == "0") {
            Some(Self::Root)
        } else if shell::succeeds(Command::new("sudo").args(["--non-interactive", "true"])) {
            Some(Self::Sudo)
        } else {
            None
        }
    }

    fn apt_get(&self) -> Command {
        let mut command = match self {
            Self::Root => Command::new("apt-get"),
            Self::Sudo => {
                let mut sudo = Command::new("sudo");
                sudo.args(["--non-interactive", "apt-get"]);
                sudo
            }
        };
        command
            .arg("--quiet")
            .env("DEBIAN_FRONTEND", "noninteractive");
        command
    }
}
