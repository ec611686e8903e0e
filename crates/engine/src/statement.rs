//! Statements: who says what, where a text says so.
//!
//! Found by rules when names are, and kept with the corpus: what is said, and who says it. A quotation
//! or a clause is a statement if a word of saying stands with it.

mod clause;
mod cues;
mod direct;
mod indirect;
mod labels;
mod quotations;
mod resolve;
mod scene;
mod speaker;
mod subject;
#[cfg(test)]
mod tests;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::mention::Mention;
use crate::text::Span;
use scene::Scene;
use speaker::Who;

/// What somebody says.
///
/// A quotation that is interrupted is as many statements as it has pieces, and what two say together
/// is one of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Statement {
    /// What is said, without quotation marks; never empty.
    pub content: Span,
    /// The byte at which the mention of who says it begins; none if nobody is named. A place and
    /// not a number among the mentions, because decisions add mentions and take them away.
    pub source: Option<u32>,
}

impl Statement {
    /// Which of the document's mentions names who says it, by its number; none if nobody is named,
    /// or no mention is there any more.
    pub fn source_in(self, mentions: &[Mention]) -> Option<usize> {
        let source = self.source?;
        let found = mentions.binary_search_by_key(&source, |mention| mention.span.start);
        found.ok()
    }
}

/// How a statement is found: with the words that tell who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// What is said, in one piece or several; in the order of the text, none of them empty.
    pub content: Vec<Span>,
    /// The words that tell who says it: a name, a description, a pronoun.
    pub speaker: Option<Span>,
    /// The mentions that name who says it, by their numbers in the document; none for somebody
    /// without a name, several where several say it together.
    pub sources: Vec<usize>,
    /// Whether the words are given or retold.
    pub manner: Manner,
}

/// Whether somebody's words are given or retold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Between quotation marks, or after a name and a colon.
    Direct,
    /// As a clause.
    Indirect,
}

/// A statement while it is looked for, in tokens.
struct Said {
    content: Vec<Range<usize>>,
    /// The word of saying, or what stands in its place; tells where in the text it is said.
    cue: usize,
    who: Who,
    manner: Manner,
}

/// Who says what in a document that mentions these, in the order of the text. Takes time linear in
/// the length of the text.
pub fn attributions(document: &Document, mentions: &[Mention]) -> Vec<Attribution> {
    let scene = Scene::of(document, mentions);
    if !scene.words.english {
        return Vec::new();
    }
    let (mut said, spent) = direct::quoted(&scene);
    said.extend(indirect::retold(&scene, &spent));
    said.extend(labels::labelled(&scene));
    said.sort_by_key(|said| said.cue);
    resolve::resolve(&scene, said)
}

/// [`attributions`] as they are kept: in the order of the text.
pub fn statements(document: &Document, mentions: &[Mention]) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    for Attribution {
        content, sources, ..
    } in attributions(document, mentions)
    {
        let mut starts: Vec<Option<u32>> = sources
            .iter()
            .map(|&source| Some(mentions[source].span.start))
            .collect();
        if starts.is_empty() {
            starts.push(None);
        }
        for content in content {
            let by_each = starts.iter().map(|&source| Statement { content, source });
            statements.extend(by_each);
        }
    }
    statements.sort_unstable();
    statements.dedup();
    statements
}
