//! Whole editions of small corpora, from what Trunk might have built.

use std::collections::BTreeMap;

use dossier_engine::corpus::{About, Corpus};
use dossier_engine::document::{self, Document, Format, Manuscript, Origin};

use super::*;

const BUILT: &str = "<!doctype html><html lang=en><meta content=x name=dossier>\
    <script>boot()</script><link href=./icon-1.svg rel=icon><link href=./a.css rel=stylesheet>\
    <body><div id=app data-served>Page goes here</div></body></html>";

/// What Trunk built, but for the page.
const FILES: [(&str, &str); 9] = [
    (
        "dossier-app-1.js",
        "let a;export{a as initSync,start as default};",
    ),
    ("dossier-app-2_bg.wasm", "app"),
    ("dossier-worker.js", "let wasm_bindgen;"),
    ("dossier-worker_bg.wasm", "engine"),
    ("dossier-intake.js", "let wasm_bindgen;"),
    ("dossier-intake_bg.wasm", "recogniser"),
    ("a.css", "@font-face{src:url(fonts/serif.woff2)}"),
    ("fonts/serif.woff2", "serif"),
    (
        "icon-1.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><path d='M0 0h8v8z'/></svg>",
    ),
];

/// The edition of these texts, file by file; `base` is where it is published.
fn edition(base: Option<&str>, texts: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let documents = texts
        .iter()
        .map(|(file, text)| document::read(file, text.as_bytes()).expect("a document"));
    edition_of(base, documents.collect())
}

fn edition_of(base: Option<&str>, documents: Vec<Document>) -> BTreeMap<String, Vec<u8>> {
    let about = About {
        title: "Letters".into(),
        base: base.map(str::to_owned),
        ..About::default()
    };
    let corpus = Corpus::build(about, documents, None);
    published(Edition::of(corpus).expect("an edition"))
}

fn published(edition: Edition) -> BTreeMap<String, Vec<u8>> {
    published_with(edition, Recogniser::LeftOut)
}

fn published_with(edition: Edition, recogniser: Recogniser) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let stage = Stage::at(folder.path());
    stage.write("index.html", BUILT).expect("written");
    for (name, contents) in FILES {
        stage.write(name, contents).expect("written");
    }
    publish(&stage, edition, recogniser).expect("published");
    let files = stage.files().expect("files").into_iter();
    files
        .map(|file| {
            let contents = stage.read(&file).expect("read");
            (file, contents)
        })
        .collect()
}

const TEXTS: [(&str, &str); 2] = [
    (
        "one.txt",
        "Rain in Bath\n\nAda Lovelace wrote to Ada Lovelace that it rained <b>&amp;</b> rained. \
         Ada Lovelace left Bath on 3 May 1843.",
    ),
    (
        "two.txt",
        "Snow\n\nAda Lovelace said it would snow. </script><script>alert(1)</script>",
    ),
];

fn text<'a>(edition: &'a BTreeMap<String, Vec<u8>>, file: &str) -> &'a str {
    str::from_utf8(&edition[file]).expect("text")
}

#[test]
fn the_text_of_a_row_can_be_had_as_its_table_has_it() {
    let text = "It rained\u{a0}all day.";
    let origin = Origin::of(Format::Row, "UTF-8", text.as_bytes());
    let row = Manuscript::plain(text).finish("letters-7.csv", origin);
    let edition = edition_of(None, vec![row.expect("a document")]);
    assert_eq!(
        self::text(&edition, "originals/letters-7.csv.original"),
        text
    );
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let base = Some("https://example.org/letters/");
    assert_eq!(edition(base, &TEXTS), edition(base, &TEXTS));
}

#[test]
fn what_was_baked_gives_the_same_bytes() {
    let once = || published(Edition::baked().expect("what was baked"));
    assert!(once() == once(), "two editions of one image differ");
}

#[test]
fn each_document_and_each_frequent_name_has_a_page() {
    let edition = edition(None, &TEXTS);
    for file in [
        "index.html",
        "read/one/index.html",
        "read/two/index.html",
        "404.html",
    ] {
        assert!(edition.contains_key(file), "{file}");
    }
    assert!(text(&edition, "about/ada-lovelace/index.html").contains("../../read/two/#:~:text="));
    assert!(text(&edition, "read/one/index.html").contains("href=\"../../about/ada-lovelace/\""));
}

#[test]
fn no_text_of_a_document_becomes_markup() {
    for (file, contents) in edition(None, &TEXTS) {
        if file.ends_with(".html") {
            let html = String::from_utf8(contents).expect("text");
            assert!(
                !html.contains("<script>alert") && !html.contains("<b>&amp;"),
                "{file}"
            );
        }
    }
}

#[test]
fn only_an_edition_that_knows_where_it_is_published_lists_its_pages() {
    let anywhere = edition(None, &TEXTS);
    assert!(!anywhere.contains_key("sitemap.xml") && !anywhere.contains_key("feed.xml"));
    assert!(!text(&anywhere, "index.html").contains("canonical"));
    let somewhere = edition(Some("https://example.org/letters/"), &TEXTS);
    let listed = "<loc>https://example.org/letters/read/one/</loc>";
    assert!(text(&somewhere, "sitemap.xml").contains(listed));
    let canonical = "rel=\"canonical\" href=\"https://example.org/letters/read/one/\"";
    assert!(text(&somewhere, "read/one/index.html").contains(canonical));
    assert!(text(&somewhere, "404.html").contains("href=\"/letters/style-"));
}

