//! `dossier.toml`: what the publisher says about the corpus and its documents.
//!
//! ```toml
//! title = "Letters from the Harbour"
//! description = "Forty letters, 1911 to 1923."
//! language = "en"
//! base = "https://example.org/letters/"
//!
//! [documents."letter-07.txt"]
//! author = "Ada Loon"
//! date = { value = "1913-05", note = "postmark on the envelope" }
//! note = "signed with initials only"
//!
//! [[decision]]
//! merge = ["person: Ada Loon", "person: A. L."]
//! note = "The letters are in one hand."
//! ```
//!
//! A document's facts are texts, or tables of a value and a note; a note of the document stands
//! for all of its facts that have none. What the publisher declares goes before what a document
//! states and before what is worked out. Decisions are explained in [`crate::decision`].

mod reading;

use std::rc::Rc;

use super::About;
use crate::decision::Decision;
use crate::document::{Document, Facts, Fault, Place, Problem, slug};

/// Name of the publisher's file.
pub const SETTINGS_FILE: &str = "dossier.toml";

/// What the publisher says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// About the corpus as a whole.
    pub about: About,
    /// About single documents, in the order of their names.
    pub documents: Vec<Declared>,
    /// On who is who, each with its place.
    pub decisions: Vec<(Place, Decision)>,
}

/// What the publisher says about one document.
#[derive(Clone, Debug, PartialEq)]
pub struct Declared {
    /// File name of its seed, or its slug.
    pub name: String,
    /// Where that is said.
    pub place: Place,
    /// The facts, each with the publisher's note.
    pub facts: Facts,
}

impl Settings {
    /// Reads `dossier.toml`. What cannot be used is left out and told, all of it at once.
    pub fn parse(text: &str) -> (Self, Vec<Problem>) {
        reading::read(text)
    }

    /// Puts what is declared into the documents' facts.
    pub fn declare(&self, documents: &mut [Document]) {
        for declared in &self.documents {
            let named = |d: &&mut Document| declared.names(&d.file);
            if let Some(document) = documents.iter_mut().find(named) {
                Rc::make_mut(&mut document.facts).declare(&declared.facts);
            }
        }
    }

    /// A problem for each name that none of the files has.
    pub fn strangers<'a>(&self, files: impl Iterator<Item = &'a str> + Clone) -> Vec<Problem> {
        let unknown = |declared: &&Declared| !files.clone().any(|file| declared.names(file));
        let problem = |declared: &Declared| Problem {
            file: SETTINGS_FILE.into(),
            place: Some(declared.place),
            fault: Fault::UnknownDocument(declared.name.clone()),
        };
        self.documents.iter().filter(unknown).map(problem).collect()
    }
}

