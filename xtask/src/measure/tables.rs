//! The tables.

use std::fmt::Write as _;

use anyhow::Result;

use super::peers::Peer;
use crate::measured::section;

/// Lines of the scorer that are kept, by how they begin.
const KEPT: [&str; 13] = [
    "mention strict",
    "mention untyped",
    "   event",
    "   group",
    "   nationality",
    "   organisation",
    "   person",
    "   place",
    "   product",
    "statement content ",
    "statement content+source ",
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
        "| | download, KB | MB/s, one thread |\n|---|---|---|\n\
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
    section("speed", &table)
}

/// What the scorer says of the seeds.
pub(super) fn seeds(scores: &str) -> String {
    let lines = scores
        .lines()
        .filter(|line| KEPT.iter().any(|start| line.starts_with(start)));
    let lines = lines.collect::<Vec<_>>().join("\n");
    section("seeds", &format!("```text\n{lines}\n```"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scorer_is_quoted_in_part() {
        let kept = seeds("counts 1\nmention strict P 1\n   person P 1\n");
        assert!(kept.contains("mention strict P 1\n   person P 1\n```"));
    }
}
