//! Insets: a document, a passage of it or an entity as a small page for a frame in somebody else's.
//!
//! An inset is one file: its style and its script stand in it, for in a frame that its host has
//! locked up nothing else can be loaded. It needs no program; its script shows the passage that a
//! link names, tells the page around it how high it is, and, opened by itself, hands out what that
//! page has to say to show it.

mod card;

use anyhow::Result;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::json;

use self::card::Card;
use crate::digest::integrity;
use crate::edition::Edition;
use crate::meaning::published_at;
use crate::pages::{Page, Sort};
use crate::policy;
use crate::script::without_remarks;
use crate::stage::Stage;

/// The folder they lie in, as their pages lie in the root.
pub(crate) const FOLDER: &str = "embed/";
/// What describes an inset to the programs of other pages (oembed.com), beside it.
const DESCRIPTION: &str = "oembed.json";

const STYLE: &str = include_str!("inset/inset.css");
const SCRIPT: &str = include_str!("../../../src/browser/inset.js");

/// Pixels a frame has before the inset says what it needs, and where it cannot say.
const HEIGHT: u32 = 320;
/// Pixels that the descriptions name: frames are as wide as there is room.
const WIDTH: u32 = 600;

/// Writes those of all pages that have one, and their descriptions where it is known where they are
/// published.
pub(crate) fn write(stage: &Stage, edition: &Edition, pages: &[Page]) -> Result<()> {
    for page in pages.iter().filter(|page| has_one(page)) {
        let card = Card::of(edition, page)?;
        stage.write(
            &format!("{FOLDER}{}", page.file),
            inset(edition, page, card),
        )?;
        if let Some(described) = described(edition, page) {
            let folder = page.file.trim_end_matches("index.html");
            stage.write(&format!("{FOLDER}{folder}{DESCRIPTION}"), described)?;
        }
    }
    Ok(())
}

/// The script as it stands in each of them.
fn script() -> String {
    without_remarks(SCRIPT)
}

/// What they may load and run: their own style and script, and nothing else.
pub(crate) fn policy() -> String {
    policy::in_a_frame(
        &integrity(script().as_bytes()),
        &integrity(STYLE.as_bytes()),
    )
}

/// Leads programs from a page to the description of its inset.
pub(crate) fn discovery(edition: &Edition, page: &Page) -> Option<Markup> {
    let description = format!("{FOLDER}{}{DESCRIPTION}", page.address);
    let address = published_at(edition, &description).filter(|_| has_one(page))?;
    Some(html! {
        link rel="alternate" type="application/json+oembed" title=(page.title) href=(address);
    })
}

fn has_one(page: &Page) -> bool {
    matches!(page.sort, Sort::Document | Sort::Entity)
}

fn inset(edition: &Edition, page: &Page, card: Card) -> String {
    let title = called(edition, page);
    let to_root = "../".repeat(page.file.matches('/').count() + 1);
    let whole = format!("{to_root}{}", page.address);
    let html = html! {
        (DOCTYPE)
        html lang=(page.language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="robots" content="noindex";
                title { (title) }
                @if let Some(canonical) = published_at(edition, &page.address) {
                    link rel="canonical" href=(canonical);
                }
                link rel="icon" href="data:,";
                style { (PreEscaped(STYLE)) }
            }
            body {
                article data-kind=[card.kind] {
                    p.kicker { (card.kicker) }
                    h1 { bdi { (page.title) } }
                    (card.inside)
                    p.whole {
                        a #whole href=(whole) target="_blank" rel="noopener" { (card.whole) }
                        " in " bdi { (edition.contents.title) }
                    }
                }
                (to_show_it(&title))
                script { (PreEscaped(script())) }
            }
        }
    };
    html.into_string()
}

/// For whoever opens an inset by itself, which the script notices.
fn to_show_it(title: &str) -> Markup {
    html! {
        section #alone hidden {
            h2 { "To show this in a page of yours" }
            p {
                "Put these lines where it is to stand. The second makes the frame as high as what \
                 is in it; leave it out where scripts are not allowed."
            }
            textarea #snippet aria-label="Lines for a page of yours" rows="6" readonly spellcheck="false" {
                (snippet("", title))
            }
            button #copy type="button" { "Copy" }
            span #copied role="status" {}
        }
    }
}

/// What another page has to say to show the inset at this address.
fn snippet(address: &str, title: &str) -> String {
    let frame = html! {
        iframe src=(address) title=(title) width="100%" height=(HEIGHT) loading="lazy" {}
    };
    let sizes = "addEventListener(\"message\", ({ source, data }) => { \
                 for (const frame of document.querySelectorAll(\"iframe\")) \
                 if (frame.contentWindow === source && data?.dossier) frame.height = data.dossier.height; });";
    format!("{}\n<script>{sizes}</script>", frame.into_string())
}

/// As oEmbed 1.0 has it; none while it is not known where the edition is published, for then no
/// address would lead anywhere.
fn described(edition: &Edition, page: &Page) -> Option<String> {
    let address = published_at(edition, &format!("{FOLDER}{}", page.address))?;
    let description = json!({
        "version": "1.0",
        "type": "rich",
        "title": page.title,
        "provider_name": edition.contents.title,
        "provider_url": published_at(edition, ""),
        "html": snippet(&address, &called(edition, page)),
        "width": WIDTH,
        "height": HEIGHT,
    });
    Some(description.to_string())
}

/// What the frame is called, for those who hear pages.
fn called(edition: &Edition, page: &Page) -> String {
    format!("{} – {}", page.title, edition.contents.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_named_and_its_address_cannot_leave_its_attribute() {
        let snippet = snippet("https://a.org/?q=\"><b>", "Rain & <snow>");
        assert!(snippet.starts_with(
            "<iframe src=\"https://a.org/?q=&quot;&gt;&lt;b&gt;\" title=\"Rain &amp; &lt;snow&gt;\""
        ));
    }

    #[test]
    fn an_inset_runs_its_own_script_and_nothing_else() {
        let policy = policy();
        assert!(policy.contains(&integrity(script().as_bytes())));
        assert!(!policy.contains("'self'") && !policy.contains("unsafe"));
    }
}
