//! A document as the rules for statements see it: its words, who is mentioned where, what stands
//! between quotation marks.

use std::ops::Range;

use super::quotations::{Quotation, quotations};
use crate::document::{Document, Role};
use crate::mention::{Casing, Kind, Mention, Sentence, Words};
use crate::text::{Class, Gap, Span};

/// Tokens of a sentence on either side of a word of saying that are looked at, at most.
const REACH: usize = 150;

pub(super) struct Scene<'a> {
    pub(super) words: Words<'a>,
    pub(super) mentions: &'a [Mention],
    /// The tokens of each mention.
    pub(super) named: Vec<Range<usize>>,
    /// For each token, the mention it belongs to.
    mention_of: Vec<Option<u32>>,
    /// The tokens of each part, and its role.
    pub(super) parts: Vec<(Range<usize>, Role)>,
    /// For each token, the part it stands in.
    part_of: Vec<u32>,
    pub(super) quotations: Vec<Quotation>,
    /// The tokens of each sentence, and for each token its sentence.
    sentences: Vec<Range<usize>>,
    sentence_of: Vec<u32>,
}

impl<'a> Scene<'a> {
    pub(super) fn of(document: &'a Document, mentions: &'a [Mention]) -> Self {
        let words = Words::of(document);
        let tokens_of = |span: Span| {
            let start = words.tokens.partition_point(|t| t.span.end <= span.start);
            let end = words.tokens.partition_point(|t| t.span.start < span.end);
            start..end
        };
        let named: Vec<Range<usize>> = mentions.iter().map(|m| tokens_of(m.span)).collect();
        let mut mention_of = vec![None; words.len()];
        for (ordinal, tokens) in (0..).zip(&named) {
            mention_of[tokens.clone()].fill(Some(ordinal));
        }
        let parts: Vec<_> = document
            .parts
            .iter()
            .map(|part| (tokens_of(part.span), part.role))
            .collect();
        let mut part_of = vec![0; words.len()];
        for (place, (tokens, _)) in (0..).zip(&parts) {
            part_of[tokens.clone()].fill(place);
        }
        let quotations = quotations(&words, &parts);
        let sentences = sentences(&words, &quotations);
        let mut sentence_of = vec![0; words.len()];
        for (number, tokens) in (0..).zip(&sentences) {
            sentence_of[tokens.clone()].fill(number);
        }
        Self {
            words,
            mentions,
            named,
            mention_of,
            parts,
            part_of,
            quotations,
            sentences,
            sentence_of,
        }
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.words.word(at)
    }

    /// The token as it stands in the text; nothing beyond the last.
    pub(super) fn raw(&self, at: usize) -> &'a str {
        match at < self.words.len() {
            true => self.words.raw(at),
            false => "",
        }
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.raw(at) == ","
    }

    /// The mention that a token belongs to.
    pub(super) fn mention_at(&self, at: usize) -> Option<usize> {
        let ordinal = self.mention_of.get(at).copied().flatten()?;
        Some(ordinal as usize)
    }

    /// The mention of somebody who may speak that a token belongs to.
    pub(super) fn somebody_at(&self, at: usize) -> Option<usize> {
        self.mention_at(at)
            .filter(|&ordinal| may_speak(self.kind(ordinal)))
    }

    pub(super) fn kind(&self, ordinal: usize) -> Kind {
        self.mentions[ordinal].kind
    }

    /// The mentions of those who may speak that lie in a range of tokens, in order.
    pub(super) fn somebody_in(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> {
        let first = self.named.partition_point(|own| own.start < tokens.start);
        let inside = self.named[first..].iter().zip(first..);
        inside
            .take_while(move |(own, _)| own.end <= tokens.end)
            .map(|(_, ordinal)| ordinal)
            .filter(|&ordinal| may_speak(self.kind(ordinal)))
    }

    /// The tokens of the sentence in which a token stands.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        self.sentences[self.sentence_number(at)].clone()
    }

    /// So much of a token's sentence as is looked at: no text takes longer than in proportion to its
    /// length.
    pub(super) fn around(&self, at: usize) -> Range<usize> {
        let Range { start, end } = self.sentence(at);
        start.max(at.saturating_sub(REACH))..end.min(at + REACH)
    }

    /// The place of a token's sentence among the sentences.
    pub(super) fn sentence_number(&self, at: usize) -> usize {
        self.sentence_of[at] as usize
    }

    /// The tokens of the part in which a token stands.
    pub(super) fn part(&self, at: usize) -> Range<usize> {
        self.parts
            .get(self.part_of[at] as usize)
            .map_or(0..0, |(tokens, _)| tokens.clone())
    }

    pub(super) fn role(&self, at: usize) -> Role {
        self.words.sentence(at).role
    }

    /// The quotation in which a token stands.
    pub(super) fn quotation_at(&self, at: usize) -> Option<&Quotation> {
        let place = self.quotations.partition_point(|q| q.close <= at);
        self.quotations.get(place).filter(|q| q.open < at)
    }

    /// A range without the marks at its ends.
    pub(super) fn trimmed(&self, mut tokens: Range<usize>) -> Range<usize> {
        let is_edge = |at: usize| {
            self.words.tokens[at].class == Class::Mark
                && !matches!(self.raw(at), "(" | ")" | "[" | "]" | "$" | "€" | "£" | "%")
        };
        while !tokens.is_empty() && is_edge(tokens.start) {
            tokens.start += 1;
        }
        while !tokens.is_empty() && is_edge(tokens.end - 1) {
            tokens.end -= 1;
        }
        tokens
    }

    /// How many words, not marks, a range has.
    pub(super) fn count_words(&self, tokens: Range<usize>) -> usize {
        tokens
            .filter(|&at| self.words.tokens[at].class != Class::Mark)
            .count()
    }
}

/// The sentences; where no letter is a capital, every stop ends one.
fn sentences(words: &Words, quotations: &[Quotation]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    for Sentence { tokens, casing, .. } in &words.sentences {
        let mut start = tokens.start;
        for at in tokens.start + 1..tokens.end {
            let closes = |at| quotations.binary_search_by_key(&at, |q| q.close).is_ok();
            let stops = *casing == Casing::Lower
                && words.tokens[at].gap != Gap::None
                && (words.raw(at - 1) == "." && !closes(at)
                    || at > start + 1 && words.raw(at - 2) == "." && closes(at - 1));
            if stops {
                sentences.push(start..at);
                start = at;
            }
        }
        sentences.push(start..tokens.end);
    }
    sentences
}

/// Whether what is of that kind can say something: places and nationalities stand for governments.
fn may_speak(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Person | Kind::Organisation | Kind::Group | Kind::Place | Kind::Nationality
    )
}
