//! The widths of a font's characters, written down in the one way that the parser reads rightly:
//! it knows no ranges, and no width that all others have but in whole numbers.

use pdf_extract::{Document, Object};

/// Characters of a font.
const MOST_CHARACTERS: i64 = 1 << 16;

/// A font with its widths one by one; as it is, if it has none that need it.
pub(super) fn with_widths(file: &Document, font: &Object) -> Object {
    rewritten(file, font).unwrap_or_else(|| font.clone())
}

fn rewritten(file: &Document, font: &Object) -> Option<Object> {
    let dictionary = super::page::dictionary;
    let mut font = dictionary(file, font)?.clone();
    let (_, below) = file.dereference(font.get(b"DescendantFonts").ok()?).ok()?;
    let mut inner = dictionary(file, below.as_array().ok()?.first()?)?.clone();
    if let Some(widths) = inner.get(b"W").ok().and_then(|widths| list(file, widths)) {
        inner.set("W", Object::Array(one_by_one(file, &widths)));
    }
    if let Some(width) = inner.get(b"DW").ok().and_then(number) {
        inner.set("DW", Object::Integer(width.round() as i64));
    }
    font.set(
        "DescendantFonts",
        Object::Array(vec![Object::Dictionary(inner)]),
    );
    Some(Object::Dictionary(font))
}

/// `first [w w w]` stays; `first last w` becomes `first [w w w]`.
fn one_by_one(file: &Document, widths: &[Object]) -> Vec<Object> {
    let mut out = Vec::new();
    let mut rest = widths;
    let mut left = MOST_CHARACTERS;
    loop {
        match rest {
            [first, second, after @ ..] if list(file, second).is_some() => {
                out.push(first.clone());
                out.push(Object::Array(list(file, second).unwrap_or_default()));
                rest = after;
            }
            [
                Object::Integer(first),
                Object::Integer(last),
                width,
                after @ ..,
            ] => {
                let count = last.saturating_sub(*first).saturating_add(1).clamp(0, left);
                left -= count;
                let widths = (0..count).map(|_| width.clone());
                out.extend([Object::Integer(*first), Object::Array(widths.collect())]);
                rest = after;
            }
            _ => return out,
        }
    }
}

fn list(file: &Document, object: &Object) -> Option<Vec<Object>> {
    let (_, object) = file.dereference(object).ok()?;
    object.as_array().ok().cloned()
}

fn number(object: &Object) -> Option<f64> {
    match *object {
        Object::Integer(number) => Some(number as f64),
        Object::Real(number) => Some(f64::from(number)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_characters_are_written_one_by_one() {
        let number = Object::Integer;
        let listed = Object::Array(vec![number(400), number(300)]);
        let widths = [number(3), listed.clone(), number(7), number(9), number(500)];
        let file = Document::new();
        let written = one_by_one(&file, &widths);
        let range = Object::Array([500; 3].map(number).to_vec());
        assert_eq!(written, [number(3), listed, number(7), range]);
        let endless = [number(0), number(i64::MAX), number(500)];
        assert_eq!(one_by_one(&file, &endless).len(), 2);
    }
}
