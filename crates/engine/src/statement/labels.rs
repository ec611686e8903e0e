//! What stands after a name and a colon: in headlines, and where a text puts who speaks before what
//! they say.

use std::collections::BTreeMap;
use std::ops::Range;

use super::scene::Scene;
use super::speaker::Who;
use super::{Manner, Said};
use crate::document::Role;
use crate::mention::Kind;
use crate::text::Gap;

/// Words of what is said, at least.
const SHORTEST: usize = 3;

/// Words of a title before a name, with their points.
const MOST_TITLE: usize = 3;

/// Statements after a name and a colon. In the body, one at least of the names must come again.
pub(super) fn labelled(scene: &Scene) -> Vec<Said> {
    let labels: Vec<(usize, usize)> = (0..scene.words.len())
        .filter_map(|at| Some((at, label(scene, at)?)))
        .collect();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for &(_, ordinal) in &labels {
        let key = scene.words.key(scene.named[ordinal].clone());
        *times.entry(key).or_default() += 1;
    }
    let is_dialogue = times.values().any(|&times| times > 1);
    let mut said = Vec::new();
    for (place, &(at, ordinal)) in labels.iter().enumerate() {
        let headline = matches!(scene.role(at), Role::Title | Role::Subheading);
        let next = labels.get(place + 1).map_or(usize::MAX, |&(next, _)| next);
        let name = scene.named[ordinal].clone();
        let content = name.end + 1..scene.part(at).end.min(next);
        let is_person = scene.kind(ordinal) == Kind::Person;
        let counts = content.len() >= SHORTEST && (headline || is_dialogue && is_person);
        if counts && !is_quoted(scene, &content) {
            said.push(Said {
                content: vec![content],
                cue: name.start,
                who: Who {
                    words: name,
                    named: vec![ordinal],
                    stands_for: None,
                },
                manner: Manner::Direct,
            });
        }
    }
    said
}

/// The mention that stands before a colon at the beginning of a line; a title may stand before it.
fn label(scene: &Scene, at: usize) -> Option<usize> {
    let begins = matches!(scene.words.tokens[at].gap, Gap::Line | Gap::Paragraph)
        || scene.part(at).start == at;
    let named = |&start: &usize| scene.somebody_at(start).is_some();
    let end = scene.words.len().min(at + MOST_TITLE + 1);
    let ordinal = scene.somebody_at((at..end).find(named).filter(|_| begins)?)?;
    let speaks = matches!(
        scene.kind(ordinal),
        Kind::Person | Kind::Organisation | Kind::Group
    );
    let name = scene.named[ordinal].clone();
    let title = (at..name.start).all(|at| scene.words.is_word(at) || scene.raw(at) == ".");
    let colon = scene.raw(name.end) == ":"
        && (at + 1..=name.end)
            .all(|at| matches!(scene.words.tokens[at].gap, Gap::None | Gap::Space));
    let letters = scene.words.span(&name).len() > 1;
    (name.start >= at && title && speaks && colon && letters).then_some(ordinal)
}

/// Whether all of it is a quotation, which is found as such.
fn is_quoted(scene: &Scene, content: &Range<usize>) -> bool {
    scene
        .quotation_at(content.start + 1)
        .is_some_and(|quotation| quotation.open == content.start)
}
