//! Reads `dossier.toml`: what cannot be used is told with its place, and the rest is kept.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{Declared, SETTINGS_FILE, Settings};
use crate::corpus::About;
use crate::decision::{self, Decision, Placed, Refused};
use crate::document::{Fact, Facts, Fault, Place, Problem, Source};
use crate::moment::Moment;

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

pub(super) fn read(text: &str) -> (Settings, Vec<Problem>) {
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
        let date = written.as_deref().and_then(Moment::of_calendar);
        if date.is_none() {
            let fault =
                Fault::WrongValue("a date such as 2018-01-26, 2018-01, 2018-W04 or 2018".into());
            self.tell(value.span().start, fault);
        }
        date
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
