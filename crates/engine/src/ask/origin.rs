//! Where a document's text comes from, and what was done to it: ready to be shown.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::Engine;
use crate::address::Facet;
use crate::document::{Document, Fact, Format, Offer, Repair, Role, Rule, Source, is_own};
use crate::text::Span;

/// A document's file, its headings, and what was done to its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginCard {
    /// What is known about the document and its file: names and values, with how each is known.
    pub facts: Vec<(String, String)>,
    /// Its headings: the places of their parts, and what they say.
    pub headings: Vec<(u32, String)>,
    /// What was repaired, in the order of the text; at most [`MOST_CHANGES`].
    pub repairs: Vec<ChangeLine>,
    /// How many repairs there are.
    pub repaired: u32,
    /// What may be damaged besides, and was left as it is.
    pub offers: Vec<ChangeLine>,
    /// The file as it was supplied; of a row of a table its text alone. None if the document is the
    /// reader's own.
    pub file: Option<OriginalFile>,
}

/// A file as it was supplied.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginalFile {
    /// A link from the edition's root.
    pub link: String,
    /// Its name without folders.
    pub name: String,
}

/// A change to a text, with the words around it. What cannot be seen is written by its code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeLine {
    /// What was wrong, in a word or two.
    pub what: String,
    /// The words before.
    pub lead: String,
    /// What stood there.
    pub before: String,
    /// What stands there now, or would.
    pub after: String,
    /// The words after.
    pub tail: String,
}

/// Repairs that are listed.
pub const MOST_CHANGES: usize = 500;

/// Where an edition keeps a file as it was supplied, from its root. The ending keeps hosts and
/// browsers from taking it for a page or a program.
pub fn original(file: &str) -> String {
    format!("originals/{file}.original")
}

/// Bytes of the words on either side of a change.
const AROUND: usize = 32;

impl Engine {
    pub(super) fn origin(&self, slug: &str) -> Option<OriginCard> {
        let place = self.index.facets.value(Facet::Document, slug)?;
        let document = &self.corpus.documents[place.0 as usize];
        let made = document.repairs.iter();
        let made = made.filter(|repair| repair.rule != Rule::Markup);
        let offers = document.offers.iter();
        Some(OriginCard {
            facts: facts(document),
            headings: headings(document),
            repaired: made.clone().count() as u32,
            repairs: made
                .take(MOST_CHANGES)
                .map(|repair| repaired(document, repair))
                .collect(),
            offers: offers.map(|offer| offered(document, offer)).collect(),
            file: (!is_own(&document.slug)).then(|| file(document)),
        })
    }
}

fn headings(document: &Document) -> Vec<(u32, String)> {
    let parts = (0..).zip(&document.parts);
    let headings = parts.filter(|(_, part)| part.role == Role::Subheading);
    headings
        .map(|(place, part)| (place, part.span.of(&document.text).to_owned()))
        .collect()
}

fn facts(document: &Document) -> Vec<(String, String)> {
    let (facts, origin) = (&document.facts, &document.origin);
    let said = |name: &str, fact: &Option<Fact<String>>| {
        let fact = fact.as_ref()?;
        Some((name.to_owned(), known(&fact.value, &fact.source)))
    };
    let published = facts.published.as_ref().map(|fact| {
        let told = known(&fact.value.label(), &fact.source);
        ("Published".to_owned(), told)
    });
    let told = [
        said("Title", &facts.title),
        said("Author", &facts.author),
        said("Outlet", &facts.outlet),
        published,
        said("Language", &facts.language),
    ];
    let mut rows: Vec<(String, String)> = told.into_iter().flatten().collect();
    rows.extend(facts.others.iter().cloned());
    let encoding = match origin.encoding.as_str() {
        "" => String::new(),
        encoding => format!(", {encoding}"),
    };
    let format = format_name(origin.format);
    rows.extend([
        ("File".to_owned(), document.file.clone()),
        ("Format".to_owned(), format!("{format}{encoding}")),
        ("Size".to_owned(), format!("{} bytes", origin.bytes)),
        ("SHA-256".to_owned(), origin.sha256.to_string()),
    ]);
    rows
}

