//! A document as its file has it, for readers who doubt a repair.

use super::{Document, Offsets, Repair, Rule, draft};
use crate::text::Span;

/// A document's text before its repairs: as its file has it, but without the marks of its format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unrepaired {
    /// The text.
    pub text: String,
    /// What of it was repaired, in its order; with the repairs, which are placed in
    /// [`Document::text`].
    pub repaired: Vec<(Span, Repair)>,
    offsets: Offsets,
}

impl Unrepaired {
    /// Where a place of the repaired text stands in this one.
    pub fn place(&self, repaired: Span) -> Span {
        self.offsets.original_of(repaired)
    }
}

impl Document {
    /// Its text before repairs. Linear in the text.
    pub fn unrepaired(&self) -> Unrepaired {
        let repairs = self.repairs.iter();
        let repairs: Vec<Repair> = repairs
            .filter(|r| r.rule != Rule::Markup)
            .cloned()
            .collect();
        let whole = Span::new(0, self.text.len());
        let undone = repairs.iter().map(|r| (r.span, r.before.as_str()));
        let text = draft::replaced(&self.text, whole, undone);
        let offsets = Offsets::new(&self.text, &repairs);
        // Both cursors stand after the last repair.
        let (mut here, mut there) = (0, 0);
        let placed = repairs.into_iter().map(|repair| {
            there += repair.span.range().start - here;
            let start = there;
            (here, there) = (repair.span.range().end, start + repair.before.len());
            (Span::new(start, there), repair)
        });
        Unrepaired {
            repaired: placed.collect(),
            text,
            offsets,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::read;

    #[test]
    fn what_was_repaired_stands_in_the_text_before_it() {
        let file = "It rained\u{a0}there â€” they say.";
        let document = read("a.txt", file.as_bytes()).unwrap();
        let unrepaired = document.unrepaired();
        assert_eq!(unrepaired.text, file);
        let shown: Vec<(&str, &str)> = unrepaired
            .repaired
            .iter()
            .map(|(span, repair)| (span.of(file), repair.span.of(&document.text)))
            .collect();
        assert_eq!(shown, [("\u{a0}", " "), ("â€”", "—")]);
        let there = document.text.find("they").unwrap();
        let place = unrepaired.place(crate::text::Span::new(there, there + 4));
        assert_eq!(place.of(file), "they");
    }
}
