//! A text on its way from original to repaired: edits are applied in passes, and the log of
//! repairs is kept so that the original can be rebuilt at any time.

use std::borrow::Cow;

use super::{Repair, Rule};
use crate::text::Span;

/// One change a pass asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// What is replaced, in the text as the pass found it.
    pub(super) span: Span,
    /// What stands there afterwards.
    pub(super) after: Cow<'static, str>,
    /// Why.
    pub(super) rule: Rule,
}

/// A text and what was changed in it so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    /// The text as it stands.
    pub(super) text: String,
    /// In the order of the text.
    pub(super) repairs: Vec<Repair>,
}

impl Draft {
    /// A draft in which nothing is changed yet.
    pub(super) fn new(original: String) -> Self {
        Self {
            text: original,
            repairs: Vec::new(),
        }
    }

    /// Makes one pass of edits; they are in the order of the text and do not overlap. An edit
    /// that meets an earlier repair becomes one with it, under the earlier rule.
    pub(super) fn apply(&mut self, edits: Vec<Edit>) {
        if edits.is_empty() {
            return;
        }
        let mut pass = Pass {
            old: &self.text,
            text: String::with_capacity(self.text.len()),
            repairs: Vec::with_capacity(self.repairs.len() + edits.len()),
            copied: 0,
        };
        let repairs = std::mem::take(&mut self.repairs);
        let mut changes = merge(repairs, edits).peekable();
        while let Some(first) = changes.next() {
            let mut cluster = Cluster::of(first);
            while let Some(next) = changes.next_if(|next| cluster.meets(next.span())) {
                cluster.add(next);
            }
            pass.settle(cluster);
        }
        pass.text.push_str(&self.text[pass.copied..]);
        (self.text, self.repairs) = (pass.text, pass.repairs);
    }
}

enum Change {
    Made(Repair),
    Asked(Edit),
}

impl Change {
    fn span(&self) -> Span {
        match self {
            Change::Made(repair) => repair.span,
            Change::Asked(edit) => edit.span,
        }
    }
}

/// Both lists in one, in the order of the text; at one place, what was made comes first. There may
/// be millions.
fn merge(repairs: Vec<Repair>, edits: Vec<Edit>) -> impl Iterator<Item = Change> {
    let mut repairs = repairs.into_iter().peekable();
    let mut edits = edits.into_iter().peekable();
    std::iter::from_fn(move || {
        let edit = edits.next_if(|edit| {
            let made = repairs.peek();
            made.is_none_or(|made| edit.span < made.span)
        });
        edit.map(Change::Asked)
            .or_else(|| repairs.next().map(Change::Made))
    })
}

/// Changes that meet and are settled together.
struct Cluster {
    span: Span,
    rule: Rule,
    made: Vec<Repair>,
    asked: Vec<Edit>,
}

impl Cluster {
    fn of(change: Change) -> Self {
        let (span, rule) = match &change {
            Change::Made(repair) => (repair.span, repair.rule),
            Change::Asked(edit) => (edit.span, edit.rule),
        };
        let mut cluster = Self {
            span,
            rule,
            made: Vec::new(),
            asked: Vec::new(),
        };
        cluster.add(change);
        cluster
    }

    /// Whether a later change begins before this cluster ends. Touching is not meeting.
    fn meets(&self, later: Span) -> bool {
        self.span.start < later.end && later.start < self.span.end
    }

    fn add(&mut self, change: Change) {
        self.span.end = self.span.end.max(change.span().end);
        match change {
            Change::Made(repair) => self.made.push(repair),
            Change::Asked(edit) => self.asked.push(edit),
        }
        if let ([first, ..], true) = (&self.made[..], self.made.len() == 1) {
            self.rule = first.rule;
        }
    }
}

struct Pass<'a> {
    old: &'a str,
    text: String,
    repairs: Vec<Repair>,
    copied: usize,
}

impl Pass<'_> {
    fn settle(&mut self, cluster: Cluster) {
        let whole = cluster.span.range();
        self.text.push_str(&self.old[self.copied..whole.start]);
        self.copied = whole.end;

        let made = cluster.made.iter().map(|r| (r.span, r.before.as_str()));
        let asked = cluster.asked.iter().map(|e| (e.span, e.after.as_ref()));
        let before = replaced(self.old, cluster.span, made);
        let after = replaced(self.old, cluster.span, asked);

        let start = self.text.len();
        self.text.push_str(&after);
        if before != after {
            self.repairs.push(Repair {
                span: Span::new(start, self.text.len()),
                before,
                rule: cluster.rule,
            });
        }
    }
}

