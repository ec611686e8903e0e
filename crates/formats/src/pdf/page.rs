//! A page with nothing left on it but text: what forms bring in stands in its place, and colours,
//! pictures and lines are gone. The parser that knows the fonts trips over those.

use std::collections::BTreeMap;

use pdf_extract::content::{Content, Operation};
use pdf_extract::{Dictionary, Document, Object, ObjectId, OutputDev, Stream};

/// Forms within forms.
const DEEPEST: usize = 12;

/// Nodes of the tree of pages above a page.
const HIGHEST: usize = 64;

/// Bytes of what draws a page, and steps in it, with all its forms.
const MOST_BYTES: usize = 16 << 20;
const MOST_STEPS: usize = 400_000;

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
        let steps = Content::decode(content).ok()?.operations;
        // Whether a font is chosen: on this level, and on those that wait to be gone back to.
        let (mut font, mut waiting) = (false, Vec::new());
        for step in steps {
            if self.steps.len() > MOST_STEPS {
                return None;
            }
            match step.operator.as_str() {
                "q" => {
                    waiting.push(font);
                    self.steps.push(step);
                }
                "Q" => {
                    let Some(before) = waiting.pop() else {
                        continue;
                    };
                    font = before;
                    self.steps.push(step);
                }
                "Tf" => font |= self.choose(&step, resources),
                "Do" if depth < DEEPEST => self.bring_in(&step, resources, depth)?,
                "'" | "\"" | "Tj" | "TJ" if !font => {}
                "'" | "\"" => self.next_line(step.operands),
                _ if is_of_text(&step) => self.steps.push(step),
                _ => {}
            }
        }
        self.steps
            .extend(waiting.iter().map(|_| Operation::new("Q", Vec::new())));
        Some(())
    }

    /// Chooses a font, if there is one of that name.
    fn choose(&mut self, step: &Operation, resources: Option<&'a Dictionary>) -> bool {
        let [Object::Name(name), size] = &step.operands[..] else {
            return false;
        };
        let fonts = resources.and_then(|all| dictionary(self.file, all.get(b"Font").ok()?));
        let font = fonts.and_then(|fonts| Some((fonts, fonts.get(name).ok()?)));
        let Some((fonts, font)) = font.filter(|_| is_number(size)) else {
            return false;
        };
        let count = self.names.len();
        let key = (std::ptr::from_ref(fonts) as usize, name.clone());
        let known = self.names.entry(key).or_insert_with(|| {
            let name = format!("F{count}").into_bytes();
            self.fonts.set(name.clone(), font.clone());
            name
        });
        let operands = vec![Object::Name(known.clone()), size.clone()];
        self.steps.push(Operation::new("Tf", operands));
        true
    }

    /// Puts what a form draws in the place where it is called for.
    fn bring_in(
        &mut self,
        step: &Operation,
        resources: Option<&'a Dictionary>,
        depth: usize,
    ) -> Option<()> {
        let Some(form) = self.form(step, resources) else {
            return Some(());
        };
        let own = form.dict.get(b"Resources").ok();
        let own = own.and_then(|own| dictionary(self.file, own)).or(resources);
        let matrix = form.dict.get(b"Matrix").and_then(Object::as_array);
        let content = form.get_plain_content().ok()?;
        self.steps.push(Operation::new("q", Vec::new()));
        if let Ok(matrix) = matrix {
            let place = Operation::new("cm", matrix.clone());
            self.steps.extend(Some(place).filter(is_of_text));
        }
        self.take(&content, own, depth + 1)?;
        self.steps.push(Operation::new("Q", Vec::new()));
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

fn dictionary<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
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
