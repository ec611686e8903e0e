//! The one normaliser: search, highlight and recognition compare folded text, so that what one
//! finds the others find too.
//!
//! Folding makes letters lower-case, takes accents off, brings look-alike letters, quotation
//! marks, apostrophes, hyphens and dashes to one form, makes any run of white space one space,
//! and drops what cannot be seen (soft hyphens, zero-width spaces, marks of direction, control
//! characters). It is based on Unicode's compatibility decomposition (NFKD).

mod table;

use std::borrow::Cow;

use super::{Alignment, Span, Stretch};
pub(crate) use table::put_folded;

/// A word or a short text, folded; borrowed if it was folded already.
///
/// `fold(fold(x)) == fold(x)`, and the composed and decomposed forms of a text fold alike.
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.bytes().all(is_folded) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(Folded::of(text).text)
    }
}

/// Whether the byte is a character that folds to itself anywhere. White space is not among them,
/// because it joins its neighbours.
fn is_folded(byte: u8) -> bool {
    matches!(byte, b'!'..=b'@' | b'['..=b'_' | b'a'..=b'~')
}

/// A folded text and the way back to the text it was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    alignment: Alignment,
}

impl Folded {
    /// Folds a text. Linear in its length.
    pub fn of(source: &str) -> Self {
        let mut folding = Folding {
            text: String::with_capacity(source.len()),
            ..Folding::default()
        };
        for (at, ch) in source.char_indices() {
            folding.take(ch, Span::new(at, at + ch.len_utf8()));
        }
        Self {
            text: folding.text,
            alignment: Alignment::new(folding.stretches),
        }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the source from which these bytes of the folded text were made. Accents and
    /// unseen characters go with the letter before them.
    pub fn source_of(&self, folded: Span) -> Span {
        self.alignment.source_of(folded)
    }

    /// The bytes of the folded text made from these bytes of the source.
    pub fn folded_of(&self, source: Span) -> Span {
        self.alignment.text_of(source)
    }
}

#[derive(Default)]
struct Folding {
    text: String,
    stretches: Vec<Stretch>,
    /// The last character that left something in the text.
    last: Option<Stretch>,
    /// Whether that was white space.
    spaced: bool,
}

impl Folding {
    fn take(&mut self, ch: char, source: Span) {
        let start = self.text.len();
        let space = ch.is_whitespace();
        if !space {
            table::put_folded(ch, &mut self.text);
        } else if !self.spaced {
            self.text.push(' ');
        }
        let stretch = Stretch {
            text: Span::new(start, self.text.len()),
            source,
        };
        if stretch.text.is_empty() {
            self.leave_out(stretch);
        } else {
            self.keep(stretch);
            self.spaced = self.text[start..] == *" ";
        }
    }

    fn keep(&mut self, stretch: Stretch) {
        let several = self.text[stretch.text.range()].chars().nth(1).is_some();
        if several || stretch.text.len() != stretch.source.len() {
            self.stretches.push(stretch);
        }
        self.last = Some(stretch);
    }

