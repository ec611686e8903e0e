//! Texts of word processors (Office Open XML): paragraphs, their styles, and what the file says
//! about itself.

use dossier_engine::document::{Fact, Facts, Fault, Manuscript, Role, Source};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::archive;
use crate::flow::Flow;

/// Takes the text out of a file.
pub(crate) fn manuscript(bytes: &[u8]) -> Result<Manuscript, Fault> {
    let mut zip = archive::open(bytes)?;
    let mut allowance = archive::Allowance::for_size(bytes.len() as u64);
    let mut member = |name: &str| match zip.index_for_name(name) {
        Some(number) => archive::unpack(&mut zip, number, &mut allowance).map(Some),
        None => Ok(None),
    };
    let Some(body) = member("word/document.xml")? else {
        return Err(Fault::Unusable("there is no text in it".into()));
    };
    let mut flow = Flow::default();
    write(&body, &mut flow, None)?;
    if let Some(notes) = member("word/footnotes.xml")? {
        write(&notes, &mut flow, Some(Role::Footnote))?;
    }
    let facts = member("docProps/core.xml")?.map_or_else(Facts::default, |xml| facts(&xml));
    let (text, parts) = flow.finish();
    Ok(Manuscript {
        parts,
        facts,
        ..Manuscript::plain(text)
    })
}

/// Writes down the paragraphs of a part of the file; all are of one role, if one is given.
fn write(xml: &[u8], flow: &mut Flow, role: Option<Role>) -> Result<(), Fault> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut style = Role::Paragraph;
    let (mut in_text, mut in_row) = (false, false);
    loop {
        let event = reader.read_event_into(&mut buffer);
        match event.map_err(|error| Fault::Unusable(error.to_string()))? {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "pStyle" => {
                style = style_of(&tag).unwrap_or(style);
            }
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => in_text = true,
                "tr" => in_row = true,
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "tab" => flow.push_verbatim(" "),
                "br" | "cr" => flow.end_line(),
                "noBreakHyphen" => flow.push_verbatim("-"),
                "numPr" if style == Role::Paragraph => style = Role::ListItem,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "numPr" if style == Role::Paragraph => style = Role::ListItem,
                "tc" => flow.push_verbatim("\t"),
                "p" if !in_row => {
                    flow.end_block(role.unwrap_or(style));
                    style = Role::Paragraph;
                }
                "p" => flow.push_flowing(" "),
                "tr" => {
                    in_row = false;
                    flow.end_block(role.unwrap_or(Role::Table));
                }
                _ => {}
            },
            Event::Text(text) if in_text => {
                flow.push_verbatim(&text.into_inner());
            }
            Event::GeneralRef(name) if in_text => {
                let code = format!("&{};", name.into_inner());
                let text = quick_xml::escape::unescape(&code).unwrap_or_default();
                flow.push_verbatim(&text);
            }
            _ => {}
        }
        buffer.clear();
    }
    flow.end_block(role.unwrap_or(style));
    Ok(())
}

/// What a paragraph of a style is.
fn style_of(tag: &BytesStart<'_>) -> Option<Role> {
    let mut attributes = tag.attributes().flatten();
    let value = attributes.find(|attribute| attribute.key.local_name().as_ref() == "val")?;
    let style = value.value.to_ascii_lowercase();
    Some(match style.as_str() {
        "title" => Role::Title,
        "quote" | "intensequote" => Role::Quote,
        "caption" => Role::Caption,
        "footnotetext" => Role::Footnote,
        "author" => Role::Byline,
        _ if style.starts_with("heading") || style == "subtitle" => Role::Subheading,
        _ if style.starts_with("list") => Role::ListItem,
        _ => return None,
    })
}

/// Title and author, as the properties of the file have them.
fn facts(xml: &[u8]) -> Facts {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut facts = Facts::default();
    let mut within = String::new();
    while let Ok(event) = reader.read_event_into(&mut buffer) {
        match event {
            Event::Eof => break,
            Event::Start(tag) => within = tag.local_name().as_ref().to_owned(),
            Event::End(_) => within.clear(),
            Event::Text(text) => {
                let value = text.into_inner().trim().to_owned();
                let fact = (!value.is_empty()).then(|| Fact {
                    value,
                    source: Source::Inferred("the properties of the file say so".into()),
                });
                match within.as_str() {
                    "title" => facts.title = fact,
                    "creator" => facts.author = fact,
                    "language" => facts.language = fact,
                    _ => {}
                }
            }
            _ => {}
        }
        buffer.clear();
    }
    facts
}
