//! The picture that stands beside a link to a page where people send it to each other: the title
//! as the page sets it, drawn when the edition is built.

use anyhow::{Context, Result};
use resvg::{tiny_skia, usvg};

use crate::typeface::Typeface;

/// Pixels, as those who show such pictures recommend.
const SIZE: (u32, u32) = (1200, 630);
/// Pixels between the edge and what is written.
const MARGIN: f32 = 84.0;
/// Lines of a title that are written; what is longer ends in `…`.
const MOST_LINES: usize = 4;

/// Paper, ink, softer ink, and the colours of two kinds, as in `styles/tokens.css`.
const PAPER: &str = "#f6f4ee";
const INK: &str = "#1d1b18";
const SOFT: &str = "#57524a";
const MARKS: [&str; 2] = ["#b3123e", "#2b5c9e"];

/// Draws a title, a line on it above, and the dossier's title below, as PNG.
pub(crate) fn draw(face: &Typeface, title: &str, above: &str, below: &str) -> Result<Vec<u8>> {
    png(&svg(face, title, above, below), SIZE.0)
}

/// An SVG as PNG of this width.
pub(crate) fn png(svg: &str, width: u32) -> Result<Vec<u8>> {
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default())
        .context("a picture could not be drawn")?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels = tiny_skia::Pixmap::new(width, height).context("a picture without size")?;
    let transform = tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    pixels
        .encode_png()
        .context("a picture could not be written")
}

fn svg(face: &Typeface, title: &str, above: &str, below: &str) -> String {
    let (width, height) = SIZE;
    let inner = width as f32 - 2.0 * MARGIN;
    let size = if title.chars().count() > 70 {
        62.0
    } else {
        74.0
    };
    let lines = wrapped(face, title, size, inner);
    let mut drawn = vec![
        text(face, &cut(face, above, 30.0, inner), 30.0, 128.0, SOFT),
        text(
            face,
            &cut(face, below, 30.0, inner - 60.0),
            30.0,
            556.0,
            SOFT,
        ),
    ];
    for (line, place) in lines.iter().zip(0u8..) {
        let y = 220.0 + f32::from(place) * size * 1.18;
        drawn.push(text(face, line, size, y, INK));
    }
    let [first, second] = MARKS;
    let right = width as f32 - MARGIN;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
         <path fill=\"{PAPER}\" d=\"M0 0h{width}v{height}H0z\"/>\
         <path fill=\"{first}\" d=\"M0 0h12v315H0z\"/><path fill=\"{second}\" d=\"M0 315h12v315H0z\"/>\
         <path fill=\"none\" stroke=\"{INK}\" stroke-width=\"4\" d=\"M{x} 524h32v42h-32z\"/>\
         <path stroke=\"{first}\" stroke-width=\"4\" d=\"M{a} 536h14\"/>\
         <path stroke=\"{second}\" stroke-width=\"4\" d=\"M{a} 548h14\"/>{}</svg>",
        drawn.concat(),
        x = right - 32.0,
        a = right - 23.0,
    )
}

fn text(face: &Typeface, line: &str, size: f32, y: f32, colour: &str) -> String {
    let outline = face.outline(line, size, (MARGIN, y));
    format!("<path fill=\"{colour}\" d=\"{outline}\"/>")
}

/// Lines of words no wider than this; at most [`MOST_LINES`].
fn wrapped(face: &Typeface, title: &str, size: f32, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in title.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if line.is_empty() || face.width(&longer, size) <= width {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        }
        if lines.len() == MOST_LINES {
            break;
        }
    }
    if lines.len() == MOST_LINES {
        if let Some(last) = lines.last_mut() {
            last.push_str(" …");
        }
    } else {
        lines.push(line);
    }
    lines
        .iter()
        .map(|line| cut(face, line, size, width))
        .collect()
}

/// As much of a line as fits, with `…` where some was left out.
fn cut(face: &Typeface, line: &str, size: f32, width: f32) -> String {
    if face.width(line, size) <= width {
        return line.to_owned();
    }
    let mut kept = String::new();
    let mut used = face.width("…", size);
    for c in line.chars() {
        used += face.width(c.encode_utf8(&mut [0; 4]), size);
        if used > width {
            break;
        }
        kept.push(c);
    }
    kept.trim_end().to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeface;

    #[test]
    fn a_picture_is_a_png_of_its_size_and_the_same_each_time() {
        let face = typeface::shipped().unwrap();
        let draw = || draw(&face, "Letters from the harbour", "1913", "Rain").unwrap();
        let picture = draw();
        assert_eq!(&picture[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(&picture[16..24], [0, 0, 4, 0xb0, 0, 0, 2, 0x76]);
        assert_eq!(picture, draw());
    }

    #[test]
    fn what_does_not_fit_ends_in_dots() {
        let face = typeface::shipped().unwrap();
        let lines = wrapped(&face, &"harbour ".repeat(60), 74.0, 1032.0);
        assert_eq!(lines.len(), MOST_LINES);
        assert!(lines.iter().all(|line| face.width(line, 74.0) <= 1032.0));
        assert!(lines[3].ends_with('…'));
        let one = cut(&face, &"x".repeat(10_000), 30.0, 1032.0);
        assert!(one.ends_with('…') && one.len() < 200);
    }
}
