//! Cuts a text that lies under several layers of spans into flat stretches, for spans that
//! overlap cannot be drawn, nor nested in a page.

use crate::text::Span;

/// A stretch over which no layer changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment<const LAYERS: usize> {
    /// Where; never empty.
    pub span: Span,
    /// For each layer, the place in it of the span that covers the stretch.
    pub covered: [Option<u32>; LAYERS],
}

/// Cuts `whole` wherever a span of a layer starts or ends; the segments follow one another without
/// gaps. The spans of each layer are in order and do not overlap one another; they may reach
/// beyond `whole`. Linear in the spans that touch it.
pub fn segments<const LAYERS: usize>(
    whole: Span,
    layers: [&[Span]; LAYERS],
) -> Vec<Segment<LAYERS>> {
    let mut next = layers.map(|spans| spans.partition_point(|span| span.end <= whole.start));
    let mut segments = Vec::new();
    let mut at = whole.start;
    while at < whole.end {
        let mut end = whole.end;
        let mut covered = [None; LAYERS];
        for (layer, spans) in layers.iter().enumerate() {
            while spans.get(next[layer]).is_some_and(|span| span.end <= at) {
                next[layer] += 1;
            }
            let Some(span) = spans.get(next[layer]) else {
                continue;
            };
            if span.start <= at {
                covered[layer] = Some(next[layer] as u32);
                end = end.min(span.end);
            } else {
                end = end.min(span.start);
            }
        }
        segments.push(Segment {
            span: Span { start: at, end },
            covered,
        });
        at = end;
    }
    segments
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Draws segments one after another: `a` and `b` stand under a stretch that the first and the
    /// second layer cover.
    fn draw(text: &str, first: &[Span], second: &[Span]) -> String {
        let whole = Span::new(0, text.len());
        let drawn = segments(whole, [first, second]).into_iter().map(|segment| {
            let [a, b] = segment.covered;
            let layers = [a.map(|_| "a"), b.map(|_| "b")];
            let layers: String = layers.into_iter().flatten().collect();
            format!("{}/{layers}", segment.span.of(text))
        });
        drawn.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_text_under_nothing_is_one_segment() {
        assert_eq!(draw("Ada wrote.", &[], &[]), "Ada wrote./");
        assert_eq!(draw("", &[], &[]), "");
    }

    #[test]
    fn a_hit_inside_a_mention_cuts_it() {
        assert_eq!(
            draw(
                "Ada Lovelace wrote.",
                &[Span::new(0, 12)],
                &[Span::new(4, 12)]
            ),
            "Ada /a|Lovelace/ab| wrote./"
        );
    }

    #[test]
    fn spans_that_cross_are_laid_flat() {
        assert_eq!(
            draw("one two three", &[Span::new(0, 7)], &[Span::new(4, 13)]),
            "one /a|two/ab| three/b"
        );
    }

    #[test]
    fn spans_that_touch_stay_apart() {
        assert_eq!(
            draw("abcd", &[Span::new(0, 2), Span::new(2, 4)], &[]),
            "ab/a|cd/a"
        );
    }

    #[test]
    fn a_part_of_a_text_sees_only_what_reaches_into_it() {
        let mentions = [Span::new(0, 3), Span::new(4, 9), Span::new(12, 14)];
        let cut = segments(Span::new(6, 12), [&mentions]);
        assert_eq!(
            cut,
            [
                Segment {
                    span: Span::new(6, 9),
                    covered: [Some(1)]
                },
                Segment {
                    span: Span::new(9, 12),
                    covered: [None]
                },
            ]
        );
    }

    /// Spans in order that do not overlap, some empty, some touching.
    fn any_layer() -> impl Strategy<Value = Vec<Span>> {
        prop::collection::vec((0..4usize, 0..5usize), 0..12).prop_map(|steps| {
            let mut at = 0;
            let spans = steps.into_iter().map(|(gap, length)| {
                let start = at + gap;
                at = start + length;
                Span::new(start, at)
            });
            spans.collect()
        })
    }

    proptest! {
        #[test]
        fn segments_joined_are_the_text_and_no_layer_changes_within(
            start in 0..20usize, length in 0..40usize, a in any_layer(), b in any_layer(),
        ) {
            let whole = Span::new(start, start + length);
            let mut at = whole.start;
            for segment in segments(whole, [&a, &b]) {
                prop_assert_eq!(segment.span.start, at);
                prop_assert!(!segment.span.is_empty());
                at = segment.span.end;
                for byte in segment.span.range() {
                    let byte = Span::new(byte, byte + 1);
                    for (layer, covered) in [&a, &b].into_iter().zip(segment.covered) {
                        let holder = layer.iter().position(|span| span.contains(byte));
                        prop_assert_eq!(holder.map(|n| n as u32), covered);
                    }
                }
            }
            prop_assert_eq!(at, whole.end);
        }
    }
}
