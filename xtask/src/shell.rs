//! Running commands: shown before they start, and a failure names the command that failed.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::terminal;

/// Pauses between the tries of a download. Registries answer 503 now and then; most recover in seconds.
const PAUSES: [Duration; 4] = [
    Duration::from_secs(2),
    Duration::from_secs(8),
    Duration::from_secs(20),
    Duration::from_secs(45),
];

/// The cargo that started us, so that a `+toolchain` given to it holds for all it starts.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Shows the command, runs it with its output on the terminal, and wants it to succeed.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    terminal::command(&line);
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot start `{line}`"))?;
    ensure!(status.success(), "`{line}` failed ({status})");
    Ok(())
}

/// Like [`run`], for commands that download: tries again after a pause, then gives up.
pub(crate) fn run_with_retries(command: &mut Command) -> Result<()> {
    for pause in PAUSES {
        let Err(error) = run(command) else {
            return Ok(());
        };
        terminal::note(&format!(
            "{error}; next try in {}",
            terminal::seconds(pause)
        ));
        sleep(pause);
    }
    run(command)
}

/// What a command prints on standard output, without the outer blanks. Its errors are not shown.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start `{line}`"))?;
    ensure!(
        output.status.success(),
        "`{line}` failed ({})",
        output.status
    );
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a command runs and succeeds, quietly.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    read(command).is_ok()
}

/// The command as one would type it, with what was added to its environment in front.
fn line(command: &Command) -> String {
    let added = command
        .get_envs()
        .filter(|(name, _)| *name != "PATH")
        .filter_map(|(name, value)| Some((name, value?)))
        .map(|(name, value)| format!("{}={}", name.display(), quote(&value.to_string_lossy())));
    let program = Path::new(command.get_program()).file_name();
    let words = program
        .into_iter()
        .chain(command.get_args())
        .map(|word| quote(&word.to_string_lossy()));
    added.chain(words).collect::<Vec<_>>().join(" ")
}

fn quote(word: &str) -> String {
    if word.is_empty() || word.contains([' ', '"', '\'', '$']) {
        format!("'{word}'")
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut command = Command::new("cargo");
        command
            .args(["doc", "--no-deps"])
            .env("RUSTDOCFLAGS", "-D warnings");
        assert_eq!(
            line(&command),
            "RUSTDOCFLAGS='-D warnings' cargo doc --no-deps"
        );
    }

    #[test]
    fn a_program_that_does_not_exist_is_named() {
        let error = run(&mut Command::new("no-such-program")).unwrap_err();
        assert_eq!(error.to_string(), "cannot start `no-such-program`");
    }
}
