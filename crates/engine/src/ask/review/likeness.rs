//! Names that are so much alike that an editor should look at them.

/// Whether all words of one name are in the other, or the names differ in one letter.
pub(super) fn may_be_one(one: &[String], other: &[String]) -> bool {
    let (short, long) = match one.len() <= other.len() {
        true => (one, other),
        false => (other, one),
    };
    if short.iter().all(|word| long.contains(word)) {
        return true;
    }
    let differing = || one.iter().zip(other).filter(|(a, b)| a != b);
    one.len() == other.len() && differing().count() == 1 && differing().all(|(a, b)| is_near(a, b))
}

/// Whether two words of some length differ in one letter, left out, added or exchanged; or one is
/// the other's initial.
fn is_near(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    if short.len() == 1 {
        return long.first() == short.first();
    }
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let ends = short.iter().rev().zip(long.iter().rev());
    let end = ends.take_while(|(a, b)| a == b).count();
    let differ =
        long.len() - start.min(short.len()) - end.min(short.len() - start.min(short.len()));
    short.len() >= 4 && long.len() - short.len() <= 1 && differ <= 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::words;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        assert_eq!(
            may_be_one(&words(one), &words(other)),
            expected,
            "{one} | {other}"
        );
    }

    #[test]
    fn one_name_in_the_other_is_alike() {
        check("Harbour Board", "Northern Harbour Board", true);
        check("Ada Loon", "Loon", true);
        check("Harbour Board", "Harbour Bureau", false);
    }

    #[test]
    fn a_letter_or_an_initial_makes_little_difference() {
        check("Clara Loon", "Klara Loon", true);
        check("Clara Loon", "Clarra Loon", true);
        check("C. Loon", "Clara Loon", true);
        check("Clara Loon", "Bertha Loon", false);
        check("Ann Loon", "Ada Loon", false);
    }
}
