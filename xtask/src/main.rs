//! The project's chores: `cargo xtask` prints the list.

mod project;
mod shell;
mod terminal;

mod tools;

mod bench;
mod edition;
mod fuzz;
mod measure;
mod measured;
mod module;
mod recogniser;
mod serve;
mod shots;
mod size;

mod tidy;

mod test;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use project::Project;

/// Something `cargo xtask` does.
struct Chore {
    name: &'static str,
    options: &'static str,
    what: &'static str,
    run: fn(&Project, lexopt::Parser) -> Result<()>,
}

const CHORES: &[Chore] = &[
    Chore {
        name: "serve",
        options: "[--seeds DIR] [--port N] [--release]",
        what: "install what is missing, build the page, serve it on this machine and rebuild on every change",
        run: serve::run,
    },
    Chore {
        name: "build",
        options: "[--seeds DIR] [--dist DIR] [--public-url URL] [--with-recogniser]",
        what: "build the edition to publish into dist/; dossier.html reads documents too if asked for",
        run: edition::run,
    },
    Chore {
        name: "test",
        options: "[CHECK…] [--list]",
        what: "everything that must hold before a change lands, or only the checks named",
        run: test::run,
    },
    Chore {
        name: "shots",
        options: "[DIR]",
        what: "pictures of every view, three widths, light and dark, into shots/",
        run: shots::run,
    },
    Chore {
        name: "measure",
        options: "",
        what: "how well and how fast names are recognised, beside other recognisers; into docs/recognition.md",
        run: measure::run,
    },
    Chore {
        name: "bench",
        options: "[SPEECHES.jsonl]",
        what: "how fast search and marks are, natively and in Chromium, beside others; into docs/performance.md",
        run: bench::run,
    },
    Chore {
        name: "fuzz",
        options: "NAME [MINUTES]",
        what: "look for inputs that break what must hold of any: any_file, any_text, any_decisions …",
        run: fuzz::run,
    },
    Chore {
        name: "tidy",
        options: "",
        what: "the rules of the house that no compiler checks: layers, purposes, links, sizes of files",
        run: tidy::run,
    },
];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::failure(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = lexopt::Parser::from_env();
    let Some(argument) = arguments.next()? else {
        list_chores();
        return Ok(());
    };
    match argument {
        lexopt::Arg::Short('h') | lexopt::Arg::Long("help") => {
            list_chores();
            Ok(())
        }
        lexopt::Arg::Value(name) => {
            let name = name.to_string_lossy();
            let chore = CHORES
                .iter()
                .find(|chore| chore.name == name)
                .with_context(|| {
                    format!("no chore is called `{name}`; `cargo xtask` lists them")
                })?;
            (chore.run)(&Project::here(), arguments)
        }
        option => bail!("{}; `cargo xtask` lists the chores", option.unexpected()),
    }
}

fn list_chores() {
    terminal::say("Dossier's chores. Each installs what it needs and says so.\n");
    for chore in CHORES {
        terminal::say(&format!("  cargo xtask {} {}", chore.name, chore.options));
        terminal::say(&format!("      {}", chore.what));
    }
}
