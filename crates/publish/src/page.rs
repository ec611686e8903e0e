//! The page says what it is: its title, its description, its engine.

use anyhow::{Result, ensure};
use dossier_engine::corpus::About;

/// Writes title, description and the name of the engine's script into the page that Trunk built.
pub(crate) fn name(html: &str, about: &About, engine: &str) -> Result<String> {
    let title = if about.title.is_empty() {
        "Dossier"
    } else {
        &about.title
    };
    let title = escaped(title);
    let description = escaped(&about.description);
    let head = format!(
        "<title>{title}</title>\
         <meta name=\"description\" content=\"{description}\" />\
         <meta name=\"dossier-engine\" content=\"{engine}\" />"
    );
    let html = put(html, "<title>Dossier</title>", &head)?;
    let html = put(
        &html,
        "<h1 data-dossier=\"title\">Dossier</h1>",
        &format!("<h1>{title}</h1>"),
    )?;
    put(
        &html,
        "<p data-dossier=\"description\"></p>",
        &format!("<p>{description}</p>"),
    )
}

/// Puts `new` where `old` stands, which must be in exactly one place: `index.html` may have
/// changed without this program.
fn put(html: &str, old: &str, new: &str) -> Result<String> {
    let places = html.matches(old).count();
    ensure!(
        places == 1,
        "index.html has {places} times `{old}`, which must stand there once"
    );
    Ok(html.replacen(old, new, 1))
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

    const PAGE: &str = "<title>Dossier</title><h1 data-dossier=\"title\">Dossier</h1>\
                        <p data-dossier=\"description\"></p>";

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
        assert!(html.contains("content=\"engine-1.js\""));
    }

    #[test]
    fn a_title_is_text_and_never_markup() {
        let html = named("<script>\"&");
        assert!(html.contains("<h1>&lt;script&gt;&quot;&amp;</h1>"));
    }

    #[test]
    fn a_page_it_does_not_know_is_refused() {
        let error = name("<title>Other</title>", &About::default(), "").unwrap_err();
        assert!(error.to_string().contains("must stand there once"));
    }
}
