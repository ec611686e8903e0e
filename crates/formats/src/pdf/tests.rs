//! What becomes of pages. The files are made here, with the library that also reads them.

use dossier_engine::document::{Document, Format, Origin, Role, Rule};
use pdf_extract::content::{Content, Operation};
use pdf_extract::{Dictionary, Object, Stream, StringFormat};

use super::*;

/// A line of text, how far from the left edge and how far below the upper one it stands.
struct Line<'a> {
    left: i64,
    top: i64,
    size: i64,
    text: &'a str,
}

fn line(left: i64, top: i64, text: &str) -> Line<'_> {
    Line {
        left,
        top,
        size: 10,
        text,
    }
}

/// Lines below each other.
fn column<'a>(left: i64, top: i64, lines: &[&'a str]) -> Vec<Line<'a>> {
    let places = (0..).map(|at| top + 12 * at);
    let placed = places.zip(lines);
    placed.map(|(top, text)| line(left, top, text)).collect()
}

/// The steps that show lines.
fn steps(lines: &[Line<'_>]) -> Vec<Operation> {
    let number = Object::Integer;
    let shown = lines.iter().flat_map(|line| {
        let text = Object::String(line.text.as_bytes().to_vec(), StringFormat::Literal);
        let font = Object::Name(b"Body".to_vec());
        [
            Operation::new("BT", Vec::new()),
            Operation::new("Tf", vec![font, number(line.size)]),
            Operation::new("Td", vec![number(line.left), number(800 - line.top)]),
            Operation::new("Tj", vec![text]),
            Operation::new("ET", Vec::new()),
        ]
    });
    shown.collect()
}

/// A file with these pages.
fn file(pages: &[Vec<Operation>]) -> Vec<u8> {
    let name = |name: &str| Object::Name(name.as_bytes().to_vec());
    let mut file = pdf_extract::Document::with_version("1.5");
    let tree = file.new_object_id();
    let font = file.add_object(Dictionary::from_iter([
        ("Type", name("Font")),
        ("Subtype", name("Type1")),
        ("BaseFont", name("Helvetica")),
        ("Encoding", name("WinAnsiEncoding")),
    ]));
    let fonts = Dictionary::from_iter([("Body", Object::Reference(font))]);
    let resources = Dictionary::from_iter([("Font", Object::Dictionary(fonts))]);
    let kids: Vec<Object> = pages
        .iter()
        .map(|operations| {
            let content = Content { operations }.encode().unwrap();
            let content = file.add_object(Stream::new(Dictionary::new(), content));
            let page = file.add_object(Dictionary::from_iter([
                ("Type", name("Page")),
                ("Parent", Object::Reference(tree)),
                ("Contents", Object::Reference(content)),
            ]));
            Object::Reference(page)
        })
        .collect();
    let paper = [0, 0, 600, 800].map(Object::Integer).to_vec();
    let node = Dictionary::from_iter([
        ("Type", name("Pages")),
        ("Count", Object::Integer(kids.len() as i64)),
        ("Kids", Object::Array(kids)),
        ("Resources", Object::Dictionary(resources)),
        ("MediaBox", Object::Array(paper)),
    ]);
    file.objects.insert(tree, Object::Dictionary(node));
    let catalog = file.add_object(Dictionary::from_iter([
        ("Type", name("Catalog")),
        ("Pages", Object::Reference(tree)),
    ]));
    file.trailer.set("Root", Object::Reference(catalog));
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

fn read_lines(pages: &[Vec<Line<'_>>]) -> Document {
    let pages: Vec<Vec<Operation>> = pages.iter().map(|lines| steps(lines)).collect();
    read_file(&file(&pages)).unwrap()
}

fn read_file(bytes: &[u8]) -> Result<Document, Fault> {
    let document = manuscript(bytes)?.finish("a.pdf", Origin::of(Format::Pdf, "", bytes));
    document.map_err(|problem| problem.fault)
}

/// Each part on a line of its own after the name of its role, what is put around a text aside.
fn shown(document: &Document) -> Vec<String> {
    let own = document
        .parts
        .iter()
        .filter(|part| !part.role.is_boilerplate());
    own.map(|part| format!("{:?}: {}", part.role, part.span.of(&document.text)))
        .collect()
}

#[test]
fn lines_are_paragraphs_again() {
    let mut lines = vec![Line {
        size: 18,
        ..line(50, 50, "Rain")
    }];
    lines.extend(column(
        50,
        90,
        &[
            "It rained all day at the harbour, and the ferry",
            "stayed where it was. The crew played cards in the",
            "galley.",
        ],
    ));
    lines.extend(column(
        50,
        140,
        &[
            "By night it stopped, and the ferry left for the",
            "islands.",
        ],
    ));
    assert_eq!(
        shown(&read_lines(&[lines])),
        [
            "Title: Rain",
            "Paragraph: It rained all day at the harbour, and the ferry stayed where it was. The crew played cards in the galley.",
            "Paragraph: By night it stopped, and the ferry left for the islands.",
        ]
    );
}

#[test]
fn a_paragraph_that_is_moved_in_is_a_new_one() {
    let mut lines = column(
        50,
        50,
        &[
            "It rained all day at the harbour, and the ferry",
            "stayed where it was, and the crew played cards.",
        ],
    );
    lines.extend(column(
        65,
        74,
        &["By night it stopped, and the ferry left for"],
    ));
    lines.extend(column(50, 86, &["the islands."]));
    assert_eq!(
        shown(&read_lines(&[lines])),
        [
            "Paragraph: It rained all day at the harbour, and the ferry stayed where it was, and the crew played cards.",
            "Paragraph: By night it stopped, and the ferry left for the islands.",
        ]
    );
}

const LEFT: [&str; 6] = [
    "The left column begins with rain that",
    "went on for seven days and as many",
    "nights, until the dikes were soft and",
    "the sheep stood on the only road that",
    "was still dry. Nobody counted them, as",
    "the wardens were away, and the town",
];

const RIGHT: [&str; 6] = [
    "slept. In the right column the wind",
    "turns, the water falls, and the first",
    "of the wardens comes back by boat to",
    "see what is left of the pumping house,",
    "which is little more than the chimney",
    "and a wall of the colour of the clay.",
];

fn whole() -> String {
    [LEFT, RIGHT].concat().join(" ")
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let title = "Seven days of rain, told by those who stayed at the harbour of the town";
    for shift in [0, 5] {
        let mut lines = vec![line(50, 40, title)];
        lines.extend(column(50, 80, &LEFT));
        lines.extend(column(310, 80 + shift, &RIGHT));
        let text = read_lines(&[lines]).text;
        assert!(text.contains(&whole()), "{shift}: {text}");
        assert!(text.starts_with(title), "{text}");
    }
}

#[test]
fn columns_are_read_in_their_order_whatever_the_order_in_which_they_are_drawn() {
    let mut lines = column(310, 80, &RIGHT);
    lines.extend(column(50, 80, &LEFT));
    // Drawn line by line, across.
    lines.sort_by_key(|line| (line.top, line.left));
    assert_eq!(read_lines(&[lines]).text, whole());
}

#[test]
fn rows_of_a_table_are_read_across() {
    let cells = [
        ["Ferry", "Crew", "Year"],
        ["Ada", "12", "1913"],
        ["Bo", "9", "1914"],
        ["Cy", "7", "1915"],
        ["Di", "8", "1916"],
    ];
    let tops = (0..).map(|at| 80 + 12 * at);
    let rows = tops.zip(&cells).flat_map(|(top, row)| {
        let places = [50, 250, 450].into_iter();
        places
            .zip(row)
            .map(move |(left, cell)| line(left, top, cell))
    });
    let text = read_lines(&[rows.collect()]).text;
    assert!(
        text.starts_with("Ferry\tCrew\tYear\n\nAda\t12\t1913"),
        "{text}"
    );
}

#[test]
fn running_headers_and_page_numbers_are_set_apart() {
    let numbers = ["1", "2", "3"];
    let pages = numbers.map(|number| {
        let mut lines = vec![
            line(50, 30, "The Herald of the Harbour"),
            line(300, 760, number),
        ];
        lines.extend(column(50, 80, &LEFT));
        lines.extend(column(310, 80, &RIGHT));
        lines
    });
    let document = read_lines(&pages);
    let furniture = document
        .parts
        .iter()
        .filter(|part| part.role == Role::PageFurniture);
    let furniture: Vec<&str> = furniture.map(|part| part.span.of(&document.text)).collect();
    let header = "The Herald of the Harbour";
    assert_eq!(furniture, [header, "1", header, "2", header, "3"]);
    let paragraph = format!("Paragraph: {}", whole());
    assert_eq!(shown(&document), [&*paragraph, &*paragraph, &*paragraph]);
}

#[test]
fn words_that_lines_cut_are_whole_and_can_be_had_back() {
    let lines = column(
        50,
        50,
        &[
            "The wardens began an inves-",
            "tigation of the well-",
            "known dikes. The well-known",
            "dikes held.",
        ],
    );
    let document = read_lines(&[lines]);
    let whole =
        "The wardens began an investigation of the well-known dikes. The well-known dikes held.";
    assert_eq!(document.text, whole);
    assert!(
        document
            .repairs
            .iter()
            .any(|repair| repair.rule == Rule::LineHyphen)
    );
    assert!(document.original().contains("inves-\ntigation"));
}

#[test]
fn pages_that_are_pictures_have_no_text() {
    let drawn = vec![Operation::new(
        "re",
        [10, 10, 500, 700].map(Object::Integer).to_vec(),
    )];
    let told = read_file(&file(&[drawn.clone(), drawn]));
    assert_eq!(told.unwrap_err(), Fault::NoTextLayer);
}

#[test]
fn what_is_no_text_does_not_get_in_the_way() {
    let mut page = vec![
        Operation::new("cs", vec![Object::Name(b"Missing".to_vec())]),
        Operation::new("gs", vec![Object::Name(b"Missing".to_vec())]),
        Operation::new("Do", vec![Object::Name(b"Missing".to_vec())]),
        Operation::new("Tj", vec![Object::Integer(1)]),
        Operation::new("Q", Vec::new()),
    ];
    page.extend(steps(&[line(50, 50, "It rained all day.")]));
    assert_eq!(
        read_file(&file(&[page])).unwrap().text,
        "It rained all day."
    );
}

#[test]
fn a_page_that_cannot_be_read_leaves_the_others_unharmed() {
    let good = steps(&[line(50, 50, "It rained all day.")]);
    let mut bytes = pdf_extract::Document::load_mem(&file(&[good.clone(), good])).unwrap();
    let second = bytes.page_iter().nth(1).unwrap();
    let page = bytes.get_dictionary_mut(second).unwrap();
    let broken = Dictionary::from_iter([(
        "Font",
        Object::Dictionary(Dictionary::from_iter([(
            "Body",
            Object::Dictionary(Dictionary::new()),
        )])),
    )]);
    page.set("Resources", Object::Dictionary(broken));
    let mut saved = Vec::new();
    bytes.save_to(&mut saved).unwrap();
    let document = read_file(&saved).unwrap();
    assert_eq!(document.text.trim(), "It rained all day.");
    let told = ("pages that could not be read".to_owned(), "2".to_owned());
    assert!(
        document.facts.others.contains(&told),
        "{:?}",
        document.facts.others
    );
}

#[test]
fn forms_that_call_each_other_and_nodes_without_an_end_do_no_harm() {
    let name = |name: &[u8]| Object::Name(name.to_vec());
    let called = Operation::new("Do", vec![name(b"Me")]);
    let mut page = steps(&[line(50, 50, "It rained all day.")]);
    page.push(called.clone());
    let mut made = pdf_extract::Document::load_mem(&file(&[page])).unwrap();
    let operations = [called.clone(), called];
    let content = Content { operations }.encode().unwrap();
    let kind = Dictionary::from_iter([("Subtype", name(b"Form"))]);
    let form = made.add_object(Stream::new(kind, content));
    let page = made.page_iter().next().unwrap();
    let tree = made
        .get_dictionary(page)
        .unwrap()
        .get(b"Parent")
        .unwrap()
        .as_reference()
        .unwrap();
    let node = made.get_dictionary_mut(tree).unwrap();
    node.set("Parent", Object::Reference(tree));
    let resources = node.get_mut(b"Resources").unwrap().as_dict_mut().unwrap();
    let forms = Dictionary::from_iter([("Me", Object::Reference(form))]);
    resources.set("XObject", Object::Dictionary(forms));
    let mut bytes = Vec::new();
    made.save_to(&mut bytes).unwrap();
    assert_eq!(read_file(&bytes).unwrap().text, "It rained all day.");
}
