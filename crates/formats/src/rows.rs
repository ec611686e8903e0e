//! Tables and lines of JSON: a document in each row.

use dossier_engine::document::{Fact, Facts, Fault, Format, Manuscript, Origin, Source};
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
    let text = match encoding::decode(file, bytes, None) {
        Ok(decoded) => decoded.text,
        Err(problem) => return vec![Err(problem)],
    };
    let rows = match rows {
        Rows::Table(separator) => table(&text, separator),
        Rows::JsonLines => json_lines(&text),
    };
    match rows {
        Ok(rows) if rows.len() > MOST_ROWS => {
            let limit = format!("{MOST_ROWS} rows");
            vec![Err(problem(file, Fault::TooMuch(limit)))]
        }
        Ok(rows) if rows.is_empty() => vec![Err(problem(file, Fault::Empty))],
        Ok(rows) => rows
            .into_iter()
            .enumerate()
            .map(|(at, row)| document(file, at + 1, row))
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
        b',' if count(b';') > count(b',') => b';',
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

fn document(
    file: &str,
    number: usize,
    row: Row,
) -> Result<dossier_engine::document::Document, dossier_engine::document::Problem> {
    let value = |names: &[&str]| {
        let found = names
            .iter()
            .find_map(|name| row.iter().find(|(column, _)| column == name));
        found
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    };
    let id = value(&["id", "nr", "number", "key"]);
    let name = row_name(file, &id.map_or(number.to_string(), str::to_owned));
    let text = value(&[
        "text",
        "body",
        "content",
        "article",
        "fulltext",
        "transcript",
    ]);
    let text = text.or_else(|| {
        row.iter()
            .map(|(_, value)| value.as_str())
            .max_by_key(|v| v.len())
    });
    let text = text.unwrap_or_default();
    let fact = |names: &[&str]| {
        value(names).map(|value| Fact {
            value: value.to_owned(),
            source: Source::Inferred(format!("its row says so ({})", names[0])),
        })
    };
    let published = value(&["date", "published", "publication_date", "created"]);
    let facts = Facts {
        title: fact(&["title", "headline", "subject", "name"]),
        author: fact(&["author", "byline", "by", "creator"]),
        outlet: fact(&["outlet", "publisher", "source", "newspaper", "site"]),
        published: published.and_then(crate::day).map(|day| Fact {
            value: Moment::new(day),
            source: Source::Inferred("its row says so (date)".into()),
        }),
        language: fact(&["language", "lang"]),
    };
    let manuscript = Manuscript {
        facts,
        ..Manuscript::plain(text)
    };
    manuscript.finish(&name, Origin::of(Format::Row, "UTF-8", text.as_bytes()))
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