    /// What leaves nothing goes with the character before it.
    fn leave_out(&mut self, gone: Stretch) {
        let Some(last) = &mut self.last else {
            self.stretches.push(gone);
            return;
        };
        let known = self.stretches.last().is_some_and(|s| s.text == last.text);
        last.source.end = gone.source.end;
        if known {
            self.stretches.pop();
        }
        self.stretches.push(*last);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn what_reads_alike_folds_alike() {
        for (one, other) in [
            ("Émilie", "emilie"),
            ("E\u{301}milie", "emilie"),
            ("GRÜẞE", "grüsse"),
            ("Łódź", "lodz"),
            ("Ærø", "aero"),
            ("ΣΊΣΥΦΟΣ", "σισυφος"),
            ("Йод", "иод"),
            ("ﬁnal № ½", "final no 1/2"),
            ("the state’s", "the state's"),
            ("O`Neill", "O´Neill"),
            ("“quoted” «quoted»", "\"quoted\" \"quoted\""),
            ("mid–2014", "mid-2014"),
            ("non\u{2011}break", "non-break"),
            ("soft\u{ad}ly un\u{200b}seen", "softly unseen"),
            ("no\u{a0}break", "no break"),
            ("over\n   lines", "over lines"),
            ("ＦＵＬＬ　ｗｉｄｔｈ", "full width"),
            ("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"),
            ("İstanbul Kadıköy", "istanbul kadikoy"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
    }

    #[test]
    fn what_differs_stays_different() {
        for (one, other) in [("か", "が"), ("क", "क्"), ("u.s.", "us"), ("co-op", "coop")] {
            assert_ne!(fold(one), fold(other));
        }
    }

    #[test]
    fn a_folded_word_is_not_copied() {
        assert!(matches!(fold("cozy-bear_29's"), Cow::Borrowed(_)));
    }

    /// In the source, ⟦ ⟧ stand around what the needle must lead back to.
    fn check_way_back(marked: &str, needle: &str) {
        let source = marked.replace(['⟦', '⟧'], "");
        let folded = Folded::of(&source);
        let at = folded.text().find(needle).expect("the needle is there");
        let span = folded.source_of(Span::new(at, at + needle.len()));
        let (start, end) = (span.range().start, span.range().end);
        let shown = format!(
            "{}⟦{}⟧{}",
            &source[..start],
            span.of(&source),
            &source[end..]
        );
        assert_eq!(shown, marked);
        assert!(
            folded
                .folded_of(span)
                .contains(Span::new(at, at + needle.len()))
        );
    }

    #[test]
    fn a_find_leads_back_to_the_letters_it_was_made_from() {
        check_way_back("À bientôt, ⟦Émilie⟧ !", "emilie");
        check_way_back("a⟦E\u{301}⟧a", "e");
        check_way_back("la⟦ß⟧t", "s");
        check_way_back("the ⟦u.s.\n\u{200b}  Democratic⟧ party", "u.s. democratic");
        check_way_back("⟦co\u{ad}operate⟧ now", "cooperate");
        check_way_back("“⟦it’s⟧”", "it's");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}|[ \\n\u{ad}\u{300}-\u{36f}A-Zß’]{0,40}") {
            let once = fold(&text).into_owned();
            let twice = fold(&once).into_owned();
            prop_assert_eq!(twice, once);
        }

        #[test]
        fn the_way_back_covers_the_source_in_order(text in "[ \\nA-Za-zéß\u{301}\u{ad}–한]{0,40}|\\PC{0,40}") {
            let folded = Folded::of(&text);
            let mut end = folded.source_of(Span::new(0, 0)).end;
            for (at, ch) in folded.text().char_indices() {
                let source = folded.source_of(Span::new(at, at + ch.len_utf8()));
                prop_assert!(source.of(&text).len() == source.len(), "on characters");
                prop_assert!(source.start == end || source.end == end, "without gaps");
                end = source.end;
                let folds_to = fold(source.of(&text)).into_owned();
                prop_assert!(folds_to.contains(ch), "{:?} in {:?}", ch, folds_to);
            }
            prop_assert!(folded.text().is_empty() || end as usize == text.len());
        }

        #[test]
        fn a_word_folds_alike_alone_and_in_a_text(word in "[!-~é’]{1,12}") {
            let alone = fold(&word).into_owned();
            let text = Folded::of(&word);
            prop_assert_eq!(alone, text.text());
        }

        #[test]
        fn composed_and_decomposed_fold_alike(text in "\\PC{0,12}|[\u{c0}-\u{24f}가-힣か-ゟ]{0,12}") {
            let (composed, decomposed): (String, String) =
                (text.nfc().collect(), text.nfd().collect());
            prop_assert_eq!(fold(&composed), fold(&text));
            prop_assert_eq!(fold(&decomposed), fold(&text));
        }
    }
}