/// A value and how it is known; what the text itself says needs no reason.
fn known(value: &str, source: &Source) -> String {
    match source {
        Source::Inferred(reason) => format!("{value} ({reason})"),
        Source::Declared(note) if !note.is_empty() => format!("{value} ({note})"),
        Source::Declared(_) => format!("{value} (the publisher says so)"),
        Source::Stated(_) => value.to_owned(),
    }
}

fn format_name(format: Format) -> &'static str {
    match format {
        Format::Text => "plain text",
        Format::Markdown => "Markdown",
        Format::Html => "web page",
        Format::Mail => "e-mail",
        Format::Docx => "word processor document",
        Format::Pdf => "PDF",
        Format::Row => "row of a table",
    }
}

/// What was repaired and how, in one line for people.
pub(super) fn explained(document: &Document, repair: &Repair) -> String {
    let what = repair.rule.name();
    match visible(repair.span.of(&document.text)).as_str() {
        "" => format!("{what}; taken out"),
        after => format!("{what}; repaired to “{after}”"),
    }
}

fn repaired(document: &Document, repair: &Repair) -> ChangeLine {
    let after = repair.span.of(&document.text);
    let what = repair.rule.name();
    line(&document.text, repair.span, what, [&repair.before, after])
}

fn offered(document: &Document, offer: &Offer) -> ChangeLine {
    let before = offer.span.of(&document.text);
    let what = offer.doubt.name();
    line(&document.text, offer.span, what, [before, &offer.after])
}

fn line(text: &str, at: Span, what: &str, [before, after]: [&str; 2]) -> ChangeLine {
    let at = at.range();
    ChangeLine {
        what: what.to_owned(),
        lead: last_words(&text[..at.start]),
        before: visible(before),
        after: visible(after),
        tail: first_words(&text[at.end..]),
    }
}

/// What a text ends with, from the beginning of a word or of a line on.
fn last_words(text: &str) -> String {
    let cut = text.ceil_char_boundary(text.len().saturating_sub(AROUND));
    let near = &text[cut..];
    match (near.rfind('\n'), near.find(' ')) {
        (Some(end), _) => near[end + 1..].to_owned(),
        (None, Some(space)) if cut > 0 => format!("…{}", &near[space..]),
        _ => near.to_owned(),
    }
}

/// What a text begins with, up to the end of a word or of a line.
fn first_words(text: &str) -> String {
    let near = &text[..text.floor_char_boundary(AROUND)];
    match (near.find('\n'), near.rfind(' ')) {
        (Some(end), _) => near[..end].to_owned(),
        (None, Some(space)) if near.len() < text.len() => format!("{}…", &near[..=space]),
        _ => near.to_owned(),
    }
}

/// A text in which what cannot be seen is written by its code: `U+00A0`; a space at either end
/// by its sign.
fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            ' ' if text.len() == 1 => shown.push_str("space"),
            ' ' if at == 0 || at + 1 == text.len() => shown.push('␣'),
            ' ' => shown.push(c),
            '\n' => shown.push('↵'),
            _ if c.is_whitespace() || c.is_control() || is_unseen(c) => {
                let _ = write!(shown, "U+{:04X}", u32::from(c));
            }
            _ => shown.push(c),
        }
    }
    shown
}

fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The file that a document was made of; an archive stands for what is in it. A row of a table
/// has a file to itself, with what was its text there.
fn file(document: &Document) -> OriginalFile {
    const ARCHIVE: &str = ".zip/";
    let is_row = document.origin.format == Format::Row;
    let archive = document.file.find(ARCHIVE).filter(|_| !is_row);
    let end = archive.map_or(document.file.len(), |at| at + ARCHIVE.len() - 1);
    let file = &document.file[..end];
    let name = file.rsplit('/').next().unwrap_or(file);
    OriginalFile {
        link: encoded(&original(file)),
        name: match name.rsplit_once('.').filter(|_| is_row) {
            Some((stem, _)) => format!("{stem}.txt"),
            None => name.to_owned(),
        },
    }
}

/// A file's name as links write it.
fn encoded(file: &str) -> String {
    let mut link = String::with_capacity(file.len());
    for byte in file.bytes() {
        match byte.is_ascii_alphanumeric() || b"-_./".contains(&byte) {
            true => link.push(char::from(byte)),
            false => {
                let _ = write!(link, "%{byte:02X}");
            }
        }
    }
    link
}
