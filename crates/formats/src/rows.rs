//! Tables and lines of JSON: a document in each row.

use dossier_engine::document::{
    Document, Fact, Facts, Fault, Format, Manuscript, Origin, Place, Problem, Source,
};
use dossier_engine::moment::Moment;

use crate::sniff::Rows;
use crate::{Read, encoding, problem};

/// Rows in the longest table.
const MOST_ROWS: usize = 100_000;

/// A row's values, by the names of their columns in small letters.
type Row = Vec<(String, String)>;

/// A row, or the line it cannot be read in, and why.
type Found = Result<Row, (u64, String)>;

/// Reads each row as a document of its own: `letters-17.csv` is row 17 of `letters.csv`, or the
/// one whose column `id` says so. A row that cannot be read leaves the others unharmed.
pub(crate) fn read(file: &str, bytes: &[u8], rows: Rows) -> Read {
    let decoded = match encoding::decode(file, bytes, None) {
        Ok(decoded) => decoded,
        Err(problem) => return vec![Err(problem)],
    };
    let rows = match rows {
        Rows::Table(separator) => table(&decoded.text, separator),
        Rows::JsonLines => json_lines(&decoded.text),
    };
    if rows.len() > MOST_ROWS {
        let limit = format!("{MOST_ROWS} rows");
        return vec![Err(problem(file, Fault::TooMuch(limit)))];
    }
    if rows.is_empty() {
        return vec![Err(problem(file, Fault::Empty))];
    }
    let read = |(row, number): (&Found, usize)| match row {
        Ok(row) => document(file, number, row, decoded.encoding),
        Err((line, why)) => Err(Problem {
            place: Some(start_of(*line, bytes)),
            ..problem(file, Fault::BrokenRow(why.clone()))
        }),
    };
    rows.iter().zip(1..).map(read).collect()
}

/// The place where a line begins; lines are counted from 1.
fn start_of(line: u64, bytes: &[u8]) -> Place {
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    let before = usize::try_from(line.saturating_sub(2)).unwrap_or(usize::MAX);
    let start = match line {
        0 | 1 => 0,
        _ => ends.map(|(at, _)| at + 1).nth(before).unwrap_or(0),
    };
    Place::of(bytes, start)
}

fn table(text: &str, separator: u8) -> Vec<Found> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator_of(text, separator))
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = reader.records().take(MOST_ROWS + 2).peekable();
    let first = match records.peek() {
        Some(Ok(first)) => first.clone(),
        Some(Err(_)) | None => csv::StringRecord::new(),
    };
    let columns: Vec<String> = match is_head(&first) {
        true => {
            records.next();
            first
                .iter()
                .map(|name| name.trim().to_lowercase())
                .collect()
        }
        false => (1..=first.len()).map(|at| format!("column {at}")).collect(),
    };
    let rows = records.map(|record| match record {
        Ok(record) => {
            let values = record.iter().map(str::to_owned);
            Ok(columns.iter().cloned().zip(values).collect())
        }
        Err(error) => {
            let line = error.position().map_or(1, csv::Position::line);
            Err((line, error.to_string()))
        }
    });
    rows.collect()
}

/// Whether the first row of a table names its columns: one of the names is known, or all are
/// short and none is a number.
fn is_head(row: &csv::StringRecord) -> bool {
    const LONGEST: usize = 40;
    let lists = [ID, TITLE, DATE, AUTHOR, OUTLET, LANGUAGE, TEXT];
    let known = |name: &str| {
        let name = name.trim().to_lowercase();
        lists.iter().any(|list| list.contains(&name.as_str()))
    };
    let like_a_name = |name: &str| {
        let name = name.trim();
        name.len() <= LONGEST && name.parse::<f64>().is_err() && !name.ends_with('.')
    };
    row.iter().any(known) || row.iter().all(like_a_name)
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

fn json_lines(text: &str) -> Vec<Found> {
    let lines = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty());
    let rows = lines.take(MOST_ROWS + 1).map(|(number, line)| {
        let object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(line)
            .map_err(|_| (number, "it is no object of JSON".to_owned()))?;
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
    let columns = row
        .iter()
        .map(|(column, value)| (column.as_str(), value.as_str()));
    let named = columns.clone().any(|(column, _)| TEXT.contains(&column));
    let longest = || columns.max_by_key(|(_, value)| value.len());
    match named {
        true => value(row, TEXT).unwrap_or_default(),
        false => longest().unwrap_or_default(),
    }
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
        assert_eq!(
            facts.published.as_ref().unwrap().value.as_str(),
            "2021-06-14"
        );
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
    fn a_line_that_is_no_json_is_told_and_leaves_the_others_unharmed() {
        let lines = b"{\"text\": \"It rained.\"}\n[1]\n{\"text\": \"It stopped.\"}\n";
        let read = read("a.jsonl", lines, Rows::JsonLines);
        let told = read[1].as_ref().unwrap_err().to_string();
        let expected = "a.jsonl, line 2 (byte 23): the row that begins here cannot be read: it is no object of JSON";
        assert_eq!(told, expected);
        assert_eq!(read[2].as_ref().unwrap().text, "It stopped.");
    }

    #[test]
    fn a_table_whose_columns_have_no_names_loses_no_row() {
        let table = "1,Rain,It rained all day.\n2,Sea,The sea rose and fell.\n";
        let read = read("a.csv", table.as_bytes(), Rows::Table(b','));
        let documents: Vec<_> = read.into_iter().map(Result::unwrap).collect();
        let texts: Vec<&str> = documents.iter().map(|d| d.text.as_str()).collect();
        assert_eq!(texts, ["It rained all day.", "The sea rose and fell."]);
        let second = ("column 2".to_owned(), "Rain".to_owned());
        assert!(documents[0].facts.others.contains(&second));
    }

    #[test]
    fn a_row_without_its_text_is_told() {
        let read = read("a.csv", b"id,title,text\n7,Rain,\n", Rows::Table(b','));
        assert_eq!(read[0].as_ref().unwrap_err().fault, Fault::Empty);
    }
}
