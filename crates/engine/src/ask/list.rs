//! The list of all that was found, to be taken along as a table.

use super::passages::Passages;
use super::{DocumentCard, Engine, MOST_FOUND};
use crate::address::{Address, Filter, View};
use crate::search::Search;

/// The columns of the table of documents,
const COLUMNS: &str = "place,title,outlet,author,published,hits,mentions,words,file,link\r\n";

/// and of passages: there `hit` is the first one's place among those of the document.
const OF_PASSAGES: &str = "place,title,outlet,author,published,hits,hit,quote,file,link\r\n";

impl Engine {
    /// All that the list of a filter has, one a line, as comma-separated values (RFC 4180). `page`
    /// is what stands before an address in a link.
    pub(super) fn list(&self, filter: &Filter, page: &str) -> String {
        let passing = self.passing(filter);
        let search = Search::new(&self.corpus, &self.index, &passing.query);
        let passages = Passages::of(&passing, &search);
        let has_passages = passages.len() > 0;
        let columns = if has_passages { OF_PASSAGES } else { COLUMNS };
        let mut table = Table {
            text: columns.to_owned(),
            filter,
            page,
        };
        for from in (0..passages.len()).step_by(MOST_FOUND) {
            let found = self.found(&search, &passages.page(from, MOST_FOUND));
            for (found, place) in found.iter().zip(from as u32 + 1..) {
                let (mut hit, mut quote) = (0, String::new());
                for snippet in &found.snippets {
                    hit = snippet.hit;
                    snippet.runs.iter().for_each(|run| quote += &run.text);
                }
                table.line(
                    &found.document,
                    [place, found.hits],
                    hit,
                    &hit.to_string(),
                    &quote,
                );
            }
        }
        if !has_passages {
            for (document, place) in passing.best(0, usize::MAX).into_iter().zip(1..) {
                let card = self.document_card(document);
                let [mentions, words] =
                    [card.mentions, card.words].map(|number| number.to_string());
                table.line(&card, [place, passing.hits(document)], 0, &mentions, &words);
            }
        }
        table.text
    }
}

/// A table while it is written.
struct Table<'a> {
    text: String,
    filter: &'a Filter,
    page: &'a str,
}

impl Table<'_> {
    /// Writes a line: its place and hits, the hit that its link leads to, if that is one, and the
    /// two columns that tables have of their own.
    fn line(&mut self, card: &DocumentCard, numbers: [u32; 2], hit: u32, own: &str, other: &str) {
        let [place, hits] = numbers.map(|number| number.to_string());
        let published = card.published.as_ref();
        let address = Address {
            view: View::Read,
            document: Some(card.slug.clone()),
            at: (hit > 0).then_some(hit),
            filter: Filter {
                query: self.filter.query.clone(),
                ..Filter::default()
            },
            ..Address::default()
        };
        let link = format!("{}{address}", self.page);
        let cells = [
            place.as_str(),
            card.title.as_str(),
            card.outlet.as_deref().unwrap_or_default(),
            card.author.as_deref().unwrap_or_default(),
            published.map_or("", |published| published.value.as_str()),
            &hits,
            own,
            other,
            &card.file,
            &link,
        ];
        for (cell, place) in cells.into_iter().zip(0..) {
            if place > 0 {
                self.text.push(',');
            }
            write_cell(&mut self.text, cell);
        }
        self.text.push_str("\r\n");
    }
}

/// Writes a cell between quotation marks. What a spreadsheet would take for a formula is set off
/// with an apostrophe: a document must not be able to make it compute.
fn write_cell(table: &mut String, cell: &str) {
    table.push('"');
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        table.push('\'');
    }
    table.push_str(&cell.replace('"', "\"\""));
    table.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(says: &str) -> String {
        let mut table = String::new();
        write_cell(&mut table, says);
        table
    }

    #[test]
    fn a_cell_can_say_anything_and_compute_nothing() {
        assert_eq!(
            cell("It \"rained\", then\nstopped."),
            "\"It \"\"rained\"\", then\nstopped.\""
        );
        assert_eq!(cell("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\"");
        assert_eq!(cell(""), "\"\"");
    }
}
