//! Prints an address: short, readable, and the same for the same state.

use std::fmt::{self, Display, Formatter, Write};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::{Address, Listing, Order, Sorting, Version, View, keys};

/// What a value may not hold as it is: what ends it, what browsers change (`'` and others), what
/// reads as something else (`%`, `+`), and `~`, for browsers cut a link at `:~:`.
pub(super) const IN_VALUE: &AsciiSet = &CONTROLS
    .add(b'&')
    .add(b'#')
    .add(b'?')
    .add(b'%')
    .add(b'+')
    .add(b'~')
    .add(b'"')
    .add(b'\'')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'[')
    .add(b']')
    .add(b'|')
    .add(b'\\')
    .add(b'^');

/// What a key may not hold as it is.
const IN_KEY: &AsciiSet = &IN_VALUE.add(b'=');

impl Display for Address {
    /// Without a leading `?` or `#`; nothing at all for the overview of everything.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut pairs = Pairs {
            to: f,
            is_first: true,
        };
        if self.view != View::default() {
            pairs.write("", keys::VIEW, self.view.slug())?;
        }
        pairs.write_some(keys::DOCUMENT, self.document.as_deref())?;
        pairs.write_some(keys::ENTITY, self.entity.as_deref())?;
        let at = self.at.map(|at| at.to_string());
        pairs.write_some(keys::AT, at.as_deref())?;
        if self.lines.sorting != Sorting::default() {
            pairs.write("", keys::SORTING, self.lines.sorting.slug())?;
        }
        let line = (self.lines.from > 0).then(|| (u64::from(self.lines.from) + 1).to_string());
        pairs.write_some(keys::LINE, line.as_deref())?;
        if let Some(passage) = &self.passage {
            pairs.write("", keys::QUOTE, &passage.quote)?;
            pairs.write_unless_empty(keys::BEFORE, &passage.before)?;
            pairs.write_unless_empty(keys::AFTER, &passage.after)?;
            if passage.from > 0 {
                pairs.write("", keys::FROM, &passage.from.to_string())?;
            }
        }
        pairs.write_unless_empty(keys::QUERY, &self.filter.query)?;
        for condition in &self.filter.conditions {
            let sign = keys::sign(condition.sense);
            pairs.write(sign, condition.facet.slug(), &condition.value)?;
        }
        for facet in &self.filter.all_of {
            pairs.write("", keys::ALL_OF, facet.slug())?;
        }
        if self.filter.order != Order::default() {
            pairs.write("", keys::ORDER, self.filter.order.slug())?;
        }
        if self.filter.listing != Listing::default() {
            pairs.write("", keys::LISTING, self.filter.listing.slug())?;
        }
        for kind in &self.unmarked {
            pairs.write("", keys::UNMARKED, kind.slug())?;
        }
        if self.version != Version::default() {
            pairs.write("", keys::VERSION, self.version.slug())?;
        }
        for decision in &self.decisions {
            pairs.write("", keys::DECISION, decision)?;
        }
        for unknown in &self.unknown {
            pairs.write("", &unknown.key, &unknown.value)?;
        }
        Ok(())
    }
}

/// Keys and values on their way out.
struct Pairs<'a, 'f> {
    to: &'a mut Formatter<'f>,
    is_first: bool,
}

impl Pairs<'_, '_> {
    fn write_some(&mut self, key: &str, value: Option<&str>) -> fmt::Result {
        value.map_or(Ok(()), |value| self.write("", key, value))
    }

    fn write_unless_empty(&mut self, key: &str, value: &str) -> fmt::Result {
        if value.is_empty() {
            return Ok(());
        }
        self.write("", key, value)
    }

    fn write(&mut self, sign: &str, key: &str, value: &str) -> fmt::Result {
        if !self.is_first {
            self.to.write_char('&')?;
        }
        self.is_first = false;
        self.to.write_str(sign)?;
        self.encode(key, IN_KEY)?;
        if !value.is_empty() {
            self.to.write_char('=')?;
            let (body, end) = value.split_at(value.len() - loose_end(value));
            self.encode(body, IN_VALUE)?;
            end.bytes()
                .try_for_each(|byte| write!(self.to, "%{byte:02X}"))?;
        }
        Ok(())
    }

    /// Writes spaces as `+`, and in hexadecimal what may not stand as it is.
    fn encode(&mut self, text: &str, set: &'static AsciiSet) -> fmt::Result {
        for (n, word) in text.split(' ').enumerate() {
            if n > 0 {
                self.to.write_char('+')?;
            }
            write!(self.to, "{}", utf8_percent_encode(word, set))?;
        }
        Ok(())
    }
}

/// Bytes of the punctuation at the end of a value, which programs that find links in messages
/// would take for the end of the sentence.
fn loose_end(value: &str) -> usize {
    usize::from(value.ends_with(['.', ',', ':', ';', '!', ')']))
}
