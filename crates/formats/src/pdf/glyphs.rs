//! The characters of a page become fragments: stretches of one line that were written in one go.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

use super::deadline::Deadline;

/// Characters of a page.
const MOST_GLYPHS: usize = 300_000;

/// After how many characters the clock is looked at.
const BREATH: usize = 256;

/// Gaps between two characters, in sizes of the font: what is wider is a space; what is wider
/// still, the gap between columns.
const SPACE: f64 = 0.15;
const GUTTER: f64 = 1.0;

/// How far above or below the line a character may stand that is raised or lowered.
const RAISED: f64 = 0.5;

/// A stretch of a line. Places are in the units of the page, counted to the right and downwards.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fragment {
    pub(super) left: f64,
    pub(super) right: f64,
    /// Where the line stands on which it is written.
    pub(super) base: f64,
    /// The size of its font.
    pub(super) size: f64,
    pub(super) text: String,
}

/// Takes in the characters of a page, in the order in which they are drawn.
pub(super) struct Glyphs {
    until: Deadline,
    count: usize,
    /// Fragments by the quarter turns by which they are turned.
    turned: [Vec<Fragment>; 4],
    /// The turns of the last fragment, while it may go on.
    last: Option<usize>,
    spaced: bool,
}

impl Glyphs {
    /// Nothing yet; after the deadline nothing is taken in.
    pub(super) fn until(until: Deadline) -> Self {
        Self {
            until,
            count: 0,
            turned: Default::default(),
            last: None,
            spaced: false,
        }
    }

    /// The fragments: those written as most of the page is, then the others.
    pub(super) fn finish(self) -> Vec<Fragment> {
        let mut turned = self.turned;
        turned.sort_by_key(|fragments| std::cmp::Reverse(letters(fragments)));
        let [most, others @ ..] = turned;
        let foot = most
            .iter()
            .map(|fragment| fragment.base)
            .fold(0.0, f64::max);
        let below = (1..).zip(others.into_iter().flatten());
        // Each on a line of its own, below all others.
        let below = below.map(|(row, fragment)| Fragment {
            base: foot + 10.0 * fragment.size * f64::from(row),
            ..fragment
        });
        most.into_iter().chain(below).collect()
    }

    fn take(&mut self, glyph: Fragment, turns: usize) {
        let spaced = std::mem::take(&mut self.spaced);
        let last = self.last.filter(|&last| last == turns);
        let last = last.and_then(|turns| self.turned[turns].last_mut());
        match last {
            Some(last) if last.is_drawn_again(&glyph) => {}
            Some(last) if last.goes_on(&glyph) => last.append(glyph, spaced),
            _ => self.turned[turns].push(glyph),
        }
        self.last = Some(turns);
    }
}

fn letters(fragments: &[Fragment]) -> usize {
    fragments.iter().map(|fragment| fragment.text.len()).sum()
}

impl Fragment {
    /// Whether a character is the last one once more, a little beside: so some programs draw bold.
    fn is_drawn_again(&self, glyph: &Fragment) -> bool {
        let beside = (glyph.right - self.right).abs() < 0.1 * self.size;
        beside
            && (glyph.base - self.base).abs() < 0.1 * self.size
            && self.text.ends_with(&glyph.text)
    }

    fn goes_on(&self, glyph: &Fragment) -> bool {
        let gap = glyph.left - self.right;
        let size = self.size.max(glyph.size);
        let shift = (glyph.base - self.base).abs();
        gap > -RAISED * size && gap < GUTTER * size && shift < RAISED * size.min(2.0 * glyph.size)
    }

    fn append(&mut self, glyph: Fragment, spaced: bool) {
        if spaced || glyph.left - self.right > SPACE * self.size {
            self.text.push(' ');
        }
        self.text.push_str(&glyph.text);
        self.right = self.right.max(glyph.right);
    }
}

impl OutputDev for Glyphs {
    fn begin_page(
        &mut self,
        _number: u32,
        _paper: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        character: &str,
    ) -> Result<(), OutputError> {
        self.count += 1;
        let late = self.count.is_multiple_of(BREATH) && self.until.is_past();
        if late || self.count > MOST_GLYPHS {
            return Err(std::fmt::Error.into());
        }
        let along = place.m11.hypot(place.m12) * font_size.abs();
        let size = place.m21.hypot(place.m22) * font_size.abs();
        let angle = place.m12.atan2(place.m11);
        let known = [place.m31, place.m32, along, size, width, angle];
        if !known.iter().all(|number| number.is_finite()) || size <= 0.0 {
            return Ok(());
        }
        let text = spelled_out(character);
        if text.trim().is_empty() {
            self.spaced |= !text.is_empty();
            return Ok(());
        }
        let turns = (angle / std::f64::consts::FRAC_PI_2)
            .round()
            .rem_euclid(4.0) as usize
            % 4;
        let (left, base) = match turns {
            0 => (place.m31, -place.m32),
            1 => (place.m32, place.m31),
            2 => (-place.m31, place.m32),
            _ => (-place.m32, -place.m31),
        };
        let right = left + width * along;
        let glyph = Fragment {
            left,
            right,
            base,
            size,
            text,
        };
        self.take(glyph, turns);
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// A character as it is written in a text: two letters that are drawn as one are two.
fn spelled_out(character: &str) -> String {
    let visible = character.chars().filter(|c| !c.is_control());
    let mut text = String::with_capacity(character.len());
    for ch in visible {
        match ch {
            '\u{fb00}' => text.push_str("ff"),
            '\u{fb01}' => text.push_str("fi"),
            '\u{fb02}' => text.push_str("fl"),
            '\u{fb03}' => text.push_str("ffi"),
            '\u{fb04}' => text.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => text.push_str("st"),
            other => text.push(other),
        }
    }
    text
}
