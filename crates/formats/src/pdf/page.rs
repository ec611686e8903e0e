//! A page with nothing left on it but text: what forms bring in stands in its place, and colours,
//! pictures and lines are gone. The parser that knows the fonts trips over those.

use std::collections::BTreeMap;

use pdf_extract::content::{Content, Operation};
use pdf_extract::{Dictionary, Document, Object, ObjectId, OutputDev, Stream};

use super::{fonts, steps};

/// Forms within forms.
const DEEPEST: usize = 12;

/// Nodes of the tree of pages above a page.
const HIGHEST: usize = 64;

/// Bytes of what draws a page, and steps that show its text, with all its forms.
const MOST_BYTES: usize = 16 << 20;
const MOST_STEPS: usize = 60_000;

/// Shows the text of a page. None if that cannot be done.
pub(super) fn show(file: &mut Document, page: ObjectId, output: &mut dyn OutputDev) -> Option<()> {
    let Bare {
        steps: operations,
        fonts,
        ..
    } = Bare::of(file, page)?;
    let content = Content { operations }.encode().ok()?;
    let content = file.add_object(Stream::new(Dictionary::new(), content));
    let root = put_in_place(file, content, fonts);
    let before = std::mem::replace(&mut file.trailer, root.trailer);
    let shown = pdf_extract::output_doc_page(file, output, 1);
    file.trailer = before;
    for object in root.objects.into_iter().chain([content]) {
        file.objects.remove(&object);
    }
    shown.ok()
}

/// What makes a page the only one of a file.
struct Root {
    trailer: Dictionary,
    objects: [ObjectId; 3],
}

fn put_in_place(file: &mut Document, content: ObjectId, fonts: Dictionary) -> Root {
    let name = |name: &str| Object::Name(name.as_bytes().to_vec());
    let resources = Dictionary::from_iter([("Font", Object::Dictionary(fonts))]);
    let paper = [0, 0, 1000, 1000].map(Object::Integer).to_vec();
    let page = file.add_object(Dictionary::from_iter([
        ("Type", name("Page")),
        ("MediaBox", Object::Array(paper)),
        ("Resources", Object::Dictionary(resources)),
        ("Contents", Object::Reference(content)),
    ]));
    let pages = file.add_object(Dictionary::from_iter([
        ("Type", name("Pages")),
        ("Count", Object::Integer(1)),
        ("Kids", Object::Array(vec![Object::Reference(page)])),
    ]));
    let catalog = file.add_object(Dictionary::from_iter([
        ("Type", name("Catalog")),
        ("Pages", Object::Reference(pages)),
    ]));
    Root {
        trailer: Dictionary::from_iter([("Root", Object::Reference(catalog))]),
        objects: [page, pages, catalog],
    }
}

/// The text of a page: the steps that show it, and the fonts these name.
struct Bare<'a> {
    file: &'a Document,
    steps: Vec<Operation>,
    fonts: Dictionary,
    /// Bytes looked at so far.
    bytes: usize,
    /// The new names of fonts, by the resources they are in and their name there.
    names: BTreeMap<(usize, Vec<u8>), Vec<u8>>,
}

/// How things stand on a page, or in a form on it.
struct Level<'a> {
    resources: Option<&'a Dictionary>,
    /// How many forms it is in.
    depth: usize,
    /// Whether a font is chosen.
    font: bool,
    /// How things stood before, for each time that they are to be gone back to: whether a font
    /// was chosen, and after how many steps.
    waiting: Vec<(bool, usize)>,
}

impl<'a> Bare<'a> {
    fn of(file: &'a Document, page: ObjectId) -> Option<Self> {
        let mut bare = Self {
            file,
            steps: Vec::new(),
            fonts: Dictionary::new(),
            bytes: 0,
            names: BTreeMap::new(),
        };
        let mut content = Vec::new();
        for stream in file.get_page_contents(page) {
            let stream = file.get_object(stream).and_then(Object::as_stream);
            content.extend(stream.ok()?.get_plain_content().ok()?);
            content.push(b'\n');
        }
        bare.take(&content, resources_of(file, page), 0)?;
        Some(bare)
    }

    /// Takes over the steps that have to do with text.
    fn take(
        &mut self,
        content: &[u8],
        resources: Option<&'a Dictionary>,
        depth: usize,
    ) -> Option<()> {
        self.bytes += content.len();
        if self.bytes > MOST_BYTES {
            return None;
        }
        let mut level = Level {
            resources,
            depth,
            font: false,
            waiting: Vec::new(),
        };
        for piece in steps::pieces(content) {
            for step in Content::decode(&piece).ok()?.operations {
                self.step(step, &mut level)?;
            }
        }
        while !level.waiting.is_empty() {
            self.go_back(&mut level);
        }
        Some(())
    }

    fn step(&mut self, step: Operation, level: &mut Level<'a>) -> Option<()> {
        match step.operator.as_str() {
            "q" => {
                level.waiting.push((level.font, self.steps.len()));
                self.steps.push(step);
            }
            "Q" => self.go_back(level),
            "Tf" => level.font |= self.choose(&step, level.resources),
            "Do" if level.depth < DEEPEST => self.bring_in(&step, level)?,
            "'" | "\"" | "Tj" | "TJ" if !level.font => {}
            "'" | "\"" => self.next_line(step.operands),
            _ if is_of_text(&step) => self.steps.push(step),
            _ => {}
        }
        (self.steps.len() <= MOST_STEPS).then_some(())
    }

