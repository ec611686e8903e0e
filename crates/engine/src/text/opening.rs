//! How a text begins, for lists.

/// The first words of a text, white space evened out: at most `longest` characters, and `…` for
/// what is left out. Reads no more of the text than it needs.
pub fn opening(text: &str, longest: usize) -> String {
    let words = text.split_whitespace();
    let mut even = words
        .flat_map(|word| [' '].into_iter().chain(word.chars()))
        .skip(1);
    let mut opening: String = even.by_ref().take(longest).collect();
    match even.next() {
        None => return opening,
        Some(' ') => {}
        Some(_) => opening.truncate(opening.rfind(' ').unwrap_or(opening.len())),
    }
    opening.push('…');
    opening
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opening_ends_with_a_word() {
        assert_eq!(opening("Ada  Lovelace\nwrote.", 99), "Ada Lovelace wrote.");
        assert_eq!(opening("Ada Lovelace wrote.", 14), "Ada Lovelace…");
        assert_eq!(opening("Ada Lovelace wrote.", 12), "Ada Lovelace…");
        assert_eq!(opening("Ada Lovelace wrote.", 11), "Ada…");
        assert_eq!(opening("  ", 9), "");
    }

    #[test]
    fn a_word_without_end_is_cut() {
        assert_eq!(opening(&"é".repeat(1 << 20), 3), "ééé…");
    }
}
