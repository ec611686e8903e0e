//! What a page may load and run: as little as WebAssembly allows (`docs/decisions/0014-page-policy.md`).

/// The policy of the edition's pages, whose one script in the page has this hash. Everything else
/// comes from the edition's own host.
pub(crate) fn on_a_host(script: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' '{script}' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
         worker-src 'self' blob:; manifest-src 'self'; object-src 'none'; frame-src 'none'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types dossier"
    )
}

/// The policy of an edition in one file, which holds everything and reaches nothing.
pub(crate) fn in_one_file(scripts: &[String], style: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|hash| format!("'{hash}'")).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src '{style}'; \
         img-src data: blob:; font-src data:; connect-src 'none'; worker-src blob:; \
         object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types dossier",
        scripts.join(" ")
    )
}

/// The policy of an inset, which is shown in frames of pages that nobody here knows.
pub(crate) fn in_a_frame(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_allowed_that_is_not_named() {
        for policy in [
            on_a_host("sha256-x"),
            in_one_file(&[], "sha256-y"),
            in_a_frame("sha256-x", "sha256-y"),
        ] {
            assert!(policy.starts_with("default-src 'none'"));
            assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
            assert!(!policy.contains('*') && !policy.contains("http"));
        }
    }

    #[test]
    fn one_file_reaches_no_host() {
        let policy = in_one_file(&["sha256-x".into()], "sha256-y");
        assert!(policy.contains("connect-src 'none'") && !policy.contains("'self'"));
    }
}
