//! The two web servers that the edition is served from to see that it works there.

use std::path::PathBuf;

use anyhow::Result;

use super::program::{Program, ensure_all};

/// Where nginx and Apache are.
pub(crate) struct Hosts {
    pub(crate) nginx: PathBuf,
    pub(crate) apache: PathBuf,
}

const NGINX: Program = Program {
    variable: "NGINX",
    names: &["nginx", "/usr/sbin/nginx"],
    package: "nginx-light",
};
const APACHE: Program = Program {
    variable: "APACHE",
    names: &["apache2", "/usr/sbin/apache2"],
    package: "apache2-bin",
};

impl Hosts {
    pub(super) fn ensure() -> Result<Self> {
        ensure_all(&[&NGINX, &APACHE], "web servers for the tests are missing")?;
        Ok(Self {
            nginx: NGINX.found()?,
            apache: APACHE.found()?,
        })
    }
}
