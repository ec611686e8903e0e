//! Files of every usual format become documents: what the format says is kept, what it hides is
//! undone, and the way back to the file's own characters is never lost.
//!
//! The parsers are other people's, and heavy; so they live here and not in the engine, which is
//! all that a page needs.

mod archive;
mod dates;
mod docx;
mod encoding;
mod flow;
pub mod folder;
mod html;
mod mail;
mod markdown;
mod pdf;
mod rows;
mod sniff;
#[cfg(test)]
mod tests;

use dossier_engine::document::{
    self, Document, Fault, Format, LONGEST_TEXT, Manuscript, Origin, Problem,
};

use sniff::Kind;

pub(crate) use dates::day;

/// What became of a file: a document, or several if it holds several; or why not.
pub type Read = Vec<Result<Document, Problem>>;

/// Reads a file of any known format. What it is is told by its bytes first, by its name second.
pub fn read(file: &str, bytes: &[u8]) -> Read {
    match sniff::kind(file, bytes) {
        Kind::Archive => archive::read(file, bytes),
        Kind::Rows(rows) => rows::read(file, bytes, rows),
        Kind::One(format) => vec![read_one(file, bytes, format)],
    }
}

fn read_one(file: &str, bytes: &[u8], format: Format) -> Result<Document, Problem> {
    if bytes.len() > LONGEST_TEXT {
        return Err(problem(file, Fault::TooLong(bytes.len() as u64)));
    }
    let hint = match format {
        Format::Html => html::declared_encoding(bytes),
        _ => None,
    };
    let taken_out = match format {
        Format::Pdf => Some(pdf::manuscript(bytes)),
        Format::Docx => Some(docx::manuscript(bytes)),
        _ => None,
    };
    if let Some(taken_out) = taken_out {
        let manuscript = taken_out.map_err(|fault| problem(file, fault))?;
        return manuscript.finish(file, Origin::of(format, "", bytes));
    }
    if let Some(what) = document::signature(bytes) {
        return Err(problem(file, Fault::NotText(Some(what.to_owned()))));
    }
    let text = encoding::decode(file, bytes, hint.as_deref())?;
    let manuscript = match format {
        Format::Html => html::manuscript(text.text),
        Format::Markdown => markdown::manuscript(text.text),
        Format::Mail => mail::manuscript(text.text, bytes),
        _ => Manuscript::plain(text.text),
    };
    manuscript.finish(file, Origin::of(format, text.encoding, bytes))
}

/// A problem with a file as a whole.
fn problem(file: &str, fault: Fault) -> Problem {
    Problem {
        file: file.to_owned(),
        place: None,
        fault,
    }
}
