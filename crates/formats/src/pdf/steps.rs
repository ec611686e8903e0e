//! What draws a page, stepped through before it is parsed: only steps that may show text are taken
//! on, in pieces, since a page may have millions of others.

/// Bytes after which a piece ends.
const PIECE: usize = 32 << 10;

/// The operators of the steps that are taken on.
const TAKEN: [&[u8]; 20] = [
    b"q", b"Q", b"cm", b"BT", b"ET", b"Tf", b"Td", b"TD", b"Tm", b"T*", b"Tc", b"Tw", b"Tz", b"TL",
    b"Ts", b"Tj", b"TJ", b"'", b"\"", b"Do",
];

/// The steps of a page that may show text, in pieces that end where a step does.
pub(super) fn pieces(content: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let mut steps = Steps { content, at: 0 }.peekable();
    std::iter::from_fn(move || {
        steps.peek()?;
        let mut piece = Vec::new();
        while let Some(step) = steps.next_if(|_| piece.len() < PIECE) {
            piece.extend_from_slice(step);
            piece.push(b'\n');
        }
        Some(piece)
    })
}

/// The steps that are taken on, each with its operands.
struct Steps<'a> {
    content: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Steps<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let mut start = self.at;
        loop {
            let token = self.token()?;
            if !is_operator(token) {
                continue;
            }
            if TAKEN.contains(&token) {
                return Some(&self.content[start..self.at]);
            }
            if token == b"BI" {
                self.skip_picture();
            }
            start = self.at;
        }
    }
}

impl<'a> Steps<'a> {
    /// The next token, white space before it aside; of a text in brackets all.
    fn token(&mut self) -> Option<&'a [u8]> {
        let rest = self.content.get(self.at..)?;
        let blank = rest.iter().take_while(|byte| is_blank(**byte)).count();
        let rest = &rest[blank..];
        let len = match *rest.first()? {
            b'%' => rest
                .iter()
                .take_while(|byte| !matches!(byte, b'\n' | b'\r'))
                .count(),
            b'(' => text(rest),
            b'<' if rest.get(1) != Some(&b'<') => {
                let digits = rest.iter().take_while(|&&byte| byte != b'>').count();
                rest.len().min(digits + 1)
            }
            byte if is_mark(byte) && byte != b'/' => 1,
            _ => {
                let name = rest[1..].iter();
                1 + name
                    .take_while(|byte| !is_blank(**byte) && !is_mark(**byte))
                    .count()
            }
        };
        self.at += blank + len;
        Some(&rest[..len])
    }

    /// A picture in a page has bytes that are no steps, up to `EI` between white space.
    fn skip_picture(&mut self) {
        let rest = &self.content[self.at..];
        let ends = |four: &[u8]| is_blank(four[0]) && four[1..3] == *b"EI" && is_blank(four[3]);
        let end = rest.windows(4).position(ends);
        self.at += end.map_or(rest.len(), |end| end + 3);
    }
}

/// Bytes of a text in brackets, which may have others in it.
fn text(rest: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, byte) in rest.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' if depth == 1 => return at + 1,
            b')' => depth -= 1,
            _ => {}
        }
    }
    rest.len()
}

/// Whether a token says what to do; numbers, names, marks and texts are what it is done with.
fn is_operator(token: &[u8]) -> bool {
    let letter = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'\'' | b'"');
    let value = matches!(token, b"true" | b"false" | b"null");
    token.first().is_some_and(letter) && !value
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | b'\x0c' | b'\r' | b' ')
}

fn is_mark(byte: u8) -> bool {
    b"()<>[]{}/%".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(content: &[u8], taken: &[&str]) {
        let steps = Steps { content, at: 0 };
        let steps: Vec<String> = steps
            .map(|step| String::from_utf8_lossy(step).trim().to_owned())
            .collect();
        assert_eq!(steps, taken);
    }

    #[test]
    fn only_steps_that_may_show_text_are_taken_on() {
        check(
            b"0 0 1 rg 1 0 0 1 5 5 cm\n10 10 m 20 20 l S BT /F1 10 Tf (rain) Tj ET",
            &["1 0 0 1 5 5 cm", "BT", "/F1 10 Tf", "(rain) Tj", "ET"],
        );
    }

    #[test]
    fn what_stands_in_texts_and_pictures_is_no_step() {
        check(
            b"(a (b\\) Q) q) Tj [(c)-5<71>] TJ BI /W 1 ID q Tj \xffEIq EI Q % q\nT*",
            &["(a (b\\) Q) q) Tj", "[(c)-5<71>] TJ", "Q", "% q\nT*"],
        );
    }

    #[test]
    fn any_bytes_are_stepped_through() {
        for content in [
            &b"("[..],
            b"<",
            b"BI",
            b"[[[",
            b"/",
            b"\\",
            b"% ",
            b"Q",
            b"\xff\xfe",
        ] {
            let _ = pieces(content).count();
        }
        let long = b"q ".repeat(PIECE);
        assert!(pieces(&long).all(|piece| piece.len() < PIECE + 4));
    }
}
