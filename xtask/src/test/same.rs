//! The edition, built twice.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::edition::Edition;
use crate::project::Project;

/// Where the copy lies, as deep as no checkout does: what is built there may not say so.
const COPY: &str = "target/same/edition/of/the/same/sources";

/// What stays in the copy from one time to the next: what comes from registries. All that is the
/// project's own is compiled anew, for its files are new.
const KEPT: [&str; 2] = ["target", "node_modules"];

/// Differing files that are named.
const MOST_NAMED: usize = 8;

/// Builds the edition once more, from a copy of its sources in another folder, and compares every
/// file with what was built here.
pub(super) fn built_twice(project: &Project) -> Result<()> {
    let copy = Project::at(project.root().join(COPY));
    copy_sources(project, &copy)?;
    Edition::of(&copy).build(&copy)?;
    let [here, there] = [project, &copy].map(|built| contents(&built.dist()));
    let differing = differing(&here?, &there?);
    ensure!(
        differing.is_empty(),
        "{} files differ between two builds of the same sources: {}",
        differing.len(),
        differing[..differing.len().min(MOST_NAMED)].join(", ")
    );
    Ok(())
}

fn copy_sources(project: &Project, copy: &Project) -> Result<()> {
    let root = copy.root();
    fs::create_dir_all(root).with_context(|| format!("cannot make {}", root.display()))?;
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        if KEPT.iter().any(|kept| entry.file_name() == *kept) {
            continue;
        }
        let path = entry.path();
        match entry.file_type()?.is_dir() {
            true => fs::remove_dir_all(&path),
            false => fs::remove_file(&path),
        }
        .with_context(|| format!("cannot remove {}", path.display()))?;
    }
    for file in project.files()? {
        let to = root.join(&file);
        to.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::copy(project.root().join(&file), &to)
            .with_context(|| format!("cannot copy {file} to {}", to.display()))?;
    }
    Ok(())
}

/// Every file below a folder, by its path from there.
fn contents(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(within) = folders.pop() {
        let unreadable = || format!("cannot read {}", within.display());
        for entry in fs::read_dir(&within).with_context(unreadable)? {
            let path = entry.with_context(unreadable)?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder)?.display().to_string();
                found.insert(name, fs::read(&path).with_context(unreadable)?);
            }
        }
    }
    Ok(found)
}

/// The names of files that are not the same in both, or only in one.
fn differing(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let only_other = other.keys().filter(|name| !one.contains_key(*name));
    let names = one.keys().filter(|name| one.get(*name) != other.get(*name));
    names.chain(only_other).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        let file = |(name, says): &(&str, &str)| ((*name).to_owned(), says.as_bytes().to_vec());
        files.iter().map(file).collect()
    }

    #[test]
    fn what_differs_and_what_is_only_in_one_is_told() {
        let one = edition(&[("a", "rain"), ("b", "snow"), ("c", "hail")]);
        let other = edition(&[("a", "rain"), ("b", "ice"), ("d", "hail")]);
        assert_eq!(differing(&one, &other), ["b", "c", "d"]);
        assert_eq!(differing(&one, &one), [""; 0]);
    }
}