    /// Goes back to how things were before; what showed no text in between is left out.
    fn go_back(&mut self, level: &mut Level<'a>) {
        let Some((font, start)) = level.waiting.pop() else {
            return;
        };
        level.font = font;
        let shows = |step: &Operation| matches!(step.operator.as_str(), "Tj" | "TJ");
        match self.steps[start..].iter().any(shows) {
            true => self.steps.push(Operation::new("Q", Vec::new())),
            false => self.steps.truncate(start),
        }
    }

    /// Chooses a font, if there is one of that name.
    fn choose(&mut self, step: &Operation, resources: Option<&'a Dictionary>) -> bool {
        let [Object::Name(name), size] = &step.operands[..] else {
            return false;
        };
        let all = resources.and_then(|all| dictionary(self.file, all.get(b"Font").ok()?));
        let font = all.and_then(|all| Some((all, all.get(name).ok()?)));
        let Some((all, font)) = font.filter(|_| is_number(size)) else {
            return false;
        };
        let count = self.names.len();
        let key = (std::ptr::from_ref(all) as usize, name.clone());
        let known = self.names.entry(key).or_insert_with(|| {
            let name = format!("F{count}").into_bytes();
            self.fonts
                .set(name.clone(), fonts::with_widths(self.file, font));
            name
        });
        let operands = vec![Object::Name(known.clone()), size.clone()];
        self.steps.push(Operation::new("Tf", operands));
        true
    }

    /// Puts what a form draws in the place where it is called for.
    fn bring_in(&mut self, step: &Operation, level: &Level<'a>) -> Option<()> {
        let Some(form) = self.form(step, level.resources) else {
            return Some(());
        };
        let own = form.dict.get(b"Resources").ok();
        let own = own.and_then(|own| dictionary(self.file, own));
        let mut inside = Level {
            resources: own.or(level.resources),
            depth: level.depth + 1,
            font: false,
            waiting: Vec::new(),
        };
        self.step(Operation::new("q", Vec::new()), &mut inside)?;
        if let Ok(matrix) = form.dict.get(b"Matrix").and_then(Object::as_array) {
            self.step(Operation::new("cm", matrix.clone()), &mut inside)?;
        }
        self.take(
            &form.get_plain_content().ok()?,
            inside.resources,
            inside.depth,
        )?;
        self.go_back(&mut inside);
        Some(())
    }

    fn form(&self, step: &Operation, resources: Option<&'a Dictionary>) -> Option<&'a Stream> {
        let name = step.operands.first()?.as_name().ok()?;
        let named = dictionary(self.file, resources?.get(b"XObject").ok()?)?.get(name);
        let (_, form) = self.file.dereference(named.ok()?).ok()?;
        let form = form.as_stream().ok()?;
        let kind = form.dict.get(b"Subtype").and_then(Object::as_name);
        kind.is_ok_and(|kind| kind == b"Form").then_some(form)
    }

    /// The steps of which `'` and `"` are short for.
    fn next_line(&mut self, mut operands: Vec<Object>) {
        let shown = operands.pop();
        if let [words, letters] = &operands[..] {
            let set = [("Tw", words), ("Tc", letters)];
            let set = set.map(|(operator, value)| Operation::new(operator, vec![value.clone()]));
            self.steps.extend(set.into_iter().filter(is_of_text));
        }
        self.steps.push(Operation::new("T*", Vec::new()));
        let shown = Operation::new("Tj", shown.into_iter().collect());
        self.steps.extend(Some(shown).filter(is_of_text));
    }
}

/// Whether a step has to do with text, and what it needs.
fn is_of_text(step: &Operation) -> bool {
    let numbers = |count| step.operands.len() == count && step.operands.iter().all(is_number);
    match step.operator.as_str() {
        "BT" | "ET" | "T*" => true,
        "cm" | "Tm" => numbers(6),
        "Td" | "TD" => numbers(2),
        "Tc" | "Tw" | "Tz" | "TL" | "Ts" => numbers(1),
        "Tj" => matches!(step.operands[..], [Object::String(..)]),
        "TJ" => matches!(step.operands[..], [Object::Array(_)]),
        _ => false,
    }
}

fn is_number(object: &Object) -> bool {
    matches!(object, Object::Integer(_) | Object::Real(_))
}

/// A dictionary, wherever in the file it stands.
pub(super) fn dictionary<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    file.dereference(object).ok()?.1.as_dict().ok()
}

/// The resources of a page, or of the nearest node above it that has some.
fn resources_of(file: &Document, page: ObjectId) -> Option<&Dictionary> {
    let mut node = file.get_dictionary(page).ok()?;
    for _ in 0..HIGHEST {
        if let Ok(resources) = node.get(b"Resources") {
            return dictionary(file, resources);
        }
        node = dictionary(file, node.get(b"Parent").ok()?)?;
    }
    None
}
