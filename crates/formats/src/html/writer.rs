//! A page's tags and characters, one after the other, written down as blocks of text.

use std::cell::RefCell;

use dossier_engine::document::{Part, Role};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::facts::Head;
use super::places::{Layout, is_void, layout, zone};
use crate::flow::Flow;

/// How deep elements may be nested; what is deeper is read, and its end not waited for.
const DEEPEST: usize = 512;

/// Letters an article must have for what is outside of it to be none of it.
const ARTICLE: usize = 300;

/// A page, written down.
pub(super) struct Written {
    pub(super) flow: Flow,
    pub(super) head: Head,
}

pub(super) fn write(page: &str) -> Written {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(page));
    let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
    // The only thing to stop for would be a script, and none is run.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner().finish()
}

struct Sink(RefCell<Writer>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut writer = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => writer.text(&text),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return writer.start(&tag),
            Token::TagToken(tag) => writer.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// An element whose end is awaited.
struct Open {
    element: String,
    layout: Layout,
    /// The role of all text in it.
    zone: Option<Role>,
    article: bool,
}

#[derive(Default)]
struct Writer {
    flow: Flow,
    head: Head,
    open: Vec<Open>,
    /// How many of the open elements are no text.
    unread: usize,
    /// What was read of a script of linked data, while one is open.
    linked_data: Option<String>,
    /// For each part, whether it is in an article.
    in_article: Vec<bool>,
}

impl Writer {
    fn text(&mut self, text: &str) {
        let inside = self.open.last();
        if inside.is_some_and(|open| open.element == "title") {
            self.head.title.push_str(text);
        } else if let Some(data) = &mut self.linked_data {
            data.push_str(text);
        } else if self.unread > 0 {
        } else if self
            .open
            .iter()
            .rev()
            .take(8)
            .any(|open| open.layout == Layout::Verbatim)
        {
            self.flow.push_verbatim(text);
        } else {
            self.flow.push_flowing(text);
        }
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let element = &*tag.name;
        let value = |name: &str| {
            let attribute = tag
                .attrs
                .iter()
                .find(|attribute| &*attribute.name.local == name);
            attribute.map(|attribute| &*attribute.value)
        };
        self.head.take_in(element, &value);
        let mut layout = layout(element);
        let hidden = value("hidden").is_some() || value("aria-hidden") == Some("true");
        match layout {
            Layout::Break => self.flow.end_line(),
            Layout::Block(_) | Layout::Verbatim => self.end_block(),
            Layout::Cell if !self.flow.is_at_start() => self.flow.push_verbatim("\t"),
            _ => {}
        }
        match layout {
            Layout::Block(_) | Layout::Verbatim => self.close_own("p"),
            _ => {}
        }
        if element == "li" || element == "option" {
            self.close_own(element);
        }
        if element == "body" {
            self.leave_head();
        }
        if is_void(element) || tag.self_closing || self.open.len() >= DEEPEST {
            return raw(element);
        }
        if element == "title" && self.unread == 0 {
            layout = Layout::Unread;
        }
        self.unread += usize::from(layout == Layout::Unread);
        if element == "script" && value("type") == Some("application/ld+json") {
            self.linked_data = Some(String::new());
        }
        let named = [value("class"), value("id"), value("role")];
        let named = named.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let inherited = self.open.last().and_then(|open| open.zone);
        let own = match hidden {
            true => Some(Role::PageFurniture),
            false if matches!(element, "body" | "html" | "article" | "main") => None,
            false => zone(element, &named),
        };
        let article = matches!(element, "article" | "main") || named.contains("article-body");
        self.open.push(Open {
            element: element.to_owned(),
            layout,
            zone: inherited.or(own),
            article: article || self.open.last().is_some_and(|open| open.article),
        });
        raw(element)
    }

    fn end(&mut self, element: &str) {
        if let Some(data) = self.linked_data.take_if(|_| element == "script") {
            self.head.take_in_linked_data(&data);
        }
        // An end tag that nothing awaits, or something much further out, ends a block at most.
        let awaited = self
            .open
            .iter()
            .rev()
            .take(64)
            .position(|open| open.element == element);
        if let Layout::Block(_) | Layout::Verbatim = layout(element) {
            self.end_block();
        }
        if let Some(above) = awaited {
            let kept = self.open.len() - above - 1;
            self.close(kept);
        }
    }

    /// A block that begins ends the paragraph before it, and an item the one before it, if nothing
    /// else was opened in that.
    fn close_own(&mut self, element: &str) {
        if self.open.last().is_some_and(|open| open.element == element) {
            self.close(self.open.len() - 1);
        }
    }

    /// Whatever a page leaves open in its head, its body is read.
    fn leave_head(&mut self) {
        if let Some(head) = self.open.iter().position(|open| open.element == "head") {
            self.close(head);
        }
    }

    fn close(&mut self, kept: usize) {
        let closed = self.open.drain(kept..);
        let unread = closed.filter(|open| open.layout == Layout::Unread).count();
        self.unread -= unread;
    }

    fn end_block(&mut self) {
        let zone = self.open.last().and_then(|open| open.zone);
        let named = self
            .open
            .iter()
            .rev()
            .take(16)
            .find_map(|open| match open.layout {
                Layout::Block(Role::Paragraph) => None,
                Layout::Block(role) => Some(role),
                Layout::Verbatim => Some(Role::Code),
                _ => None,
            });
        let role = zone.or(named).unwrap_or(Role::Paragraph);
        let article = self.open.last().is_some_and(|open| open.article);
        if self.flow.end_block(role) {
            self.in_article.push(article);
        }
    }

    fn finish(mut self) -> Written {
        self.end_block();
        let parts = self.flow.parts.iter_mut().zip(&self.in_article);
        let letters: usize = parts
            .map(|(part, inside)| part.span.len() * usize::from(*inside))
            .sum();
        if letters >= ARTICLE {
            for (part, inside) in self.flow.parts.iter_mut().zip(&self.in_article) {
                if !inside && !part.role.is_boilerplate() && part.role != Role::Title {
                    part.role = Role::PageFurniture;
                }
            }
        }
        set_apart_what_is_above(&mut self.flow.parts, &self.in_article);
        keep_one_title(&mut self.flow.parts);
        Written {
            flow: self.flow,
            head: self.head,
        }
    }
}

/// What stands above the title and in no article is the page's own: its name, its menus.
fn set_apart_what_is_above(parts: &mut [Part], in_article: &[bool]) {
    let title = parts.iter().position(|part| part.role == Role::Title);
    let above = parts.iter_mut().zip(in_article).take(title.unwrap_or(0));
    for (part, _) in above.filter(|(part, inside)| !**inside && !part.role.is_boilerplate()) {
        part.role = Role::Navigation;
    }
}

/// A page has one title: the first heading of the first rank. Others head parts of it.
fn keep_one_title(parts: &mut [Part]) {
    let titles = parts.iter_mut().filter(|part| part.role == Role::Title);
    for part in titles.skip(1) {
        part.role = Role::Subheading;
    }
}

/// What the tokenizer has to know about elements whose content has no tags.
fn raw(element: &str) -> TokenSinkResult<()> {
    match element {
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
            TokenSinkResult::RawData(RawKind::Rawtext)
        }
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "plaintext" => TokenSinkResult::Plaintext,
        _ => TokenSinkResult::Continue,
    }
}
