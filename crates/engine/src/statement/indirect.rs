//! What is told of what somebody said: `Ada said that …`, `…, Ada said`, `according to Ada, …`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::clause::{clause_end, clause_start, complement, is_adjunct, is_closing};
use super::cues::{Form, Takes, is_among};
use super::scene::Scene;
use super::speaker::Who;
use super::{Manner, Said};
use crate::text::Class;

/// Words of what is said, at least.
const SHORTEST: usize = 2;

/// Words of a clause that cannot be taken for what a name is beside: `the head, Ada, said`.
const LONG: usize = 4;

const SURE: &str = "confident convinced certain sure adamant clear";

const NOUNS_OF_SAYING: &str = "denial denials claim claims accusation accusations allegation \
    allegations assertion assertions statement statements suggestion suggestions warning warnings \
    insistence belief conclusion finding findings";

/// Statements told in clauses, but for the words of saying that stand with quotations.
pub(super) fn retold(scene: &Scene, spent: &BTreeSet<usize>) -> Vec<Said> {
    let mut said = Vec::new();
    for at in 0..scene.words.len() {
        if scene.role(at).is_boilerplate() || spent.contains(&at) {
            continue;
        }
        let found = match scene.cue(at) {
            Some(takes) => by_verb(scene, at, takes).or_else(|| by_noun(scene, at)),
            None if scene.word(at) == "according" && scene.word(at + 1) == "to" => {
                according_to(scene, at)
            }
            None if scene.word(at + 1) != "that" => None,
            None if is_among(scene.word(at), SURE) => by_being_sure(scene, at),
            None => by_noun(scene, at),
        };
        said.extend(found);
    }
    said
}

/// The range in which the clauses of a word of saying lie: its sentence; in a quotation, no more than
/// this.
fn bounds(scene: &Scene, at: usize) -> Range<usize> {
    let sentence = scene.around(at);
    match scene.quotation_at(at) {
        Some(quotation) => {
            sentence.start.max(quotation.open + 1)..sentence.end.min(quotation.close)
        }
        None => sentence,
    }
}

fn by_verb(scene: &Scene, cue: usize, takes: Takes) -> Option<Said> {
    let Range { start, end } = bounds(scene, cue);
    let who = scene.subject(cue, start);
    if takes == Takes::Deed {
        return deed(scene, cue, end, who?);
    }
    if scene.word(cue + 1) == "so" && cue + 2 >= end - 1 && end > cue {
        return said(scene, cue, who?, vec![sentence_before(scene, cue)?]);
    }
    let after = match inverted(scene, cue, start..end) {
        Some(_) => None,
        None => complement(scene, cue, takes, end),
    };
    if after.is_none()
        && scene.form(cue) == Form::Finite
        && let Some((who, content)) = closing(scene, cue, start..end)
    {
        return said(scene, cue, who, content);
    }
    let content = after?;
    let content = content.start..clause_end(scene, content, cue);
    said(scene, cue, who?, vec![content])
}

fn said(scene: &Scene, cue: usize, who: Who, content: Vec<Range<usize>>) -> Option<Said> {
    let words: usize = content
        .iter()
        .map(|piece| scene.count_words(piece.clone()))
        .sum();
    let named = scene
        .named
        .get(who.named.first().copied().unwrap_or(usize::MAX));
    let about_itself = named.is_some_and(|name| content.iter().any(|c| c.contains(&name.start)));
    (words >= SHORTEST && !about_itself).then_some(Said {
        content,
        cue,
        who,
        manner: Manner::Indirect,
    })
}

/// `it rained, Ada said`, `the dam, Ada said, was full`: who says it, and what stands around.
fn closing(scene: &Scene, cue: usize, bounds: Range<usize>) -> Option<(Who, Vec<Range<usize>>)> {
    let hearer = scene.cue(cue) == Some(Takes::Hearer);
    let inverted = inverted(scene, cue, bounds.clone());
    if !hearer && inverted.is_none() && !is_closing(scene, cue, bounds.end) {
        return None;
    }
    let (comma, who) = match inverted {
        Some(found) => found,
        None => {
            let who = scene.subject(cue, bounds.start)?;
            let first = who.words.start;
            let apposed = (who.words.end..cue).any(|at| scene.is_comma(at));
            let near = (bounds.start..first).rev().take(6);
            let comma = near.clone().find(|&at| scene.is_comma(at))?;
            if apposed && scene.count_words(bounds.start..comma) < LONG {
                return None;
            }
            (comma, who)
        }
    };
    let start = clause_start(scene, bounds.start, comma);
    let after = scene.is_comma(cue + 1) && scene.goes_on(cue + 2, bounds.end);
    let before = start..comma;
    let mut content = vec![before];
    if after {
        content.push(cue + 2..clause_end(scene, cue + 2..bounds.end, cue));
    }
    (start < comma).then_some((who, content))
}

