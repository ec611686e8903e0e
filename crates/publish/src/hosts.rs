//! What hosts want beside the pages: their settings, and files that are compressed already
//! (`docs/hosting.md` says which host reads what).

use std::io::Write as _;

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};

use crate::inset;
use crate::one_file::ONE_FILE;
use crate::stage::Stage;

/// Ends of names of files that get smaller when they are compressed.
const COMPRESSIBLE: [&str; 10] = [
    ".css",
    ".html",
    ".image",
    ".js",
    ".json",
    ".svg",
    ".tagger",
    ".wasm",
    ".webmanifest",
    ".xml",
];

/// Bytes below which compressing is not worth a file.
const SMALLEST: usize = 512;

/// Writes the settings. `policy` is that of the pages.
pub(crate) fn write_settings(stage: &Stage, policy: &str) -> Result<()> {
    stage.write("_headers", headers(policy, &inset::policy()))?;
    stage.write("_redirects", "/*  /404.html  404\n")?;
    // Without it, GitHub Pages leaves out files whose names start with an underscore.
    stage.write(".nojekyll", "")
}

/// Pages say their policy themselves; here are also the parts that only a header can say: insets may
/// stand in anybody's frame, other pages in those of their own host.
fn headers(policy: &str, of_insets: &str) -> String {
    let pages: String = ["/", "/index.html", "/404.html", "/read/*", "/about/*"]
        .iter()
        .map(|path| {
            format!("{path}\n  Content-Security-Policy: {policy}; frame-ancestors 'self'\n")
        })
        .collect();
    let forever: String = [
        "/dossier-app-*",
        "/engine-*",
        "/corpus-*",
        "/recogniser-*",
        "/style-*",
    ]
    .iter()
    .map(|path| format!("{path}\n  Cache-Control: public, max-age=31536000, immutable\n"))
    .collect();
    format!(
        "/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
         Cross-Origin-Opener-Policy: same-origin\n{pages}{forever}\
         /{insets}*\n  Content-Security-Policy: {of_insets}; frame-ancestors *\n\
         /service-worker.js\n  Cache-Control: no-cache\n",
        insets = inset::FOLDER
    )
}

/// Writes each file that is worth it twice more: as brotli and as gzip.
pub(crate) fn compress(stage: &Stage) -> Result<()> {
    let files = stage.files()?;
    let worth = files
        .iter()
        .filter(|file| *file != ONE_FILE && COMPRESSIBLE.iter().any(|end| file.ends_with(end)));
    for file in worth {
        let contents = stage.read(file)?;
        if contents.len() >= SMALLEST {
            stage.write(&format!("{file}.br"), brotli(&contents)?)?;
            stage.write(&format!("{file}.gz"), gzip(&contents)?)?;
        }
    }
    Ok(())
}

fn brotli(contents: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        size_hint: contents.len(),
        ..brotli::enc::BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut &*contents, &mut compressed, &best)
        .context("a file could not be compressed")?;
    Ok(compressed)
}

/// Without a name and a time, so that the same contents give the same bytes.
fn gzip(contents: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzBuilder::new().write(Vec::new(), Compression::best());
    gzip.write_all(contents)?;
    Ok(gzip.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_is_compressed_can_be_had_back_and_is_the_same_each_time() {
        let contents = "It rained. ".repeat(1000).into_bytes();
        let (br, gz) = (brotli(&contents).unwrap(), gzip(&contents).unwrap());
        assert_eq!(
            (&br, &gz),
            (&brotli(&contents).unwrap(), &gzip(&contents).unwrap())
        );
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &br[..], &mut back).unwrap();
        assert_eq!(back, contents);
        back.clear();
        flate2::read::GzDecoder::new(&gz[..])
            .read_to_end(&mut back)
            .unwrap();
        assert_eq!(back, contents);
    }

    #[test]
    fn pages_get_the_policy_and_who_may_frame_them() {
        let headers = headers("default-src 'none'", "style-src 'x'");
        assert!(headers.contains("/read/*\n  Content-Security-Policy: default-src 'none'; frame-"));
        assert!(
            headers.contains(
                "/embed/*\n  Content-Security-Policy: style-src 'x'; frame-ancestors *\n"
            )
        );
        assert_eq!(headers.matches("frame-ancestors *").count(), 1);
        // The edition in one file has a policy of its own, which this one would forbid to work.
        assert!(headers.starts_with("/*\n  X-Content-Type-Options"));
    }
}
