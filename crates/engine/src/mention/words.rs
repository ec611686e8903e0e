//! A document's words, with what every recogniser needs to know about each.

mod casing;
mod phrases;

use std::ops::Range;

use super::lexicon::{Is, Lexicon, Map, Traits, compared, is_skipped, lexicon};
use crate::document::{Document, Role};
use crate::text::{Class, Gap, Shape, Span, Token, sentence_ranges, tokens};

pub(crate) use casing::Casing;
pub(crate) use phrases::Phrase;

/// A sentence: a range of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) tokens: Range<usize>,
    pub(crate) casing: Casing,
    /// The part of the document it stands in.
    pub(crate) role: Role,
}

/// A document's words.
pub(crate) struct Words<'t> {
    pub(crate) text: &'t str,
    /// Whether it is English, as far as the document's facts tell: elsewhere neither the lists of
    /// ordinary words nor capitals tell what is a name.
    pub(crate) english: bool,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    /// Listed names, in the order of their first words.
    pub(crate) phrases: Vec<Phrase>,
    /// For each token and the end, how many listed names begin before it.
    phrases_before: Vec<u32>,
    /// For each token, its place in the vocabulary.
    word_of: Vec<u32>,
    vocabulary: Vec<Word>,
    /// For each token, its sentence.
    sentence_of: Vec<u32>,
    /// For each token, whether a capital there may be due to its place alone.
    initial: Vec<bool>,
}

/// A word as such, wherever it stands in the document.
struct Word {
    compared: String,
    traits: Traits,
    /// Words in the longest listed name that begins with it.
    longest: usize,
    /// How often it stands in the document without a capital.
    lower: u32,
}

impl<'t> Words<'t> {
    pub(crate) fn of(document: &'t Document) -> Self {
        let text = document.text.as_str();
        let tokens = tokens(text);
        let (word_of, vocabulary) = vocabulary(text, &tokens, lexicon());
        let mut words = Self {
            text,
            english: is_english(document),
            sentences: Vec::new(),
            phrases: Vec::new(),
            phrases_before: Vec::new(),
            sentence_of: vec![0; tokens.len()],
            initial: vec![false; tokens.len()],
            tokens,
            word_of,
            vocabulary,
        };
        words.sentences = words.cut_sentences(document);
        for (number, sentence) in words.sentences.iter().enumerate() {
            words.sentence_of[sentence.tokens.clone()].fill(number as u32);
        }
        words.initial = words.find_initials();
        words.phrases = words.find_phrases(lexicon());
        words.phrases_before = phrases::counts_before(&words.phrases, words.tokens.len());
        words
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token as it stands in the text.
    pub(crate) fn raw(&self, at: usize) -> &'t str {
        self.tokens[at].span.of(self.text)
    }

    /// The token as it is compared: folded, `U.S.` as `us`; nothing beyond the last.
    pub(crate) fn word(&self, at: usize) -> &str {
        match self.word_of.get(at) {
            Some(&word) => &self.vocabulary[word as usize].compared,
            None => "",
        }
    }

    /// The token as it is compared, if it stands in the same sentence as `from`; else nothing.
    pub(crate) fn word_near(&self, from: usize, at: Option<usize>) -> &str {
        match at {
            Some(at) if at < self.len() && self.sentence_of[at] == self.sentence_of[from] => {
                self.word(at)
            }
            _ => "",
        }
    }

    /// The word before a token in its sentence.
    pub(crate) fn before(&self, at: usize) -> &str {
        self.word_near(at, at.checked_sub(1))
    }

    /// The word after a range of tokens in its sentence.
    pub(crate) fn after(&self, end: usize) -> &str {
        self.word_near(end.saturating_sub(1), Some(end))
    }

    pub(crate) fn span(&self, tokens: &Range<usize>) -> Span {
        let (first, last) = (
            self.tokens[tokens.start].span,
            self.tokens[tokens.end - 1].span,
        );
        Span::new(first.start as usize, last.end as usize)
    }

    /// The listed names that begin in a range of tokens.
    pub(crate) fn phrases_in(&self, tokens: Range<usize>) -> &[Phrase] {
        let before = |at: usize| self.phrases_before.get(at).map(|&count| count as usize);
        let all = self.phrases.len();
        let start = before(tokens.start).unwrap_or(all);
        let end = before(tokens.end).unwrap_or(all);
        self.phrases.get(start..end).unwrap_or_default()
    }

    /// The words of a range as they are compared, joined by spaces, without marks that make no
    /// difference.
    pub(crate) fn key(&self, tokens: Range<usize>) -> String {
        let mut key = String::new();
        for at in tokens {
            if is_skipped(self.text, &self.tokens[at]) {
                continue;
            }
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(self.word(at));
        }
        key
    }

    pub(crate) fn sentence(&self, at: usize) -> &Sentence {
        &self.sentences[self.sentence_of[at] as usize]
    }

    /// The place of a token's sentence among the sentences.
    pub(crate) fn sentence_number(&self, at: usize) -> usize {
        self.sentence_of[at] as usize
    }

    /// Whether two tokens stand in one sentence.
    pub(crate) fn together(&self, one: usize, other: usize) -> bool {
        other < self.len() && self.sentence_of[one] == self.sentence_of[other]
    }

    /// Whether a token is of a class of words.
    pub(crate) fn is(&self, at: usize, is: Is) -> bool {
        self.word_of
            .get(at)
            .is_some_and(|&word| self.vocabulary[word as usize].traits.has(is))
    }

