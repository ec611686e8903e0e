//! The project's files, as the rules see them.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::project::Project;

/// Paths from the root, with `/` between folders, and what each file says. A file that is not
/// text is there and says nothing.
pub(super) struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    /// Every file of the project.
    pub(super) fn read(project: &Project) -> Result<Self> {
        let files = project.files()?.into_iter().map(|path| {
            let text = std::fs::read_to_string(project.root().join(&path));
            (path, text.unwrap_or_default())
        });
        Ok(Self {
            files: files.collect(),
        })
    }

    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let own = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        Self {
            files: files.iter().map(own).collect(),
        }
    }

    /// Every path and its text, in order of path.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The files below a folder, or all with the empty name, that end in `suffix`.
    pub(super) fn under(&self, folder: &str, suffix: &str) -> impl Iterator<Item = (&str, &str)> {
        self.files()
            .filter(move |(path, _)| path.starts_with(folder) && path.ends_with(suffix))
    }

    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Whether there is such a file, or a folder with files in it.
    pub(super) fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let folder = format!("{path}/");
        self.files.contains_key(path)
            || self
                .files
                .range(folder.clone()..)
                .next()
                .is_some_and(|(p, _)| p.starts_with(&folder))
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;

    #[test]
    fn folders_are_there_when_something_is_in_them() {
        let tree = Tree::of(&[("docs/style.md", ""), ("docs-old.md", "")]);
        assert!(tree.has("docs") && tree.has("docs/") && tree.has("docs/style.md"));
        assert!(!tree.has("doc") && !tree.has("docs/style"));
    }
}
