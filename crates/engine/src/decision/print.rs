//! Decisions as text: the other half of parsing.

use std::fmt;

use super::{Act, Decision, EntityRef, MentionRef, Share};
use crate::complaint::quoted;

/// The decisions as text, to be read by people and by [`super::parse`].
pub fn print(decisions: &[Decision]) -> String {
    let tables: Vec<String> = decisions.iter().map(table).collect();
    tables.join("\n")
}

fn table(decision: &Decision) -> String {
    let mut lines = vec!["[[decision]]".to_owned()];
    lines.extend(act(&decision.act));
    lines.push(line("by", string(decision.by.slug())));
    if !decision.when.is_empty() {
        lines.push(line("when", string(&decision.when)));
    }
    if !decision.note.is_empty() {
        lines.push(line("note", string(&decision.note)));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// What a decision says, so that two that say the same are equal: all but who, when and why.
pub(super) fn said(decision: &Decision) -> String {
    let mut lines = act(&decision.act);
    if let Act::Remark(_) = decision.act {
        lines.push(decision.note.clone());
    }
    lines.join("\n")
}

pub(super) fn act(act: &Act) -> Vec<String> {
    match act {
        Act::Merge(of) => vec![line("merge", several(of, entity))],
        Act::Apart(of) => vec![line("apart", several(of, entity))],
        Act::Unsure(of) => vec![line("unsure", several(of, entity))],
        Act::Split { from, part, to } => {
            let mut lines = vec![line("split", entity(from)), share(part)];
            lines.extend(to.as_ref().map(|to| line("to", entity(to))));
            lines
        }
        Act::Rename { entity: of, to } => vec![line("rename", entity(of)), line("to", string(to))],
        Act::Retype { entity: of, to } => {
            vec![line("retype", entity(of)), line("to", string(to.slug()))]
        }
        Act::Hide(of) => vec![line("hide", entity(of))],
        Act::HideMention(place) => vec![line("hide-mention", mention(place))],
        Act::AddName { name, to } => vec![line("add-name", string(name)), line("to", entity(to))],
        Act::AddMention { mention: at, to } => {
            vec![line("add-mention", mention(at)), line("to", entity(to))]
        }
        Act::Confirm(of) => vec![line("confirm", entity(of))],
        Act::Remark(of) => vec![line("remark", entity(of))],
    }
}

pub(super) fn line(key: &str, value: String) -> String {
    format!("{key} = {value}")
}

fn share(part: &Share) -> String {
    match part {
        Share::Mentions(places) => line("mention", one_or_several(places, mention)),
        Share::Documents(all) => line("document", one_or_several(all, |one| string(one))),
        Share::Name(name) => line("name", string(name)),
    }
}

fn several<T>(of: &[T], print: impl Fn(&T) -> String) -> String {
    let all: Vec<String> = of.iter().map(print).collect();
    format!("[{}]", all.join(", "))
}

/// One by itself, several as a list.
fn one_or_several<T>(of: &[T], print: impl Fn(&T) -> String) -> String {
    match of {
        [one] => print(one),
        _ => several(of, print),
    }
}

/// `"group: The Pilots"`, or a table where a document tells which.
fn entity(of: &EntityRef) -> String {
    match &of.document {
        None => string(&format!("{}: {}", of.kind.slug(), of.name)),
        Some(document) => format!(
            "{{ kind = {}, name = {}, document = {} }}",
            string(of.kind.slug()),
            string(&of.name),
            string(document)
        ),
    }
}

fn mention(place: &MentionRef) -> String {
    let mut said = vec![
        line("document", string(&place.document)),
        line("quote", string(&place.quote)),
    ];
    if !place.before.is_empty() {
        said.push(line("before", string(&place.before)));
    }
    if place.nth > 0 {
        said.push(line("nth", place.nth.to_string()));
    }
    format!("{{ {} }}", said.join(", "))
}

/// A basic string of TOML 1.0.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// As a decision's text names it: `{ document = "letter", quote = "Loon", nth = 2 }`.
impl fmt::Display for MentionRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&mention(self))
    }
}

/// As a decision's text names it: `"group: The Pilots"`.
impl fmt::Display for EntityRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&entity(self))
    }
}

/// A decision in a sentence, without who, when and why.
impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |of: &[EntityRef]| {
            let all: Vec<String> = of.iter().map(|one| quoted(&one.name)).collect();
            all.join(" and ")
        };
        let name = |of: &EntityRef| quoted(&of.name);
        match &self.act {
            Act::Merge(of) => write!(f, "{} are one", names(of)),
            Act::Apart(of) => write!(f, "{} are not the same", names(of)),
            Act::Unsure(of) => write!(f, "whether {} are one is open", names(of)),
            Act::Split { from, part, to } => {
                write!(f, "{}, taken for {}, ", described(part), name(from))?;
                match to {
                    Some(to) => write!(f, "is {}", name(to)),
                    None => f.write_str("is somebody else"),
                }
            }
            Act::Rename { entity, to } => write!(f, "{} is called {}", name(entity), quoted(to)),
            Act::Retype { entity, to } => {
                write!(f, "{} is of the kind {}", name(entity), to.slug())
            }
            Act::Hide(entity) => write!(f, "{} is hidden", name(entity)),
            Act::HideMention(place) => {
                write!(
                    f,
                    "{} in {} names nothing",
                    quoted(&place.quote),
                    quoted(&place.document)
                )
            }
            Act::AddName { name: added, to } => {
                write!(f, "{} is a name of {}", quoted(added), name(to))
            }
            Act::AddMention { mention, to } => {
                write!(f, "{} is mentioned as {}", name(to), quoted(&mention.quote))
            }
            Act::Confirm(entity) => write!(f, "{} is right", name(entity)),
            Act::Remark(entity) => write!(f, "a note on {}", name(entity)),
        }
    }
}

fn described(part: &Share) -> String {
    match part {
        Share::Mentions(places) => {
            let place = |place: &MentionRef| {
                format!("{} in {}", quoted(&place.quote), quoted(&place.document))
            };
            let places: Vec<String> = places.iter().map(place).collect();
            places.join(" and ")
        }
        Share::Documents(all) => {
            let all: Vec<String> = all.iter().map(|document| quoted(document)).collect();
            format!("what is mentioned in {}", all.join(" and "))
        }
        Share::Name(name) => format!("what is called {}", quoted(name)),
    }
}
