//! Tables and lines of JSON: a document in each row.

use dossier_engine::document::{
    Document, Fact, Facts, Fault, Format, Manuscript, Origin, Problem, Source,
};
use dossier_engine::moment::Moment;

use crate::sniff::Rows;
use crate::{Read, encoding, problem};

/// Rows in the longest table.
const MOST_ROWS: usize = 100_000;

/// A row's values, by the names of their columns in small letters.
type Row = Vec<(String, String)>;

/// Reads each row as a document of its own: `letters-17.csv` is row 17 of `letters.csv`, or the
/// one whose column `id` says so.
pub(crate) fn read(file: &str, bytes: &[u8], rows: Rows) -> Read {
    let decoded = match encoding::decode(file, bytes, None) {
        Ok(decoded) => decoded,
        Err(problem) => return vec![Err(problem)],
    };
    let rows = match rows {
        Rows::Table(separator) => table(&decoded.text, separator),
        Rows::JsonLines => json_lines(&decoded.text),
    };
    match rows {
        Ok(rows) if rows.len() > MOST_ROWS => {
            let limit = format!("{MOST_ROWS} rows");
            vec![Err(problem(file, Fault::TooMuch(limit)))]
        }
        Ok(rows) if rows.is_empty() => vec![Err(problem(file, Fault::Empty))],
        Ok(rows) => rows
            .iter()
            .zip(1..)
            .map(|(row, number)| document(file, number, row, decoded.encoding))
            .collect(),
        Err(why) => vec![Err(problem(file, Fault::Unusable(why)))],
    }
}

fn table(text: &str, separator: u8) -> Result<Vec<Row>, String> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator_of(text, separator))
        .flexible(true)
        .from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|error| error.to_string())?.clone();
    let columns: Vec<String> = headers
        .iter()
        .map(|name| name.trim().to_lowercase())
        .collect();
    let rows = reader.records().take(MOST_ROWS + 1).map(|record| {
        let record = record.map_err(|error| error.to_string())?;
        let values = columns
            .iter()
            .cloned()
            .zip(record.iter().map(str::to_owned));
        Ok(values.collect())
    });
    rows.collect()
}

/// Tables of some countries have semicolons where others have commas.
fn separator_of(text: &str, separator: u8) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |mark: u8| head.bytes().filter(|&byte| byte == mark).count();
    match separator {
        b',' => {
            let marks = b"|\t;,".iter().copied();
            marks.max_by_key(|&mark| count(mark)).unwrap_or(separator)
        }
        other => other,
    }
}

fn json_lines(text: &str) -> Result<Vec<Row>, String> {
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    let rows = lines.take(MOST_ROWS + 1).map(|(at, line)| {
        let object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(line)
            .map_err(|error| format!("line {} is no object of JSON ({error})", at + 1))?;
        let values = object.into_iter().map(|(name, value)| {
            let value = match value {
                serde_json::Value::String(text) => text,
                serde_json::Value::Null => String::new(),
                other => other.to_string(),
            };
            (name.to_lowercase(), value)
        });
        Ok(values.collect())
    });
    rows.collect()
}

/// The names that columns go by, in the languages in which tables are most often kept; those for
/// one thing stand together, the usual one first.
const ID: &[&str] = &["id", "nr", "number", "key", "no", "guid"];
const TITLE: &[&str] = &[
    "title", "headline", "subject", "name", "titel", "kop", "titre", "título", "titulo", "titolo",
];
const DATE: &[&str] = &[
    "date",
    "published",
    "publication_date",
    "published_at",
    "pubdate",
    "created",
    "created_at",
    "datum",
    "fecha",
    "data",
    "time",
    "timestamp",
];
const AUTHOR: &[&str] = &[
    "author", "byline", "by", "creator", "auteur", "autor", "autore",
];
const OUTLET: &[&str] = &[
    "outlet",
    "publisher",
    "source",
    "newspaper",
    "site",
    "publication",
    "bron",
    "quelle",
    "krant",
    "medium",
];
const LANGUAGE: &[&str] = &["language", "lang", "taal", "sprache", "langue", "idioma"];
const TEXT: &[&str] = &[
    "text",
    "body",
    "content",
    "article",
    "fulltext",
    "full_text",
    "transcript",
    "message",
    "tekst",
    "texte",
    "texto",
    "testo",
    "inhalt",
    "contenu",
];

/// The value of the first of these columns that a row has.
fn value<'a>(row: &'a Row, names: &[&str]) -> Option<(&'a str, &'a str)> {
    let column = |name: &&str| row.iter().find(|(column, _)| column == name);
    let (column, value) = names.iter().find_map(column)?;
    let value = value.trim();
    (!value.is_empty()).then_some((column.as_str(), value))
}

