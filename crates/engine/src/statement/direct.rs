//! Quotations with who said them: `“…,” Ada said`, `Ada said: “…”`, and those that go on.

use std::collections::BTreeSet;
use std::ops::Range;

use super::cues::{Form, Takes};
use super::quotations::Quotation;
use super::scene::Scene;
use super::speaker::Who;
use super::{Manner, Said};
use crate::mention::lexicon::Is;

/// Words between a quotation and its word of saying, at most.
const FARTHEST: usize = 25;

/// Words of a quotation that goes on without another word of saying, at least.
const SHORTEST: usize = 4;

/// Quotations that are statements, and the words of saying that stand with them.
pub(super) fn quoted(scene: &Scene) -> (Vec<Said>, BTreeSet<usize>) {
    let mut said: Vec<Said> = Vec::new();
    let mut spent = BTreeSet::new();
    // Of the last statement: its quotation, and its word of saying.
    let mut before: Option<(usize, usize)> = None;
    for (place, &quotation) in scene.quotations.iter().enumerate() {
        let is_new = |&(cue, _): &(usize, Who)| {
            let same = before.is_some_and(|(_, last)| {
                scene.sentence_number(last) == scene.sentence_number(cue) && last < cue
            });
            !spent.contains(&cue) && !(same && scene.form(cue) == Form::Participle)
        };
        let found = led_in(scene, place)
            .filter(is_new)
            .or_else(|| followed(scene, place).filter(is_new));
        if let Some((cue, who)) = found {
            spent.insert(cue);
            before = Some((place, cue));
            said.push(Said {
                content: vec![quotation.inside()],
                cue,
                who,
                manner: Manner::Direct,
            });
            continue;
        }
        let Some((last, cue)) = before.filter(|&(last, _)| last + 1 == place) else {
            continue;
        };
        let ends = scene.quotations[last].close;
        let Some(open) = said.last_mut() else {
            continue;
        };
        if is_resumed(scene, ends, cue, quotation) {
            open.content.push(quotation.inside());
            before = Some((place, cue.max(ends)));
        } else if is_next_paragraph(scene, ends, quotation) {
            let who = open.who.clone();
            before = Some((place, cue));
            said.push(Said {
                content: vec![quotation.inside()],
                cue: quotation.open,
                who,
                manner: Manner::Direct,
            });
        }
    }
    (said, spent)
}

/// `Ada said: “…”`, `Ada said “…”`, `Ada told us, “…”`, `they used the word “…”`.
fn led_in(scene: &Scene, place: usize) -> Option<(usize, Who)> {
    let open = scene.quotations[place].open;
    let before = place
        .checked_sub(1)
        .map_or(0, |b| scene.quotations[b].close + 1);
    let floor = scene.around(open.checked_sub(1)?).start.max(before);
    if open <= floor || scene.part(floor) != scene.part(open) {
        return None;
    }
    let mark = scene.raw(open - 1);
    let word_for_word = matches!(scene.word(open - 1), "term" | "word" | "phrase" | "words");
    let verb = |&at: &usize| match word_for_word {
        true => matches!(scene.word(at), "used" | "uses" | "using" | "use"),
        false => scene.cue(at).is_some_and(|takes| takes != Takes::Deed),
    };
    let cue = (floor..open).rev().take(FARTHEST / 2).find(verb)?;
    let leads = mark == ":" || mark == "," || cue + 1 == open || word_for_word;
    let between = cue + 1..open - usize::from(cue + 1 < open);
    let clause = between.clone().any(|at| scene.word(at) == "that")
        || mark == "," && between.clone().any(|at| scene.is_comma(at));
    let titled = cue + 1 == open && is_title(scene, scene.quotations[place]);
    if !leads || clause || titled {
        return None;
    }
    let who = scene.subject(cue, floor)?;
    Some((cue, who))
}

/// `“…,” Ada said`, `“…,” said Ada`.
fn followed(scene: &Scene, place: usize) -> Option<(usize, Who)> {
    let Quotation { open, close } = scene.quotations[place];
    let start = close + 1 + usize::from(scene.is_comma(close + 1));
    if start >= scene.words.len() || scene.part(start) != scene.part(open) {
        return None;
    }
    let last = scene.raw(close - 1);
    let ended = matches!(last, "," | "." | "?" | "!" | "…" | "—") || scene.is_comma(close + 1);
    let goes_on = scene.sentence_number(close) == scene.sentence_number(start)
        || matches!(last, "," | "?" | "!");
    if !ended || !goes_on {
        return None;
    }
    let next = scene.quotations.get(place + 1).map(|next| next.open);
    let ceiling = scene.sentence(start).end.min(next.unwrap_or(usize::MAX));
    let is_finite = |&at: &usize| {
        let says = scene.cue(at).is_some_and(|takes| takes != Takes::Deed);
        says && scene.form(at) == Form::Finite
    };
    if is_finite(&start) {
        let who = scene.who_after(start + 1, ceiling)?;
        return Some((start, who));
    }
    let cue = (start..ceiling.min(start + FARTHEST)).find(is_finite)?;
    let joins = matches!(scene.word(start), "and" | "but" | "while" | "as" | "which");
    let other = scene.word(cue + 1) == "that" || joins;
    let who = scene.subject(cue, start).filter(|_| !other)?;
    Some((cue, who))
}

/// Whether a quotation is the title of a work: all its words but the small ones have a capital.
fn is_title(scene: &Scene, quotation: Quotation) -> bool {
    let mut words = quotation.inside().filter(|&at| {
        scene.words.is_word(at) && (at == quotation.open + 1 || !scene.words.is(at, Is::Function))
    });
    let capital = |at: usize| scene.words.shape(at).is_capitalised();
    scene.count_words(quotation.inside()) > 1 && words.all(capital)
}

/// Whether a quotation goes on after the words that told who said its first piece.
fn is_resumed(scene: &Scene, ends: usize, cue: usize, quotation: Quotation) -> bool {
    let Quotation { open, .. } = quotation;
    let same_part = scene.part(open) == scene.part(cue);
    let sentences = scene.sentence_number(open) - scene.sentence_number(cue.min(open));
    let between = cue.max(ends)..open;
    let touches = match sentences {
        0 => open > 0 && (scene.is_comma(open - 1) || scene.raw(open - 1) == ":"),
        1 => scene.sentence(open).start == open,
        _ => false,
    };
    let short = between.len() <= FARTHEST;
    same_part && touches && short && is_long(scene, quotation.inside())
}

/// Whether a paragraph is a quotation as a whole, and the paragraph before it one as well.
fn is_next_paragraph(scene: &Scene, ends: usize, quotation: Quotation) -> bool {
    let part = scene.part(quotation.open);
    let whole = part.start == quotation.open && quotation.close + 1 >= part.end;
    let before = part.start.checked_sub(1).map(|end| scene.part(end));
    let follows = before.is_some_and(|before| before.start <= ends && ends <= before.end);
    whole && follows && is_long(scene, quotation.inside())
}

fn is_long(scene: &Scene, content: Range<usize>) -> bool {
    scene.count_words(content) >= SHORTEST
}
