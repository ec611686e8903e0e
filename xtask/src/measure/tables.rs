//! The tables, and their places in the document.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};

use super::peers::Peer;

const BEGIN: &str = "<!-- measured: ";
const END: &str = "<!-- end -->";

/// Lines of the scorer that are kept, by how they begin.
const KEPT: [&str; 11] = [
    "mention strict",
    "mention untyped",
    "   event",
    "   group",
    "   nationality",
    "   organisation",
    "   person",
    "   place",
    "   product",
    "date span ",
    "date span+value",
];

/// What is downloaded and how fast it is: the text is the speeches for us, the development sets as
/// written for the others.
pub(super) fn speed(
    native: &str,
    browser: &str,
    memory: &str,
    [model, module, lists]: &[f64; 3],
    peers: &[(&'static Peer, Result<f64>)],
) -> String {
    let mut table = format!(
        "\n{BEGIN}speed -->\n| | download, KB | MB/s, one thread |\n|---|---|---|\n\
         | natively | – | {native} |\n\
         | in Chromium, {memory} MB of memory | {:.0}: model {model:.0}, module {module:.0}, of which lists {lists:.0} | {browser} |\n",
        model + module
    );
    for (peer, speed) in peers {
        let speed = match speed {
            Ok(speed) => format!("{speed:.3}"),
            Err(_) => "could not be installed here".to_owned(),
        };
        let _ = writeln!(table, "| {} | {} | {speed} |", peer.name, peer.download);
    }
    table + END
}

/// What the scorer says of the seeds.
pub(super) fn seeds(scores: &str) -> String {
    let lines = scores
        .lines()
        .filter(|line| KEPT.iter().any(|start| line.starts_with(start)));
    let lines = lines.collect::<Vec<_>>().join("\n");
    format!("\n{BEGIN}seeds -->\n```text\n{lines}\n```\n{END}\n")
}

/// Writes every measured section into the document, in the place of the one of its name.
pub(super) fn fill(path: &Path, measured: &str) -> Result<()> {
    let mut document = std::fs::read_to_string(path)?;
    for section in sections(measured) {
        document = replaced(&document, section)
            .with_context(|| format!("{} has no place for {section}", path.display()))?;
    }
    std::fs::write(path, document)?;
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
        let measured = "<!-- measured: x -->\nnew\n<!-- end -->";
        let section = sections(measured).next().unwrap();
        let expected = "a\n<!-- measured: x -->\nnew\n<!-- end -->\nb\n";
        assert_eq!(replaced(document, section).as_deref(), Some(expected));
        assert_eq!(replaced("nothing", section), None);
    }

    #[test]
    fn the_scorer_is_quoted_in_part() {
        let kept = seeds("counts 1\nmention strict P 1\n   person P 1\n");
        assert!(kept.contains("mention strict P 1\n   person P 1\n```"));
    }
}