/// `it rained, said Ada`: the comma, and who says it. After the name the sentence ends, or something
/// is told of whom it names.
fn inverted(scene: &Scene, cue: usize, bounds: Range<usize>) -> Option<(usize, Who)> {
    let comma = cue.checked_sub(1).filter(|&at| at > bounds.start)?;
    if !scene.is_comma(comma) || scene.form(cue) == Form::Participle {
        return None;
    }
    let near = cue + 1..bounds.end.min(cue + 6);
    let ordinal = near.clone().find_map(|at| scene.somebody_at(at))?;
    let name = scene.named[ordinal].clone();
    let titled = (cue + 1..name.start).all(|at| scene.words.is_word(at));
    let after = scene.word(name.end);
    let over = name.end >= bounds.end || is_among(after, "of from who in at for");
    let ends =
        over || scene.words.tokens[name.end].class == Class::Mark && scene.raw(name.end) != "’";
    if !titled || !ends || is_adjunct(scene, cue + 1) {
        return None;
    }
    Some((comma, scene.who_after(cue + 1, bounds.end)?))
}

/// `accused them of theft`: what they are told to have done.
fn deed(scene: &Scene, cue: usize, end: usize, who: Who) -> Option<Said> {
    let from = cue + 1;
    let comma = (from..end).find(|&at| scene.is_comma(at) || scene.raw(at) == ";");
    let content = from..comma.unwrap_or(end);
    let of = content
        .clone()
        .skip(1)
        .any(|at| is_among(scene.word(at), "of for to on"));
    let passive = is_among(scene.word(from), "of for to by");
    (of && !passive).then(|| said(scene, cue, who, vec![content]))?
}

/// `is confident that it rained`.
fn by_being_sure(scene: &Scene, at: usize) -> Option<Said> {
    let Range { start, end } = bounds(scene, at);
    let being = at.checked_sub(1).filter(|&being| being > start)?;
    let is = is_among(scene.word(being), "is are was were");
    if !is {
        return None;
    }
    let who = scene.subject(being, start)?;
    if who.named.is_empty() {
        return None;
    }
    let content = at + 2..end;
    let content = content.start..clause_end(scene, content, at);
    said(scene, at, who, vec![content])
}

/// `Ada's claim that it rained`.
fn by_noun(scene: &Scene, at: usize) -> Option<Said> {
    let Range { start, end } = bounds(scene, at);
    if scene.word(at + 1) != "that" || !is_among(scene.word(at), NOUNS_OF_SAYING) {
        return None;
    }
    let owner = (start..at)
        .rev()
        .take(3)
        .find_map(|near| scene.somebody_at(near))?;
    let name = scene.named[owner].clone();
    let owned = scene.words.tokens[name.end].class == Class::Clitic
        || matches!(scene.raw(name.end), "’" | "'");
    let who = Who {
        words: name,
        named: vec![owner],
        stands_for: None,
    };
    let content = at + 2..end;
    let content = content.start..clause_end(scene, content, at);
    owned.then(|| said(scene, at, who, vec![content]))?
}

/// `according to Ada, it rained`; `it rained, according to Ada`.
fn according_to(scene: &Scene, at: usize) -> Option<Said> {
    let Range { start, end } = bounds(scene, at);
    let from = at + 2;
    let ends_name = |&at: &usize| {
        (scene.is_comma(at) || matches!(scene.raw(at), ";" | "." | "—" | "–" | ")"))
            && scene.mention_at(at).is_none()
    };
    let name_end = (from..end).find(ends_name).unwrap_or(end);
    let who = scene.who(from..name_end)?;
    let opens = scene.trimmed(start..at).is_empty()
        || at > start && is_among(scene.word(at - 1), "and but that");
    let goes_on = name_end < end && scene.is_comma(name_end);
    let mut content = Vec::new();
    if !opens {
        let before = clause_start(scene, start, at);
        content.push(before..at);
    }
    if goes_on && (opens || scene.goes_on(name_end + 1, end)) {
        let after = name_end + 1..end;
        content.push(after.start..clause_end(scene, after, at));
    }
    content.retain(|piece| !scene.trimmed(piece.clone()).is_empty());
    said(scene, at, who, content)
}

/// The sentence before that in which a token stands.
fn sentence_before(scene: &Scene, at: usize) -> Option<Range<usize>> {
    let start = scene.sentence(at).start;
    let before = scene.sentence(start.checked_sub(1)?);
    (scene.role(before.start) == scene.role(at)).then_some(before)
}
