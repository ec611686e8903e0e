//! Markdown: its marks become parts, and are no text.

use std::ops::Range;

use dossier_engine::document::{Fact, Facts, Manuscript, Role, Source};
use dossier_engine::moment::Moment;
use dossier_engine::text::Span;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::flow::{self, Flow, Piece};
use crate::html;

/// Cells of tables in one text; with more of them, its tables are read as lines of text.
const MOST_CELLS: usize = 100_000;

/// Takes a text apart.
pub(crate) fn manuscript(source: String) -> Manuscript {
    let mut writer = Writer::default();
    let cells = source.bytes().filter(|&byte| byte == b'|').count();
    let tables = match cells <= MOST_CELLS {
        true => Options::ENABLE_TABLES,
        false => Options::empty(),
    };
    let options = tables
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(&source, options).into_offset_iter() {
        writer.take(event, range, &source);
    }
    writer.flow.end_block(Role::Paragraph);
    let (text, parts) = writer.flow.finish();
    Manuscript {
        facts: facts(&writer.front_matter),
        markup: flow::beside(&source, &text, stretches(&source, writer.read)),
        original: source,
        parts,
        ..Manuscript::default()
    }
}

/// A stretch of the source that is read.
enum Stretch {
    /// As it stands there.
    Plain(Span),
    /// As a code says.
    Code(Piece),
}

/// The pieces of the source that stretches consist of.
fn stretches(source: &str, read: Vec<Stretch>) -> impl Iterator<Item = Piece> {
    read.into_iter().flat_map(|stretch| {
        let (plain, code) = match stretch {
            Stretch::Plain(span) => (Some(span), None),
            Stretch::Code(piece) => (None, Some(piece)),
        };
        let plain = plain.into_iter().flat_map(|span| characters(source, span));
        plain.chain(code)
    })
}

/// The characters of a span, white space aside, as they stand there.
fn characters(source: &str, span: Span) -> impl Iterator<Item = Piece> {
    let start = span.range().start;
    let visible = span.of(source).char_indices();
    let visible = visible.filter(|(_, ch)| !ch.is_ascii_whitespace());
    visible.map(move |(at, ch)| {
        let at = start + at;
        Piece::of(Span::new(at, at + ch.len_utf8()), ch)
    })
}

#[derive(Default)]
struct Writer {
    flow: Flow,
    /// What of the source is read, in its order.
    read: Vec<Stretch>,
    /// What the blocks are that are open, from the outside in.
    open: Vec<Role>,
    in_front_matter: bool,
    front_matter: String,
    titled: bool,
}

impl Writer {
    fn take(&mut self, event: Event<'_>, range: Range<usize>, source: &str) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_front_matter => self.front_matter.push_str(&text),
            Event::Text(text) => self.text(&text, range, source),
            Event::Code(code) => self.text(&code, inside_ticks(&code, range, source), source),
            Event::SoftBreak => self.flow.push_flowing(" "),
            Event::HardBreak => self.flow.end_line(),
            Event::Html(tags) | Event::InlineHtml(tags) => self.html(&tags, range, source),
            Event::Rule => {
                self.flow.end_block(self.role());
            }
            _ => {}
        }
    }

    fn html(&mut self, tags: &str, range: Range<usize>, source: &str) {
        // Tags over several lines of a quote are given without the marks of the quote.
        if source.get(range.clone()) != Some(tags) {
            let visible: String = html::visible(tags)
                .map(|piece| piece.span.of(tags))
                .collect();
            return self.text(&visible, range, source);
        }
        for piece in html::visible(tags) {
            let Range { start, end } = piece.span.range();
            let range = range.start + start..range.start + end;
            self.text(piece.span.of(tags), range, source);
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>, source: &str) {
        let span = Span::new(range.start, range.end);
        self.read.push(match source.get(range) == Some(text) {
            true => Stretch::Plain(span),
            false => Stretch::Code(Piece::code(span, text)),
        });
        match self.role() {
            Role::Code => self.flow.push_verbatim(text),
            _ => self.flow.push_flowing(text),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let role = match tag {
            Tag::Heading { level, .. } => {
                let title = *level == HeadingLevel::H1 && !self.titled;
                self.titled |= title;
                if title { Role::Title } else { Role::Subheading }
            }
            Tag::BlockQuote(_) => Role::Quote,
            Tag::CodeBlock(_) => Role::Code,
            Tag::Item => Role::ListItem,
            Tag::FootnoteDefinition(_) => Role::Footnote,
            Tag::TableRow | Tag::TableHead => Role::Table,
            Tag::Image { .. } => Role::Caption,
            Tag::Paragraph | Tag::HtmlBlock => self.role(),
            Tag::TableCell => {
                if !self.flow.is_at_start() {
                    self.flow.push_verbatim("\t");
                }
                return;
            }
            Tag::MetadataBlock(_) => {
                self.in_front_matter = true;
                return;
            }
            _ => return,
        };
        self.flow.end_block(self.role());
        self.open.push(role);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => self.in_front_matter = false,
            TagEnd::Image
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::TableRow
            | TagEnd::TableHead
            | TagEnd::Paragraph
            | TagEnd::HtmlBlock => {
                self.flow.end_block(self.role());
                self.open.pop();
            }
            _ => {}
        }
    }

    fn role(&self) -> Role {
        self.open.last().copied().unwrap_or(Role::Paragraph)
    }
}

