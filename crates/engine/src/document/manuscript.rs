//! What a format hands over, and how it becomes a document.

use super::draft::{Draft, Edit};
use super::{
    Document, Fact, Facts, Fault, Offsets, Origin, Part, Problem, Rule, Source, layout, offers,
    repair, slug,
};
use crate::text::Span;

/// A document as the reader of a format hands it over: its characters, what of them is markup,
/// and what the markup says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Manuscript {
    /// The file's characters; for files that are no text, the text that was taken out of them.
    pub original: String,
    /// What is markup, and what stands for it in the text; in order, without overlaps.
    pub markup: Vec<Markup>,
    /// What the ends of its lines mean.
    pub lines: Lines,
    /// The parts of the text without markup, in order and without overlaps; none if layout is to
    /// tell them.
    pub parts: Vec<Part>,
    /// What the file says about itself. Spans are those of the text without markup.
    pub facts: Facts,
}

/// What the end of a line means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lines {
    /// It was meant, or the lines were broken to fit a width; their lengths tell.
    #[default]
    AsTheyFall,
    /// The lines were broken to fit; what stands apart has an empty line between. So pages are
    /// read, whose widths are known.
    Fitted,
}

/// A stretch of the original that is written otherwise in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Markup {
    /// Where it stands in the original.
    pub span: Span,
    /// What it comes to; often nothing, or an empty line.
    pub after: String,
}

impl Manuscript {
    /// A text without markup.
    pub fn plain(original: impl Into<String>) -> Self {
        Self {
            original: original.into(),
            ..Self::default()
        }
    }

    /// The text without markup, as its parts and facts count it.
    pub fn text(&self) -> String {
        draft(self.original.clone(), self.markup.clone()).text
    }

    /// Makes the document: repairs it, finds its parts where markup does not tell them, and its
    /// facts. Fails if there is nothing to read.
    pub fn finish(self, file: &str, origin: Origin) -> Result<Document, Problem> {
        let marked_up = !self.parts.is_empty() || !self.markup.is_empty();
        let mut draft = draft(self.original, self.markup);
        let moved = match marked_up {
            true => moves(&draft.text, self.lines),
            false => Offsets::default(),
        };
        repair::repair(&mut draft, self.lines);
        if draft.text.chars().all(char::is_whitespace) {
            return Err(Problem {
                file: file.to_owned(),
                place: None,
                fault: Fault::Empty,
            });
        }
        let place = |span: Span| moved.text_of(span);
        let parts = match self.parts.is_empty() {
            true => layout::parts(&draft.text),
            false => layout::refined(&draft.text, placed(&draft.text, &self.parts, place)),
        };
        let mut facts = Facts::told_by(&draft.text, &parts);
        facts.declare(&self.facts.moved(place));
        Ok(Document {
            slug: slug::slug(file),
            file: file.to_owned(),
            origin,
            offers: offers::offers(&draft.text),
            facts: facts.into(),
            text: draft.text.into(),
            repairs: draft.repairs,
            parts,
        })
    }
}

/// The way from the text without markup to the repaired one. The log of all repairs leads there
/// too, by the original; but where much is markup, only to within a stretch of it.
fn moves(text: &str, lines: Lines) -> Offsets {
    let mut alone = Draft::new(text.to_owned());
    repair::repair(&mut alone, lines);
    Offsets::new(&alone.text, &alone.repairs)
}

/// A file's characters with what stands for their markup.
fn draft(original: String, markup: Vec<Markup>) -> Draft {
    let mut draft = Draft::new(original);
    let edits = markup.into_iter().map(|markup| Edit {
        span: markup.span,
        after: markup.after.into(),
        rule: Rule::Markup,
    });
    draft.apply(edits.collect());
    draft
}

/// The parts where they stand after repair; what was repaired away is left out.
fn placed(text: &str, parts: &[Part], place: impl Fn(Span) -> Span) -> Vec<Part> {
    let mut end = 0;
    let placed = parts.iter().filter_map(|part| {
        let mut span = place(part.span);
        span.start = span.start.max(end);
        let span = layout::trimmed(text, span);
        end = end.max(span.end);
        (!span.is_empty()).then_some(Part {
            span,
            role: part.role,
        })
    });
    placed.collect()
}

impl Facts {
    /// The same facts, stated where the text was moved to.
    fn moved(&self, place: impl Fn(Span) -> Span) -> Facts {
        fn moved<T: Clone>(
            fact: &Option<Fact<T>>,
            place: &impl Fn(Span) -> Span,
        ) -> Option<Fact<T>> {
            let mut fact = fact.clone()?;
            if let Source::Stated(span) = &mut fact.source {
                *span = place(*span);
            }
            Some(fact)
        }
        Facts {
            title: moved(&self.title, &place),
            author: moved(&self.author, &place),
            outlet: moved(&self.outlet, &place),
            published: moved(&self.published, &place),
            language: moved(&self.language, &place),
            others: self.others.clone(),
        }
    }
}
