//! The two browsers the journeys run in.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::debian;

/// Where Chromium, its driver and Firefox are.
pub(crate) struct Browsers {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
    pub(crate) firefox: PathBuf,
}

/// A program under any of its names, and the Debian package that has it. The variable names one
/// that lies elsewhere.
struct Program {
    variable: &'static str,
    names: &'static [&'static str],
    package: &'static str,
}

const CHROMIUM: Program = Program {
    variable: "CHROMIUM",
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    package: "chromium",
};
const CHROMEDRIVER: Program = Program {
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
    package: "chromium-driver",
};
const FIREFOX: Program = Program {
    variable: "FIREFOX",
    names: &[
        "firefox-esr",
        "firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
    ],
    package: "firefox-esr",
};

impl Browsers {
    pub(super) fn ensure() -> Result<Self> {
        let missing = [CHROMIUM, CHROMEDRIVER, FIREFOX]
            .iter()
            .filter(|program| program.find().is_none())
            .map(|program| program.package)
            .collect::<Vec<_>>();
        if !missing.is_empty() {
            debian::install(&missing, "browsers for the tests are missing")?;
        }
        Ok(Self {
            chromium: CHROMIUM.found()?,
            chromedriver: CHROMEDRIVER.found()?,
            firefox: FIREFOX.found()?,
        })
    }
}

impl Program {
    fn find(&self) -> Option<PathBuf> {
        let named = std::env::var_os(self.variable).map(PathBuf::from);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::env::split_paths(&path).collect::<Vec<_>>();
        // Joining an absolute name gives that name.
        let usual = self
            .names
            .iter()
            .flat_map(|name| folders.iter().map(move |f| f.join(name)));
        named
            .into_iter()
            .chain(usual)
            .find(|program| program.is_file())
    }

    fn found(&self) -> Result<PathBuf> {
        self.find().with_context(|| {
            format!(
                "{} was installed but is not on PATH; set {} to it",
                self.package, self.variable
            )
        })
    }
}
