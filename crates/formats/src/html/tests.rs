//! What becomes of pages of the web.

use dossier_engine::document::{Document, Format, Origin, Role};

fn read(page: &str) -> Document {
    let manuscript = super::manuscript(page.to_owned());
    assert_eq!(manuscript.original, page);
    let document = manuscript.finish("a.html", Origin::of(Format::Html, "UTF-8", page.as_bytes()));
    let document = document.expect("there is something to read");
    assert_eq!(document.original(), page, "the file can be rebuilt");
    document
}

/// Each part on a line of its own after the name of its role.
fn check(page: &str, expected: &[&str]) {
    let document = read(page);
    let shown: Vec<String> = document
        .parts
        .iter()
        .map(|part| format!("{:?}: {}", part.role, part.span.of(&document.text)))
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn tags_say_what_the_parts_are() {
    check(
        "<!doctype html><html><head><title>Rain</title><style>p{}</style></head><body>\n\
         <h1>Rain &amp; Sea</h1><p class=byline>By Ada Loon</p>\n<p>It\n  <b>rained</b>&nbsp;on.<br>All day.\n\
         <ul><li>one<li>two</ul><blockquote>So be it.</blockquote><script>alert('<p>no</p>')</script>\n\
         <h2>After</h2><p>It stopped.",
        &[
            "Title: Rain & Sea",
            "Byline: By Ada Loon",
            "Paragraph: It rained on.\nAll day.",
            "ListItem: one",
            "ListItem: two",
            "Quote: So be it.",
            "Subheading: After",
            "Paragraph: It stopped.",
        ],
    );
}

#[test]
fn what_is_around_an_article_is_kept_apart() {
    let rain = "It rained. ".repeat(40);
    let document = read(&format!(
        "<body><nav><a>Home</a> <a>News</a></nav><article><h1>Rain</h1><p>{rain}</p>\
         <div class='share-buttons social'>Share</div></article><p>Something else</p>\
         <div id=comments><p>First!</p></div><footer>Imprint</footer>"
    ));
    let roles: Vec<Role> = document.parts.iter().map(|part| part.role).collect();
    let expected = [
        Role::Navigation,
        Role::Title,
        Role::Paragraph,
        Role::SharePrompt,
        Role::PageFurniture,
        Role::Comments,
        Role::PageFurniture,
    ];
    assert_eq!(roles, expected);
}

#[test]
fn a_page_says_who_published_it_and_when() {
    let facts = read(
        "<html lang=nl><head><title>Regen | De Bode</title><meta property=article:published_time \
         content='1913-05-07T10:00:00Z'><meta name=author content='Ada Loon'></head>\
         <body><p>Het regende.",
    )
    .facts;
    let value = |fact: &Option<dossier_engine::document::Fact<String>>| {
        fact.as_ref()
            .map(|fact| fact.value.clone())
            .unwrap_or_default()
    };
    assert_eq!(value(&facts.title), "Regen");
    assert_eq!(value(&facts.outlet), "De Bode");
    assert_eq!(value(&facts.author), "Ada Loon");
    assert_eq!(value(&facts.language), "nl");
    assert_eq!(
        facts.published.as_ref().expect("a day").value.as_str(),
        "1913-05-07"
    );
}

#[test]
fn places_lead_back_into_the_file() {
    let page = "<p>Caf&eacute; <i>cr&#232;me</i>, a&#x2009;b &lt;i&gt;</p>";
    let document = read(page);
    assert!(
        document.text.starts_with("Café crème, a"),
        "{}",
        document.text
    );
    let at = document.text.find("crème").expect("it is there");
    let span = dossier_engine::text::Span::new(at, at + "crème".len());
    assert_eq!(document.offsets().original_of(span).of(page), "cr&#232;me");
}

#[test]
fn markup_that_is_broken_is_read_all_the_same() {
    for page in [
        "<p>It rained <b>and <i>snowed</b> all</i> day",
        "It rained < snowed > stopped & more &; &bogus; &amp",
        "<p title='a > b'>It rained</p></div></p></body>",
        "<!-- never ended <p>It rained",
        "It rained<script>never ended",
        "<table><p>It rained<tr><td>a<td>b</table>",
        "<p>It rained<![CDATA[ cdata ]]><?pi ?></p>",
    ] {
        if super::manuscript(page.to_owned()).text().trim().is_empty() {
            continue;
        }
        read(page);
    }
}

#[test]
fn depth_costs_nothing() {
    let page = format!("{}It rained", "<div><b>".repeat(50_000));
    assert_eq!(read(&page).text, "It rained");
}

#[test]
fn what_a_page_tells_search_engines_is_taken_in() {
    let facts = read(
        "<head><script type='application/ld+json'>{\"@graph\": [{\"@type\": \"NewsArticle\", \
         \"datePublished\": \"1913-05-07T10:00\", \"author\": [{\"name\": \"Ada Loon\"}], \
         \"publisher\": {\"name\": \"The Herald\"}}, {\"@type\": \"Person\", \"headline\": \"no\"}]}</script>\
         </head><p>It rained.",
    )
    .facts;
    assert_eq!(facts.author.as_ref().expect("an author").value, "Ada Loon");
    assert_eq!(
        facts.outlet.as_ref().expect("an outlet").value,
        "The Herald"
    );
    assert_eq!(
        facts.published.as_ref().expect("a day").value.as_str(),
        "1913-05-07"
    );
    assert_eq!(facts.title, None);
}

#[test]
fn the_head_of_a_page_is_no_part_of_its_text() {
    check(
        "<header><a>The Herald</a><ul class=main-menu><li>News</ul></header><h1>Rain</h1>\
         <div class=meta><span class=author-name>By Ada Loon</span> <time>7 May 1913</time></div>\
         <p>It rained all day.<p class=footnote>1. It did.<div class=author-bio>Ada Loon is a reporter.</div>",
        &[
            "Navigation: The Herald",
            "Navigation: News",
            "Title: Rain",
            "Byline: By Ada Loon 7 May 1913",
            "Paragraph: It rained all day.",
            "Footnote: 1. It did.",
            "AuthorBio: Ada Loon is a reporter.",
        ],
    );
}