/// The text of a row: in the column that is called so, or else the longest.
fn text(row: &Row) -> (&str, &str) {
    let longest = || {
        let columns = row
            .iter()
            .map(|(column, value)| (column.as_str(), value.as_str()));
        columns.max_by_key(|(_, value)| value.len())
    };
    value(row, TEXT).or_else(longest).unwrap_or_default()
}

fn document(file: &str, number: usize, row: &Row, encoding: &str) -> Result<Document, Problem> {
    let id = value(row, ID).map_or(number.to_string(), |(_, id)| id.to_owned());
    let (column, text) = text(row);
    let told = |column: &str| Source::Inferred(format!("its row says so ({column})"));
    let fact = |names| {
        let (column, value) = value(row, names)?;
        Some(Fact {
            value: value.to_owned(),
            source: told(column),
        })
    };
    let published = value(row, DATE).and_then(|(column, value)| {
        let day = Moment::new(crate::day(value)?);
        Some(Fact {
            value: day,
            source: told(column),
        })
    });
    let known = [ID, TITLE, AUTHOR, OUTLET, LANGUAGE].concat();
    let used = |name: &str| {
        name == column || known.contains(&name) || DATE.contains(&name) && published.is_some()
    };
    let others = row
        .iter()
        .filter(|(name, value)| !used(name) && !value.trim().is_empty());
    let facts = Facts {
        title: fact(TITLE),
        author: fact(AUTHOR),
        outlet: fact(OUTLET),
        language: fact(LANGUAGE),
        others: others.cloned().collect(),
        published,
    };
    let manuscript = Manuscript {
        facts,
        ..Manuscript::plain(text)
    };
    let origin = Origin::of(Format::Row, encoding, text.as_bytes());
    manuscript.finish(&row_name(file, &id), origin)
}

/// `letters-17.csv`
fn row_name(file: &str, id: &str) -> String {
    match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{id}.{extension}"),
        None => format!("{file}-{id}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_of_a_table_is_a_document() {
        let table = "ID;Title;Date;Text\n7;Rain;1913-05-07;\"It \"\"rained\"\".\nAll day.\"\n;Sea;;It rose.\n";
        let read = read("letters.csv", table.as_bytes(), Rows::Table(b','));
        let documents: Vec<_> = read.into_iter().map(Result::unwrap).collect();
        let files: Vec<&str> = documents.iter().map(|d| d.file.as_str()).collect();
        assert_eq!(files, ["letters-7.csv", "letters-2.csv"]);
        assert_eq!(documents[0].text, "It \"rained\".\nAll day.");
        assert_eq!(documents[0].facts.title.as_ref().unwrap().value, "Rain");
        assert_eq!(
            documents[0]
                .facts
                .published
                .as_ref()
                .unwrap()
                .value
                .as_str(),
            "1913-05-07"
        );
    }

    #[test]
    fn columns_may_be_called_otherwise_and_none_is_lost() {
        let table = "Nr;Kop;Datum;Auteur;Tekst;Bron;Rubriek\n1;Regen;14-06-2021;Ada Loon;Het regende.;De Bode;Weer\n";
        let read = read("a.csv", table.as_bytes(), Rows::Table(b','));
        let facts = read.into_iter().next().unwrap().unwrap().facts;
        let value = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
        assert_eq!(value(&facts.title).as_deref(), Some("Regen"));
        assert_eq!(value(&facts.author).as_deref(), Some("Ada Loon"));
        assert_eq!(value(&facts.outlet).as_deref(), Some("De Bode"));
        assert_eq!(facts.published.unwrap().value.as_str(), "2021-06-14");
        assert_eq!(facts.others, [("rubriek".to_owned(), "Weer".to_owned())]);
    }

    #[test]
    fn each_line_of_json_is_a_document() {
        let lines = "{\"id\": 3, \"text\": \"It rained.\"}\n\n{\"text\": \"It stopped.\"}\n";
        let read = read("a.jsonl", lines.as_bytes(), Rows::JsonLines);
        let files: Vec<String> = read.into_iter().map(|d| d.unwrap().file).collect();
        assert_eq!(files, ["a-3.jsonl", "a-2.jsonl"]);
    }

    #[test]
    fn a_line_that_is_no_json_is_told() {
        let read = read(
            "a.jsonl",
            b"{\"text\": \"It rained.\"}\n[1]\n",
            Rows::JsonLines,
        );
        let told = read[0].as_ref().unwrap_err().to_string();
        assert!(
            told.starts_with("a.jsonl: the file cannot be used: line 2 is no object"),
            "{told}"
        );
    }
}
