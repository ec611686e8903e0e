//! Just enough reading of Rust for the rules: which code ships, and which rooms it names.

use std::collections::BTreeSet;

/// Lines that ship, numbered from 1: without comments, and up to the tests at the end of a file.
pub(super) fn shipped_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .map(|line| line.split("//").next().unwrap_or_default())
        .zip(1..)
        .map(|(line, number)| (number, line))
}

/// The rooms of its own crate that a file names, as in `crate::room` or `use crate::{room, …}`,
/// each with the line it is first named on.
pub(super) fn rooms_named(text: &str) -> Vec<(usize, String)> {
    let code = shipped_lines(text)
        .map(|(_, line)| format!("{line}\n"))
        .collect::<String>();
    let mut seen = BTreeSet::new();
    let mut named = Vec::new();
    for (place, _) in code.match_indices("crate::") {
        let line = code[..place].matches('\n').count() + 1;
        for room in rooms_after(&code[place + "crate::".len()..]) {
            if seen.insert(room.to_owned()) {
                named.push((line, room.to_owned()));
            }
        }
    }
    named
}

/// The first names after `crate::`: one, or several in braces.
fn rooms_after(rest: &str) -> Vec<&str> {
    let Some(group) = rest.strip_prefix('{') else {
        return leading_name(rest).into_iter().collect();
    };
    let mut depth = 0_usize;
    let mut item_starts = true;
    let mut rooms = Vec::new();
    for (place, character) in group.char_indices() {
        match character {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => item_starts = true,
            c if c.is_whitespace() => {}
            _ if item_starts => {
                item_starts = false;
                rooms.extend(leading_name(&group[place..]));
            }
            _ => {}
        }
    }
    rooms
}

/// A module's name at the start, told from a type's by its small first letter.
fn leading_name(text: &str) -> Option<&str> {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    let name = &text[..end];
    name.starts_with(|c: char| c.is_lowercase()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, rooms: &[(usize, &str)]) {
        let expected = rooms.iter().map(|(line, room)| (*line, (*room).to_owned()));
        assert_eq!(rooms_named(code), expected.collect::<Vec<_>>());
    }

    #[test]
    fn a_path_names_its_room() {
        check(
            "use crate::text::Span;\nfn f() { crate::moment::now() }",
            &[(1, "text"), (2, "moment")],
        );
    }

    #[test]
    fn a_group_names_each_of_its_rooms() {
        check(
            "use crate::{\n    entity::{Id, Kind},\n    text, State,\n};",
            &[(1, "entity"), (1, "text")],
        );
    }

    #[test]
    fn comments_and_tests_name_nothing() {
        check(
            "// crate::desk\n#[cfg(test)]\nmod tests { use crate::desk; }",
            &[],
        );
    }

    #[test]
    fn a_type_at_the_root_is_no_room() {
        check("use crate::Project;", &[]);
    }
}
