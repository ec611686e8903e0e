//! Reads an address. Whatever a link says, something is shown: what cannot be used is left out
//! with a complaint, and all the rest is kept.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::{
    Address, Condition, Facet, LONGEST_ADDRESS, Listing, MOST_CONDITIONS, MOST_DECISIONS, Order,
    Sense, Sorting, Unknown, Version, View, Years, keys,
};
use crate::complaint::{Complaint, Complaints, quoted};
use crate::mention::Kind;
use crate::passage::Passage;

/// What is said of a packed address that did not arrive whole.
const DAMAGED: &str = "The link was cut or changed on its way; what it carried cannot be read.";

/// As many unknown keys as a complaint names.
const MOST_NAMED: usize = 3;

impl Address {
    /// Reads what stands in a link after the page's own address, with or without its leading `?`
    /// or `#`. Where a link has both, `?a#b`, they are read as one. Time and memory are linear in
    /// the link's length; what goes beyond [`LONGEST_ADDRESS`] is left out.
    pub fn parse(link: &str) -> (Address, Vec<Complaint>) {
        let mut reader = Reader::default();
        let mut room = LONGEST_ADDRESS;
        for pair in pairs(link) {
            match room.checked_sub(pair.len() + 1) {
                Some(left) => {
                    room = left;
                    reader.pair(pair);
                }
                None => reader.is_overlong = true,
            }
        }
        reader.finish()
    }
}

/// The `key=value` pairs of a link.
fn pairs(link: &str) -> impl Iterator<Item = &str> {
    link.strip_prefix(['?', '#'])
        .unwrap_or(link)
        .split(['&', '#'])
        .map(|pair| pair.strip_prefix('?').unwrap_or(pair))
        .filter(|pair| !pair.is_empty())
}

/// An address while it is read.
#[derive(Default)]
struct Reader {
    address: Address,
    complaints: Complaints,
    passage: Passage,
    is_overlong: bool,
    is_damaged: bool,
    has_too_many: bool,
    decides_too_much: bool,
}

