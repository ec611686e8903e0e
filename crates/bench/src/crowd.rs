//! Who is who among half a million mentions, and how soon an editor's decision shows.

use dossier_engine::address::Filter;
use dossier_engine::ask::{Engine, Question};
use dossier_engine::corpus::{About, Corpus};
use dossier_engine::decision::{self, Decision};
use dossier_engine::document::{self, Document};
use dossier_engine::entity::{Entities, resolve};
use dossier_engine::mention::{Kind, Mention};
use dossier_engine::text::Span;

use crate::clock::timed;

/// Mentions in a document.
const MENTIONS: usize = 50;

/// How long it takes to say who is who in so many drawn documents.
pub(crate) fn resolving(documents: usize) -> String {
    let (documents, mentions) = crowd(documents);
    let count: usize = mentions.iter().map(Vec::len).sum();
    let (resolved, took) = timed(|| resolve(&documents, &mentions));
    let names = resolved.entities.len();
    format!(
        "resolve {count} mentions of {names} entities in {} documents: {took:.0} ms",
        documents.len()
    )
}

/// How long it takes until a merge shows in the card and in the filters.
pub(crate) fn merging(documents: usize) -> String {
    let (documents, mentions) = crowd(documents);
    let Entities {
        entities,
        entity_of,
    } = resolve(&documents, &mentions);
    let named: Vec<String> = entities
        .iter()
        .filter(|entity| entity.kind == Kind::Organisation)
        .map(|entity| format!("'organisation: {}'", entity.name))
        .take(2)
        .collect();
    let merge = format!("[[decision]]\nmerge = [{}]\n", named.join(", "));
    let (decisions, _) = decision::parse(&merge);
    let decisions: Vec<Decision> = decisions.into_iter().map(|(_, read)| read).collect();
    let question = Question::Card {
        entity: entities[0].slug.clone(),
        filter: Filter::default(),
    };
    let count = documents.len();
    let mut engine = Engine::open(Corpus {
        about: About::default(),
        documents,
        mentions,
        entities,
        entity_of,
        statements: vec![Vec::new(); count],
        decisions: Vec::new(),
    });
    // The first review looks at everything; an editor who decides has seen it.
    let (_, first) = timed(|| engine.hear(&Question::Review));
    let ((), took) = timed(|| engine.decide(&decisions));
    let (_, contents) = timed(|| engine.ask(&Question::Contents));
    let (_, card) = timed(|| engine.ask(&question));
    let (_, survey) = timed(|| {
        engine.ask(&Question::Survey {
            filter: Filter::default(),
        })
    });
    let (_, review) = timed(|| engine.hear(&Question::Review));
    let ((), back) = timed(|| engine.decide(&[]));
    format!(
        "merge in {count} documents: {took:.1} ms; contents {contents:.1}, card {card:.1}, survey {survey:.1}, review {review:.1} \
         (at first {first:.0}); taken back {back:.1}"
    )
}

/// Documents that mention people by full name and by surname, bodies by name and by initials, and
/// places. The same each time.
fn crowd(documents: usize) -> (Vec<Document>, Vec<Vec<Mention>>) {
    let mut dice = Dice(7);
    let drawn = (0..documents).map(|number| {
        let mut page = Page::default();
        while page.mentions.len() < MENTIONS {
            page.somebody(&mut dice);
        }
        let file = format!("{number:06}.txt");
        let document = Document {
            slug: document::slug(&file),
            file,
            text: page.text.into(),
            origin: document::Origin::default(),
            repairs: Vec::new(),
            offers: Vec::new(),
            parts: Vec::new(),
            facts: document::Facts::default().into(),
        };
        (document, page.mentions)
    });
    drawn.unzip()
}

#[derive(Default)]
struct Page {
    text: String,
    mentions: Vec<Mention>,
}

impl Page {
    fn somebody(&mut self, dice: &mut Dice) {
        match dice.throw(10) {
            0 => self.mention(Kind::Place, &syllables(dice, 50, 2)),
            1 | 2 => {
                let words = [0, 1, 2].map(|_| syllables(dice, 60, 2));
                let initials: String = words
                    .iter()
                    .filter_map(|word| word.chars().next())
                    .collect();
                self.mention(Kind::Organisation, &words.join(" "));
                self.text.push('(');
                self.mention(Kind::Organisation, &initials);
                self.text.push(')');
            }
            _ => {
                let first = syllables(dice, 40, 2);
                let last = syllables(dice, 40, 3);
                self.mention(Kind::Person, &format!("{first} {last}"));
                self.mention(Kind::Person, &last);
            }
        }
    }

    fn mention(&mut self, kind: Kind, name: &str) {
        let start = self.text.len();
        self.text.push_str(name);
        let span = Span::new(start, self.text.len());
        self.mentions.push(Mention::certain(span, kind));
        self.text.push_str(" said ");
    }
}

/// A name of syllables, of a number of which that grows with `many`.
fn syllables(dice: &mut Dice, many: u64, count: usize) -> String {
    const ENDS: [&str; 10] = ["n", "r", "l", "m", "s", "t", "k", "", "", ""];
    const VOWELS: [&str; 5] = ["a", "e", "i", "o", "u"];
    const STARTS: [&str; 10] = ["b", "d", "f", "g", "h", "l", "m", "r", "s", "v"];
    let mut name = String::new();
    for _ in 0..count {
        let pick = dice.throw(many) as usize;
        name.push_str(STARTS[pick % STARTS.len()]);
        name.push_str(VOWELS[pick % VOWELS.len()]);
        name.push_str(ENDS[pick / 7 % ENDS.len()]);
    }
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}

/// Numbers that look drawn by chance: a linear congruential generator (Knuth, MMIX).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}
