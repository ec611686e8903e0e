//! Suggestions: how what is being typed might go on, and what might have been meant.

use serde::{Deserialize, Serialize};

use super::Engine;
use crate::address::{Facet, Filter};
use crate::entity::DocumentId;
use crate::index::{Vocabulary, WordId, words};
use crate::mention::Kind;
use crate::query::{Field, Query, Reach, Word, field_names};
use crate::search::{Search, Sieve};

/// Suggestions given at once.
pub const MOST_SUGGESTIONS: usize = 8;

/// Of these, names of entities.
const MOST_ENTITIES: usize = 4;

/// A word must have so many letters before its end is guessed.
const SHORTEST_START: usize = 2;

/// Slips of the pen that are forgiven in a word that stands nowhere.
const MOST_SLIPS: u8 = 2;

/// A way in which what is being typed might go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// All of what would be in the search box.
    pub typed: String,
    /// What the reader sees: a word, a name, a field.
    pub label: String,
    /// What it is.
    pub what: Suggested,
}

/// What is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Suggested {
    /// A word of the texts.
    Word,
    /// A field; its value is still to be typed.
    Field,
    /// A value of a field; with its kind, for kinds and entities.
    Value(Option<Kind>),
}

impl Engine {
    /// How what is being typed might go on at its end.
    pub(super) fn suggest(&self, typed: &str) -> Vec<Suggestion> {
        let Some((before, last)) = last_word(typed) else {
            return vec![];
        };
        let mut suggestions = match last.split_once(':') {
            Some((field, start)) => self.suggest_values(field, start, usize::MAX),
            None => {
                let fields = suggest_fields(last);
                let entities = self.suggest_values("entity", last, MOST_ENTITIES);
                let words = self.suggest_words(last);
                fields.chain(entities).chain(words).collect()
            }
        };
        suggestions.truncate(MOST_SUGGESTIONS);
        for suggestion in &mut suggestions {
            suggestion.typed.insert_str(0, before);
        }
        suggestions
    }

    /// Values of a field whose names have a word that starts so; the most frequent first.
    fn suggest_values(&self, field: &str, start: &str, most: usize) -> Vec<Suggestion> {
        let speaks = (field == Field::Speaker.name()).then(|| self.speakers());
        let facet = match &speaks {
            Some(_) => Some(Facet::Entity),
            None => Facet::from_slug(field).filter(|facet| !facet.is_of_years()),
        };
        let Some(facet) = facet else {
            return vec![];
        };
        let facets = &self.index.facets;
        let starting = facets
            .starting(facet, start)
            .filter(|value| speaks.as_ref().is_none_or(|them| them[value.0 as usize]))
            .take(most.min(MOST_SUGGESTIONS));
        let suggestions = starting.map(|id| {
            let value = facets.known(facet, id);
            Suggestion {
                typed: format!("{field}:{} ", value.slug),
                label: value.label,
                what: Suggested::Value(value.kind),
            }
        });
        suggestions.collect()
    }

    /// For each entity, whether it says something in any document.
    fn speakers(&self) -> Vec<bool> {
        let mut speaks = vec![false; self.corpus.entities.len()];
        for (statements, document) in self.corpus.statements.iter().zip(0..) {
            for &statement in statements {
                if let Some(who) = self.corpus.speaker(DocumentId(document), statement) {
                    speaks[who.0 as usize] = true;
                }
            }
        }
        speaks
    }

    /// Words that start so, the most frequent first; if there is none, words spelt nearly so.
    fn suggest_words(&self, start: &str) -> Vec<Suggestion> {
        let pieces = words(start);
        let [word] = pieces.as_slice() else {
            return vec![];
        };
        let vocabulary = self.index.words.vocabulary();
        let mut found: Vec<WordId> = vocabulary.starting(word).collect();
        if found.is_empty() {
            found = vocabulary
                .similar(word, MOST_SLIPS)
                .map(|(word, _)| word)
                .collect();
        }
        let frequent = self.index.words.most_frequent(&found, MOST_SUGGESTIONS);
        let suggestions = frequent.into_iter().map(|word| Suggestion {
            typed: format!("{} ", vocabulary.word(word)),
            label: vocabulary.word(word).to_owned(),
            what: Suggested::Word,
        });
        suggestions.collect()
    }

    /// The query with each word that stands nowhere exchanged for the nearest that does, if that
    /// finds something that passes.
    pub(super) fn did_you_mean(&self, query: &Query, filter: &Filter) -> Option<String> {
        let mut meant = query.clone();
        let mut is_changed = false;
        meant.for_each_word(&mut |word| {
            if let Some(nearest) = self.nearest(word) {
                word.folded = nearest;
                is_changed = true;
            }
        });
        if !is_changed {
            return None;
        }
        let documents = self.corpus.documents.len();
        let mut found = Search::new(&self.corpus, &self.index, &meant)
            .rank()
            .documents;
        Sieve::new(&self.index.facets, documents, filter)
            .0
            .apply(&mut found);
        (!found.is_empty()).then(|| meant.to_string())
    }

    /// The word nearest to one that stands nowhere; the most frequent of several.
    fn nearest(&self, word: &Word) -> Option<String> {
        let vocabulary = self.index.words.vocabulary();
        if is_known(vocabulary, word) {
            return None;
        }
        let similar: Vec<_> = vocabulary.similar(&word.folded, MOST_SLIPS).collect();
        let least = similar.iter().map(|&(_, slips)| slips).min()?;
        let nearest = similar.iter().filter(|(_, slips)| *slips == least);
        let nearest: Vec<WordId> = nearest.map(|&(word, _)| word).collect();
        let best = *self.index.words.most_frequent(&nearest, 1).first()?;
        Some(vocabulary.word(best).to_owned())
    }
}

/// Whether any word of the texts agrees with the one asked for.
fn is_known(vocabulary: &Vocabulary, word: &Word) -> bool {
    match word.reach {
        Reach::Exact => vocabulary.find(&word.folded).is_some(),
        Reach::Forms => !vocabulary.forms(&word.folded).is_empty(),
        Reach::Start => !vocabulary.starting(&word.folded).is_empty(),
        Reach::Similar(_) => true,
    }
}

/// What is being typed at the end, and what stands before it; nothing between quotation marks.
fn last_word(typed: &str) -> Option<(&str, &str)> {
    if typed.matches('"').count() % 2 == 1 {
        return None;
    }
    let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"');
    let start = typed.rfind(ends).map_or(0, |at| {
        at + typed[at..].chars().next().map_or(0, char::len_utf8)
    });
    let signs = typed[start..].len() - typed[start..].trim_start_matches(['-', '+']).len();
    let (before, last) = typed.split_at(start + signs);
    (last.chars().count() >= SHORTEST_START).then_some((before, last))
}

/// Fields whose names start so.
fn suggest_fields(start: &str) -> impl Iterator<Item = Suggestion> {
    let names = field_names().filter(move |name| name.starts_with(start));
    names.map(|name| Suggestion {
        typed: format!("{name}:"),
        label: format!("{name}:"),
        what: Suggested::Field,
    })
}