    pub(crate) fn casing(&self, at: usize) -> Casing {
        self.sentence(at).casing
    }

    pub(crate) fn shape(&self, at: usize) -> Shape {
        self.tokens[at].shape
    }

    pub(crate) fn is_word(&self, at: usize) -> bool {
        matches!(self.tokens[at].class, Class::Word | Class::Dotted)
    }

    /// Whether a capital there may be due to its place alone: the first word of a sentence, a
    /// quotation, a line.
    pub(crate) fn is_initial(&self, at: usize) -> bool {
        self.initial[at]
    }

    /// Whether two neighbouring tokens touch or have only a space or the end of a line between.
    pub(crate) fn is_joined(&self, at: usize) -> bool {
        self.tokens[at].gap != Gap::Paragraph
    }

    /// Whether a token looks like part of a name, as far as its letters and the lists of ordinary
    /// words tell.
    pub(crate) fn looks_like_name(&self, at: usize) -> bool {
        let token = self.tokens[at];
        if token.class != Class::Word || self.is_pronoun(at) || self.is_calendar(at) {
            return false;
        }
        let word = self.entry(at);
        let ordinary = word.traits.has(Is::Ordinary);
        let common = ordinary || word.lower > 0;
        match self.casing(at) {
            Casing::Mixed => match token.shape {
                Shape::Upper => !ordinary,
                Shape::Capitalised => !self.is_initial(at) || !common,
                Shape::Camel | Shape::Humped => true,
                Shape::Lower | Shape::Caseless => false,
            },
            Casing::Title => {
                matches!(
                    token.shape,
                    Shape::Capitalised | Shape::Upper | Shape::Camel | Shape::Humped
                ) && !common
            }
            Casing::Capitals => token.shape != Shape::Caseless && !common,
            Casing::Lower => !ordinary && token.shape == Shape::Lower && word.compared.len() > 1,
        }
    }

    fn is_pronoun(&self, at: usize) -> bool {
        let word = self.word(at);
        word == "i" || word.starts_with("i'")
    }

    /// Months and days of the week, but for a surname such as May after a first name.
    fn is_calendar(&self, at: usize) -> bool {
        let after_first_name = at > 0
            && self.is(at - 1, Is::FirstName)
            && self.tokens[at - 1].shape.is_capitalised()
            && self.tokens[at].shape.is_capitalised();
        self.is(at, Is::Calendar) && !after_first_name
    }

    fn entry(&self, at: usize) -> &Word {
        &self.vocabulary[self.word_of[at] as usize]
    }

    /// Sentences do not reach across parts.
    fn cut_sentences(&self, document: &Document) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        let doc_casing = self.casing_of(0..self.len(), Role::Paragraph, None);
        let mut at = 0;
        for part in &document.parts {
            let end = part.span.end;
            let count = self.tokens[at..]
                .iter()
                .take_while(|t| t.span.start < end)
                .count();
            let part_tokens = &self.tokens[at..at + count];
            for range in sentence_ranges(self.text, part_tokens) {
                let tokens = range.start + at..range.end + at;
                sentences.push(Sentence {
                    casing: self.casing_of(tokens.clone(), part.role, Some(doc_casing)),
                    role: part.role,
                    tokens,
                });
            }
            at += count;
        }
        if at < self.len() {
            let tokens = at..self.len();
            let casing = self.casing_of(tokens.clone(), Role::Paragraph, Some(doc_casing));
            sentences.push(Sentence {
                tokens,
                casing,
                role: Role::Paragraph,
            });
        }
        sentences
    }

    fn find_initials(&self) -> Vec<bool> {
        let mut initial = vec![false; self.len()];
        for sentence in &self.sentences {
            let mut expected = true;
            for at in sentence.tokens.clone() {
                let token = self.tokens[at];
                if token.class == Class::Mark {
                    let raw = self.raw(at);
                    let opens = matches!(
                        raw,
                        ":" | "“"
                            | "«"
                            | "‘"
                            | "•"
                            | "*"
                            | "—"
                            | "("
                            | "["
                            | ">"
                            | "|"
                            | "?"
                            | "!"
                            | "…"
                    ) || raw == "\"" && token.gap != Gap::None;
                    expected |= opens;
                    continue;
                }
                initial[at] = expected || token.gap == Gap::Paragraph;
                expected = false;
            }
        }
        initial
    }
}

fn is_english(document: &Document) -> bool {
    let language = document.facts.language.as_ref();
    language.is_none_or(|fact| fact.value == "en" || fact.value.starts_with("en-"))
}

fn vocabulary(text: &str, tokens: &[Token], lexicon: &Lexicon) -> (Vec<u32>, Vec<Word>) {
    let mut places: Map<String, u32> = Map::default();
    let mut vocabulary: Vec<Word> = Vec::new();
    let mut word_of = Vec::with_capacity(tokens.len());
    for token in tokens {
        let compared = compared(text, token);
        let place = match places.get(&compared) {
            Some(&place) => place,
            None => {
                let place = vocabulary.len() as u32;
                vocabulary.push(Word {
                    traits: lexicon.traits_of(&compared),
                    longest: lexicon.longest(&compared),
                    compared: compared.clone(),
                    lower: 0,
                });
                places.insert(compared, place);
                place
            }
        };
        vocabulary[place as usize].lower += u32::from(token.shape == Shape::Lower);
        word_of.push(place);
    }
    (word_of, vocabulary)
}
