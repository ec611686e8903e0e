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
        if passages.len() > 0 {
            return self.list_passages(filter, page, &passages, &search);
        }
        let mut table = COLUMNS.to_owned();
        for (document, place) in passing.best(0, usize::MAX).into_iter().zip(1..) {
            let card = self.document_card(document);
            let link = format!("{page}{}", read_with(filter, &card, None));
            let own = [card.mentions, card.words].map(|number| number.to_string());
            let hits = passing.hits(document);
            write_line(&mut table, &card, [place, hits], own, &link);
        }
        table
    }

    fn list_passages(
        &self,
        filter: &Filter,
        page: &str,
        passages: &Passages,
        search: &Search,
    ) -> String {
        let mut table = OF_PASSAGES.to_owned();
        for from in (0..passages.len()).step_by(MOST_FOUND) {
            let found = self.passages(search, passages.page(from, MOST_FOUND));
            for (found, place) in found.iter().zip(from as u32 + 1..) {
                let card = &found.document;
                let snippet = found.snippets.first();
                let hit = snippet.map(|snippet| snippet.hit);
                let runs = snippet.iter().flat_map(|snippet| &snippet.runs);
                let quote: String = runs.map(|run| run.text.as_str()).collect();
                let link = format!("{page}{}", read_with(filter, card, hit));
                let own = [hit.unwrap_or_default().to_string(), quote];
                write_line(&mut table, card, [place, found.hits], own, &link);
            }
        }
        table
    }
}

/// The address of a document, with what is searched marked in it, and of a hit if it is one.
fn read_with(filter: &Filter, card: &DocumentCard, hit: Option<u32>) -> Address {
    Address {
        view: View::Read,
        document: Some(card.slug.clone()),
        at: hit,
        filter: Filter {
            query: filter.query.clone(),
            ..Filter::default()
        },
        ..Address::default()
    }
}

/// Writes a line: its place and hits, and the two columns that tables have of their own.
fn write_line(
    table: &mut String,
    card: &DocumentCard,
    numbers: [u32; 2],
    own: [String; 2],
    link: &str,
) {
    let [place, hits] = numbers.map(|number| number.to_string());
    let published = card.published.as_ref();
    let cells = [
        place.as_str(),
        card.title.as_str(),
        card.outlet.as_deref().unwrap_or_default(),
        card.author.as_deref().unwrap_or_default(),
        published.map_or("", |published| published.value.as_str()),
        &hits,
        &own[0],
        &own[1],
        &card.file,
        link,
    ];
    for (cell, place) in cells.into_iter().zip(0..) {
        if place > 0 {
            table.push(',');
        }
        write_cell(table, cell);
    }
    table.push_str("\r\n");
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
