//! What was typed after the program's name.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::check::Form;

/// What `dossier --help` prints.
pub(crate) const USAGE: &str = "\
Usage: dossier annotate FILES…
       dossier check [--json] FOLDER

Reads the files as one corpus and prints what is recognised in them as JSON: mentions with their
kinds and entities, and dates with their values. Places are code points of the raw files,
half-open.

check tells what would become of each file of a folder: its format, encoding and facts, what would
be repaired and set apart, and what is wrong with it. It fails if anything is.
";

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Say how the program is used.
    Help,
    /// Print what is recognised in these files.
    Annotate(Vec<PathBuf>),
    /// Tell what would become of the files of this folder.
    Check(PathBuf, Form),
}

/// Reads the arguments; the complaint says what would be right.
pub(crate) fn parse(typed: &[OsString]) -> Result<Command, String> {
    let Some((command, rest)) = typed.split_first() else {
        return Err(format!("dossier: nothing to do\n\n{USAGE}"));
    };
    if typed.iter().any(|word| word == "--help" || word == "-h") || command == "help" {
        return Ok(Command::Help);
    }
    if command == "check" {
        return check(rest);
    }
    if command != "annotate" {
        let command = command.display();
        return Err(format!(
            "dossier: there is no command “{command}”\n\n{USAGE}"
        ));
    }
    let (files, complaint) = files(rest);
    if let Some(option) = complaint {
        let option = option.display();
        return Err(format!(
            "dossier: annotate has no option “{option}”; for a file of that name write -- before it"
        ));
    }
    if files.is_empty() {
        return Err(format!(
            "dossier: annotate needs at least one file\n\n{USAGE}"
        ));
    }
    Ok(Command::Annotate(files))
}

fn check(words: &[OsString]) -> Result<Command, String> {
    let (options, folders): (Vec<_>, Vec<_>) = words
        .iter()
        .partition(|word| word.as_encoded_bytes().starts_with(b"--"));
    if let Some(unknown) = options.iter().find(|option| **option != "--json") {
        let unknown = unknown.display();
        return Err(format!("dossier: check has no option “{unknown}”"));
    }
    let form = if options.is_empty() {
        Form::Table
    } else {
        Form::Json
    };
    match folders[..] {
        [folder] => Ok(Command::Check(folder.into(), form)),
        _ => Err(format!("dossier: check needs one folder\n\n{USAGE}")),
    }
}

/// The files among the words, and the first word that looks like an option. After `--` all words
/// are files.
fn files(words: &[OsString]) -> (Vec<PathBuf>, Option<&OsString>) {
    let dashes = words.iter().position(|word| word == "--");
    let (before, after) = words.split_at(dashes.unwrap_or(words.len()));
    let option = before
        .iter()
        .find(|word| word.as_encoded_bytes().starts_with(b"-"));
    let files = before.iter().chain(after.iter().skip(1)).map(PathBuf::from);
    (files.collect(), option)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Result<Command, String> {
        let words: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        parse(&words)
    }

    fn annotate(files: &[&str]) -> Result<Command, String> {
        Ok(Command::Annotate(files.iter().map(PathBuf::from).collect()))
    }

    #[test]
    fn files_are_taken_in_their_order() {
        assert_eq!(typed("annotate b.txt a.txt"), annotate(&["b.txt", "a.txt"]));
        assert_eq!(
            typed("annotate a.txt -- -b.txt"),
            annotate(&["a.txt", "-b.txt"])
        );
    }

    #[test]
    fn a_folder_is_checked_in_one_form_or_the_other() {
        let check = |form| Ok(Command::Check("seeds".into(), form));
        assert_eq!(typed("check seeds"), check(Form::Table));
        assert_eq!(typed("check --json seeds"), check(Form::Json));
        assert!(typed("check").is_err() && typed("check a b").is_err());
        assert!(typed("check --fast seeds").is_err());
    }

    #[test]
    fn help_is_given_wherever_it_is_asked_for() {
        assert_eq!(typed("--help"), Ok(Command::Help));
        assert_eq!(typed("annotate a.txt -h"), Ok(Command::Help));
    }

    #[test]
    fn a_complaint_says_what_would_be_right() {
        let complaint = |line| typed(line).expect_err("it is wrong");
        assert!(complaint("").contains("Usage:"));
        assert!(complaint("anotate a.txt").contains("no command “anotate”"));
        assert!(complaint("annotate").contains("at least one file"));
        assert!(complaint("annotate --fast a.txt").contains("no option “--fast”"));
    }
}
