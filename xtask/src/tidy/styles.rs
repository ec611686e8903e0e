//! Every sheet in `styles/` is linked exactly once in `index.html`, and every linked one is there.

use super::{Complaint, Tree};

const PAGE: &str = "index.html";

pub(super) fn check(tree: &Tree) -> Vec<Complaint> {
    let page = tree.text(PAGE).unwrap_or_default();
    let links = sheets_linked(page);
    let miscounted = tree.under("styles/", ".css").filter_map(|(sheet, _)| {
        let count = links.iter().filter(|(_, linked)| *linked == sheet).count();
        (count != 1)
            .then(|| Complaint::about_file(sheet, format!("linked {count} times in {PAGE}")))
    });
    let missing = links
        .iter()
        .filter(|(_, sheet)| !tree.has(sheet))
        .map(|(line, sheet)| {
            Complaint::about_line(
                PAGE,
                *line,
                format!("links `{sheet}`, which does not exist"),
            )
        });
    miscounted.chain(missing).collect()
}

/// The addresses of sheets in quotes, with their lines.
fn sheets_linked(page: &str) -> Vec<(usize, &str)> {
    let quoted = |line| str::split(line, ['"', '\'']).filter(|part| part.ends_with(".css"));
    page.lines()
        .zip(1..)
        .flat_map(|(line, number)| quoted(line).map(move |sheet| (number, sheet)))
        .map(|(number, sheet)| (number, sheet.trim_start_matches("./")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::complaints;

    const LINK: &str = r#"<link data-trunk rel="css" href="styles/base.css">"#;

    #[test]
    fn one_link_for_one_sheet_is_right() {
        assert!(complaints(check, &[("index.html", LINK), ("styles/base.css", "")]).is_empty());
    }

    #[test]
    fn a_sheet_nobody_links_is_dead() {
        let files = [("index.html", ""), ("styles/base.css", "")];
        assert_eq!(
            complaints(check, &files),
            ["styles/base.css: linked 0 times in index.html"]
        );
    }

    #[test]
    fn a_link_to_nothing_is_told_with_its_line() {
        let says = "index.html:1: links `styles/base.css`, which does not exist";
        assert_eq!(complaints(check, &[("index.html", LINK)]), [says]);
    }
}