impl Reader {
    fn pair(&mut self, pair: &str) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let key = self.decode(key);
        let value = self.decode(value);
        match key.as_ref() {
            keys::VIEW => self.view(&value),
            keys::DOCUMENT => self.once(&value, keys::DOCUMENT, |to| &mut to.document),
            keys::ENTITY => self.once(&value, keys::ENTITY, |to| &mut to.entity),
            keys::AT => self.at(&value),
            keys::QUOTE => self.passage.quote = value.into_owned(),
            keys::BEFORE => self.passage.before = value.into_owned(),
            keys::AFTER => self.passage.after = value.into_owned(),
            keys::FROM => self.from(&value),
            keys::SORTING => self.sorting(&value),
            keys::LINE => self.line(&value),
            keys::QUERY => self.query(&value),
            keys::ALL_OF => self.all_of(&value),
            keys::ORDER => self.order(&value),
            keys::LISTING => self.listing(&value),
            keys::UNMARKED => self.unmarked(&value),
            keys::VERSION => self.version(&value),
            keys::DECISION => self.decision(&value),
            keys::PACKED => self.complain(DAMAGED.to_owned()),
            other => match keys::condition(other) {
                Some((facet, sense)) => self.condition(facet, &value, sense),
                None => self.unknown(key.into_owned(), value.into_owned()),
            },
        }
    }

    fn view(&mut self, value: &str) {
        match View::from_slug(value) {
            Some(view) => self.address.view = view,
            None if value.is_empty() => {}
            None => self.complain(format!(
                "There is no view {}; this is the overview.",
                quoted(value)
            )),
        }
    }

    fn once(&mut self, value: &str, key: &str, place: fn(&mut Address) -> &mut Option<String>) {
        if value.is_empty() {
            return;
        }
        if place(&mut self.address).replace(value.to_owned()).is_some() {
            self.twice(key);
        }
    }

    fn at(&mut self, value: &str) {
        match value.parse::<u32>() {
            Ok(at) if at > 0 => {
                if self.address.at.replace(at).is_some() {
                    self.twice(keys::AT);
                }
            }
            _ if value.is_empty() => {}
            _ => self.complain(format!(
                "{} is not the place of a mention; they are counted 1, 2, 3.",
                quoted(value)
            )),
        }
    }

    /// Where a passage stood only helps to find it.
    fn from(&mut self, value: &str) {
        match value.parse() {
            Ok(from) => self.passage.from = from,
            Err(_) if value.is_empty() => {}
            Err(_) => self.complain(format!(
                "{} is not a place in a text; it was left out.",
                quoted(value)
            )),
        }
    }

    fn sorting(&mut self, value: &str) {
        match Sorting::from_slug(value) {
            Some(sorting) => self.address.lines.sorting = sorting,
            None => self.complain(format!(
                "{} is no order of lines; they stand as in the documents.",
                quoted(value)
            )),
        }
    }

    fn line(&mut self, value: &str) {
        match value.parse::<u32>() {
            Ok(line) if line > 0 => self.address.lines.from = line - 1,
            _ => self.complain(format!(
                "{} is not the number of a line; they are counted 1, 2, 3.",
                quoted(value)
            )),
        }
    }

    fn query(&mut self, value: &str) {
        if value.is_empty() {
            return;
        }
        let before = std::mem::replace(&mut self.address.filter.query, value.to_owned());
        if !before.is_empty() {
            self.twice(keys::QUERY);
        }
    }

    fn unmarked(&mut self, value: &str) {
        let kind = self.kind(value);
        self.address.unmarked.extend(kind);
    }

    fn version(&mut self, value: &str) {
        match value {
            "original" => self.address.version = Version::Original,
            "repaired" | "" => self.address.version = Version::Repaired,
            _ => self.complain(format!(
                "There is no text {}; this is the repaired one.",
                quoted(value)
            )),
        }
    }

    fn decision(&mut self, value: &str) {
        let decisions = &mut self.address.decisions;
        let is_new = !value.trim().is_empty() && !decisions.iter().any(|known| known == value);
        match decisions.len() {
            _ if !is_new => {}
            MOST_DECISIONS.. => self.decides_too_much = true,
            _ => decisions.push(value.to_owned()),
        }
    }

    fn all_of(&mut self, value: &str) {
        match Facet::from_slug(value) {
            Some(facet) => self.address.filter.all_of.push(facet),
            None if value.is_empty() => {}
            None => self.complain(format!(
                "{} is not something to filter by; it was left out.",
                quoted(value)
            )),
        }
    }

    fn order(&mut self, value: &str) {
        match Order::from_slug(value) {
            Some(order) => self.address.filter.order = order,
            None if value.is_empty() => {}
            None => self.complain(format!(
                "There is no order {}; the best comes first.",
                quoted(value)
            )),
        }
    }

    fn listing(&mut self, value: &str) {
        match value {
            "passages" => self.address.filter.listing = Listing::Passages,
            "documents" | "" => self.address.filter.listing = Listing::Documents,
            _ => self.complain(format!(
                "There is no list of {}; documents are listed.",
                quoted(value)
            )),
        }
    }

    fn condition(&mut self, facet: Facet, value: &str, sense: Sense) {
        let is_usable = match facet {
            Facet::Kind => self.kind(value).is_some(),
            Facet::Year | Facet::Told => self.is_year(value),
            Facet::Entity
            | Facet::Document
            | Facet::Outlet
            | Facet::Author
            | Facet::Confidence
            | Facet::Reviewed => !value.is_empty(),
        };
        let condition = Condition {
            facet,
            value: value.to_owned(),
            sense,
        };
        let conditions = &mut self.address.filter.conditions;
        if !is_usable || conditions.contains(&condition) {
            return;
        }
        match conditions.len() {
            MOST_CONDITIONS.. => self.has_too_many = true,
            _ => conditions.push(condition),
        }
    }

    fn kind(&mut self, value: &str) -> Option<Kind> {
        let kind = Kind::from_slug(value);
        if kind.is_none() && !value.is_empty() {
            self.complain(format!(
                "{} is not a kind of thing that is marked here; it was left out.",
                quoted(value)
            ));
        }
        kind
    }

    fn is_year(&mut self, value: &str) -> bool {
        let is_year = Years::parse(value).is_some();
        if !is_year && !value.is_empty() {
            self.complain(format!("{} is not a year; it was left out.", quoted(value)));
        }
        is_year
    }

    fn unknown(&mut self, key: String, value: String) {
        if !key.is_empty() || !value.is_empty() {
            self.address.unknown.push(Unknown { key, value });
        }
    }

    /// What percent-encoding and `+` stand for, without control characters.
    fn decode<'a>(&mut self, encoded: &'a str) -> Cow<'a, str> {
        if !encoded.contains(|c: char| c == '%' || c == '+' || c.is_control()) {
            return Cow::Borrowed(encoded);
        }
        let spaced = encoded.replace('+', " ");
        let bytes = Cow::from(percent_decode_str(&spaced));
        let decoded = String::from_utf8_lossy(&bytes);
        let clean: String = decoded.chars().filter(|c| !c.is_control()).collect();
        self.is_damaged |= has_broken_percent(&spaced)
            || str::from_utf8(&bytes).is_err()
            || clean.len() != decoded.len();
        Cow::Owned(clean)
    }

    fn complain(&mut self, message: String) {
        self.complaints.add(|| Complaint::new(message));
    }

    fn twice(&mut self, key: &str) {
        self.complain(format!(
            "The link gives {} more than once; the last one counts.",
            quoted(key)
        ));
    }

    fn finish(mut self) -> (Address, Vec<Complaint>) {
        let passage = std::mem::take(&mut self.passage);
        self.address.passage = (!passage.quote.is_empty()).then_some(passage);
        let named = std::mem::take(&mut self.address.filter.all_of);
        let facets = Facet::ALL.into_iter().filter(|facet| named.contains(facet));
        self.address.filter.all_of = facets.collect();
        let named = std::mem::take(&mut self.address.unmarked);
        let kinds = Kind::ALL.into_iter().filter(|kind| named.contains(kind));
        self.address.unmarked = kinds.collect();
        if self.is_damaged {
            self.complain("The link is damaged; what could be read of it is used.".to_owned());
        }
        if self.is_overlong {
            self.complain(format!(
                "The link is longer than {LONGEST_ADDRESS} characters; what is too long was left out."
            ));
        }
        if self.has_too_many {
            self.complain(format!(
                "The link sets more than {MOST_CONDITIONS} conditions; the rest was left out."
            ));
        }
        if self.decides_too_much {
            self.complain(format!(
                "The link decides more than {MOST_DECISIONS} things; the rest was left out."
            ));
        }
        if let Some(message) = name_unknown(&self.address.unknown) {
            self.complain(message);
        }
        (self.address, self.complaints.finish())
    }
}

/// Whether a `%` stands without its two hexadecimal digits.
fn has_broken_percent(encoded: &str) -> bool {
    encoded.split('%').skip(1).any(|after| {
        let digits = after.bytes().take(2).filter(u8::is_ascii_hexdigit);
        digits.count() < 2
    })
}

/// One complaint for all unknown keys.
fn name_unknown(unknown: &[Unknown]) -> Option<String> {
    let names: Vec<_> = unknown
        .iter()
        .take(MOST_NAMED)
        .map(|unknown| quoted(&unknown.key))
        .collect();
    let names = names.join(", ");
    match unknown.len() {
        0 => None,
        1 => Some(format!(
            "The link says {names}, which means nothing here; it was kept."
        )),
        n if n <= MOST_NAMED => Some(format!(
            "The link says {names}, which mean nothing here; they were kept."
        )),
        n => Some(format!(
            "The link says {names} and {} more, which mean nothing here; they were kept.",
            n - MOST_NAMED
        )),
    }
}