#[test]
fn what_browsers_keep_is_there_under_its_hash() {
    let edition = edition(None, &TEXTS);
    let worker = text(&edition, "service-worker.js");
    let list = worker.split_once("files: ").expect("a list").1;
    let (list, later) = list.split_once(", later: ").expect("another");
    let later = later.split_once(" };").expect("its end").0;
    let [kept, later]: [BTreeMap<String, String>; 2] =
        [list, later].map(|list| serde_json::from_str(list).expect("JSON"));
    assert!(kept.len() > 8 && later.len() == 3);
    for (path, hash) in kept.into_iter().chain(later) {
        let file = match path.as_str() {
            path if path.is_empty() || path.ends_with('/') => format!("{path}index.html"),
            path => path.to_owned(),
        };
        assert_eq!(digest::integrity(&edition[&file]), hash, "{file}");
    }
}

#[test]
fn a_corpus_beside_the_engine_is_named_checked_kept_and_in_the_one_file() {
    let text = document::read("one.txt", b"Rain in Bath").expect("a document");
    let corpus = Corpus::build(About::default(), vec![text], None);
    let mut edition = Edition::of(corpus).expect("an edition");
    edition.beside = Some(b"the image");
    let edition = published(edition);
    let named = |start: &str, end: &str| {
        let mut names = edition.keys();
        let name = names.find(|name| name.starts_with(start) && name.ends_with(end));
        name.expect("a file").as_str()
    };
    let corpus = named("corpus-", ".image");
    assert_eq!(edition[corpus], b"the image");
    let said = format!("[\"{corpus}\", \"{}\"]", digest::integrity(b"the image"));
    assert!(self::text(&edition, named("engine-", ".js")).contains(&said));
    assert!(self::text(&edition, "service-worker.js").contains(&format!("\"{corpus}\":")));
    let held = format!(">{}</script>", digest::base64(b"the image"));
    assert!(self::text(&edition, "dossier.html").contains(&held));
}

#[test]
fn one_file_holds_every_text_and_names_no_other_file() {
    let edition = edition(None, &TEXTS);
    let file = text(&edition, "dossier.html");
    assert!(file.contains("left <mark") || file.contains("it would snow"));
    assert!(file.contains("connect-src 'none'") && !file.contains("dossier-app-"));
    assert!(!file.contains("fonts/serif") && file.contains("data:font/woff2;base64,"));
}

#[test]
fn one_file_holds_the_recogniser_if_it_is_asked_for() {
    let corpus = Corpus::build(About::default(), Vec::new(), None);
    let edition = || Edition::of(corpus.clone()).expect("an edition");
    let recogniser = "<script id=\"recogniser-program\" type=\"text/plain\">cmVjb2duaXNlcg==<";
    let plain = published(edition());
    assert!(!text(&plain, "dossier.html").contains("id=\"recogniser-program\""));
    let asked = published_with(edition(), Recogniser::Held);
    let file = text(&asked, "dossier.html");
    assert!(file.contains(recogniser) && file.contains("id=\"recogniser-model\""));
}

#[test]
fn documents_and_names_with_pages_have_insets_that_load_nothing() {
    let edition = edition(None, &TEXTS);
    for page in ["read/one/", "read/two/", "about/ada-lovelace/"] {
        let inset = text(&edition, &format!("embed/{page}index.html"));
        assert!(
            inset.contains(&format!("href=\"../../../{page}\"")),
            "{page}"
        );
        assert!(
            !inset.contains("src=") || inset.contains("src=&quot;"),
            "{page}"
        );
        assert!(
            !inset.contains("stylesheet") && inset.contains("noindex"),
            "{page}"
        );
        let shown = format!("href=\"../../embed/{page}\"");
        assert!(text(&edition, &format!("{page}index.html")).contains(&shown));
        assert!(!edition.contains_key(&format!("embed/{page}oembed.json")));
    }
    assert!(!edition.contains_key("embed/index.html"));
}

#[test]
fn an_inset_holds_the_text_that_it_may_quote() {
    let edition = edition(None, &TEXTS);
    let inset = text(&edition, "embed/read/one/index.html");
    assert!(inset.contains("wrote to Ada Lovelace that it rained &lt;b&gt;"));
}

#[test]
fn programs_find_what_describes_an_inset_where_the_edition_is_published() {
    let base = "https://example.org/letters/";
    let edition = edition(Some(base), &TEXTS);
    let described = format!("href=\"{base}embed/read/one/oembed.json\"");
    let page = text(&edition, "read/one/index.html");
    assert!(page.contains("application/json+oembed") && page.contains(&described));
    let description = text(&edition, "embed/read/one/oembed.json");
    let description: serde_json::Value = serde_json::from_str(description).expect("JSON");
    assert_eq!(description["type"], "rich");
    let html = description["html"].as_str().expect("a text");
    assert!(html.starts_with(&format!("<iframe src=\"{base}embed/read/one/\"")));
    assert!(!text(&edition, "index.html").contains("oembed"));
}

#[test]
fn a_dossier_without_documents_is_an_edition_too() {
    assert!(text(&edition(None, &[]), "index.html").contains("0 documents"));
}