impl Declared {
    fn names(&self, file: &str) -> bool {
        self.name == file || self.name == slug(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision;
    use crate::document::{self, Fact, Source};
    use crate::moment::Moment;

    /// What is told about settings, one line each.
    fn told(settings: &str) -> Vec<String> {
        let (_, problems) = Settings::parse(settings);
        problems.iter().map(Problem::to_string).collect()
    }

    fn facts_after(settings: &str) -> Facts {
        let (settings, problems) = Settings::parse(settings);
        assert_eq!(problems, []);
        let mut documents = [document::read("a.txt", b"A Title\n\nIt rained.").unwrap()];
        settings.declare(&mut documents);
        documents[0].facts.as_ref().clone()
    }

    #[test]
    fn the_corpus_is_described() {
        let (settings, problems) = Settings::parse(
            "title = 'Rain'\ndescription = 'All of it.'\nbase = 'https://example.org/rain'\n",
        );
        assert_eq!(problems, []);
        let about = About {
            title: "Rain".into(),
            description: "All of it.".into(),
            language: "en".into(),
            base: Some("https://example.org/rain/".into()),
        };
        assert_eq!(settings.about, about);
    }

    #[test]
    fn what_is_declared_goes_before_what_is_stated() {
        let facts = facts_after("[documents.a]\ntitle = 'Rain'\nnote = 'on the cover'\n");
        let declared = Fact {
            value: "Rain".to_owned(),
            source: Source::Declared("on the cover".into()),
        };
        assert_eq!(facts.title, Some(declared));
    }

    #[test]
    fn a_fact_may_have_a_note_of_its_own() {
        let facts = facts_after(
            "[documents.'a.txt']\nnote = 'cover'\ndate = { value = '1913-05', note = 'postmark' }\n",
        );
        let declared = Fact {
            value: Moment::new("1913-05"),
            source: Source::Declared("postmark".into()),
        };
        assert_eq!(facts.published, Some(declared));
        assert!(matches!(facts.title.unwrap().source, Source::Stated(_)));
    }

    #[test]
    fn dates_are_days_weeks_months_or_years() {
        for date in ["1913", "1913-05", "1913-05-07", "1913-W19"] {
            let facts = facts_after(&format!("[documents.a]\ndate = '{date}'\n"));
            assert_eq!(facts.published.unwrap().value, Moment::new(date));
        }
        let facts = facts_after("[documents.a]\ndate = 1913-05-07\n");
        assert_eq!(facts.published.unwrap().value, Moment::new("1913-05-07"));
        for date in [
            "13",
            "1913-13",
            "1913-5",
            "1913-05-32",
            "1913-W54",
            "May 1913",
            "1913-",
            "",
        ] {
            let told = told(&format!("[documents.a]\ndate = '{date}'\n"));
            let expected = "dossier.toml, line 2 (byte 21): expected a date such as 2018-01-26, \
                            2018-01, 2018-W04 or 2018";
            assert_eq!(told, [expected], "{date}");
        }
    }

    #[test]
    fn every_problem_is_told_with_its_line() {
        let settings = "tilte = 'Rain'\nlanguage = 3\nbase = 'example.org'\n\
                        [documents.a]\nauthors = 'Ada'\noutlet = { name = 'Herald' }\n";
        let expected = [
            "dossier.toml, line 1 (byte 0): there is no key `tilte`",
            "dossier.toml, line 2 (byte 26): expected a text in quotation marks",
            "dossier.toml, line 3 (byte 35): expected an address that begins with https://",
            "dossier.toml, line 5 (byte 63): there is no key `authors`",
            "dossier.toml, line 6 (byte 88): expected a table with a value in it",
            "dossier.toml, line 6 (byte 90): there is no key `name`",
        ];
        assert_eq!(told(settings), expected);
    }

    #[test]
    fn broken_toml_is_told_and_the_rest_is_used() {
        let (settings, problems) = Settings::parse("title = 'Rain'\nbase = \n\ndescription = x\n");
        assert_eq!(settings.about.title, "Rain");
        let lines: Vec<u32> = problems
            .iter()
            .filter_map(|p| Some(p.place?.line))
            .collect();
        assert_eq!(lines, [2, 4]);
    }

    #[test]
    fn a_decision_reads_the_same_here_and_by_itself() {
        let text = "[[decision]]\nmerge = [\"group: A\", 'group: B'] # one\nwhen = 2026-11-21\n\n\
                    [[decision]]\nhide-mention = { document = 'a.txt', quote = \"\\u00e9\", nth = 2 }\n\n\
                    [[decision]]\nrename = 'person: A'\n";
        let (settings, problems) = Settings::parse(text);
        let (alone, refused) = decision::parse(text);
        let here: Vec<_> = settings
            .decisions
            .into_iter()
            .map(|(_, decision)| decision)
            .collect();
        let alone: Vec<_> = alone.into_iter().map(|(_, decision)| decision).collect();
        assert_eq!((here.len(), here), (2, alone));
        let told: Vec<_> = problems
            .iter()
            .map(|problem| problem.fault.to_string())
            .collect();
        assert_eq!(told, [refused[0].says.clone()]);
    }

    #[test]
    fn a_name_no_file_has_is_told() {
        let (settings, _) = Settings::parse("\n[documents.'b.txt']\n[documents.a]\n");
        let problems = settings.strangers(["a.txt"].into_iter());
        let told: Vec<String> = problems.iter().map(Problem::to_string).collect();
        let expected = "dossier.toml, line 2 (byte 12): no document is called `b.txt`";
        assert_eq!(told, [expected]);
    }
}
