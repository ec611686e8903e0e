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

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::About;
use crate::decision::{self, Decision, Placed, Refused};
use crate::document::{Document, Fact, Facts, Fault, Place, Problem, Source, slug};
use crate::moment::Moment;

/// Name of the publisher's file.
pub const SETTINGS_FILE: &str = "dossier.toml";

const ABOUT_KEYS: &[&str] = &[
    "title",
    "description",
    "language",
    "base",
    "documents",
    "decision",
];
const DOCUMENT_KEYS: &[&str] = &["title", "author", "outlet", "date", "language", "note"];
const FACT_KEYS: &[&str] = &["value", "note"];

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
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reading = Reading {
            text,
            problems: Vec::new(),
        };
        for error in errors {
            let at = error.span().map_or(text.len(), |span| span.start);
            reading.tell(at, Fault::BrokenSettings(error.message().to_owned()));
        }
        let settings = reading.settings(table.get_ref());
        (settings, reading.told())
    }

    /// Puts what is declared into the documents' facts.
    pub fn declare(&self, documents: &mut [Document]) {
        for declared in &self.documents {
            let named = |d: &&mut Document| declared.names(&d.file);
            if let Some(document) = documents.iter_mut().find(named) {
                document.facts.declare(&declared.facts);
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

struct Reading<'a> {
    text: &'a str,
    problems: Vec<Problem>,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl Reading<'_> {
    fn settings(&mut self, table: &DeTable<'_>) -> Settings {
        let mut settings = Settings {
            about: About {
                language: "en".into(),
                ..About::default()
            },
            ..Settings::default()
        };
        for (key, value) in table {
            let about = &mut settings.about;
            match key.get_ref().as_ref() {
                "title" => about.title = self.words(value).unwrap_or_default(),
                "description" => about.description = self.words(value).unwrap_or_default(),
                "language" => about.language = self.words(value).unwrap_or_default(),
                "base" => about.base = self.base(value),
                "documents" => settings.documents = self.documents(value),
                "decision" => settings.decisions = self.decisions(value),
                other => self.unknown(key.span().start, other, ABOUT_KEYS),
            }
        }
        settings
    }

    fn documents(&mut self, value: &Value<'_>) -> Vec<Declared> {
        let Some(table) = self.table(value) else {
            return Vec::new();
        };
        let documents = table.iter().filter_map(|(name, value)| {
            Some(Declared {
                name: name.get_ref().to_string(),
                place: self.place(name.span().start),
                facts: self.facts(value)?,
            })
        });
        documents.collect()
    }

    fn decisions(&mut self, value: &Value<'_>) -> Vec<(Place, Decision)> {
        let DeValue::Array(tables) = value.get_ref() else {
            let fault = Fault::NoDecision {
                says: "expected a list of decisions".into(),
                remedy: "Begin each with [[decision]], in two pairs of brackets.".into(),
            };
            self.tell(value.span().start, fault);
            return Vec::new();
        };
        let tables: Vec<Placed> = tables.iter().map(placed).collect();
        let (decisions, refused) = decision::read(&tables);
        for Refused { byte, says, remedy } in refused {
            self.tell(byte, Fault::NoDecision { says, remedy });
        }
        let placed = |(byte, decision)| (self.place(byte), decision);
        decisions.into_iter().map(placed).collect()
    }

    fn facts(&mut self, value: &Value<'_>) -> Option<Facts> {
        let table = self.table(value)?;
        let note = table.get("note").and_then(|note| self.words(note));
        let note = note.unwrap_or_default();
        let mut facts = Facts::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "title" => facts.title = self.fact(value, &note, Self::words),
                "author" => facts.author = self.fact(value, &note, Self::words),
                "outlet" => facts.outlet = self.fact(value, &note, Self::words),
                "date" => facts.published = self.fact(value, &note, Self::date),
                "language" => facts.language = self.fact(value, &note, Self::words),
                "note" => {}
                other => self.unknown(key.span().start, other, DOCUMENT_KEYS),
            }
        }
        Some(facts)
    }

    /// A value, or a table of the value and a note.
    fn fact<T>(
        &mut self,
        value: &Value<'_>,
        note: &str,
        read: fn(&mut Self, &Value<'_>) -> Option<T>,
    ) -> Option<Fact<T>> {
        let (value, note) = match value.get_ref() {
            DeValue::Table(table) => self.value_and_note(value.span().start, table, note)?,
            _ => (value, note.to_owned()),
        };
        Some(Fact {
            value: read(self, value)?,
            source: Source::Declared(note),
        })
    }

    fn value_and_note<'v, 'a>(
        &mut self,
        at: usize,
        table: &'v DeTable<'a>,
        note: &str,
    ) -> Option<(&'v Value<'a>, String)> {
        for key in table
            .keys()
            .filter(|key| !FACT_KEYS.contains(&key.get_ref().as_ref()))
        {
            self.unknown(key.span().start, key.get_ref(), FACT_KEYS);
        }
        let own = table.get("note").and_then(|note| self.words(note));
        let value = table.get("value");
        if value.is_none() {
            self.tell(at, Fault::WrongValue("a table with a value in it".into()));
        }
        Some((value?, own.unwrap_or_else(|| note.to_owned())))
    }

    fn words(&mut self, value: &Value<'_>) -> Option<String> {
        let words = value.get_ref().as_str().map(str::trim);
        if words.is_none_or(str::is_empty) {
            self.tell(
                value.span().start,
                Fault::WrongValue("a text in quotation marks".into()),
            );
        }
        words.filter(|w| !w.is_empty()).map(str::to_owned)
    }

    fn base(&mut self, value: &Value<'_>) -> Option<String> {
        let base = self.words(value)?;
        if !base.starts_with("https://") && !base.starts_with("http://") {
            let fault = Fault::WrongValue("an address that begins with https://".into());
            self.tell(value.span().start, fault);
            return None;
        }
        Some(if base.ends_with('/') {
            base
        } else {
            base + "/"
        })
    }

    fn date(&mut self, value: &Value<'_>) -> Option<Moment> {
        let written = match value.get_ref() {
            DeValue::Datetime(date) => date.date.map(|date| date.to_string()),
            other => other.as_str().map(str::to_owned),
        };
        let date = written.filter(|written| is_date(written));
        if date.is_none() {
            let fault =
                Fault::WrongValue("a date such as 2018-01-26, 2018-01, 2018-W04 or 2018".into());
            self.tell(value.span().start, fault);
        }
        date.map(Moment::new)
    }

    fn table<'v, 'a>(&mut self, value: &'v Value<'a>) -> Option<&'v DeTable<'a>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.tell(value.span().start, Fault::WrongValue("a table".into()));
        }
        table
    }

    fn unknown(&mut self, at: usize, key: &str, known: &'static [&'static str]) {
        let fault = Fault::UnknownKey {
            key: key.to_owned(),
            known: known.join(", "),
        };
        self.tell(at, fault);
    }

    fn tell(&mut self, at: usize, fault: Fault) {
        self.problems.push(Problem {
            file: SETTINGS_FILE.into(),
            place: Some(self.place(at)),
            fault,
        });
    }

    /// In the order of the file. Where a line is no TOML, what was guessed of it tells nothing.
    fn told(self) -> Vec<Problem> {
        let line = |problem: &Problem| problem.place.map(|place| place.line);
        let broken = |problem: &&Problem| matches!(problem.fault, Fault::BrokenSettings(_));
        let lines: Vec<_> = self.problems.iter().filter(broken).map(line).collect();
        let mut problems = self.problems;
        problems.retain(|p| broken(&p) || !lines.contains(&line(p)));
        problems.sort_by_key(|problem| problem.place);
        problems
    }

    fn place(&self, at: usize) -> Place {
        Place::of(self.text.as_bytes(), at)
    }
}