/// What stands at `whole` in `text`, with each of the spans replaced.
pub(super) fn replaced<'a>(
    text: &str,
    whole: Span,
    replacements: impl Iterator<Item = (Span, &'a str)>,
) -> String {
    let whole = whole.range();
    let mut out = String::with_capacity(whole.len());
    let mut copied = whole.start;
    for (span, new) in replacements {
        out.push_str(&text[copied..span.range().start]);
        out.push_str(new);
        copied = span.range().end;
    }
    out.push_str(&text[copied..whole.end]);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::Offsets;

    fn edit(start: usize, end: usize, after: &'static str, rule: Rule) -> Edit {
        let span = Span::new(start, end);
        let after = after.into();
        Edit { span, after, rule }
    }

    fn original(draft: &Draft) -> String {
        let whole = Span::new(0, draft.text.len());
        let undone = draft.repairs.iter().map(|r| (r.span, r.before.as_str()));
        replaced(&draft.text, whole, undone)
    }

    #[test]
    fn a_pass_upon_a_pass_is_one_repair_where_they_meet() {
        let mut draft = Draft::new("one two three".into());
        draft.apply(vec![edit(4, 7, "TWO", Rule::LineEnding)]);
        draft.apply(vec![
            edit(0, 0, "> ", Rule::ByteOrderMark),
            edit(6, 8, "o&", Rule::ByteOrderMark),
        ]);
        assert_eq!(draft.text, "> one TWo&three");
        assert_eq!(original(&draft), "one two three");
        assert_eq!(draft.repairs.len(), 2);
        assert_eq!(draft.repairs[1].before, "two ");
        assert_eq!(draft.repairs[1].rule, Rule::LineEnding);
    }

    #[test]
    fn a_repair_undone_leaves_no_trace() {
        let mut draft = Draft::new("abc".into());
        draft.apply(vec![edit(1, 2, "x", Rule::LineEnding)]);
        draft.apply(vec![edit(1, 2, "b", Rule::LineEnding)]);
        assert_eq!(draft, Draft::new("abc".into()));
    }

    /// Edits at any places of a text, in order and without overlaps.
    fn pass(text: &str, wishes: &[(usize, usize, usize)]) -> Vec<Edit> {
        let ends: Vec<usize> = (0..=text.len())
            .filter(|&i| text.is_char_boundary(i))
            .collect();
        let mut from = 0;
        let mut edits = Vec::new();
        for &(skip, take, put) in wishes {
            let start = from + skip;
            let (Some(&a), Some(&b)) = (ends.get(start), ends.get(start + take)) else {
                break;
            };
            edits.push(edit(a, b, ["", "x", "ü-ber"][put], Rule::LineEnding));
            from = start + take.max(1);
        }
        edits
    }

    proptest! {
        #[test]
        fn the_original_is_never_lost(
            text in "\\PC{0,60}",
            passes in prop::collection::vec(
                prop::collection::vec((0usize..6, 0usize..4, 0usize..3), 0..12), 0..5),
        ) {
            let mut draft = Draft::new(text.clone());
            for wishes in &passes {
                let edits = pass(&draft.text, wishes);
                let asked = edits.iter().map(|e| (e.span, e.after.as_ref()));
                let wanted = replaced(&draft.text, Span::new(0, draft.text.len()), asked);
                draft.apply(edits);
                prop_assert_eq!(&draft.text, &wanted);
            }
            prop_assert_eq!(original(&draft), text.clone());
            check_offsets(&draft, &text)?;
        }
    }

    fn check_offsets(draft: &Draft, original: &str) -> Result<(), TestCaseError> {
        let offsets = Offsets::new(&draft.text, &draft.repairs);
        let (text, mut at) = (draft.text.as_str(), 0);
        for repair in &draft.repairs {
            let kept = Span::new(at, repair.span.range().start);
            let there = offsets.original_of(kept);
            prop_assert_eq!(there.of(original), kept.of(text));
            prop_assert!(kept.is_empty() || offsets.text_of(there) == kept);
            if !repair.span.is_empty() {
                let there = offsets.original_of(repair.span);
                prop_assert!(repair.before.contains(there.of(original)));
            }
            at = repair.span.range().end;
        }
        let ends: Vec<usize> = (0..=text.len())
            .filter(|&i| text.is_char_boundary(i))
            .collect();
        for (from, &start) in ends.iter().enumerate() {
            for &end in ends.iter().skip(from).take(4) {
                let there = offsets.original_of(Span::new(start, end));
                prop_assert_eq!(there.of(original).len(), there.len(), "on characters");
                let back = offsets.text_of(there);
                prop_assert_eq!(back.of(text).len(), back.len(), "on characters");
            }
        }
        Ok(())
    }
}
