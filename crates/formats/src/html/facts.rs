//! What a page says about itself in its head.

use dossier_engine::document::{Fact, Facts, Part, Role, Source};
use dossier_engine::moment::Moment;
use serde_json::Value;

/// What the head of a page says.
#[derive(Default)]
pub(super) struct Head {
    /// What is in `<title>`.
    pub(super) title: String,
    heading: Option<String>,
    author: Option<String>,
    site: Option<String>,
    published: Option<String>,
    language: Option<String>,
}

impl Head {
    /// Takes in what a tag says by its attributes.
    pub(super) fn take_in<'a>(&mut self, element: &str, value: &impl Fn(&str) -> Option<&'a str>) {
        if element == "html" {
            keep(&mut self.language, value("lang"));
        }
        let key = value("property")
            .or_else(|| value("name"))
            .or_else(|| value("itemprop"));
        let content = match element {
            "meta" => value("content"),
            "time" => value("datetime"),
            _ => return,
        };
        let key = key.unwrap_or_default().to_ascii_lowercase();
        match key.as_str() {
            "og:title" | "twitter:title" | "dc.title" | "citation_title" => {
                keep(&mut self.heading, content);
            }
            "author" | "article:author" | "dc.creator" | "byl" | "citation_author" => {
                let name = content.filter(|content| !content.starts_with("http"));
                keep(&mut self.author, name);
            }
            "og:site_name" | "dc.publisher" | "application-name" => keep(&mut self.site, content),
            "article:published_time"
            | "datepublished"
            | "date"
            | "pubdate"
            | "dc.date"
            | "dc.date.issued"
            | "citation_publication_date"
            | "parsely-pub-date" => {
                keep(&mut self.published, content);
            }
            _ => {}
        }
    }

    /// Takes in what a page tells search engines about itself, in JSON-LD as schema.org has it.
    pub(super) fn take_in_linked_data(&mut self, script: &str) {
        let Ok(data) = serde_json::from_str::<Value>(script) else {
            return;
        };
        let graph = data["@graph"].as_array().or(data.as_array());
        let things = graph.map_or(std::slice::from_ref(&data), Vec::as_slice);
        for thing in things.iter().filter(|thing| is_article(thing)) {
            keep(&mut self.heading, thing["headline"].as_str());
            keep(&mut self.published, thing["datePublished"].as_str());
            keep(&mut self.author, named(&thing["author"]));
            keep(&mut self.site, named(&thing["publisher"]));
            keep(&mut self.language, thing["inLanguage"].as_str());
        }
    }

    /// The facts it comes to. The heading on the page goes before the title in the head, which
    /// often has the name of the site in it.
    pub(super) fn facts(&self, text: &str, parts: &[Part]) -> Facts {
        let shown = parts.iter().any(|part| part.role == Role::Title);
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let (title, site) = apart(&title, self.site.as_deref());
        let heading = self.heading.clone().or_else(|| title.map(str::to_owned));
        let told = |what: &str| format!("the page says so in its head ({what})");
        let fact = |value: &Option<String>, what| {
            let value = value
                .as_deref()
                .map(str::trim)
                .filter(|value| !value.is_empty())?;
            Some(inferred(value.to_owned(), told(what)))
        };
        let site = self.site.clone().or_else(|| site.map(str::to_owned));
        Facts {
            title: fact(&heading.filter(|_| !shown), "title"),
            author: fact(&self.author, "author"),
            outlet: fact(&site, "site"),
            published: self.published.as_deref().and_then(crate::day).map(|day| {
                let moment = Moment::new(day);
                inferred(moment, told("date"))
            }),
            language: fact(
                &self.language.clone().filter(|_| !text.is_empty()),
                "language",
            ),
            ..Facts::default()
        }
    }
}

/// Whether something is called an article, a posting or a report.
fn is_article(thing: &Value) -> bool {
    let is = |kind: &Value| {
        let kind = kind.as_str().unwrap_or_default();
        ["Article", "Posting", "Report"]
            .iter()
            .any(|end| kind.ends_with(end))
    };
    match &thing["@type"] {
        Value::Array(kinds) => kinds.iter().any(is),
        kind => is(kind),
    }
}

/// The name of someone, or of the first of several.
fn named(someone: &Value) -> Option<&str> {
    match someone {
        Value::Array(several) => several.first().and_then(named),
        Value::String(name) => Some(name),
        other => other["name"].as_str(),
    }
}

fn inferred<T>(value: T, reason: String) -> Fact<T> {
    Fact {
        value,
        source: Source::Inferred(reason),
    }
}

fn keep(slot: &mut Option<String>, value: Option<&str>) {
    let value = value.map(str::trim).filter(|value| !value.is_empty());
    if let (None, Some(value)) = (&slot, value) {
        *slot = Some(value.to_owned());
    }
}

/// The title of a page without the name of its site, which stands last: `Rain | The Herald`.
fn apart<'a>(title: &'a str, site: Option<&str>) -> (Option<&'a str>, Option<&'a str>) {
    let mark = [" | ", " – ", " — ", " - ", " · "]
        .into_iter()
        .find(|mark| title.contains(mark));
    let split = mark.and_then(|mark| title.rsplit_once(mark));
    match split {
        Some((title, last))
            if site.is_none_or(|site| site == last) && last.split(' ').count() <= 5 =>
        {
            (Some(title), Some(last))
        }
        _ => (Some(title).filter(|title| !title.is_empty()), None),
    }
}
