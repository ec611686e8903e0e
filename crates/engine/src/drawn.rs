//! A corpus as a reader would draw it, for tests.
//!
//! A document is a text whose parts are set apart by empty lines. `# ` starts a title; lines that
//! start with `@` state facts: `@outlet The Record`, `@published 2018-01-26`, `@author A. Nobody`.
//! `⟦person:Ada Lovelace⟧` is a mention, `⟦person:Lovelace=Ada Lovelace⟧` one that stands for an
//! entity with another name, `⟦date:Friday=2018-01-26⟧` a date with its value.
//! `⟨ ⟩` stand around what the last mention before says.

use std::collections::BTreeMap;

use crate::corpus::Corpus;
use crate::document::{Document, Fact, Facts, Origin, Part, Role, Source};
use crate::entity::{Alias, DocumentId, Entity, EntityId, MentionId};
use crate::mention::{Kind, Mention};
use crate::moment::Moment;
use crate::statement::Statement;
use crate::text::Span;

/// The corpus of these documents, whose slugs are `a`, `b`, `c` and so on.
pub(crate) fn corpus(documents: &[&str]) -> Corpus {
    let mut corpus = Corpus::default();
    let mut names = vec![];
    for (drawn, letter) in documents.iter().zip('a'..) {
        let mut pen = Pen::default();
        for block in drawn.split("\n\n") {
            pen.block(block);
        }
        corpus.documents.push(Document {
            slug: letter.to_string(),
            file: format!("{letter}.txt"),
            text: pen.text.into(),
            origin: Origin::default(),
            repairs: vec![],
            offers: vec![],
            parts: pen.parts,
            facts: pen.facts.into(),
        });
        corpus.mentions.push(pen.mentions);
        pen.statements.sort();
        corpus.statements.push(pen.statements);
        names.push(pen.names);
    }
    join(&mut corpus, &names);
    corpus
}

/// Joins mentions that stand for one name.
fn join(corpus: &mut Corpus, names: &[Vec<Option<String>>]) {
    let mut of_name: BTreeMap<&str, Vec<MentionId>> = BTreeMap::new();
    for (document, names) in (0..).map(DocumentId).zip(names) {
        for (ordinal, name) in (0..).zip(names) {
            if let Some(name) = name {
                let mention = MentionId { document, ordinal };
                of_name.entry(name).or_default().push(mention);
            }
        }
    }
    let mut sorted: Vec<_> = of_name.into_iter().collect();
    sorted.sort_by_key(|(name, mentions)| (std::cmp::Reverse(mentions.len()), *name));
    corpus.entity_of = names.iter().map(|names| vec![None; names.len()]).collect();
    for (id, (name, mentions)) in (0..).map(EntityId).zip(sorted) {
        for mention in &mentions {
            corpus.entity_of[mention.document.0 as usize][mention.ordinal as usize] = Some(id);
        }
        let entity = entity(corpus, name, mentions);
        corpus.entities.push(entity);
    }
}

fn entity(corpus: &Corpus, name: &str, mentions: Vec<MentionId>) -> Entity {
    let mention = |id: &MentionId| &corpus.mentions[id.document.0 as usize][id.ordinal as usize];
    let text = |id: &MentionId| {
        let text = &corpus.documents[id.document.0 as usize].text;
        mention(id).span.of(text).to_owned()
    };
    let mut aliases: BTreeMap<String, u32> = BTreeMap::new();
    for id in &mentions {
        *aliases.entry(text(id)).or_default() += 1;
    }
    let mut aliases: Vec<_> = aliases
        .into_iter()
        .map(|(name, count)| Alias { name, count })
        .collect();
    aliases.sort_by_key(|alias| std::cmp::Reverse(alias.count));
    Entity {
        slug: name.to_lowercase().replace(' ', "-"),
        name: name.to_owned(),
        kind: mention(&mentions[0]).kind,
        aliases,
        mentions,
        links: vec![],
    }
}

/// A document while it is drawn.
#[derive(Default)]
struct Pen {
    text: String,
    parts: Vec<Part>,
    facts: Facts,
    mentions: Vec<Mention>,
    names: Vec<Option<String>>,
    statements: Vec<Statement>,
    /// Where the statements begin that are being drawn.
    said_from: Vec<usize>,
}

impl Pen {
    fn block(&mut self, block: &str) {
        let (facts, lines): (Vec<_>, Vec<_>) = block
            .lines()
            .map(str::trim)
            .partition(|line| line.starts_with('@'));
        facts.into_iter().for_each(|fact| self.fact(fact));
        let block = lines.join("\n");
        let (role, block) = match block.trim().strip_prefix("# ") {
            Some(title) => (Role::Title, title),
            None => (Role::Paragraph, block.trim()),
        };
        if block.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.pieces(block);
        let span = Span::new(start, self.text.len());
        self.parts.push(Part { span, role });
        if role == Role::Title {
            let value = span.of(&self.text).to_owned();
            let source = Source::Stated(span);
            self.facts.title = Some(Fact { value, source });
        }
    }

    fn fact(&mut self, fact: &str) {
        let (key, value) = fact.split_once(' ').expect("a fact has a value");
        let said = || Fact {
            value: value.to_owned(),
            source: Source::Declared(String::new()),
        };
        match key {
            "@outlet" => self.facts.outlet = Some(said()),
            "@author" => self.facts.author = Some(said()),
            "@published" => {
                self.facts.published = Some(Fact {
                    value: Moment::new(value),
                    source: Source::Inferred("it was drawn so".to_owned()),
                });
            }
            _ => panic!("{key} is not a fact"),
        }
    }

    fn pieces(&mut self, block: &str) {
        for piece in block.split('⟦') {
            match piece.split_once('⟧') {
                Some((mention, after)) => {
                    self.mention(mention);
                    self.words(after);
                }
                None => self.words(piece),
            }
        }
    }

    fn words(&mut self, drawn: &str) {
        for piece in drawn.split_inclusive(['⟨', '⟩']) {
            let is_opened = piece.ends_with('⟨');
            let is_closed = piece.ends_with('⟩');
            self.text.push_str(piece.trim_end_matches(['⟨', '⟩']));
            if is_opened {
                self.said_from.push(self.text.len());
            }
            if is_closed {
                let start = self.said_from.pop().expect("a statement begins");
                let content = Span::new(start, self.text.len());
                let before = |mention: &&Mention| mention.span.end <= content.start;
                let speaker = self.mentions.iter().rfind(before);
                let source = speaker.map(|mention| mention.span.start);
                self.statements.push(Statement { content, source });
            }
        }
    }

    fn mention(&mut self, drawn: &str) {
        let (kind, name) = drawn.split_once(':').expect("a mention has a kind");
        let kind = Kind::from_slug(kind).expect("a mention has a known kind");
        let (shown, meant) = name.split_once('=').unwrap_or((name, name));
        let start = self.text.len();
        self.text.push_str(shown);
        let span = Span::new(start, self.text.len());
        let is_named = !matches!(kind, Kind::Date | Kind::Web);
        self.names.push(is_named.then(|| meant.to_owned()));
        self.mentions.push(Mention {
            moment: (kind == Kind::Date).then(|| Moment::new(meant)),
            ..Mention::certain(span, kind)
        });
    }
}
