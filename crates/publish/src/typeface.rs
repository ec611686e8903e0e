//! The reading face, as outlines. The edition ships it for browsers; here it is read from the same
//! package, in the older container that needs no more than inflating: WOFF 1.0 (W3C, 2012).

use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::read::ZlibDecoder;
use ttf_parser::{Face, OutlineBuilder};

/// Its one weight, as npm has it, from this crate's folder.
const FILE: &str =
    "../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff";

/// Bytes that a face may have: far more than any has.
const MOST_BYTES: usize = 16 << 20;

/// A typeface that outlines are taken from.
pub(crate) struct Typeface {
    sfnt: Vec<u8>,
}

/// The one that the edition ships.
pub(crate) fn shipped() -> Result<Typeface> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let woff = fs::read(file).context("the reading face is not there: `npm ci` installs it")?;
    Typeface::of_woff(&woff)
}

impl Typeface {
    fn of_woff(woff: &[u8]) -> Result<Self> {
        let sfnt = unpacked(woff).context("the reading face is not WOFF 1.0")?;
        let face = Self { sfnt };
        face.parsed().context("the reading face cannot be used")?;
        Ok(face)
    }

    fn parsed(&self) -> Option<Face<'_>> {
        Face::parse(&self.sfnt, 0).ok()
    }

    /// How wide a line is at this size, both in pixels.
    pub(crate) fn width(&self, line: &str, size: f32) -> f32 {
        self.parsed().map_or(0.0, |face| {
            let units: f32 = line.chars().map(|c| advance(&face, c)).sum();
            units * size / f32::from(face.units_per_em())
        })
    }

    /// The outlines of a line as SVG's path data; `at` is where its baseline starts.
    pub(crate) fn outline(&self, line: &str, size: f32, at: (f32, f32)) -> String {
        let Some(face) = self.parsed() else {
            return String::new();
        };
        let mut pen = Pen {
            path: String::new(),
            x: at.0,
            y: at.1,
            scale: size / f32::from(face.units_per_em()),
        };
        for c in line.chars() {
            if let Some(glyph) = face.glyph_index(c) {
                face.outline_glyph(glyph, &mut pen);
            }
            pen.x += advance(&face, c) * pen.scale;
        }
        pen.path
    }
}

/// Units to the next character. One that the face lacks leaves a gap of half an em.
fn advance(face: &Face<'_>, c: char) -> f32 {
    let glyph = face.glyph_index(c);
    let advance = glyph.and_then(|glyph| face.glyph_hor_advance(glyph));
    advance.map_or(f32::from(face.units_per_em()) / 2.0, f32::from)
}

/// Draws a glyph where the pen is. A typeface counts upwards, a picture downwards.
struct Pen {
    path: String,
    x: f32,
    y: f32,
    scale: f32,
}

impl Pen {
    fn draw(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (x, y) in points {
            let (x, y) = (self.x + x * self.scale, self.y - y * self.scale);
            // Writing to a string does not fail.
            let _ = write!(self.path, "{x:.2} {y:.2} ");
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.draw('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.draw('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.draw('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.draw('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}

/// The font inside a WOFF file: its table directory written anew, its tables inflated.
fn unpacked(woff: &[u8]) -> Result<Vec<u8>> {
    ensure!(woff.starts_with(b"wOFF"), "another signature");
    let count = short(woff, 12)?;
    let mut directory = Vec::new();
    directory.extend_from_slice(bytes(woff, 4, 4)?);
    directory.extend_from_slice(&count.to_be_bytes());
    // What helps to search the directory; readers that go through it need none.
    directory.extend_from_slice(&[0; 6]);
    let mut tables = Vec::new();
    let first = 12 + 16 * usize::from(count);
    for entry in (0..usize::from(count)).map(|place| 44 + 20 * place) {
        let tag = bytes(woff, entry, 4)?;
        let packed = bytes(woff, long(woff, entry + 4)?, long(woff, entry + 8)?)?;
        let length = long(woff, entry + 12)?;
        ensure!(first + tables.len() + length <= MOST_BYTES, "too large");
        directory.extend_from_slice(tag);
        directory.extend_from_slice(bytes(woff, entry + 16, 4)?);
        for number in [first + tables.len(), length] {
            directory.extend_from_slice(&u32::try_from(number)?.to_be_bytes());
        }
        let start = tables.len();
        if packed.len() < length {
            let inflating = ZlibDecoder::new(packed).take(length as u64);
            std::io::BufReader::new(inflating).read_to_end(&mut tables)?;
        } else {
            tables.extend_from_slice(packed);
        }
        ensure!(tables.len() == start + length, "a table is cut short");
        tables.resize(tables.len().next_multiple_of(4), 0);
    }
    directory.extend_from_slice(&tables);
    Ok(directory)
}

fn bytes(woff: &[u8], at: usize, length: usize) -> Result<&[u8]> {
    woff.get(at..)
        .and_then(|rest| rest.get(..length))
        .context("cut short")
}

fn short(woff: &[u8], at: usize) -> Result<u16> {
    Ok(u16::from_be_bytes(bytes(woff, at, 2)?.try_into()?))
}

fn long(woff: &[u8], at: usize) -> Result<usize> {
    Ok(u32::from_be_bytes(bytes(woff, at, 4)?.try_into()?) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_line_is_wider_and_every_line_has_outlines() {
        let face = shipped().unwrap();
        assert!(face.width("rain and snow", 20.0) > face.width("rain", 20.0));
        assert!(face.width("rain", 40.0) > face.width("rain", 20.0));
        assert!(face.outline("rain", 20.0, (0.0, 0.0)).starts_with('M'));
        assert!(face.outline("", 20.0, (0.0, 0.0)).is_empty());
    }

    #[test]
    fn a_file_that_is_cut_short_or_something_else_is_refused() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
        let woff = fs::read(file).unwrap();
        assert!(Typeface::of_woff(&woff[..woff.len() / 2]).is_err());
        assert!(Typeface::of_woff(b"GIF89a").is_err());
    }
}
