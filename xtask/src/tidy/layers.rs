//! Layers point one way, and features do not name each other.
//!
//! In the engine, the order of the modules in `lib.rs` is the order a document passes through
//! them, and a room may name only rooms above it in that list. In the app the layers are below.

use super::rust_source::rooms_named;
use super::{Complaint, Tree};

/// The app's rooms, lowest layer first. A room names rooms of lower layers, never of its own.
const APP: &[&[&str]] = &[
    &["browser"],
    &["wording"],
    &["state"],
    &["desk"],
    &["hooks"],
    &["widgets"],
    &[
        "overview",
        "passage",
        "reader",
        "search",
        "filters",
        "entity",
        "statements",
        "timeline",
        "network",
        "compare",
        "review",
        "intake",
        "share",
    ],
    &["chrome"],
    &["app"],
];

/// Files that start a program: they stand above all layers.
const ENTRANCES: [&str; 2] = ["lib", "main"];

pub(super) fn check(tree: &Tree) -> Vec<Complaint> {
    let engine = "crates/engine/src/";
    let order = tree
        .text(&format!("{engine}lib.rs"))
        .map(modules_in_order)
        .unwrap_or_default();
    let floors = order
        .iter()
        .map(|room| vec![room.as_str()])
        .collect::<Vec<_>>();
    let app = APP.iter().map(|layer| layer.to_vec()).collect::<Vec<_>>();
    let mut complaints = check_crate(tree, engine, &floors);
    complaints.extend(check_crate(tree, "src/", &app));
    complaints
}

fn check_crate(tree: &Tree, source: &str, layers: &[Vec<&str>]) -> Vec<Complaint> {
    let floor = |room: &str| layers.iter().position(|layer| layer.contains(&room));
    let mut complaints = Vec::new();
    for (path, text) in tree
        .under(source, ".rs")
        .filter(|(path, _)| !path.ends_with("tests.rs"))
    {
        let Some(room) = room_of(path, source) else {
            continue;
        };
        let Some(own) = floor(room) else {
            complaints.push(Complaint::about_file(
                path,
                format!("the room `{room}` is in no layer"),
            ));
            continue;
        };
        let wrong = rooms_named(text)
            .into_iter()
            .filter(|(_, named)| named != room && floor(named).is_some_and(|other| other >= own));
        complaints.extend(wrong.map(|(line, named)| {
            Complaint::about_line(path, line, format!("`{room}` may not name `{named}`"))
        }));
    }
    complaints
}

/// The room a file belongs to: `src/reader.rs` and `src/reader/gutter.rs` to `reader`.
fn room_of<'a>(path: &'a str, source: &str) -> Option<&'a str> {
    let inside = path.strip_prefix(source)?;
    let room = inside.split('/').next()?.trim_end_matches(".rs");
    (!ENTRANCES.contains(&room) && room != "bin").then_some(room)
}

/// The modules a `lib.rs` declares, from top to bottom.
fn modules_in_order(lib: &str) -> Vec<String> {
    lib.lines()
        .filter_map(|line| {
            line.trim_start_matches("pub ")
                .strip_prefix("mod ")?
                .strip_suffix(';')
        })
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::complaints;

    const ENGINE: (&str, &str) = ("crates/engine/src/lib.rs", "pub mod text;\nmod entity;\n");

    #[test]
    fn a_later_room_may_name_an_earlier_one() {
        let files = [
            ENGINE,
            ("crates/engine/src/entity/join.rs", "use crate::text::Span;"),
        ];
        assert!(complaints(check, &files).is_empty());
    }

    #[test]
    fn an_earlier_room_may_not_name_a_later_one() {
        let files = [
            ENGINE,
            ("crates/engine/src/text.rs", "\nuse crate::entity::Id;"),
        ];
        let says = "crates/engine/src/text.rs:2: `text` may not name `entity`";
        assert_eq!(complaints(check, &files), [says]);
    }

    #[test]
    fn features_do_not_name_each_other() {
        let files = [(
            "src/reader/gutter.rs",
            "use crate::{search::Hit, state::State};",
        )];
        let says = "src/reader/gutter.rs:1: `reader` may not name `search`";
        assert_eq!(complaints(check, &files), [says]);
    }

    #[test]
    fn a_room_must_be_in_a_layer() {
        let files = [("src/utils.rs", ""), ("src/main.rs", "use crate::app;")];
        assert_eq!(
            complaints(check, &files),
            ["src/utils.rs: the room `utils` is in no layer"]
        );
    }
}
