//! The engine on the command line.
//!
//! `dossier annotate FILES…` prints what is recognised in some documents, as JSON.
//! `dossier check FOLDER` tells what would become of each file of a folder.

mod annotate;
mod arguments;
mod check;
mod points;

use std::io::Write;
use std::process::ExitCode;

use arguments::{Command, USAGE};

fn main() -> ExitCode {
    let typed: Vec<_> = std::env::args_os().skip(1).collect();
    let printed = match arguments::parse(&typed) {
        Ok(Command::Help) => Ok(USAGE.to_owned()),
        Ok(Command::Annotate(files)) => annotate::annotate(&files),
        Ok(Command::Check(folder, form)) => {
            let checked = check::check(&folder, form);
            let printed = print(&checked.printed);
            return if checked.good {
                printed
            } else {
                ExitCode::FAILURE
            };
        }
        Err(complaint) => Err(vec![complaint]),
    };
    match printed {
        Ok(text) => print(&text),
        Err(complaints) => complain(&complaints),
    }
}

/// A reader that has seen enough and closed its end is no failure.
fn print(text: &str) -> ExitCode {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => complain(&[format!(
            "dossier: what was found could not be printed: {error}"
        )]),
        _ => ExitCode::SUCCESS,
    }
}

fn complain(complaints: &[String]) -> ExitCode {
    let mut lines = complaints.join("\n");
    lines.push('\n');
    // Where even this cannot be written, the exit code has to say it.
    let _ = std::io::stderr().lock().write_all(lines.as_bytes());
    ExitCode::FAILURE
}
