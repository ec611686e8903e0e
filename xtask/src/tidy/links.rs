//! Documents name only files that exist: links, and paths between backticks.

use super::{Complaint, Tree};

/// Folders that are made, not kept: naming them is fine although git has none of them.
const MADE: [&str; 4] = ["dist", "shots", "target", "node_modules"];

pub(super) fn check(tree: &Tree) -> Vec<Complaint> {
    tree.under("", ".md")
        .flat_map(|(path, text)| check_one(tree, path, text))
        .collect()
}

fn check_one(tree: &Tree, document: &str, text: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (number, line) in prose(text) {
        let linked = targets(line).filter(|target| !leads_there(tree, document, target));
        let named = paths_in_backticks(tree, line).filter(|path| !exists(tree, document, path));
        complaints.extend(linked.chain(named).map(|name| {
            Complaint::about_line(
                document,
                number,
                format!("names `{name}`, which does not exist"),
            )
        }));
    }
    complaints
}

/// Numbered lines outside fenced code, which may show what does not exist yet.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    text.lines().zip(1..).filter_map(move |(line, number)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        (!fenced && !fence).then_some((number, line))
    })
}

/// What the links of a line lead to: `[words](target)`.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', ' ']).next())
}

/// Links to other hosts and within the page are not followed.
fn leads_there(tree: &Tree, document: &str, target: &str) -> bool {
    let elsewhere = target.contains(':') || target.starts_with('#') || target.is_empty();
    let path = target.split('#').next().unwrap_or_default();
    elsewhere || exists(tree, document, path)
}

/// What looks like a path of this project: it has a `/`, and its first part is a folder here.
fn paths_in_backticks<'a>(tree: &'a Tree, line: &'a str) -> impl Iterator<Item = &'a str> {
    line.split('`').skip(1).step_by(2).filter(|name| {
        let first = name.split('/').next().unwrap_or_default();
        name.contains('/') && !name.contains(is_no_path) && tree.has(first)
    })
}

/// Spaces make a command, capitals of four and stars a pattern, colons a Rust path.
fn is_no_path(character: char) -> bool {
    character.is_whitespace() || "*<>{}:$…".contains(character)
}

/// As seen from the document's folder, or from the root.
fn exists(tree: &Tree, document: &str, path: &str) -> bool {
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let made = path.split('/').any(|part| MADE.contains(&part));
    let pattern = path.contains("NNNN");
    made || pattern || tree.has(path) || walk(folder, path).is_some_and(|place| tree.has(&place))
}

/// Follows a relative path from a folder; `None` where it leaves the project.
fn walk(folder: &str, path: &str) -> Option<String> {
    let mut place = folder
        .split('/')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                place.pop()?;
            }
            name => place.push(name),
        }
    }
    Some(place.join("/"))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::complaints;

    #[track_caller]
    fn says(text: &str) -> Vec<String> {
        complaints(
            check,
            &[
                ("docs/style.md", text),
                ("src/app.rs", ""),
                ("README.md", ""),
            ],
        )
    }

    #[test]
    fn links_and_paths_that_lead_somewhere_are_fine() {
        let text = "[home](../README.md#top), `src/app.rs`, `src/`, [us](https://example.org/x)";
        assert!(says(text).is_empty());
    }

    #[test]
    fn a_link_to_nothing_is_told() {
        let place = "docs/style.md:1: names `gone.md`, which does not exist";
        assert_eq!(says("See [there](gone.md)."), [place]);
    }

    #[test]
    fn a_path_to_nothing_is_told() {
        let place = "docs/style.md:2: names `src/gone.rs`, which does not exist";
        assert_eq!(says("See\n`src/gone.rs`."), [place]);
    }

    #[test]
    fn commands_patterns_and_examples_are_no_paths() {
        assert!(
            says("`cargo run src/x`, `src/*.rs`, `and/or`\n```\n`src/gone.rs`\n```").is_empty()
        );
    }

    #[test]
    fn what_is_made_need_not_be_there() {
        assert!(says("`dist/index.html`, `docs/decisions/NNNN-title.md`").is_empty());
    }
}
