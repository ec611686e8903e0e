//! What is held to be true of a query: every word of every text is looked at.

use crate::corpus::Corpus;
use crate::document::Role;
use crate::query::{Clause, Field, Phrase, Reach, Spread, Word};
use crate::statement::Statement;
use crate::text::fold::fold;

/// The words of each part, by way of the folded text.
pub(super) fn parts(corpus: &Corpus, document: usize) -> Vec<(Role, Vec<String>)> {
    let document = &corpus.documents[document];
    let parts = document.parts.iter().map(|part| {
        let folded = fold(part.span.of(&document.text)).into_owned();
        let words = folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        (part.role, words.map(str::to_owned).collect())
    });
    parts.collect()
}

fn agrees(asked: &Word, word: &str) -> bool {
    let singular = |word: &str| {
        word.strip_suffix('s')
            .filter(|stem| stem.len() > 2)
            .unwrap_or(word)
            .to_owned()
    };
    match asked.reach {
        Reach::Exact => asked.folded == word,
        Reach::Forms => singular(&asked.folded) == singular(word),
        Reach::Start => word.starts_with(&asked.folded),
        Reach::Similar(most) => {
            let (a, b): (Vec<_>, Vec<_>) = (asked.folded.chars().collect(), word.chars().collect());
            slips(&a, &b) <= usize::from(most)
        }
    }
}

/// Slips of the pen between two words, by trying everything.
fn slips(a: &[char], b: &[char]) -> usize {
    let ([first, rest @ ..], [other, others @ ..]) = (a, b) else {
        return a.len() + b.len();
    };
    if first == other {
        return slips(rest, others);
    }
    let one = slips(rest, others)
        .min(slips(a, others))
        .min(slips(rest, b));
    match (rest, others) {
        ([second, rest @ ..], [next, others @ ..]) if first == next && second == other => {
            1 + one.min(slips(rest, others))
        }
        _ => 1 + one,
    }
}

fn stands_in(phrase: &Phrase, words: &[String]) -> bool {
    let count = phrase.words.len();
    match phrase.spread {
        Spread::Adjacent => words.windows(count).any(|words| {
            phrase
                .words
                .iter()
                .zip(words)
                .all(|(asked, word)| agrees(asked, word))
        }),
        Spread::Within(within) => {
            let window = (count + usize::from(within)).min(words.len());
            window > 0
                && words.windows(window).any(|words| {
                    phrase
                        .words
                        .iter()
                        .all(|asked| words.iter().any(|word| agrees(asked, word)))
                })
        }
    }
}

pub(super) fn fulfils(corpus: &Corpus, document: usize, clause: &Clause) -> bool {
    let parts = parts(corpus, document);
    let facts = &corpus.documents[document].facts;
    match clause {
        Clause::Text(phrase) => parts.iter().any(|(_, words)| stands_in(phrase, words)),
        Clause::Title(phrase) => parts
            .iter()
            .any(|(role, words)| *role == Role::Title && stands_in(phrase, words)),
        Clause::Kind(kind) => corpus.mentions[document]
            .iter()
            .any(|mention| mention.kind == *kind),
        Clause::Has(Field::Outlet, value) => facts
            .outlet
            .as_ref()
            .is_some_and(|outlet| fold(&outlet.value).contains(fold(value).as_ref())),
        Clause::Has(Field::Entity, value) => {
            corpus.entity_of[document].iter().flatten().any(|entity| {
                let entity = &corpus.entities[entity.0 as usize];
                fold(&entity.name)
                    .split(' ')
                    .any(|word| word == fold(value))
            })
        }
        Clause::Has(Field::Speaker, value) => {
            let said = corpus.statements[document].iter();
            said.clone().any(|said| says(corpus, document, said, value))
        }
        Clause::Has(field, _) => panic!("{field:?} is not tried"),
        Clause::Published(dates) => facts
            .published
            .as_ref()
            .is_some_and(|published| dates.hold(published.value.as_str())),
        Clause::Not(refused) => !fulfils(corpus, document, refused),
        Clause::All(clauses) => clauses
            .iter()
            .all(|clause| fulfils(corpus, document, clause)),
        Clause::Any(clauses) => clauses
            .iter()
            .any(|clause| fulfils(corpus, document, clause)),
    }
}

/// Whether a part has a hit of anything that is asked for.
/// Whether a statement is of somebody in whose name this word is.
pub(super) fn says(corpus: &Corpus, document: usize, said: &Statement, word: &str) -> bool {
    let mut mentions = corpus.mentions[document].iter();
    let source = mentions.position(|mention| Some(mention.span.start) == said.source);
    let entity = source.and_then(|source| corpus.entity_of[document][source]);
    let name = entity.map(|entity| fold(&corpus.entities[entity.0 as usize].name).into_owned());
    name.is_some_and(|name| name.split(' ').any(|part| part == fold(word)))
}

/// The speakers that are asked for; none if words are.
pub(super) fn speakers(clause: &Clause) -> Option<Vec<&str>> {
    match clause {
        Clause::Text(_) | Clause::Title(_) => None,
        Clause::Has(Field::Speaker, word) => Some(vec![word]),
        Clause::All(clauses) | Clause::Any(clauses) => {
            let all: Option<Vec<Vec<&str>>> = clauses.iter().map(speakers).collect();
            all.map(|all| all.concat())
        }
        _ => Some(vec![]),
    }
}

pub(super) fn has_hit(clause: &Clause, role: Role, words: &[String]) -> bool {
    match clause {
        Clause::Text(phrase) => stands_in(phrase, words),
        Clause::Title(phrase) => role == Role::Title && stands_in(phrase, words),
        Clause::All(clauses) | Clause::Any(clauses) => {
            clauses.iter().any(|clause| has_hit(clause, role, words))
        }
        _ => false,
    }
}
