//! The text of decisions, taken apart: as much of TOML 1.0 as decisions are printed in and people
//! write them in. A page reads its readers' decisions with it, where the whole of TOML would weigh
//! more than all else that has to do with decisions; `dossier.toml` is read as TOML.

use super::Refused;
use super::value::{Placed, Value};

/// As deep as lists and tables may lie in each other.
const DEEPEST: usize = 4;

/// The tables under `[[decision]]`. What is none is told and passed over, up to the next one.
pub(super) fn tables(text: &str) -> (Vec<Placed>, Vec<Refused>) {
    let mut scan = Scan { text, at: 0 };
    let mut tables = Vec::new();
    let mut refused = Vec::new();
    loop {
        scan.skip_space();
        if scan.rest().is_empty() {
            return (tables, refused);
        }
        let byte = scan.at;
        match scan.table() {
            Ok(keys) => tables.push(Placed {
                byte,
                value: Value::Table(keys),
            }),
            Err(refusal) => {
                refused.push(refusal);
                scan.go_to_next_table(byte);
            }
        }
    }
}

type Keys = Vec<(usize, String, Placed)>;
type Scanned<T> = Result<T, Refused>;

struct Scan<'t> {
    text: &'t str,
    at: usize,
}

const HEAD: &str = "[[decision]]";

impl Scan<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self, mark: &str) -> bool {
        let is_next = self.rest().starts_with(mark);
        if is_next {
            self.at += mark.len();
        }
        is_next
    }

    /// Passes over white space, ends of lines and comments.
    fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start_matches([' ', '\t', '\r', '\n', '\u{feff}']);
            let comment = match trimmed.starts_with('#') {
                true => trimmed.find('\n').unwrap_or(trimmed.len()),
                false => 0,
            };
            self.at += rest.len() - trimmed.len() + comment;
            if comment == 0 {
                return;
            }
        }
    }

    fn go_to_next_table(&mut self, from: usize) {
        let start = from.max(self.at.saturating_sub(HEAD.len())) + 1;
        let start = self.text.ceil_char_boundary(start);
        let next = self.text[start..].find("[[");
        self.at = next.map_or(self.text.len(), |next| start + next);
    }

    fn table(&mut self) -> Scanned<Keys> {
        if !self.take(HEAD) {
            return self.refuse("this is not a decision", "Begin each with [[decision]].");
        }
        let mut keys = Vec::new();
        loop {
            self.skip_space();
            if self.rest().is_empty() || self.rest().starts_with('[') {
                return Ok(keys);
            }
            self.pair(&mut keys, 0)?;
        }
    }

    fn pair(&mut self, keys: &mut Keys, depth: usize) -> Scanned<()> {
        let byte = self.at;
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let end = self
            .rest()
            .find(|c| !is_plain(c))
            .unwrap_or(self.rest().len());
        let key = self.rest()[..end].to_owned();
        self.at += end;
        self.skip_space();
        if key.is_empty() || !self.take("=") {
            return self.refuse(
                "expected a key and a value",
                "Write it so: key = \"value\".",
            );
        }
        if keys.iter().any(|(_, other, _)| *other == key) {
            return self.refuse("the key stands there twice", "Remove one of the two.");
        }
        self.skip_space();
        let value = self.value(depth)?;
        keys.push((byte, key, value));
        Ok(())
    }

    fn value(&mut self, depth: usize) -> Scanned<Placed> {
        let byte = self.at;
        let value = match self.peek() {
            _ if depth > DEEPEST => self.refuse("this lies too deep", "Write it plainly."),
            Some('"') => self.basic_string().map(Value::Text),
            Some('\'') => self.literal_string().map(Value::Text),
            Some('[') => self.list(depth).map(Value::List),
            Some('{') => self.inline_table(depth).map(Value::Table),
            _ => Ok(self.bare()),
        }?;
        Ok(Placed { byte, value })
    }

    /// A number, a date, or a word that means nothing here.
    fn bare(&mut self) -> Value {
        let is_end = |c: char| matches!(c, ',' | ']' | '}' | '#') || c.is_whitespace();
        let end = self.rest().find(is_end).unwrap_or(self.rest().len());
        let word = self.rest()[..end].to_owned();
        self.at += end;
        match word.parse() {
            Ok(number) => Value::Number(number),
            Err(_) if word.starts_with(|c: char| c.is_ascii_digit()) => Value::Text(word),
            Err(_) => Value::Other,
        }
    }

    fn literal_string(&mut self) -> Scanned<String> {
        self.at += 1;
        let end = self.rest().find(['\'', '\n']);
        match end.filter(|&end| self.rest()[end..].starts_with('\'')) {
            Some(end) => {
                let text = self.rest()[..end].to_owned();
                self.at += end + 1;
                Ok(text)
            }
            None => self.unclosed(),
        }
    }

    fn basic_string(&mut self) -> Scanned<String> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let Some(c) = self.peek().filter(|&c| c != '\n') else {
                return self.unclosed();
            };
            self.at += c.len_utf8();
            match c {
                '"' => return Ok(text),
                '\\' => text.push(self.escaped()?),
                c => text.push(c),
            }
        }
    }

    fn escaped(&mut self) -> Scanned<char> {
        let c = self.peek().unwrap_or('\n');
        self.at += c.len_utf8().min(self.rest().len());
        let digits = match c {
            'n' => return Ok('\n'),
            't' => return Ok('\t'),
            'r' => return Ok('\r'),
            '"' | '\\' => return Ok(c),
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let code = self.rest().get(..digits).filter(|code| !code.is_empty());
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        match code.and_then(char::from_u32) {
            Some(c) => {
                self.at += digits;
                Ok(c)
            }
            None => self.refuse("nothing is written so", "Write \\\\ where you mean \\."),
        }
    }

    fn unclosed<T>(&self) -> Scanned<T> {
        let remedy = "Close the quotation mark on the line it was opened on.";
        self.refuse("the text has no end", remedy)
    }

    fn list(&mut self, depth: usize) -> Scanned<Vec<Placed>> {
        self.at += 1;
        let mut values = Vec::new();
        loop {
            self.skip_space();
            if self.take("]") {
                return Ok(values);
            }
            values.push(self.value(depth + 1)?);
            self.skip_space();
            if !self.take(",") && !self.rest().starts_with(']') {
                return self.refuse("the list has no end", "Write it so: [\"one\", \"two\"].");
            }
        }
    }

    fn inline_table(&mut self, depth: usize) -> Scanned<Keys> {
        self.at += 1;
        let mut keys = Vec::new();
        loop {
            self.skip_space();
            if self.take("}") {
                return Ok(keys);
            }
            self.pair(&mut keys, depth + 1)?;
            self.skip_space();
            if !self.take(",") && !self.rest().starts_with('}') {
                return self.refuse("the table has no end", "Write it so: { key = \"value\" }.");
            }
        }
    }

    fn refuse<T>(&self, says: &str, remedy: &str) -> Scanned<T> {
        Err(Refused {
            byte: self.at,
            says: says.to_owned(),
            remedy: remedy.to_owned(),
        })
    }
}
