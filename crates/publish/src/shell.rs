//! The page that Trunk built, as the shell of every page of the edition.

use anyhow::{Context, Result};
use maud::{Markup, PreEscaped, html};

use crate::digest::integrity;
use crate::edition::Edition;
use crate::files::{File, Files};
use crate::inset;
use crate::meaning::published_at;
use crate::offline;
use crate::pages::{Page, Sort};
use crate::policy;
use crate::script::without_remarks;
use crate::tag::tags;

/// What stands in `index.html` where a page's own text belongs.
const BODY: &str = "Page goes here";

/// What Trunk's server puts into a page to load it anew: such a page is not to be published.
const SERVED_BY_TRUNK: &str = "trunk/ws";

/// What is on every page.
pub(crate) struct Shell {
    before_head: String,
    /// The scripts that Trunk put into the page, as one.
    boot: String,
    before_body: String,
    after_body: String,
}

impl Shell {
    /// Takes apart the page that Trunk built. Its style sheets are now in one.
    pub(crate) fn of(html: &str) -> Result<Self> {
        let named = |name: &str| format!("index.html has no {name}, where the build puts its own");
        let mut metas = tags(html, "meta");
        let head = metas
            .find(|tag| tag.attribute("name") == Some("dossier"))
            .with_context(|| named("<meta name=dossier>"))?
            .range();
        let (boot, end) = scripts(html, head.end).with_context(|| named("script in its head"))?;
        let (before_body, after_body) =
            html[end..].split_once(BODY).with_context(|| named(BODY))?;
        Ok(Self {
            before_head: html[..head.start].to_owned(),
            boot: without_remarks(&boot),
            before_body: without_sheets(before_body),
            after_body: after_body.to_owned(),
        })
    }

    /// The hash of the script that stands in every page.
    pub(crate) fn boot_hash(&self) -> String {
        integrity(self.boot_script().as_bytes())
    }

    /// The element that holds it.
    pub(crate) fn boot(&self) -> Markup {
        html! { script { (PreEscaped(&self.boot)) } }
    }

    /// The script that stands in every page.
    pub(crate) fn boot_script(&self) -> &str {
        &self.boot
    }

    /// The policy of the edition's pages; none while Trunk serves them.
    pub(crate) fn policy(&self) -> Option<String> {
        let is_served = [&self.before_head, &self.before_body, &self.after_body]
            .iter()
            .any(|part| part.contains(SERVED_BY_TRUNK));
        (!is_served).then(|| policy::on_a_host(&self.boot_hash()))
    }

    /// A page. `root` is its way to the edition's root.
    pub(crate) fn page(&self, edition: &Edition, files: &Files, page: &Page, root: &str) -> String {
        let head = html! {
            @if let Some(policy) = self.policy() {
                meta http-equiv="Content-Security-Policy" content=(policy);
            }
            (about(edition, page, root))
            (says(files, page, root, self.policy().is_some()))
            (self.boot())
            (resources(files, root))
        };
        self.around(&page.language, head, &page.body)
    }

    /// A head and a body in the shell.
    pub(crate) fn around(&self, language: &str, head: Markup, body: &Markup) -> String {
        let start = self.before_head.replacen(
            "<html lang=en>",
            &html! { (PreEscaped("<html lang=\"")) (language) (PreEscaped("\">")) }.into_string(),
            1,
        );
        let rest = self.before_body.replace("href=./", "href=");
        [&start, &head.0, &rest, &body.0, &self.after_body]
            .map(String::as_str)
            .concat()
    }
}

/// The scripts that stand one after another from a place on, joined, and where the last one ends.
fn scripts(html: &str, from: usize) -> Option<(String, usize)> {
    const END: &str = "</script>";
    let mut joined = Vec::new();
    let mut end = from;
    for script in tags(html, "script").filter(|script| script.range().start >= from) {
        let inside = script.range().end;
        if !html[end..script.range().start].trim().is_empty() {
            break;
        }
        let length = html[inside..].find(END)?;
        joined.push(&html[inside..inside + length]);
        end = inside + length + END.len();
    }
    (!joined.is_empty()).then(|| (joined.join("\n"), end))
}

fn without_sheets(html: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for tag in tags(html, "link") {
        out.push_str(&html[at..tag.range().start]);
        at = tag.range().end;
    }
    out.push_str(&html[at..]);
    out
}