/// A value as decisions are read from.
fn placed(value: &Value<'_>) -> Placed {
    let read = match value.get_ref() {
        DeValue::String(text) => decision::Value::Text(text.to_string()),
        DeValue::Datetime(date) => decision::Value::Text(date.to_string()),
        DeValue::Integer(number) => match number.as_str().parse() {
            Ok(number) => decision::Value::Number(number),
            Err(_) => decision::Value::Other,
        },
        DeValue::Array(values) => decision::Value::List(values.iter().map(placed).collect()),
        DeValue::Table(table) => {
            let pair = |(key, value): (&Spanned<DeString<'_>>, &Value<'_>)| {
                (key.span().start, key.get_ref().to_string(), placed(value))
            };
            decision::Value::Table(table.iter().map(pair).collect())
        }
        DeValue::Float(_) | DeValue::Boolean(_) => decision::Value::Other,
    };
    Placed {
        byte: value.span().start,
        value: read,
    }
}

/// Whether this is a day, a month, a week or a year of the calendar.
fn is_date(written: &str) -> bool {
    let number = |digits: &str, len: usize, range: std::ops::RangeInclusive<u32>| {
        digits.len() == len
            && digits.bytes().all(|b| b.is_ascii_digit())
            && digits.parse().is_ok_and(|number| range.contains(&number))
    };
    let (year, rest) = written.split_once('-').unwrap_or((written, ""));
    let fits = match (rest.strip_prefix('W'), rest.split_once('-')) {
        _ if written.len() == 4 => true,
        (Some(week), _) => number(week, 2, 1..=53),
        (None, Some((month, day))) => number(month, 2, 1..=12) && number(day, 2, 1..=31),
        (None, None) => number(rest, 2, 1..=12),
    };
    fits && number(year, 4, 0..=9999)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;

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
        documents[0].facts.clone()
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
