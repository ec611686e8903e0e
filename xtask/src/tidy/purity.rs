//! The engine is pure: no browser, files, clock, threads or randomness.

use super::rust_source::shipped_lines;
use super::{Complaint, Tree};

/// What the engine's code may not name.
const OUTSIDE: [&str; 14] = [
    "std::env",
    "std::fs",
    "std::io::stdin",
    "std::net",
    "std::os",
    "std::process",
    "std::thread",
    "std::time",
    "Instant::now",
    "SystemTime",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
];

/// What the engine may not depend on: each of these is a door to the outside.
const DOORS: [&str; 9] = [
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "gloo",
    "yew",
    "rand",
    "getrandom",
    "tokio",
    "rayon",
];

pub(super) fn check(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, text) in tree.under("crates/engine/src/", ".rs") {
        for (number, line) in shipped_lines(text) {
            complaints.extend(
                OUTSIDE
                    .iter()
                    .filter(|name| line.contains(*name))
                    .map(|name| {
                        Complaint::about_line(
                            path,
                            number,
                            format!("the engine may not name `{name}`"),
                        )
                    }),
            );
        }
    }
    let manifest = "crates/engine/Cargo.toml";
    complaints.extend(
        shipped_dependencies(tree.text(manifest).unwrap_or_default()).filter_map(
            |(number, name)| {
                let opens = DOORS.contains(&name) || name.starts_with("gloo-");
                opens.then(|| {
                    let says = format!("the engine may not depend on `{name}`");
                    Complaint::about_line(manifest, number, says)
                })
            },
        ),
    );
    complaints
}

/// Names in `[dependencies]` and its like for single targets, not in those for tests.
fn shipped_dependencies(manifest: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut ships = false;
    manifest.lines().zip(1..).filter_map(move |(line, number)| {
        if line.starts_with('[') {
            ships = line.ends_with("dependencies]") && !line.ends_with("dev-dependencies]");
        }
        let name = line
            .split(['.', '=', ' '])
            .next()
            .filter(|name| !name.is_empty())?;
        (ships && !line.starts_with(['[', '#'])).then_some((number, name))
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::complaints;

    #[test]
    fn the_engine_names_no_file() {
        let files = [(
            "crates/engine/src/text.rs",
            "//! std::fs is for others.\nuse std::fs;",
        )];
        let says = "crates/engine/src/text.rs:2: the engine may not name `std::fs`";
        assert_eq!(complaints(check, &files), [says]);
    }

    #[test]
    fn a_dependency_may_not_open_a_door() {
        let manifest = "[dependencies]\nserde.workspace = true\nrand = \"0.9\"\n";
        let says = "crates/engine/Cargo.toml:3: the engine may not depend on `rand`";
        assert_eq!(
            complaints(check, &[("crates/engine/Cargo.toml", manifest)]),
            [says]
        );
    }

    #[test]
    fn tests_may_use_what_they_like() {
        let manifest = "[dependencies]\n\n[dev-dependencies]\nrand = \"0.9\"\n";
        let code = "fn f() {}\n#[cfg(test)]\nmod tests { use std::fs; }\n";
        let files = [
            ("crates/engine/Cargo.toml", manifest),
            ("crates/engine/src/text.rs", code),
        ];
        assert!(complaints(check, &files).is_empty());
    }
}
