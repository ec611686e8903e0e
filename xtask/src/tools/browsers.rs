//! The two browsers the journeys run in.

use std::path::PathBuf;

use anyhow::Result;

use super::program::{Program, ensure_all};

/// Where Chromium, its driver and Firefox are.
pub(crate) struct Browsers {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
    pub(crate) firefox: PathBuf,
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
        let all = [&CHROMIUM, &CHROMEDRIVER, &FIREFOX];
        ensure_all(&all, "browsers for the tests are missing")?;
        Ok(Self {
            chromium: CHROMIUM.found()?,
            chromedriver: CHROMEDRIVER.found()?,
            firefox: FIREFOX.found()?,
        })
    }
}
