//! Where what is said begins and ends.

use std::ops::Range;

use super::cues::{Form, Takes, is_among};
use super::scene::Scene;
use crate::mention::Kind;
use crate::mention::lexicon::Is;
use crate::text::{Class, Shape};

/// Words between a word of saying and its `that`, at most: `said on Friday that`.
const FAR_THAT: usize = 8;

/// Words after a word of saying at the end of a sentence, at most: `…, Ada said on Friday.`
const TAIL: usize = 9;

const PREPOSITIONS: &str = "in on at to during after before by via through from late early this last \
    yesterday today earlier later";

/// Clauses joined to what is said that are looked at, at most.
const MOST_JOINED: usize = 4;

/// What people say something in.
const OCCASIONS: &str = "statement report letter interview speech tweet post email message briefing \
    hearing conference memo";

/// Words between a word of saying and what is said.
const ADVERBS: &str = "instead only also again later repeatedly publicly simply merely";

/// Words that begin a clause even without `that`: `admitted he was there`.
const SUBJECTS: &str = "he she they it there we";

/// Words of saying after which these may be no beginning: `found it hard`.
const WITH_OBJECT: &str =
    "find finds found hold holds held post posted rule ruled mention mentioned";

/// What begins something that the writer adds to what was said.
const ASIDES: &str = "according citing likely presumably apparently possibly probably perhaps";

/// Verbs that tell that a clause is there, or goes on: `that experts say were hacked`.
const AUXILIARIES: &str =
    "is are was were has have had will would could can may might should did does";

/// What is said after the word of saying, up to `end`; none if nothing is.
pub(super) fn complement(
    scene: &Scene,
    cue: usize,
    takes: Takes,
    end: usize,
) -> Option<Range<usize>> {
    let mut from = cue + 1;
    while from < end && is_among(scene.word(from), ADVERBS) {
        from += 1;
    }
    let told = from;
    let from = after_adjuncts(scene, from, end);
    let first = scene.word(from);
    if from >= end || first == "so" {
        return None;
    }
    let far = (from..end.min(from + FAR_THAT)).find(|&at| scene.word(at) == "that");
    let adjunct = |that: usize| {
        let near = that == from || is_adjunct(scene, told) || takes == Takes::Hearer;
        let hearer = scene.words.is(from, Is::Staff) || that == from + 1 && first == "it";
        let parted = (told..that).any(|at| is_auxiliary(scene, at));
        (near || hearer) && !parted
    };
    if let Some(that) = far.filter(|&that| adjunct(that)) {
        return Some(that + 1..end);
    }
    if first == "to" {
        return None;
    }
    let is_over = scene.words.tokens[from].class == Class::Mark
        && !matches!(scene.raw(from), "“" | "\"" | "‘" | "(" | "[" | "$");
    let number = scene.words.tokens[from].class == Class::Number;
    let thing = is_among(first, "in of about for with on");
    let clause = match takes {
        Takes::Clause => !is_over && !thing && !(number && scene.may_be_noun(cue)),
        Takes::That => is_among(first, SUBJECTS) && !is_among(scene.word(cue), WITH_OBJECT),
        _ => false,
    };
    if !clause || is_closing(scene, cue, end) {
        return None;
    }
    Some(from..end)
}

/// The first token after those that tell when and where something was said: `said on Friday it
/// rained`.
fn after_adjuncts(scene: &Scene, mut from: usize, end: usize) -> usize {
    while from < end {
        let next = from + 1;
        let word = scene.word(from);
        from = if is_adjunct_word(scene, from) {
            next
        } else if is_among(word, "on in late early at last") && is_adjunct_word(scene, next) {
            next + 1
        } else if is_among(word, "in at")
            && is_among(scene.word(next), "a an the")
            && is_among(scene.word(next + 1), OCCASIONS)
        {
            next + 2
        } else {
            break;
        };
    }
    from.min(end)
}

fn is_auxiliary(scene: &Scene, at: usize) -> bool {
    is_among(scene.word(at), AUXILIARIES) && !is_adjunct_word(scene, at)
}

