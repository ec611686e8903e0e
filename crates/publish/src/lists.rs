//! The edition's lists for programs: sitemap, feed, robots. The first two name pages by where they
//! are published, so there are none while that is not known.

use quick_xml::escape::escape;

use crate::edition::Edition;
use crate::meaning::published_at;
use crate::pages::{Page, Sort};

/// The file's name and what it says.
pub(crate) type List = (&'static str, String);

/// All lists of an edition.
pub(crate) fn lists(edition: &Edition, pages: &[Page]) -> Vec<List> {
    let base = edition.about.base.as_deref();
    let mut lists = vec![("robots.txt", robots(base))];
    if let Some(base) = base {
        lists.push(("sitemap.xml", sitemap(edition, pages)));
        lists.push(("feed.xml", feed(edition, pages, base)));
    }
    lists
}

fn robots(base: Option<&str>) -> String {
    let sitemap = base.map_or_else(String::new, |base| format!("Sitemap: {base}sitemap.xml\n"));
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

/// As sitemaps.org has it.
fn sitemap(edition: &Edition, pages: &[Page]) -> String {
    let listed = pages.iter().filter(|page| page.sort != Sort::Missing);
    let addresses = listed.filter_map(|page| published_at(edition, &page.address));
    let urls: String = addresses
        .map(|address| format!("<url><loc>{}</loc></url>\n", escape(address)))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    )
}

/// Documents by the day they were published, the last first; those without a day are left out,
/// for a feed is in the order of time (RFC 4287).
fn feed(edition: &Edition, pages: &[Page], base: &str) -> String {
    let documents = pages.iter().filter(|page| page.sort == Sort::Document);
    let mut dated: Vec<(String, &Page)> = documents
        .filter_map(|page| Some((instant(page.published.as_deref()?)?, page)))
        .collect();
    dated.sort_by(|(a, _), (b, _)| b.cmp(a));
    let updated = dated.first().map_or(UNDATED, |(instant, _)| instant);
    let entries: String = dated
        .iter()
        .map(|(instant, page)| entry(edition, instant, page))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
         <title>{title}</title>\n<subtitle>{description}</subtitle>\n<id>{base}</id>\n\
         <link href=\"{base}\"/>\n<link rel=\"self\" href=\"{base}feed.xml\"/>\n\
         <author><name>{title}</name></author>\n<updated>{updated}</updated>\n{entries}</feed>\n",
        title = escape(&edition.contents.title),
        description = escape(&edition.contents.description),
        base = escape(base),
    )
}

/// What a feed without entries says of its time.
const UNDATED: &str = "1970-01-01T00:00:00Z";

fn entry(edition: &Edition, instant: &str, page: &Page) -> String {
    let address = published_at(edition, &page.address).unwrap_or_default();
    format!(
        "<entry><title>{title}</title><id>{address}</id><link href=\"{address}\"/>\
         <updated>{instant}</updated><summary>{summary}</summary></entry>\n",
        title = escape(&page.title),
        address = escape(&address),
        summary = escape(&page.description),
    )
}

/// The first instant of a day, a month or a year: `2018-01` is `2018-01-01T00:00:00Z`.
fn instant(day: &str) -> Option<String> {
    let mut parts = day.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let month = parts.next().unwrap_or("01");
    let day = parts.next().unwrap_or("01");
    let is_whole = month.len() == 2 && day.len() == 2 && parts.next().is_none();
    is_whole.then(|| format!("{year}-{month}-{day}T00:00:00Z"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_a_day_becomes_its_first_instant() {
        let known = |day| instant(day).unwrap_or_default();
        assert_eq!(known("2018-01-26"), "2018-01-26T00:00:00Z");
        assert_eq!(known("2018-01"), "2018-01-01T00:00:00Z");
        assert_eq!(known("2018"), "2018-01-01T00:00:00Z");
        assert_eq!(known("18"), "");
    }

    #[test]
    fn robots_learn_of_the_sitemap_where_there_is_one() {
        assert_eq!(robots(None), "User-agent: *\nAllow: /\n");
        let told = robots(Some("https://example.org/rain/"));
        assert!(told.ends_with("Sitemap: https://example.org/rain/sitemap.xml\n"));
    }
}
