//! What kinds of mistakes there are in what was found, and which are the most frequent.

use std::collections::{BTreeMap, BTreeSet};

use dossier_engine::mention::Kind;

use crate::score::{COUNTED, Judged, Name};
use crate::sets::AnnotatedSentence;

/// What is wrong with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// It was found where there is none.
    Invented,
    /// It was not found.
    Missed,
    /// It was found as another kind.
    Kind,
    /// It was found with another beginning or end.
    Edges,
    /// Both.
    KindAndEdges,
}

impl Wrong {
    /// All, in the order of the table.
    pub const ALL: [Wrong; 5] = [
        Wrong::Invented,
        Wrong::Missed,
        Wrong::Kind,
        Wrong::Edges,
        Wrong::KindAndEdges,
    ];

    /// As the head of a column.
    pub fn label(self) -> &'static str {
        match self {
            Wrong::Invented => "invented",
            Wrong::Missed => "missed",
            Wrong::Kind => "other kind",
            Wrong::Edges => "other edges",
            Wrong::KindAndEdges => "both",
        }
    }
}

/// A mistake: what is wrong, with which words, taken for what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// What is wrong.
    pub wrong: Wrong,
    /// The words that are a name; those found, if none is.
    pub words: String,
    /// What they name.
    pub right: Option<Kind>,
    /// The words that were found, and as what.
    pub found: Option<(String, Kind)>,
}

/// The mistakes in a set's names.
pub fn mistakes(judged: &Judged, set: &[AnnotatedSentence]) -> Vec<Mistake> {
    let words: Vec<&str> = set
        .iter()
        .flatten()
        .map(|word| word.word.as_str())
        .collect();
    let said = |name: &Name| words[name.0..name.1].join(" ");
    let mut explained: BTreeSet<Name> = BTreeSet::new();
    let mut mistakes = Vec::new();
    for name in judged.there.difference(&judged.found) {
        let found = nearest(name, &judged.found, &judged.there);
        explained.extend(found);
        mistakes.push(Mistake {
            wrong: found.map_or(Wrong::Missed, |found| compare(name, &found)),
            words: said(name),
            right: Some(name.2),
            found: found.map(|found| (said(&found), found.2)),
        });
    }
    let invented = judged.found.difference(&judged.there);
    for name in invented.filter(|name| !explained.contains(*name)) {
        mistakes.push(Mistake {
            wrong: Wrong::Invented,
            words: said(name),
            right: None,
            found: Some((said(name), name.2)),
        });
    }
    mistakes
}

/// The wrong name that stands where this one should.
fn nearest(name: &Name, found: &BTreeSet<Name>, there: &BTreeSet<Name>) -> Option<Name> {
    let from = found.range((name.0.saturating_sub(30), 0, Kind::Person)..);
    from.take_while(|other| other.0 < name.1)
        .find(|other| other.1 > name.0 && !there.contains(*other))
        .copied()
}

fn compare(right: &Name, found: &Name) -> Wrong {
    match ((right.0, right.1) == (found.0, found.1), right.2 == found.2) {
        (true, _) => Wrong::Kind,
        (false, true) => Wrong::Edges,
        (false, false) => Wrong::KindAndEdges,
    }
}

/// How many mistakes there are of each sort, kind by kind: what is invented by the kind it was taken
/// for, the rest by the kind it is.
pub fn by_kind(mistakes: &[Mistake]) -> [[usize; Wrong::ALL.len()]; COUNTED.len()] {
    COUNTED.map(|kind| {
        Wrong::ALL.map(|wrong| {
            let of_kind = |mistake: &&Mistake| {
                let found = mistake.found.as_ref().map(|found| found.1);
                mistake.wrong == wrong && mistake.right.or(found) == Some(kind)
            };
            mistakes.iter().filter(of_kind).count()
        })
    })
}

/// The most frequent mistakes, and how often each was made: so many, in order.
pub fn most_frequent(mistakes: &[Mistake], most: usize) -> Vec<(usize, &Mistake)> {
    let mut counts: BTreeMap<&Mistake, usize> = BTreeMap::new();
    for mistake in mistakes {
        *counts.entry(mistake).or_default() += 1;
    }
    let mut ordered: Vec<_> = counts.into_iter().map(|(of, count)| (count, of)).collect();
    ordered.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    ordered.truncate(most);
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labels::{LabelSet, OUTSIDE};
    use crate::sets::Annotated;

    fn set(words: &str) -> Vec<AnnotatedSentence> {
        let annotated = |word: &str| Annotated {
            word: word.to_owned(),
            label: OUTSIDE,
            possible: LabelSet::only(OUTSIDE),
        };
        vec![words.split(' ').map(annotated).collect()]
    }

    /// The mistakes of `found` where `there` is right, each as `WRONG words`.
    fn told(there: &[Name], found: &[Name]) -> Vec<String> {
        let judged = Judged {
            found: found.iter().copied().collect(),
            there: there.iter().copied().collect(),
        };
        let mistakes = mistakes(&judged, &set("Ada Lovelace of Ockham Park wrote"));
        let told = mistakes.iter();
        told.map(|mistake| format!("{}: {}", mistake.wrong.label(), mistake.words))
            .collect()
    }

    #[test]
    fn a_mistake_is_of_one_sort() {
        use Kind::{Person, Place};
        let there = [(0, 2, Person), (3, 5, Place)];
        assert_eq!(told(&there, &there), [""; 0]);
        assert_eq!(
            told(&there, &[(0, 2, Place), (3, 4, Place)]),
            ["other kind: Ada Lovelace", "other edges: Ockham Park"]
        );
        assert_eq!(
            told(&there, &[(0, 2, Person), (3, 4, Person), (5, 6, Person)]),
            ["both: Ockham Park", "invented: wrote"]
        );
        assert_eq!(told(&there, &[(0, 2, Person)]), ["missed: Ockham Park"]);
    }

    #[test]
    fn the_most_frequent_mistake_comes_first() {
        let mistake = |words: &str| Mistake {
            wrong: Wrong::Missed,
            words: words.to_owned(),
            right: Some(Kind::Place),
            found: None,
        };
        let all = ["a", "b", "b"].map(mistake);
        assert_eq!(most_frequent(&all, 1), [(2, &all[1])]);
    }
}