/// `on Friday`, `in a statement`, `reporters`: when, where and to whom something is said.
pub(super) fn is_adjunct(scene: &Scene, at: usize) -> bool {
    is_among(scene.word(at), PREPOSITIONS) || is_adjunct_word(scene, at)
}

fn is_adjunct_word(scene: &Scene, at: usize) -> bool {
    let date = scene.mention_at(at);
    let capital = scene.words.shape(at) != Shape::Lower;
    let plain = capital || !is_among(scene.word(at), "may march sun sat mar wed");
    scene.words.is(at, Is::Calendar) && plain
        || date.is_some_and(|ordinal| scene.kind(ordinal) == Kind::Date)
}

/// Whether only when, where or to whom it was said follows in the sentence.
pub(super) fn is_closing(scene: &Scene, cue: usize, end: usize) -> bool {
    let from = after_adjuncts(scene, cue + 1, end);
    let stop = (from..end).find(|&at| {
        matches!(scene.raw(at), "," | ";" | "." | "—" | "–" | "\"" | "”")
            && scene.mention_at(at).is_none()
    });
    let stop = stop.unwrap_or(end);
    let rest = from..stop;
    let told = rest.clone().any(|at| is_auxiliary(scene, at));
    rest.is_empty() || rest.len() <= TAIL && is_adjunct(scene, from) && !told
}

/// Where the clause begins that ends at `comma`: after another one that is joined to it.
pub(super) fn clause_start(scene: &Scene, floor: usize, comma: usize) -> usize {
    let first = (floor..comma).find(|&at| scene.cue(at).is_some());
    let joint = (floor..comma).rev().find(|&at| {
        let own = first.is_some_and(|first| first < at) && scene.is_comma(at - 1);
        own && is_among(scene.word(at), "but and while") || scene.raw(at) == ";"
    });
    joint.map_or(floor, |at| at + 1)
}

impl Scene<'_> {
    /// Whether what follows a parenthesis goes on with the clause before it.
    pub(super) fn goes_on(&self, at: usize, end: usize) -> bool {
        let word = self.word(at);
        let other = is_among(
            word,
            "and but while although though because who which when as adding despite after before",
        );
        at < end && !other && !(word.ends_with("ing") && self.cue(at).is_some())
    }
}

/// Where what is said ends that begins with `content`.
pub(super) fn clause_end(scene: &Scene, content: Range<usize>, cue: usize) -> usize {
    let Range { start, end } = content;
    let mut joined = 0;
    for at in start + 1..end {
        let comma = scene.is_comma(at);
        let next = at + 1;
        if comma && is_among(scene.word(next), ASIDES) {
            return at;
        }
        if comma && next < end && scene.cue(next).is_some() && scene.form(next) == Form::Participle
        {
            return at;
        }
        if comma && is_among(scene.word(next), "but and while whereas") && joined < MOST_JOINED {
            joined += 1;
            if says(scene, next + 1, end) {
                return at;
            }
        }
        if scene.raw(at) == ";"
            || scene.raw(at) == "”"
                && scene.quotation_at(start).is_none()
                && scene.quotation_at(at - 1).is_none()
        {
            return at;
        }
        let relative = matches!(scene.word(at), "that" | "which");
        if relative && at > cue + 2 && is_told_of(scene, at, end) {
            return at;
        }
    }
    end
}

/// Whether the clause that begins at `from` has a word of saying and who says it.
fn says(scene: &Scene, from: usize, end: usize) -> bool {
    let verb = (from..end.min(from + 14)).find(|&at| {
        scene.cue(at).is_some() && scene.form(at) == Form::Finite && !scene.may_be_noun(at)
    });
    verb.and_then(|verb| scene.subject(verb, from)).is_some()
}

/// `hacks that experts say were designed`: what follows `that` tells of what stands before it.
fn is_told_of(scene: &Scene, relative: usize, end: usize) -> bool {
    let verb = (relative + 1..end.min(relative + 8)).find(|&at| scene.cue(at).is_some());
    verb.is_some_and(|verb| is_auxiliary(scene, verb + 1))
}
