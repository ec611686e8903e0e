//! The page says what it is: its title, its description, its engine.

use anyhow::{Result, ensure};
use dossier_engine::corpus::About;

/// What stands in `index.html` for the title, in the head and in the body.
const TITLE: &str = "Title goes here";
/// What stands there for the description, likewise.
const DESCRIPTION: &str = "Description goes here";
/// What stands there for the name of the engine's script.
const ENGINE: &str = "engine-goes-here";

/// Writes title, description and the name of the engine's script into the page that Trunk built.
pub(crate) fn name(html: &str, about: &About, engine: &str) -> Result<String> {
    let title = match about.title.as_str() {
        "" => "Dossier",
        title => title,
    };
    let html = put(html, TITLE, &escaped(title))?;
    let html = put(&html, DESCRIPTION, &escaped(&about.description))?;
    put(&html, ENGINE, engine)
}

/// Puts `text` where `place` stands. It must stand somewhere: `index.html` may have changed
/// without this program. A place of several words keeps its quotes when the page is minified.
fn put(html: &str, place: &str, text: &str) -> Result<String> {
    ensure!(
        html.contains(place),
        "index.html has no `{place}` where the edition's own text belongs"
    );
    Ok(html.replace(place, text))
}

/// Text as it stands in HTML, in elements and in quoted attributes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<title>Title goes here</title><meta name=dossier-engine \
                        content=engine-goes-here><h1>Title goes here</h1>\
                        <p>Description goes here";

    fn named(title: &str) -> String {
        let about = About {
            title: title.into(),
            ..About::default()
        };
        name(PAGE, &about, "engine-1.js").unwrap()
    }

    #[test]
    fn the_page_says_what_it_is() {
        let html = named("Letters");
        assert!(html.contains("<title>Letters</title>") && html.contains("<h1>Letters</h1>"));
        assert!(html.contains("content=engine-1.js"));
    }

    #[test]
    fn a_title_is_text_and_never_markup() {
        let html = named("<script>\"&");
        assert!(html.contains("<h1>&lt;script&gt;&quot;&amp;</h1>"));
    }

    #[test]
    fn a_page_it_does_not_know_is_refused() {
        let error = name("<title>Other</title>", &About::default(), "").unwrap_err();
        assert!(error.to_string().contains("Title goes here"));
    }
}
