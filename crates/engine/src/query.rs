//! What was typed into the search box, understood: words, phrases, fields, and how they are
//! joined.
//!
//! | typed | finds |
//! |---|---|
//! | `dutch spies` | both words, in singular or plural |
//! | `spi` at the very end, `spi*` | words that start so |
//! | `"cozy bear"` | these words exactly, one after another |
//! | `"hack election"~10` | both, in any order, with at most ten words between |
//! | `volkskrant~`, `volkskrant~2` | words that are spelt nearly so |
//! | `spies OR agents`, `spies AND agents` | either; both |
//! | `-bear`, `NOT bear` | what does not have it |
//! | `(spies OR agents) -bear` | brackets as in arithmetic |
//! | `title:election` | in the title |
//! | `outlet:record`, `author:`, `document:`, `entity:`, `kind:person` | in what is known about it |
//! | `speaker:"ada lovelace"` | what she says in it, as far as the text says so |
//! | `confidence:doubtful`, `reviewed:yes`, `reviewed:no` | how sure its mentions are, whether an editor reviewed them |
//! | `date:2016`, `date:[2016-01 TO 2016-12]` | published then |

mod date;
mod lex;
mod parse;
mod print;
#[cfg(test)]
mod tests;

pub use date::Dates;
pub use parse::field_names;

use crate::mention::Kind;

/// Characters of a query that are read.
pub const LONGEST_QUERY: usize = 2_000;

/// Words, phrases and fields of a query that are searched for.
pub const MOST_TERMS: usize = 64;

/// Words that may stand between those of a phrase, at most.
pub const FARTHEST: u8 = 30;

/// A query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What a document must fulfil; nothing if nothing is asked.
    pub clause: Option<Clause>,
}

/// Something that a document fulfils or does not.
///
/// Clauses as they are parsed are simple: no list has fewer than two members or a list of its own
/// sort as a member, and what is refused is not itself a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// The text holds the phrase.
    Text(Phrase),
    /// The title holds the phrase.
    Title(Phrase),
    /// It mentions things of this kind.
    Kind(Kind),
    /// What is known about it agrees.
    Has(Field, String),
    /// It was published then.
    Published(Dates),
    /// It does not fulfil the clause.
    Not(Box<Clause>),
    /// It fulfils all.
    All(Vec<Clause>),
    /// It fulfils at least one.
    Any(Vec<Clause>),
}

/// What is known about a document, apart from its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Who wrote it.
    Author,
    /// Who published it.
    Outlet,
    /// Its own address, file name or title.
    Document,
    /// What it mentions.
    Entity,
    /// Who says something in it.
    Speaker,
    /// How sure its mentions are.
    Confidence,
    /// Whether an editor reviewed what it mentions.
    Reviewed,
}

/// Words that stand together; one word more often than not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// At least one.
    pub words: Vec<Word>,
    /// How together they stand.
    pub spread: Spread,
}

/// How together the words of a phrase stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// One after another.
    Adjacent,
    /// In any order, with at most so many other words between.
    Within(u8),
}

/// A word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word, folded; never empty.
    pub folded: String,
    /// Which words agree with it.
    pub reach: Reach,
}

/// Which words agree with the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// It alone.
    Exact,
    /// Its singular and its plural too.
    Forms,
    /// All that start so.
    Start,
    /// All that are so many slips of the pen away, at most; one or two, but never more than half
    /// its letters.
    Similar(u8),
}

impl Field {
    /// All fields, in the order in which they are told.
    pub const ALL: [Field; 7] = [
        Field::Author,
        Field::Outlet,
        Field::Document,
        Field::Entity,
        Field::Speaker,
        Field::Confidence,
        Field::Reviewed,
    ];

    /// What stands before the colon.
    pub fn name(self) -> &'static str {
        match self {
            Field::Author => "author",
            Field::Outlet => "outlet",
            Field::Document => "document",
            Field::Entity => "entity",
            Field::Speaker => "speaker",
            Field::Confidence => "confidence",
            Field::Reviewed => "reviewed",
        }
    }
}

impl Query {
    /// The phrases that are asked for, not refused, in the order of the query.
    pub fn phrases(&self) -> Vec<&Phrase> {
        let mut phrases = vec![];
        if let Some(clause) = &self.clause {
            clause.collect_phrases(&mut phrases);
        }
        phrases
    }
}

impl Query {
    /// Takes every word that is asked for, not those refused, to be looked at or changed.
    pub fn for_each_word(&mut self, take: &mut dyn FnMut(&mut Word)) {
        if let Some(clause) = &mut self.clause {
            clause.for_each_word(take);
        }
    }
}

impl Clause {
    fn for_each_word(&mut self, take: &mut dyn FnMut(&mut Word)) {
        match self {
            Clause::Text(phrase) | Clause::Title(phrase) => phrase.words.iter_mut().for_each(take),
            Clause::All(clauses) | Clause::Any(clauses) => {
                clauses
                    .iter_mut()
                    .for_each(|clause| clause.for_each_word(take));
            }
            Clause::Kind(_) | Clause::Has(..) | Clause::Published(_) | Clause::Not(_) => {}
        }
    }

    fn collect_phrases<'a>(&'a self, phrases: &mut Vec<&'a Phrase>) {
        match self {
            Clause::Text(phrase) | Clause::Title(phrase) => phrases.push(phrase),
            Clause::All(clauses) | Clause::Any(clauses) => {
                clauses
                    .iter()
                    .for_each(|clause| clause.collect_phrases(phrases));
            }
            Clause::Kind(_) | Clause::Has(..) | Clause::Published(_) | Clause::Not(_) => {}
        }
    }
}
