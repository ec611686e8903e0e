//! The list of all that was found, to be taken along as a table.

use super::{DocumentCard, Engine};
use crate::address::{Address, Filter, View};

/// The columns of the table.
const COLUMNS: &str = "place,title,outlet,author,published,hits,mentions,words,file,link\r\n";

impl Engine {
    /// All documents that pass, one a line, as comma-separated values (RFC 4180). `page` is what
    /// stands before an address in a link.
    pub(super) fn list(&self, filter: &Filter, page: &str) -> String {
        let passing = self.passing(filter);
        let mut table = COLUMNS.to_owned();
        for (document, place) in passing.best(0, usize::MAX).into_iter().zip(1..) {
            let card = self.document_card(document);
            let link = format!("{page}{}", read_with(filter, &card));
            let numbers = [place, passing.hits(document), card.mentions, card.words];
            write_line(&mut table, &card, numbers, &link);
        }
        table
    }
}

/// The address of a document, with what is searched marked in it.
fn read_with(filter: &Filter, card: &DocumentCard) -> Address {
    Address {
        view: View::Read,
        document: Some(card.slug.clone()),
        filter: Filter {
            query: filter.query.clone(),
            ..Filter::default()
        },
        ..Address::default()
    }
}

fn write_line(table: &mut String, card: &DocumentCard, numbers: [u32; 4], link: &str) {
    let [place, hits, mentions, words] = numbers.map(|number| number.to_string());
    let published = card.published.as_ref();
    let cells = [
        place.as_str(),
        card.title.as_str(),
        card.outlet.as_deref().unwrap_or_default(),
        card.author.as_deref().unwrap_or_default(),
        published.map_or("", |published| published.value.as_str()),
        &hits,
        &mentions,
        &words,
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
