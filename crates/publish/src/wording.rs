//! What pages call things, as the app does (`src/wording.rs`).

use dossier_engine::ask::{DocumentCard, Published};
use dossier_engine::mention::Kind;

/// A kind, of one thing.
pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::Organisation => "Organisation",
        Kind::Group => "Hacking group",
        Kind::Place => "Place",
        Kind::Nationality => "Nationality",
        Kind::Event => "Event",
        Kind::Work => "Work",
        Kind::Product => "Product",
        Kind::Date => "Date",
        Kind::Web => "Web address",
    }
}

/// A number of things: `counted(1, "document")`, `counted(5, "document")`.
pub(crate) fn counted(number: u32, thing: &str) -> String {
    match number {
        1 => format!("1 {thing}"),
        _ => format!("{} {thing}s", grouped(number)),
    }
}

/// A number with its thousands set apart: `12,345`.
pub(crate) fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|group| str::from_utf8(group).ok())
        .collect();
    groups.join(",")
}

/// Minutes it takes to read so many words, at 230 a minute.
pub(crate) fn minutes(words: u32) -> u32 {
    words.div_ceil(230).max(1)
}

/// What is known about a document, in one line.
pub(crate) fn facts(document: &DocumentCard) -> String {
    let known = [
        document.outlet.clone(),
        document.author.clone(),
        Some(published(document.published.as_ref())),
        Some(format!("{} min", minutes(document.words))),
    ];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn published(published: Option<&Published>) -> String {
    match published {
        None => "date unknown".to_owned(),
        Some(published) if published.inferred.is_some() => {
            format!("{} (inferred)", published.label)
        }
        Some(published) => published.label.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular_and_thousands_are_set_apart() {
        assert_eq!(counted(1, "document"), "1 document");
        assert_eq!(counted(0, "mention"), "0 mentions");
        assert_eq!(counted(1_234_567, "mention"), "1,234,567 mentions");
        assert_eq!(counted(123, "word"), "123 words");
    }
}
