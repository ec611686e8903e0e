//! What the chores print; nothing else in xtask writes to the terminal.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the one place that prints"
)]

use std::io::IsTerminal;
use std::time::Duration;

/// A plain line.
pub(crate) fn say(line: &str) {
    println!("{line}");
}

/// The start of a piece of work, and what it is for.
pub(crate) fn heading(name: &str, why: &str) {
    println!("\n{} {why}", paint(BOLD, &format!("── {name}:")));
}

/// A command about to run.
pub(crate) fn command(line: &str) {
    println!("   {}", paint(FAINT, &format!("$ {line}")));
}

/// A remark within a piece of work.
pub(crate) fn note(remark: &str) {
    println!("   {remark}");
}

pub(crate) fn success(what: &str, took: Duration) {
    println!("{} {what} ({})", paint(GREEN, "✓"), seconds(took));
}

pub(crate) fn skipped(what: &str, why: &str) {
    println!("{} {what} skipped: {why}", paint(YELLOW, "–"));
}

pub(crate) fn failure(what: &str) {
    eprintln!("{} {what}", paint(RED, "✗"));
}

/// A duration as people read it: `0.4 s`, `12 s`, `3 min 05 s`.
pub(crate) fn seconds(duration: Duration) -> String {
    match duration.as_secs() {
        0..10 => format!("{:.1} s", duration.as_secs_f32()),
        whole @ 10..60 => format!("{whole} s"),
        whole => format!("{} min {:02} s", whole / 60, whole % 60),
    }
}

const BOLD: &str = "1";
const FAINT: &str = "2";
const RED: &str = "31";
const GREEN: &str = "32";
const YELLOW: &str = "33";

fn paint(style: &str, text: &str) -> String {
    if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        format!("\u{1b}[{style}m{text}\u{1b}[0m")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_naturally() {
        assert_eq!(seconds(Duration::from_millis(412)), "0.4 s");
        assert_eq!(seconds(Duration::from_secs(12)), "12 s");
        assert_eq!(seconds(Duration::from_secs(185)), "3 min 05 s");
    }
}