/// Where a code stands between its ticks; all that stands there if the code is not there letter by
/// letter, for its line breaks are given as spaces.
fn inside_ticks(code: &str, range: Range<usize>, source: &str) -> Range<usize> {
    let ticks = source[range.clone()].bytes().take_while(|&b| b == b'`');
    let ticks = ticks.count();
    let inside = range.start + ticks..range.end.saturating_sub(ticks);
    match source.get(inside.clone()).and_then(|text| text.find(code)) {
        Some(at) => inside.start + at..inside.start + at + code.len(),
        None => inside,
    }
}

/// What the lines above a text say about it: `title: Rain`.
fn facts(front_matter: &str) -> Facts {
    let mut facts = Facts::default();
    for line in front_matter.lines() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'']);
        if value.is_empty() {
            continue;
        }
        let fact = || Fact {
            value: value.to_owned(),
            source: Source::Inferred(format!("the lines above the text say so ({key})")),
        };
        match key.trim() {
            "title" => facts.title = Some(fact()),
            "author" => facts.author = Some(fact()),
            "outlet" | "publisher" | "source" => facts.outlet = Some(fact()),
            "lang" | "language" => facts.language = Some(fact()),
            "date" => {
                facts.published = crate::day(value).map(|day| Fact {
                    value: Moment::new(day),
                    source: fact().source,
                });
            }
            _ => {}
        }
    }
    facts
}

#[cfg(test)]
mod tests {
    use dossier_engine::document::{Document, Format, Origin};

    use super::*;

    fn read(source: &str) -> Document {
        let origin = Origin::of(Format::Markdown, "UTF-8", source.as_bytes());
        let document = manuscript(source.to_owned())
            .finish("a.md", origin)
            .unwrap();
        assert_eq!(document.original(), source);
        document
    }

    #[test]
    fn marks_say_what_the_parts_are() {
        let document = read(
            "---\ntitle: Rain\ndate: 1913-05-07\n---\n# Rain *and* Sea\n\nIt **rained**\non [the sea](https://example.org \
             \"x\") &amp; land.\n\n- one\n- two\n\n> So be it.\n\n## After\n\n| a | b |\n|---|---|\n| c | d |\n\n    code\n",
        );
        let shown: Vec<String> = document
            .parts
            .iter()
            .map(|part| format!("{:?}: {}", part.role, part.span.of(&document.text)))
            .collect();
        let expected = [
            "Title: Rain and Sea",
            "Paragraph: It rained on the sea & land.",
            "ListItem: one",
            "ListItem: two",
            "Quote: So be it.",
            "Subheading: After",
            "Table: a\tb",
            "Table: c\td",
            "Code: code",
        ];
        assert_eq!(shown, expected);
        assert_eq!(
            document.facts.published.as_ref().unwrap().value.as_str(),
            "1913-05-07"
        );
    }

    #[test]
    fn places_lead_back_into_the_file() {
        let source = "It **rained** \\* on <b>land</b> &eacute;t&eacute;.";
        let document = read(source);
        let at = document.text.find("land").unwrap();
        let span = document.offsets().original_of(Span::new(at, at + 4));
        assert_eq!(span.of(source), "land");
        assert_eq!(document.text, "It rained * on land été.");
    }

    #[test]
    fn code_over_two_lines_is_one_line_of_text() {
        let document = read("It says `¡no\n¡rain` here.");
        assert_eq!(document.text, "It says ¡no ¡rain here.");
        let document = read("> It says `no\n> rain` <b\n> c>here</b>.");
        assert_eq!(document.text, "It says no rain here.");
    }
}
