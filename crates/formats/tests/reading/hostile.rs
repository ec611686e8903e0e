//! Files that were made to harm: none panics, hangs or swells, and each that is refused is told why.
//! Every file is read by a program of its own, so that its time and memory can be told apart.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Milliseconds of processor time that a file may take.
const LONGEST: u64 = 2_000;

/// Kilobytes of memory that reading may take besides the file.
const MOST_MEMORY: u64 = 64 << 10;

const FOLDER: &str = "DOSSIER_HOSTILE";
const FILE: &str = "DOSSIER_HOSTILE_FILE";

#[test]
#[ignore = "needs data beside the project: cargo xtask test reading"]
fn hostile_files_do_no_harm() {
    let folder = PathBuf::from(env::var_os(FOLDER).unwrap());
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension != "json")
    });
    files.sort();
    let nothing = told(Path::new(""));
    let (mut slowest, mut largest) = (0, 0);
    for file in &files {
        let told = told(file);
        let name = file.file_name().unwrap().to_string_lossy();
        let size = file.metadata().unwrap().len() >> 10;
        let memory = told.memory.saturating_sub(nothing.memory + size);
        println!(
            "  {name}: {} ms, {memory} kB over its size; {}",
            told.time, told.said
        );
        (slowest, largest) = (slowest.max(told.time), largest.max(memory));
    }
    println!(
        "{} hostile files: at most {slowest} ms and {largest} kB over their size",
        files.len()
    );
    assert!(files.len() >= 63 && slowest <= LONGEST && largest <= MOST_MEMORY);
}

struct Told {
    /// Milliseconds of processor time.
    time: u64,
    /// Kilobytes at most, with the program itself.
    memory: u64,
    /// How many documents, or what is wrong.
    said: String,
}

/// What reading a file takes and yields; nothing is read for an empty name.
fn told(file: &Path) -> Told {
    let mut program = Command::new(env::current_exe().unwrap());
    program.args(["--exact", "hostile::one_file", "--ignored", "--nocapture"]);
    let output = program.env(FILE, file).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{}: {printed}", file.display());
    let line = printed
        .lines()
        .find_map(|line| line.split_once("told: "))
        .unwrap()
        .1;
    let mut words = line.splitn(3, ' ');
    let mut number = || words.next().unwrap().parse().unwrap();
    let (time, memory) = (number(), number());
    Told {
        time,
        memory,
        said: words.next().unwrap().to_owned(),
    }
}

#[test]
#[ignore = "is run by the test above, once for each file"]
fn one_file() {
    let file = PathBuf::from(env::var_os(FILE).unwrap());
    let said = match file.file_name() {
        Some(name) => said(&name.to_string_lossy(), &fs::read(&file).unwrap()),
        None => String::new(),
    };
    println!("told: {} {} {said}", processor_time(), peak_memory());
}

fn said(name: &str, bytes: &[u8]) -> String {
    let read = dossier_formats::read(name, bytes);
    let good = read.iter().filter(|read| read.is_ok()).count();
    let problem = read.iter().find_map(|read| read.as_ref().err());
    let problem = problem
        .map(|problem| format!(", {problem}"))
        .unwrap_or_default();
    format!("{good} documents{problem}").replace('\n', " ")
}

/// Milliseconds of processor time that this program took, as Linux tells; its clock ticks a
/// hundred times a second.
fn processor_time() -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let after_name = stat.rsplit(") ").next().unwrap();
    let ticks = after_name.split(' ').skip(11).take(2);
    10 * ticks
        .map(|ticks| ticks.parse::<u64>().unwrap())
        .sum::<u64>()
}

/// Kilobytes of memory that this program took at most, as Linux tells.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
