//! Who published a text, as its dateline or its rights say.

use super::{Fact, Part, Role};
use crate::text::Span;

/// News agencies, as they sign their datelines.
const AGENCIES: [(&str, &str); 12] = [
    ("ap", "Associated Press"),
    ("reuters", "Reuters"),
    ("afp", "Agence France-Presse"),
    ("dpa", "Deutsche Presse-Agentur"),
    ("upi", "United Press International"),
    ("anp", "Algemeen Nederlands Persbureau"),
    ("efe", "EFE"),
    ("ansa", "ANSA"),
    ("tass", "TASS"),
    ("xinhua", "Xinhua"),
    ("bloomberg", "Bloomberg"),
    ("cnn", "CNN"),
];

/// Whether a text may be signed so in its dateline.
pub(in crate::document) fn is_agency(signed: &str) -> bool {
    let capitals = signed.len() <= 8 && signed.chars().all(|c| c.is_ascii_uppercase());
    let signed = signed.to_lowercase();
    capitals || AGENCIES.iter().any(|(short, _)| *short == signed)
}

/// Who published a text: the agency of its dateline, or whoever claims its rights.
pub(super) fn outlet(text: &str, parts: &[Part]) -> Option<Fact<String>> {
    by_dateline(text, parts).or_else(|| by_rights(text, parts))
}

fn by_dateline(text: &str, parts: &[Part]) -> Option<Fact<String>> {
    let dateline = parts.iter().find(|part| part.role == Role::Dateline)?;
    let (_, rest) = dateline.span.of(text).split_once('(')?;
    let signed = rest.split(')').next()?.trim().to_lowercase();
    let (_, name) = AGENCIES.iter().find(|(short, _)| *short == signed)?;
    Some(Fact::stated(*name, dateline.span))
}

/// "© 2019 The Herald. All rights reserved."
fn by_rights(text: &str, parts: &[Part]) -> Option<Fact<String>> {
    let mut claims = parts.iter().filter(|part| part.role == Role::Copyright);
    claims.find_map(|part| {
        let line = part.span.of(text);
        let year = line.find(|c: char| c.is_ascii_digit())?;
        let rest = line[year..].trim_start_matches(|c: char| !c.is_alphabetic());
        let end = rest.find([',', '.', '|', '(']).unwrap_or(rest.len());
        let name = rest[..end].trim();
        let name = name.strip_prefix("by ").unwrap_or(name);
        let named = name.starts_with(char::is_uppercase)
            && name.split(' ').count() <= 6
            && !name.to_lowercase().contains("rights");
        let at = part.span.range().start + (name.as_ptr() as usize - line.as_ptr() as usize);
        named.then(|| Fact::stated(name, Span::new(at, at + name.len())))
    })
}
