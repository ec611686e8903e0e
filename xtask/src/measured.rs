//! What was measured, in the documents that tell it: sections between markers, of which each is
//! written in the place of the one of its name, while the prose around them stays.

use std::path::Path;

use anyhow::{Result, ensure};

/// How a section's first line begins; then follow its name and ` -->`.
pub(crate) const BEGIN: &str = "<!-- measured: ";

/// Its last line.
pub(crate) const END: &str = "<!-- end -->";

/// A section.
pub(crate) fn section(name: &str, inside: &str) -> String {
    format!("\n{BEGIN}{name} -->\n{}\n{END}\n", inside.trim_end())
}

/// Writes every section of what was measured into the document.
///
/// # Errors
/// If the document has no place for one; the others are written all the same, for measuring takes long.
pub(crate) fn fill(path: &Path, measured: &str) -> Result<()> {
    let mut document = std::fs::read_to_string(path)?;
    let mut homeless = Vec::new();
    for section in sections(measured) {
        match replaced(&document, section) {
            Some(filled) => document = filled,
            None => homeless.push(section),
        }
    }
    std::fs::write(path, document)?;
    ensure!(
        homeless.is_empty(),
        "{} has no place for {}",
        path.display(),
        homeless.join("\n")
    );
    Ok(())
}

/// The sections of a text, each from its first marker to its last.
fn sections(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(BEGIN)
        .filter_map(|(at, _)| Some(&text[at..at + text[at..].find(END)? + END.len()]))
}

fn replaced(document: &str, section: &str) -> Option<String> {
    let head = section.lines().next()?;
    let start = document.find(head)?;
    let end = start + document[start..].find(END)? + END.len();
    Some(format!(
        "{}{section}{}",
        &document[..start],
        &document[end..]
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_takes_the_place_of_the_one_of_its_name() {
        let document = "a\n<!-- measured: x -->\nold\n<!-- end -->\nb\n";
        let measured = section("x", "new\n");
        let section = sections(&measured).next().unwrap();
        let expected = "a\n<!-- measured: x -->\nnew\n<!-- end -->\nb\n";
        assert_eq!(replaced(document, section).as_deref(), Some(expected));
        assert_eq!(replaced("nothing", section), None);
    }
}
