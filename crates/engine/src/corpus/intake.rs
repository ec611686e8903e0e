//! Documents that a reader opens beside those that are published: one corpus of both, who is who
//! worked out for all of them together.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Corpus, Reader, Recognised, Seed, is_litter};
use crate::document::{Document, Fact, Problem, Source, is_own, own_slug};
use crate::mention::tagger::{Model, checksum};

/// What the outlet of a reader's own document is called where its text names none. It is also how
/// a reader filters by them.
const YOURS: &str = "Yours";

/// Takes files in, one after another.
#[derive(Debug)]
pub struct Intake {
    beside: Corpus,
    taken: Vec<Recognised>,
    /// Addresses that are taken, each with how often another document has asked for it.
    slugs: BTreeMap<String, u32>,
    /// Own documents that are there: their files' names and their texts' checksums.
    known: BTreeSet<(String, u64)>,
    problems: Vec<Problem>,
}

impl Intake {
    /// Begins beside a corpus, which may hold documents of the reader's already.
    pub fn beside(beside: Corpus) -> Self {
        let documents = &beside.documents;
        let own = documents.iter().filter(|document| is_own(&document.slug));
        Self {
            slugs: documents.iter().map(|d| (d.slug.clone(), 1)).collect(),
            known: own.map(known_by).collect(),
            beside,
            taken: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Reads a file and recognises what it mentions. Linear in its text.
    pub fn take(&mut self, seed: &Seed, read: Reader, model: Option<&Model>) {
        if is_litter(&seed.file) {
            return;
        }
        for read in read(&seed.file, &seed.bytes) {
            match read {
                Ok(document) => self.keep(document, model),
                Err(problem) => self.problems.push(problem),
            }
        }
    }

    /// Notes what keeps a file from being taken in.
    pub fn refuse(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// What was wrong with files so far, in their order.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The corpus of all documents, the reader's own first; none if no file could be used. The
    /// publisher's decisions hold in it as before.
    pub fn finish(self) -> Option<Corpus> {
        if self.taken.is_empty() {
            return None;
        }
        let Corpus {
            about,
            documents,
            mentions,
            statements,
            ..
        } = self.beside;
        let beside = documents.into_iter().zip(mentions).zip(statements);
        let beside = beside.map(|((document, mentions), statements)| Recognised {
            document,
            mentions,
            statements,
        });
        let (before, published): (Vec<_>, Vec<_>) =
            beside.partition(|known| is_own(&known.document.slug));
        let mut own = [before, self.taken].concat();
        own.sort_by(|a, b| {
            let (a, b) = (&a.document, &b.document);
            (&a.file, &a.slug).cmp(&(&b.file, &b.slug))
        });
        own.extend(published);
        let mut corpus = Corpus::of_recognised(about, own);
        corpus.decisions = self.beside.decisions;
        Some(corpus)
    }

    /// A document that is there already is not taken twice.
    fn keep(&mut self, document: Document, model: Option<&Model>) {
        if !self.known.insert(known_by(&document)) {
            return;
        }
        let mut taken = Recognised::of(document, model);
        let document = &mut taken.document;
        document.slug = self.free(own_slug(&document.slug));
        let facts = Rc::make_mut(&mut document.facts);
        facts.outlet = Some(outlet(facts.outlet.take()));
        self.taken.push(taken);
    }

    /// An address that no other document has: files of several folders may have one name.
    fn free(&mut self, slug: String) -> String {
        let asked = self.slugs.entry(slug.clone()).or_default();
        *asked += 1;
        match *asked {
            1 => slug,
            number => self.free(format!("{slug}-{number}")),
        }
    }
}

fn known_by(document: &Document) -> (String, u64) {
    (document.file.clone(), checksum(document.text.as_bytes()))
}

fn outlet(known: Option<Fact<String>>) -> Fact<String> {
    match known {
        Some(fact) => Fact {
            value: format!("{} ({})", fact.value, YOURS.to_lowercase()),
            ..fact
        },
        None => Fact {
            value: YOURS.into(),
            source: Source::Inferred("you opened the file on this page".into()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{About, pack, unpack};
    use crate::document;

    fn read(file: &str, bytes: &[u8]) -> Vec<Result<Document, Problem>> {
        vec![document::read(file, bytes)]
    }

    fn published(files: &[(&str, &str)]) -> Corpus {
        let documents = files.iter().map(|(file, text)| read(file, text.as_bytes()));
        let documents = documents.flatten().map(Result::unwrap).collect();
        Corpus::build(About::default(), documents, None)
    }

    fn beside(corpus: Corpus, files: &[(&str, &str)]) -> Intake {
        let mut intake = Intake::beside(corpus);
        for (file, text) in files {
            let seed = Seed {
                file: (*file).into(),
                bytes: text.as_bytes().into(),
            };
            intake.take(&seed, read, None);
        }
        intake
    }

    fn slugs(corpus: &Corpus) -> Vec<&str> {
        corpus.documents.iter().map(|d| d.slug.as_str()).collect()
    }

    #[test]
    fn own_documents_stand_first_under_addresses_that_no_published_one_can_have() {
        let published = published(&[("a.txt", "It rained."), ("b.txt", "It snowed.")]);
        let corpus = beside(published, &[("b.txt", "Mine."), ("a.txt", "Mine too.")]);
        let corpus = corpus.finish().unwrap();
        assert_eq!(slugs(&corpus), ["own.a", "own.b", "a", "b"]);
        assert_eq!(unpack(pack(&corpus)).as_ref(), Ok(&corpus));
    }

    #[test]
    fn who_is_who_is_worked_out_for_all_together() {
        let published = published(&[("a.txt", "Ada Lovelace wrote to Charles Babbage.")]);
        let corpus = beside(published, &[("b.txt", "A letter by Ada Lovelace.")]);
        let corpus = corpus.finish().unwrap();
        let ada = corpus.entities.iter().find(|e| e.slug == "ada-lovelace");
        assert_eq!(ada.unwrap().mentions.len(), 2);
    }

    #[test]
    fn more_can_be_taken_in_beside_own_documents_and_nothing_twice() {
        let first = beside(published(&[]), &[("b.txt", "Mine.")])
            .finish()
            .unwrap();
        let again = [
            ("b.txt", "Mine."),
            ("sub/b.txt", "Other."),
            ("a.txt", "New."),
        ];
        let corpus = beside(first, &again).finish().unwrap();
        assert_eq!(slugs(&corpus), ["own.a", "own.b", "own.b-2"]);
    }

    #[test]
    fn own_documents_say_that_they_are() {
        let corpus = beside(published(&[]), &[("b.txt", "Mine.")])
            .finish()
            .unwrap();
        let outlet = corpus.documents[0].facts.outlet.as_ref().unwrap();
        assert_eq!(outlet.value, YOURS);
        let named = Fact {
            value: "Daily Rain".to_owned(),
            source: Source::Declared(String::new()),
        };
        assert_eq!(super::outlet(Some(named)).value, "Daily Rain (yours)");
    }

    #[test]
    fn what_cannot_be_used_is_told_and_the_rest_is_taken_in() {
        let files = [("a.txt", " "), (".DS_Store", "x"), ("b.txt", "Mine.")];
        let intake = beside(published(&[]), &files);
        let told: Vec<String> = intake.problems().iter().map(Problem::to_string).collect();
        assert_eq!(told, ["a.txt: the file has no text in it"]);
        assert_eq!(slugs(&intake.finish().unwrap()), ["own.b"]);
        assert!(beside(published(&[]), &[("a.txt", " ")]).finish().is_none());
    }
}