/// What the page is, for people and for programs that show it elsewhere.
pub(crate) fn about(edition: &Edition, page: &Page, root: &str) -> Markup {
    let dossier = &edition.contents.title;
    let whole = match page.sort {
        Sort::Front | Sort::Missing => page.title.clone(),
        Sort::Document | Sort::Entity => format!("{} – {dossier}", page.title),
    };
    let url = published_at(edition, &page.address);
    let image = format!("{}preview.png", page.address);
    let image = published_at(edition, &image).unwrap_or_else(|| format!("{root}{image}"));
    let sort = match page.sort {
        Sort::Document => "article",
        _ => "website",
    };
    html! {
        title { (whole) }
        meta name="description" content=(page.description);
        @if page.sort == Sort::Missing {
            meta name="robots" content="noindex";
        } @else {
            @if let Some(url) = &url {
                link rel="canonical" href=(url);
                meta property="og:url" content=(url);
                link rel="alternate" type="application/atom+xml" title=(dossier) href={ (root) "feed.xml" };
            }
            @if let Some(discovery) = inset::discovery(edition, page) { (discovery) }
            meta property="og:type" content=(sort);
            meta property="og:site_name" content=(dossier);
            meta property="og:title" content=(page.title);
            meta property="og:description" content=(page.description);
            @if page.sort.has_preview() {
                meta property="og:image" content=(image);
                meta property="og:image:alt" content=(page.title);
                meta property="og:image:width" content="1200";
                meta property="og:image:height" content="630";
                meta name="twitter:card" content="summary_large_image";
            }
            @if let Some(day) = &page.published {
                meta property="article:published_time" content=(day);
            }
            @if let Some(meaning) = &page.meaning {
                script type="application/ld+json" { (PreEscaped(inert(&meaning.to_string()))) }
            }
        }
    }
}

/// JSON that cannot end the element it stands in.
fn inert(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// What the build says of itself to the start script. Browsers keep what is published, not what
/// changes while it is written; what is heavy only after the reader was asked.
fn says(files: &Files, page: &Page, root: &str, is_published: bool) -> Markup {
    let said = |file: &File| {
        let starts = page.sort.starts_the_app();
        starts.then(|| format!("{} {}", file.name, file.integrity))
    };
    let megabytes = files.heavy.map(|heavy| heavy.to_string());
    let keeps = is_published.then(|| megabytes.unwrap_or_default());
    html! {
        meta name="dossier" data-root=(root) data-keeps=[keeps] data-app=[said(&files.app)]
            data-program=[said(&files.program)] data-engine=[said(&files.engine)]
            data-recogniser=[said(&files.recogniser[0])]
            data-intake=[said(&files.intake)];
    }
}

/// The faces of type are asked for at once, so that the text is first painted in them where they come
/// in time: what is painted later in another face is as long as it was only by chance.
fn resources(files: &Files, root: &str) -> Markup {
    html! {
        @for font in &files.fonts {
            link rel="preload" as="font" type="font/woff2" href={ (root) (font) } crossorigin="anonymous";
        }
        link rel="stylesheet" href={ (root) (files.style.name) } integrity=(files.style.integrity)
            crossorigin="anonymous";
        link rel="icon" type="image/svg+xml" href={ (root) (files.icon) };
        link rel="apple-touch-icon" href={ (root) (offline::icon_name(192)) };
        link rel="manifest" href={ (root) (offline::MANIFEST) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<!doctype html><html lang=en><meta charset=utf-8>\
        <meta content=x name=dossier><script>boot()</script> <script>more()</script><link href=./a.css rel=stylesheet>\
        <body><div id=app>Page goes here</div></body></html>";

    fn drawn() -> String {
        let shell = Shell::of(BUILT).unwrap();
        shell.around(
            "nl",
            html! { title { "<Rain>" } },
            &html! { h1 { "Rain & snow" } },
        )
    }

    #[test]
    fn a_page_says_what_is_its_own_in_the_shell_of_all() {
        let expected = "<!doctype html><html lang=\"nl\"><meta charset=utf-8>\
            <title>&lt;Rain&gt;</title><body><div id=app><h1>Rain &amp; snow</h1></div></body></html>";
        assert_eq!(drawn(), expected);
    }

    #[test]
    fn the_start_script_is_known_by_its_hash() {
        let shell = Shell::of(BUILT).unwrap();
        assert_eq!(shell.boot_hash(), integrity(b"boot()\nmore()"));
    }

    #[test]
    fn a_page_that_trunk_serves_has_no_policy() {
        let served = BUILT.replace("</body>", "<script>'/.well-known/trunk/ws'</script></body>");
        assert!(Shell::of(&served).unwrap().policy().is_none());
        assert!(Shell::of(BUILT).unwrap().policy().is_some());
    }

    #[test]
    fn a_page_it_does_not_know_is_refused() {
        assert!(Shell::of("<title>Other</title>").is_err());
    }

    #[test]
    fn what_a_document_says_cannot_end_its_element() {
        assert_eq!(
            inert("{\"a\":\"</script>\"}"),
            "{\"a\":\"\\u003c/script>\"}"
        );
    }
}
