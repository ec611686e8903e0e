//! Whom pronouns and the like stand for; and from tokens to places in the text.

use std::ops::Range;

use super::scene::Scene;
use super::speaker::StandsFor;
use super::{Attribution, Said};
use crate::mention::Kind;
use crate::mention::lexicon::Is;

/// Sentences after which nobody is meant by a pronoun any more.
const FARTHEST: usize = 2;

/// The last sources of each sort that a word may stand for, and where they spoke.
#[derive(Default)]
struct Memory {
    person: Option<(Vec<usize>, usize)>,
    body: Option<(Vec<usize>, usize)>,
    bodies: Option<(Vec<usize>, usize)>,
}

impl Memory {
    fn of(&self, stands_for: StandsFor) -> Option<&(Vec<usize>, usize)> {
        match stands_for {
            StandsFor::Person => self.person.as_ref(),
            StandsFor::Body => self.body.as_ref(),
            StandsFor::Bodies => self.bodies.as_ref(),
        }
    }

    fn keep(&mut self, scene: &Scene, sources: &[usize], cue: usize) {
        let Some(&last) = sources.last() else {
            return;
        };
        let spoke = Some((vec![last], cue));
        match sort_of(scene.kind(last)) {
            Some(StandsFor::Person) => self.person = spoke,
            Some(_) if sources.len() > 1 => self.bodies = Some((sources.to_vec(), cue)),
            Some(_) => self.body = spoke,
            None => {}
        }
    }
}

/// Gives each statement its source. A pronoun stands for the only one who fits in its sentence and the
/// one before it, or else for the last source that fits; for nobody where somebody without a name came
/// between.
pub(super) fn resolve(scene: &Scene, said: Vec<Said>) -> Vec<Attribution> {
    let mut memory = Memory::default();
    let mut attributions = Vec::new();
    for said in said {
        let mut sources = said.who.named;
        let words = said.who.words;
        if let Some(stands_for) = said.who.stands_for {
            let is_meant = |&&(_, cue): &&(Vec<usize>, usize)| {
                let near = is_near(scene, stands_for, cue, words.start);
                cue <= said.cue && near && !is_displaced(scene, stands_for, cue, words.start)
            };
            let recent = memory.of(stands_for).filter(is_meant);
            sources = match (only_one(scene, stands_for, words.start), recent) {
                (Some(one), _) => vec![one],
                (None, Some((sources, _))) => sources.clone(),
                (None, None) => Vec::new(),
            };
        }
        memory.keep(scene, &sources, said.cue);
        let pieces = said.content.into_iter().map(|piece| scene.trimmed(piece));
        let content: Vec<_> = pieces
            .filter(|piece| !piece.is_empty())
            .map(|piece| scene.words.span(&piece))
            .collect();
        if !content.is_empty() {
            attributions.push(Attribution {
                content,
                speaker: (!words.is_empty()).then(|| scene.words.span(&words)),
                sources,
                manner: said.manner,
            });
        }
    }
    attributions
}

/// A body is called by what it is for longer than a person is by a pronoun.
fn is_near(scene: &Scene, stands_for: StandsFor, cue: usize, at: usize) -> bool {
    let farthest = match stands_for {
        StandsFor::Person => FARTHEST,
        StandsFor::Body | StandsFor::Bodies => 6 * FARTHEST,
    };
    let sentence = |at| scene.sentence_number(at);
    sentence(at).abs_diff(sentence(cue)) <= farthest
}

/// Whether the sentence before tells of somebody without a name, who is meant now: `A spokeswoman`.
fn is_displaced(scene: &Scene, stands_for: StandsFor, cue: usize, at: usize) -> bool {
    let Some(end) = scene.sentence(at).start.checked_sub(1) else {
        return false;
    };
    let before = scene.sentence(end);
    let named = scene
        .somebody_in(before.clone())
        .any(|ordinal| scene.kind(ordinal) == Kind::Person);
    let described = before
        .clone()
        .take(8)
        .any(|at| scene.words.is(at, Is::Staff));
    stands_for == StandsFor::Person && cue < before.start && described && !named
}

fn sort_of(kind: Kind) -> Option<StandsFor> {
    match kind {
        Kind::Person => Some(StandsFor::Person),
        Kind::Organisation | Kind::Group => Some(StandsFor::Body),
        _ => None,
    }
}

/// The only one of the sort who is mentioned earlier in the same sentence, or there and in the one
/// before.
fn only_one(scene: &Scene, stands_for: StandsFor, at: usize) -> Option<usize> {
    let start = scene.sentence(at).start;
    let before = start.checked_sub(1).map(|end| scene.sentence(end).start);
    only_one_in(scene, stands_for, start..at)
        .or_else(|| only_one_in(scene, stands_for, before.unwrap_or(start)..at))
}

fn only_one_in(scene: &Scene, stands_for: StandsFor, tokens: Range<usize>) -> Option<usize> {
    let mut found: Vec<usize> = scene
        .somebody_in(tokens)
        .filter(|&ordinal| sort_of(scene.kind(ordinal)) == Some(stands_for))
        .collect();
    let name = |ordinal: usize| scene.words.span(&scene.named[ordinal]).of(scene.words.text);
    found.dedup_by_key(|ordinal| name(*ordinal));
    match found[..] {
        [one] => Some(one),
        _ => None,
    }
}
